import { addDays, dayOf, daysInMonth, weekday } from '#kit/dates'
import { today } from '#web/words'

type Props = {
  year: number
  rest: readonly string[]
  work: readonly string[]
  /** Turns a day: off, worked, or as any other. Without it the grid is only shown. */
  turn?: (day: string) => void
}

const heads = ['一', '二', '三', '四', '五', '六', '日']
const nameOf = (day: string, mark: string) => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日${mark && `，${mark}`}`

/** Twelve months; 休 and 班 stand on their days, so that colour alone says nothing. */
export function YearGrid({ year, rest, work, turn }: Props) {
  const [off, on] = [new Set(rest), new Set(work)]
  return (
    <div className="year-grid">
      {Array.from({ length: 12 }, (_, at) => (
        <Month key={at} year={year} month={at + 1} off={off} on={on} turn={turn} />
      ))}
    </div>
  )
}

type MonthProps = { year: number; month: number; off: Set<string>; on: Set<string>; turn: Props['turn'] | undefined }

function Month({ year, month, off, on, turn }: MonthProps) {
  const first = dayOf(year, month, 1)
  const days = Array.from({ length: daysInMonth(year, month) }, (_, n) => addDays(first, n))
  const cells = [...Array.from({ length: weekday(first) - 1 }, () => null), ...days]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, n) => cells.slice(n * 7, n * 7 + 7))
  return (
    <table className="year-month">
      <caption>{month} 月</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, at) => (
          <tr key={at}>
            {week.map((day, n) => (
              <td key={n}>{day && <Cell day={day} mark={off.has(day) ? '休' : on.has(day) ? '班' : ''} turn={turn} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ day, mark, turn }: { day: string; mark: string; turn: Props['turn'] | undefined }) {
  const kind = mark === '休' ? 'off' : mark === '班' ? 'on' : weekday(day) > 5 ? 'weekend' : ''
  const face = (
    <>
      {Number(day.slice(8))}
      {mark && <i aria-hidden="true">{mark}</i>}
    </>
  )
  const className = `year-day ${kind}${day === today() ? ' now' : ''}`
  if (!turn)
    return (
      <span className={className}>
        {face}
        {mark && <span className="only-read">{mark === '休' ? '放假' : '上班'}</span>}
      </span>
    )
  return (
    <button type="button" className={className} aria-label={nameOf(day, mark)} onClick={() => turn(day)}>
      {face}
    </button>
  )
}
