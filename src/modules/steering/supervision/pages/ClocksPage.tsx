import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { Cite } from '#web/Cite'
import { EmptyState } from '#web/EmptyState'
import { inWords } from '#web/faults'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { count } from '#web/words'
import type { ClockShown } from '../contract.ts'
import { DutyTabs } from './DutyTabs.tsx'
import './supervision.css'

/** Which periods the platform watches for this union and all below, by which article, and how many stand open. */
export function ClocksPage() {
  const { post } = useMe()
  const clocks = useQuery(api.supervision.clocks.queryOptions({ input: {} }))
  const running = clocks.data?.filter(({ mode }) => mode === 'running') ?? []
  const informing = clocks.data?.filter(({ mode }) => mode === 'informing') ?? []
  return (
    <Page
      line={clocks.data ? `平台看着 ${running.length} 种期限，到时自动列出、提醒、上报。` : '看着哪些期限。'}
      above={post?.unionName}
      acts={<Button onClick={() => print()}>打印</Button>}
    >
      <DutyTabs />
      {clocks.error && <EmptyState title={inWords(clocks.error).title} />}
      {clocks.isPending && <span className="bone row" />}
      {running.length > 0 && (
        <Section title="各工会应办的" note="数字是本会和下级现在应办未办的">
          <Table rows={running} />
        </Section>
      )}
      {informing.length > 0 && (
        <Section title="平台自己守着的">
          <Table rows={informing} />
        </Section>
      )}
    </Page>
  )
}

const Table = ({ rows }: { rows: readonly ClockShown[] }) => (
  <table className="plain-table">
    <thead>
      <tr>
        <th scope="col">事项</th>
        <th scope="col">规定</th>
        <th scope="col">由谁办</th>
        <th scope="col" className="num">
          应办
        </th>
        <th scope="col" className="num">
          逾期
        </th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ id, title, says, cite, isLaw, owedBy, counts }) => {
        const late = counts.overdue + counts.escalated
        const all = late + counts.open + counts.warned
        return (
          <tr key={id}>
            <th scope="row">
              {all > 0 ? (
                <Link to={'/supervision' as '/'} search={{ whose: 'below', clock: id } as never} className="link">
                  {title}
                </Link>
              ) : (
                title
              )}
            </th>
            <td>
              {says} <Cite article={cite} /> {!isLaw && <span className="chip">默认值</span>}
            </td>
            <td className="muted">{owedBy.slice(0, 2).join('、')}</td>
            <td className="num">{all > 0 && count(all)}</td>
            <td className="num late">{late > 0 && count(late)}</td>
          </tr>
        )
      })}
    </tbody>
  </table>
)
