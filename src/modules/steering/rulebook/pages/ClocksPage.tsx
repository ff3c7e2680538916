import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { EmptyState } from '#web/EmptyState'
import { FindBox } from '#web/FindBox'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { count } from '#web/words'
import type { ClockRow } from '../contract.ts'
import { basisNames, senseNames } from '../rules.ts'
import './rulebook.css'

/** 法定期限: the ninety-three clocks with the figures of one's own place; those that run first. */
export function ClocksPage() {
  const { data } = useQuery(api.rulebook.clocks.queryOptions())
  const [find, setFind] = useState('')
  const all = data?.filter((clock) => textOf(clock).includes(find.toLowerCase())) ?? []
  const running = all.filter(({ isRunning }) => isRunning)
  const waiting = all.filter(({ isRunning }) => !isRunning)
  return (
    <Page
      line={data ? sentence(data) : '法定期限'}
      above={
        <Link to={'/rulebook' as '/'} className="link">
          法规库
        </Link>
      }
    >
      <div className="list-bar no-print">
        <FindBox hint="事项、编号、条款" found={find || undefined} find={setFind} />
      </div>
      {data && all.length === 0 && <EmptyState title="没有合适的期限">换个词试试。</EmptyState>}
      {running.length > 0 && (
        <Section title="正在计时" note={`${running.length} 个`}>
          <Rows rows={running} />
        </Section>
      )}
      {waiting.length > 0 && (
        <Section title="等相关业务上线" note={`${waiting.length} 个，数值已经就绪`}>
          <Rows rows={waiting} />
        </Section>
      )}
    </Page>
  )
}

/** How many run, and how many of these have a text of law behind them (SUP-07). */
function sentence(clocks: readonly ClockRow[]) {
  const running = clocks.filter(({ isRunning }) => isRunning)
  const lawful = running.filter(({ basis }) => basis !== 'practice').length
  const share = running.length ? Math.round((lawful * 100) / running.length) : 0
  return `${clocks.length} 个期限，${running.length} 个已在计时，其中 ${lawful} 个（${share}%）有法律、法规依据。`
}

const textOf = ({ id, trigger, must, rows, lengths, facts }: ClockRow) =>
  [id, trigger, must, ...rows, ...facts, ...lengths.map(({ cite }) => cite)].join(' ').toLowerCase()

const Rows = ({ rows }: { rows: readonly ClockRow[] }) => (
  <ul className="plain">
    {rows.map((clock) => (
      <li key={clock.id} className="clock-row">
        <b className="num">{clock.id}</b>
        <div>
          <p className="duty-title">
            {clock.trigger} → {clock.must}
          </p>
          <p className="muted">
            {clock.lengths.map((length, at) => (
              <span key={at}>
                {at > 0 && '；'}
                {length.whose && `${length.whose}：`}
                {senseNames[length.sense as keyof typeof senseNames]}{' '}
                {length.statute && <Link to={`/rulebook/${length.statute}` as '/'}>{length.figure}</Link>}
                {length.cite && ` ${length.cite}`}
              </span>
            ))}
          </p>
          <p className="faint small">逾期：{clock.missed}</p>
        </div>
        <p className="clock-side">
          <Chip hue={clock.basis === 'law' ? 'blue' : undefined}>{basisNames[clock.basis]}</Chip>
          {clock.open > 0 && <span className="num"> {count(clock.open)} 项</span>}
        </p>
      </li>
    ))}
  </ul>
)
