import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { EmptyState } from '#web/EmptyState'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { Bones } from '#web/Shelter'
import { Examination } from './Examination.tsx'
import './offline/proposals.css'

/** The committee's table: what waits, each with its seconders and what is alike, decided in place. */
export function ExaminePage() {
  const { post } = useMe()
  const input = { state: ['collected' as const], unionId: post?.unionId, size: 50, sort: 'submitted' }
  const { data } = useQuery(api.proposals.list.queryOptions({ input }))
  if (!data) return <Bones />
  return (
    <Page
      line={data.total ? `${data.total} 件提案等审查。` : '征集到的提案都审查过了。'}
      above={post?.unionName}
      acts={<Button onClick={() => print()}>打印审查表</Button>}
    >
      {data.total === 0 && (
        <EmptyState
          title="没有待审查的提案"
          act={
            <Link to={'/proposals/windows' as '/'} className="btn">
              看征集
            </Link>
          }
        >
          职工交上来的提案会在这里，审查后提案人会收到结果和理由。
        </EmptyState>
      )}
      {data.rows.map(({ id }) => (
        <Waiting key={id} id={id} />
      ))}
    </Page>
  )
}

function Waiting({ id }: { id: string }) {
  const { data } = useQuery(api.proposals.get.queryOptions({ input: { id } }))
  if (!data) return <Bones />
  return (
    <Section
      title={<Link to={`/proposals/${id}` as '/'}>{data.title}</Link>}
      note={`${data.authors.join('、')}，附议 ${data.seconders} 人（要 ${data.secondersNeeded} 人）`}
      padded
    >
      <p className="said">{data.wrong || '（见录音）'}</p>
      <p className="said">
        <b>建议：</b>
        {data.proposed || '（见录音）'}
      </p>
      <Examination proposal={data} />
    </Section>
  )
}
