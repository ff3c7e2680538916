import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { addMonths, daysInMonth, weekday } from '#kit/dates'
import { api } from '#web/api'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { count, today } from '#web/words'
import type { Duty, Whose } from '../contract.ts'
import { dutyStateNames, whoseNames } from '../rules/names.ts'
import { DutyTabs } from './DutyTabs.tsx'
import './supervision.css'

/** So many duties are shown in one day; the rest stand in the list. */
const SHOWN = 4
const weekdays = ['一', '二', '三', '四', '五', '六', '日']

/** What falls due, day by day; on a phone as a list of the days that have something. */
export function CalendarPage() {
  const { post } = useMe()
  const search: { month?: string; whose?: Whose } = useSearch({ strict: false })
  const navigate = useNavigate()
  const { month = today().slice(0, 7), whose = 'mine' } = search
  const change = (next: typeof search) => void navigate({ to: '.', search: { ...search, ...next } as never, replace: true })
  const calendar = useQuery(api.supervision.calendar.queryOptions({ input: { month, whose } }))
  const days = new Map(calendar.data?.days.map((day) => [day.day, day]))
  const due = [...days.values()].reduce((sum, { duties }) => sum + duties.length, 0)
  const [year, at] = month.split('-').map(Number) as [number, number]
  const move = (by: number) => change({ month: addMonths(`${month}-01`, by).slice(0, 7) })
  return (
    <Page
      line={`${year === Number(today().slice(0, 4)) ? '' : `${year} 年 `}${at} 月${due > 0 ? `有 ${count(due)} 件` : '没有事'}到期。`}
      above={post?.unionName}
      acts={<Button onClick={() => print()}>打印</Button>}
    >
      <DutyTabs />
      <div className="card">
        <div className="month-bar no-print">
          <Button onClick={() => move(-1)} aria-label="上个月">
            ‹
          </Button>
          <b>
            {year} 年 {at} 月
          </b>
          <Button onClick={() => move(1)} aria-label="下个月">
            ›
          </Button>
          <Button onClick={() => change({ month: today().slice(0, 7) })}>本月</Button>
          <span className="chips" role="group" aria-label="谁的事项">
            {(Object.keys(whoseNames) as Whose[]).map((each) => (
              <button
                key={each}
                type="button"
                className="pill"
                aria-pressed={each === whose}
                onClick={() => change({ whose: each })}
              >
                {whoseNames[each]}
              </button>
            ))}
          </span>
          {!!calendar.data?.overdueBefore && (
            <Link to={'/supervision' as '/'} search={{ whose } as never} className="link">
              此前还有 {count(calendar.data.overdueBefore)} 件逾期未办
            </Link>
          )}
        </div>
        <div className="month" aria-busy={calendar.isPending}>
          {weekdays.map((name) => (
            <p key={name} className="head" aria-hidden="true">
              周{name}
            </p>
          ))}
          {Array.from({ length: (weekday(`${month}-01`) + 6) % 7 }, (_, n) => (
            <span key={n} className="date blank" />
          ))}
          {Array.from({ length: daysInMonth(year, at) }, (_, n) => `${month}-${String(n + 1).padStart(2, '0')}`).map((day) => (
            <Date
              key={day}
              day={day}
              duties={days.get(day)?.duties ?? []}
              isRest={days.get(day)?.isRestDay ?? false}
              whose={whose}
            />
          ))}
        </div>
      </div>
    </Page>
  )
}

function Date({ day, duties, isRest, whose }: { day: string; duties: readonly Duty[]; isRest: boolean; whose: Whose }) {
  const names = ['date', isRest && 'rest', day === today() && 'now', duties.length === 0 && 'idle'].filter(Boolean).join(' ')
  return (
    <div className={names}>
      <b>
        {Number(day.slice(8))}
        {isRest && <span className="only-read"> 休息日</span>}
      </b>
      {duties.slice(0, SHOWN).map(({ id, title, subject, unionName, state }) => (
        <Link
          key={id}
          to={`/supervision/${id}` as '/'}
          className={toneOf(state)}
          title={`${unionName}：${title}（${dutyStateNames[state]}）`}
        >
          {whose === 'below' && `${unionName}：`}
          {title}
          {subject && `（${subject}）`}
        </Link>
      ))}
      {duties.length > SHOWN && (
        <Link to={'/supervision' as '/'} search={{ whose } as never}>
          还有 {duties.length - SHOWN} 件
        </Link>
      )}
    </div>
  )
}

const toneOf = (state: Duty['state']) => (state === 'overdue' || state === 'escalated' ? 'late' : state)
