import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import { UnionPick } from '#desk/organisation/unions'
import { DayField } from '#web/DayField'
import { api } from '#web/api'
import { EmptyState } from '#web/EmptyState'
import { inWords } from '#web/faults'
import { Figure } from '#web/Figure'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { count, dayInWords, today } from '#web/words'
import { type Dimension, dimensions, FLOOR } from '../contract/words.ts'
import type { Overview } from '../contract.ts'
import { valueName } from '../rules.ts'
import { type Asked, behind, useAsked } from './asked.tsx'
import { Counts } from './Counts.tsx'
import { Parts } from './Parts.tsx'
import { Trend } from './Trend.tsx'
import './insight.css'

/** 统计: the figures of a union and all below it on any day; each opens its list. */
export function InsightPage() {
  const [asked, change] = useAsked()
  const { unionId, day, since } = asked
  const overview = useQuery(api.insight.overview.queryOptions({ input: { unionId, day, since } }))
  if (overview.error && !overview.data)
    return (
      <Page above="统计" line="这里的数字现在取不到。">
        <EmptyState title={inWords(overview.error).title} act={<Button onClick={() => overview.refetch()}>再试一次</Button>} />
      </Page>
    )
  const { data } = overview
  return (
    <Page above="统计" line={data ? sentence(data) : '正在取数……'} acts={<Button onClick={() => print()}>打印</Button>}>
      <Questions asked={asked} change={change} />
      <Main asked={asked} data={data} />
      <Trend unionId={unionId} day={day} />
      <Parts asked={asked} change={change} />
      <div className="dimensions">
        {data &&
          dimensions
            .filter((dimension) => isTold(data, dimension))
            .map((dimension) => (
              <Counts
                key={dimension}
                asked={asked}
                dimension={dimension}
                counts={data.figures.by[dimension]}
                of={data.figures.members}
              />
            ))}
        <Groups unionId={unionId} day={day} />
      </div>
    </Page>
  )
}

/** A field that nobody has filled in says nothing. */
const isTold = ({ figures }: Overview, dimension: Dimension) => figures.by[dimension].some(({ value }) => value !== '')

function sentence({ union, figures, before }: Overview) {
  const more = figures.members - before.members
  const change = more === 0 ? '人数没有变' : `${more > 0 ? '多' : '少'} ${count(Math.abs(more))} 人`
  const until = figures.day === today() ? '现在' : `${dayInWords(figures.day)}`
  return `${union.name}${until}有在会会员 ${count(figures.members)} 人，比 ${dayInWords(before.day)}${change}。`
}

function Questions({ asked, change }: { asked: Asked; change: (next: Record<string, string | undefined>) => void }) {
  return (
    <div className="questions no-print">
      <label>
        哪家工会
        <Suspense fallback={<span className="bone short" />}>
          <UnionPick value={asked.unionId} onChange={(union) => change({ union })} />
        </Suspense>
      </label>
      <DayField label="截至哪一天" isStacked max={today()} value={asked.day} pick={(day) => day && change({ day })} />
      <DayField label="与哪一天相比" isStacked max={asked.day} value={asked.since} pick={(since) => since && change({ since })} />
      <p className="faint">下级工会都算在内，按现在的组织关系；年龄按当日算，其他按档案现在的记录。</p>
    </div>
  )
}

const records = '/insight/records'

function Main({ asked, data }: { asked: Asked; data: Overview | undefined }) {
  const { figures, flow } = data ?? {}
  const list = (value: string) => ({ to: records, search: behind(asked, 'standing', value) })
  return (
    <Section title="总数" note={`变动从 ${asked.since} 之后算到 ${asked.day}`}>
      <div className="figures">
        <Figure label="在会会员" value={figures?.members} unit="人" {...list('full')} />
        <Figure label="保留会籍" value={figures?.retained} unit="人" {...list('retained')} />
        {figures?.workers != null && <Figure label="未入会职工" value={figures.workers} unit="人" {...list('worker')} />}
        <Figure label="期间入会" value={flow?.joined} unit="人次">
          {flow && <Flows asked={asked} figure="came" counts={flow.came} />}
        </Figure>
        <Figure label="期间离会" value={flow?.left} unit="人次">
          {flow && <Flows asked={asked} figure="went" counts={flow.went} />}
        </Figure>
      </div>
    </Section>
  )
}

type Flow = { asked: Asked; figure: 'came' | 'went'; counts: readonly { value: string; count: number }[] }
const Flows = ({ asked, figure, counts }: Flow) =>
  counts
    .filter((one) => one.count > 0)
    .map((one) => (
      <LinkTo key={one.value} search={behind(asked, figure, one.value)}>
        {valueName(figure, one.value)} {count(one.count)}
      </LinkTo>
    ))

const LinkTo = ({ search, children }: { search: object; children: ReactNode }) => (
  <Link to={records as '/'} search={search as never} className="chip">
    {children}
  </Link>
)

/** Closed tags: round figures only. */
function Groups({ unionId, day }: Pick<Asked, 'unionId' | 'day'>) {
  const groups = useQuery(api.insight.groups.queryOptions({ input: { unionId, day } }))
  if (!groups.data?.length) return null
  return (
    <Section title="保密标签" note={`只报 ${FLOOR} 的倍数，人太少不报`}>
      <table className="counts">
        <tbody>
          {groups.data.map(({ tag, count: people }) => (
            <tr key={tag}>
              <th scope="row">{valueName('tag', tag)}</th>
              <td className="num">{people === null ? <span className="faint">不报</span> : `约 ${count(people)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
