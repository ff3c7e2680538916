import { addDays, addYears, type Day } from '#kit/dates'
import { refuse, type Verdict } from '#law/verdict'
import type { AlarmKind, AlarmState, Break, Group } from './contract.ts'
import { groupNames } from './rules/names.ts'

export { alarmNames, alarmNotes } from './rules/names.ts'

/** Counts behind an alarm; nothing personal, and no group so small that it would point at persons. */
export type Figures = Readonly<Record<string, number>>

/** Below so many people a share is not told. */
export const FLOOR = 5

/** Why it is an alarm, in one sentence. */
export function causeOf(kind: AlarmKind, subject: string, figures: Figures): string {
  const n = (name: string) => (figures[name] ?? 0).toLocaleString('zh-CN')
  switch (kind) {
    case 'lost':
      return `${n('months')} 个月里会员净减少 ${n('lost')} 人，期初 ${n('before')} 人`
    case 'inactive':
      return `超过 ${n('days')} 天没有办理记录`
    case 'vacant':
      return '没有在任的主席'
    case 'broken':
      return brokenBy(subject as Break, n('members'))
    case 'unlike':
      return `${groupNames[subject as Group]}约占会员 ${n('percent')}%，委员会 ${n('seats')} 人中有 ${n('held')} 人`
  }
}

function brokenBy(subject: Break, members: string): string {
  const says: Record<Break, string> = {
    head: '分会没有在任的主席',
    leader: '小组没有在任的组长',
    committee: '没有在任的工会委员会',
    parent: '上级工会已经撤销',
    inner: `会员 ${members} 人，没有分会和小组`,
    direct: `会员 ${members} 人，越过镇街和行业工会直属总工会`,
  }
  return says[subject]
}

type Compared = { members: number; group: number; seats: number; held: number }
type Measures = { workforce: number; percent: number; ratio: number }

/**
 * Whether a committee is unlike those it stands for: the group is a real part of a union of some size, at least one seat would be its share,
 * and it holds less than the given part of that share (ORG-15).
 */
export function isUnlike({ members, group, seats, held }: Compared, { workforce, percent, ratio }: Measures): boolean {
  if (members < workforce || group < FLOOR || seats < 3) return false
  if (group * 100 < percent * members || group * seats < members) return false
  return held * members * 100 < ratio * group * seats
}

/** A share in steps of five percent; nothing when so few are meant, or so few are not, that it would point at persons. */
export function share(part: number, whole: number): number | null {
  if (whole < FLOOR) return null
  if (part > 0 && part < FLOOR) return null
  if (whole - part > 0 && whole - part < FLOOR) return null
  return Math.round((part * 20) / whole) * 5
}

/** A share of seats: who sits on a committee is public, so the share is exact; none where there is no seat. */
export const seatShare = (part: number, seats: number) => (seats === 0 ? null : Math.round((part * 100) / seats))

/** The day before which somebody must be born to be 35 or older. */
export const youngSince = (today: Day): Day => addYears(today, -35)

export const stateOf = (endedOn: Day | null, notedUntil: Day | null, today: Day): AlarmState =>
  endedOn !== null ? 'ended' : notedUntil !== null && notedUntil >= today ? 'noted' : 'open'

/** Only who stands above a union urges it or takes note; the topmost federation, above which is nobody, takes note of its own. */
export function mayAnswerFor(own: string, path: string): Verdict {
  if (!path.startsWith(own)) return refuse('alarms.elsewhere', '这家工会不在您的管理范围内')
  return path === own && own.length > 4 ? refuse('alarms.own', '本会的预警由上级工会处理，本会可以答复') : null
}

export const mayUrge = (own: string, path: string): Verdict =>
  path === own ? refuse('alarms.self', '不能催办本会') : mayAnswerFor(own, path)

export const mayReply = (own: string, path: string, isUrged: boolean): Verdict => {
  if (own !== path) return refuse('alarms.other', '由被催办的工会答复')
  return isUrged ? null : refuse('alarms.quiet', '上级还没有催办，不用答复')
}

/** How far ahead a reason may hold. */
const MOST_DAYS = 366
export function mayNoteUntil(untilOn: Day, today: Day): Verdict {
  if (untilOn <= today) return refuse('alarms.past', '说明的有效期要在今天之后')
  return untilOn > addDays(today, MOST_DAYS) ? refuse('alarms.long', '说明最长有效一年，到期后重新核对') : null
}

export const mayAskBy = (replyBy: Day, today: Day): Verdict =>
  replyBy < today ? refuse('alarms.past', '答复期限不能早于今天') : null

export const isOpen = (endedOn: Day | null): Verdict => (endedOn === null ? null : refuse('alarms.ended', '这条预警已经解除'))
