import type { Day } from '#kit/dates'
import { type Count, isAtLeastHalf, isAtLeastTwoThirds, isMoreThanHalf, leastOf } from '#law/quorum'
import { citeOf, type Place, statuteOn } from '#law/statutes'
import { refuse, type Verdict } from '#law/verdict'
import type { ItemKind, Mark, Matter, SessionKind, Way } from './names.ts'

/** Two thirds of all deputies make a congress (WC-14): worked out from whole people, never from a percentage. */
export const quorum = (present: number, expected: number): Count => isAtLeastTwoThirds(present, expected)

export function mayConvene({ present, expected }: { present: number; expected: number }, day: Day, place?: Place): Verdict {
  if (expected < 1) return refuse('congress.roll', '出席名册上没有职工代表，请先确定本届代表')
  const { met, working } = quorum(present, expected)
  return met
    ? null
    : refuse('congress.quorum', `到会不足全体代表的三分之二，不能开会：${working}`, citeOf(statuteOn('WC-14.quorum', day, place)))
}

/** Which matters need a majority of all deputies; hearing asks for opinions, an appraisal for grades. */
export const isDecided = (kind: ItemKind) => kind === 'adopt' || kind === 'decide' || kind === 'elect' || kind === 'supervise'

/** More than half of ALL deputies, not of those present (WC-15); a collective agreement by half where its text in force says so (CC-01). */
export function passes(
  facts: { yes: number; expected: number; matter: Matter },
  day: Day,
  place?: Place,
): Count & { cite: string } {
  const half = statuteOn('CC-01.half', day, place)
  if (facts.matter === 'agreement' && half.value === true)
    return { ...isAtLeastHalf(facts.yes, facts.expected), cite: citeOf(half) }
  return { ...isMoreThanHalf(facts.yes, facts.expected), cite: citeOf(statuteOn('WC-15.majority', day, place)) }
}

/** The ways a kind of matter may be voted on: elections and appraisals by secret ballot alone. */
export const waysFor = (kind: ItemKind): readonly Way[] =>
  kind === 'elect' || kind === 'appraise' ? ['secret'] : kind === 'hear' ? ['none'] : ['secret', 'phones', 'hands']

/** What the law asks to be voted on in secret (WC-16): what is adopted or decided; another way needs its reason on record. */
export const wantsSecret = (kind: ItemKind) => kind === 'adopt' || kind === 'decide'

type Draft = { kind: ItemKind; way: Way; wayWhy: string | null; choices: readonly unknown[]; seats: number }
export function mayAddItem(
  { kind, way, wayWhy, choices, seats }: Draft,
  session: { kind: SessionKind },
  day: Day,
  place?: Place,
): Verdict {
  if (session.kind === 'joint' && (kind === 'adopt' || kind === 'decide' || kind === 'elect'))
    return refuse(
      'congress.joint',
      '联席会议不能代替职工代表大会审议通过、决定或者选举',
      citeOf(statuteOn('WC-21.jointMeeting', day, place)),
    )
  if (!waysFor(kind).includes(way))
    return refuse('congress.way', '这类议题要用无记名投票', citeOf(statuteOn('WC-16.secret', day, place)))
  if (wantsSecret(kind) && way !== 'secret' && (wayWhy ?? '').trim().length < 4)
    return refuse(
      'congress.secret',
      '重要事项应当无记名投票，改用其他方式请写明理由',
      citeOf(statuteOn('WC-16.secret', day, place)),
    )
  if (kind === 'elect' && choices.length < seats) return refuse('congress.candidates', '候选人少于应选人数')
  return kind === 'appraise' && !choices.length ? refuse('congress.candidates', '请填写评议对象') : null
}

export type Tally = Record<Mark, number>
/** Raised hands as counted: no more than are present. */
export function mayCountHands({ yes, no, abstain }: Tally, present: number): Verdict {
  return yes + no + abstain > present
    ? refuse('congress.hands', `计数 ${yes + no + abstain} 多于到会 ${present} 人，请重新清点`)
    : null
}

/** Workers, technicians and staff who are not leaders: half of the presidium or more (WC-18). */
export function presidiumFinding(members: readonly { isLeader: boolean }[], day: Day, place?: Place) {
  const law = statuteOn('WC-18.presidium', day, place)
  const workers = members.filter(({ isLeader }) => !isLeader).length
  const least = leastOf(members.length, law.value, 1000)
  return {
    ok: members.length > 0 && workers >= least,
    figures: `${workers} / ${members.length}，至少 ${least} 名`,
    cite: citeOf(law),
    says: law.says,
  }
}
