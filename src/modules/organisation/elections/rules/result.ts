import type { Day } from '#kit/dates'
import { isAtLeastTwoThirds, isMoreThanHalf } from '#law/quorum'
import { citeOf, type Place, type StatuteId, statuteOn } from '#law/statutes'
import { refuse, type Verdict } from '#law/verdict'
import { type RoundKind, strokeOrder, type TieBreak } from './names.ts'

/** What one person got. Write-ins have approvals only. */
export type Line = { id: string; name: string; yes: number; no: number; abstain: number; isWriteIn?: boolean | undefined }

/** A count, as tellers key it in and as an on-line box gives it. `invalid` are among the returned. */
export type Sheet = { issued: number; returned: number; invalid: number; lines: readonly Line[] }

export type Rules = {
  kind: RoundKind
  seats: number
  /** Who should attend: the base of quorum and of the majority (应到会). */
  expected: number
  present: number
  tieBreak: TieBreak
  day: Day
  place?: Place | undefined
  /** A recall counts all members or deputies, present or not (工会法 18). */
  isRecall?: boolean | undefined
  /** A ballot that broke a default rule is let stand on record. */
  isLetStand?: boolean | undefined
}

export const outcomes = ['noQuorum', 'void', 'complete', 'tied', 'short'] as const
export type Outcome = (typeof outcomes)[number]
export const outcomeNames: Record<Outcome, string> = {
  noQuorum: '到会不足，不能选举',
  void: '选举无效，重新选举',
  complete: '全部选出',
  tied: '得票相等，须再选',
  short: '未选足名额',
}
export type Worked = { label: string; figures: string; holds: boolean; reason: string; cite?: string | undefined }
export type Result = { outcome: Outcome; elected: Line[]; tied: Line[]; others: Line[]; open: number; working: Worked[] }

const cited = (id: StatuteId, { day, place }: Pick<Rules, 'day' | 'place'>) => citeOf(statuteOn(id, day, place))

/** Whether enough came to begin (ELEC-11). */
export function quorumOf({ expected, present, day, place }: Pick<Rules, 'expected' | 'present' | 'day' | 'place'>): Worked {
  const { met, working } = isAtLeastTwoThirds(present, expected)
  const reason = met ? '达到三分之二，可以选举' : '不足三分之二，不得选举'
  return {
    label: '到会',
    figures: `应到 ${expected}，实到 ${present}；${working}`,
    holds: met,
    reason,
    cite: cited('ELEC-11.quorum', { day, place }),
  }
}

export function mayStart(facts: Pick<Rules, 'expected' | 'present' | 'day' | 'place'>): Verdict {
  const { holds, figures, cite } = quorumOf(facts)
  return holds ? null : refuse('elections.quorum', `到会人数不足三分之二，不能开始选举（${figures}）`, cite)
}

/**
 * Who is elected by a count, with the working: quorum, ballots returned, the majority of those who should attend, the order of votes,
 * ties across the last seat, seats left open (ELEC-11, 17 to 21; recall: ELEC-28).
 */
export function resultOf(sheet: Sheet, rules: Rules): Result {
  const quorum = quorumOf(rules)
  const ballots = returnedOf(sheet, rules)
  const working = [quorum, ballots]
  const none = { elected: [], tied: [], others: [...sheet.lines], open: rules.seats }
  if (!quorum.holds) return { outcome: 'noQuorum', ...none, working }
  if (!ballots.holds && !rules.isLetStand) return { outcome: 'void', ...none, working }
  return ranked(sheet, rules, working)
}

function returnedOf({ issued, returned, invalid }: Sheet, rules: Rules): Worked {
  const holds = returned <= issued
  const reason = holds
    ? '收回不多于发出，选举有效'
    : `收回多于发出，${rules.isLetStand ? '按记录的理由继续计票' : '选举无效，重新选举'}`
  const figures = `发出 ${issued}，收回 ${returned}，有效 ${returned - invalid}，无效 ${invalid}`
  return { label: '选票', figures, holds, reason, cite: cited('ELEC-17.returned', rules) }
}

