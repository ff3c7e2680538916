import type { Day } from '#kit/dates'
import { bandOf, type Place, statuteOn } from '#law/statutes'
import { type Finding, judge } from './findings.ts'

/** How many delegates a members' congress has (ELEC-36). */
export function judgeDelegates(members: number, seats: number, day: Day, place?: Place): Finding {
  const band = bandOf(statuteOn('ELEC-36.delegates', day, place).value, members)!
  return judge(day, place)(
    'ELEC-36.delegates',
    'delegates',
    seats >= band.least && seats <= band.most,
    `会员 ${members} 人，会员代表 ${band.least} 至 ${band.most} 人，方案 ${seats} 人`,
  )
}

/** Seats shared out by size: the whole parts first, the rest to the largest remainders; every unit has at least one (WC-07, ELEC-36). */
export function shareOut<U extends { n: number }>(total: number, units: readonly U[]): (U & { seats: number })[] {
  const all = units.reduce((sum, { n }) => sum + n, 0) || 1
  const exact = units.map(({ n }) => (n * total) / all)
  const seats = exact.map((share) => Math.max(1, Math.floor(share)))
  let left = total - seats.reduce((sum, n) => sum + n, 0)
  const byRest = exact.map((share, at) => ({ at, rest: share % 1 })).sort((a, b) => b.rest - a.rest)
  for (const { at } of byRest) if (left-- > 0) seats[at]!++
  return units.map((unit, at) => ({ ...unit, seats: seats[at]! }))
}
