import { Link } from '@tanstack/react-router'
import { addDays } from '#kit/dates'
import type { Duty } from '#contracts/steering/supervision'
import { DutyItem } from '#desk/steering/supervision'
import { EmptyState } from '#web/EmptyState'
import { Section } from '#web/Section'
import { count, dayInWords, today } from '#web/words'

type Listed = { rows: readonly Duty[]; total: number }

/** So many rows on the first screen; the list has them all. */
const SHOWN = 6
const isPressing = ({ state, openUrges }: Duty) => state !== 'open' || openUrges > 0

const all = (
  <Link to={'/supervision' as '/'} className="link">
    全部应办事项
  </Link>
)

/** What is overdue, due soon or urged. Nothing of that: what comes first, so that the screen says what next. */
export function Owed({ list, isPending }: { list: Listed | undefined; isPending: boolean }) {
  if (isPending)
    return (
      <Section title="等我办的">
        {[1, 2, 3].map((row) => (
          <span key={row} className="bone row" />
        ))}
      </Section>
    )
  const rows = list?.rows.filter(isPressing) ?? []
  const next = list?.rows.find((duty) => !isPressing(duty))
  return (
    <Section title="等我办的" note="按到期日" foot={rows.length > SHOWN ? all : undefined}>
      {rows.length === 0 ? (
        <EmptyState title="没有过期的，也没有快到期的" act={all}>
          {next
            ? `下一件是“${next.title}”，${dayInWords(next.dueOn)}到期。`
            : '届期、空缺、申请、备案都由平台看着，到时会列在这里，附带依据和期限。'}
        </EmptyState>
      ) : (
        <ul className="duties">
          {rows.slice(0, SHOWN).map((duty, at) => (
            <DutyItem key={duty.id} duty={duty} isPrimary={at === 0} />
          ))}
        </ul>
      )}
    </Section>
  )
}

/** What falls due within thirty days and does not press yet. */
export function Coming({ list }: { list: Listed | undefined }) {
  const rows = list?.rows.filter((duty) => !isPressing(duty) && duty.dueOn <= addDays(today(), 30)) ?? []
  if (rows.length === 0) return null
  return (
    <Section
      title="接下来 30 天"
      note={`${count(rows.length)} 件`}
      foot={
        <Link to={'/supervision/calendar' as '/'} className="link">
          看日历
        </Link>
      }
    >
      <ul className="duties">
        {rows.slice(0, SHOWN).map((duty) => (
          <DutyItem key={duty.id} duty={duty} />
        ))}
      </ul>
    </Section>
  )
}
