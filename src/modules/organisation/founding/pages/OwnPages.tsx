import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { api } from '#web/api'
import { EmptyState } from '#web/EmptyState'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { DraftForm } from './DraftForm.tsx'
import { GroupProject } from './GroupProject.tsx'
import { StateChip } from './parts.tsx'
import { HowTo } from './HowTo.tsx'

/** The same pages stand on the phone (`/found`) and on the desk (`/founding/own`). */
const useBase = () => (useLocation({ select: ({ pathname }) => pathname }).includes('/founding/own') ? '/founding/own' : '/found')

/** 我的建会项目. */
export function OwnListPage() {
  const base = useBase()
  const { data } = useQuery(api.founding.mine.queryOptions())
  return (
    <Page
      line={data?.length ? '您参加的建会项目。' : '单位还没有工会？可以发起建会。'}
      acts={
        <Link to={`${base}/new` as '/'} className="btn primary">
          发起建会
        </Link>
      }
    >
      {data && data.length > 0 && (
        <Section title="办到哪一步">
          <ul className="duties">
            {data.map((row) => (
              <li key={row.id} className="duty plain">
                <div>
                  <p className="duty-title">
                    <Link to={`${base}/${row.id}` as '/'}>{row.name}</Link> <StateChip state={row.state} />
                  </p>
                  <p className="muted">{`报${row.superiorName} · ${row.supporters} 人签名 · 任务 ${row.tasksDone} / ${row.tasks}`}</p>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {data?.length === 0 && <EmptyState title="还没有项目">发起后会得到一个二维码，请同事扫码签名。</EmptyState>}
      <HowTo />
    </Page>
  )
}

export function OpenPage() {
  const base = useBase()
  const navigate = useNavigate()
  return (
    <Page line="发起建会。" above={<Link to={base as '/'}>我的建会项目</Link>}>
      <DraftForm done={(id) => void navigate({ to: `${base}/${id}` as '/' })} />
    </Page>
  )
}

export function OwnPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  return <GroupProject id={id} base={useBase()} />
}