/** A run-off is among people who all had the majority: there more votes win (ELEC-20). */
const needsMajority = ({ kind }: Rules) => kind === 'main' || kind === 'gap'

function ranked(sheet: Sheet, rules: Rules, working: Worked[]): Result {
  const order = [...sheet.lines].sort((a, b) => compared(a, b, rules) || strokeOrder(a.name, b.name))
  const [id, base] = rules.isRecall ? (['ELEC-28.recall', '全体'] as const) : (['ELEC-18.win', '应到会人数'] as const)
  const fit = needsMajority(rules)
    ? order.filter(({ yes }) => isMoreThanHalf(yes, rules.expected).met)
    : order.filter(({ yes }) => yes > 0)
  if (needsMajority(rules)) {
    const { needed } = isMoreThanHalf(0, rules.expected)
    const figures = `${base} ${rules.expected}，过半数至少 ${needed} 票；过半数的 ${fit.length} 人，应选 ${rules.seats} 人`
    working.push({
      label: '过半数',
      figures,
      holds: fit.length > 0,
      reason: fit.length ? '按得票取当选人' : '没有人过半数',
      cite: cited(id, rules),
    })
  }
  const { elected, tied } = cut(fit, rules)
  const open = rules.seats - elected.length
  const outcome = tied.length ? 'tied' : open ? 'short' : 'complete'
  if (fit.length > rules.seats) working.push(orderLine(fit, elected, tied, rules))
  if (outcome === 'short')
    working.push({
      label: '名额',
      figures: `选出 ${elected.length}，缺 ${open}`,
      holds: false,
      reason: '可以另行选举，或经过半数同意减少名额',
      cite: cited('ELEC-21.gap', rules),
    })
  const taken = new Set([...elected, ...tied].map(({ id: one }) => one))
  return { outcome, elected, tied, others: order.filter((line) => !taken.has(line.id)), open, working }
}

/** The first `seats` of the order, and those among whom the last seat is undecided. */
function cut(fit: readonly Line[], rules: Rules) {
  if (fit.length <= rules.seats) return { elected: [...fit], tied: [] as Line[] }
  const last = fit[rules.seats - 1]!
  const above = fit.filter((line) => compared(line, last, rules) < 0)
  const level = fit.filter((line) => compared(line, last, rules) === 0)
  return above.length + level.length === rules.seats
    ? { elected: [...above, ...level], tied: [] }
    : { elected: above, tied: level }
}

const compared = (a: Line, b: Line, { tieBreak }: Rules) => b.yes - a.yes || (tieBreak === 'fewerAgainst' ? a.no - b.no : 0)

function orderLine(fit: readonly Line[], elected: readonly Line[], tied: readonly Line[], rules: Rules): Worked {
  const figures = fit.map(({ name, yes }) => `${name} ${yes}`).join('，')
  if (tied.length)
    return {
      label: '得票相等',
      figures,
      holds: false,
      reason: `${tied.map(({ name }) => name).join('、')}得票相等，就他们重新投票，选 ${rules.seats - elected.length} 人`,
      cite: cited('ELEC-20.tie', rules),
    }
  return {
    label: '按得票',
    figures,
    holds: true,
    reason: `人数多于名额，得票多的 ${elected.length} 人当选`,
    cite: cited('ELEC-19.order', rules),
  }
}

/** A primary picks the candidates with the most approvals; equal ones at the end are all taken, so that nobody is dropped by lot. */
export function primaryOf(lines: readonly Line[], wanted: number): Line[] {
  const order = [...lines].sort((a, b) => b.yes - a.yes || strokeOrder(a.name, b.name))
  const last = order[Math.min(wanted, order.length) - 1]
  return last ? order.filter(({ yes }) => yes >= last.yes) : []
}
