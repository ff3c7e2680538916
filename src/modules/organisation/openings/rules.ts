import type { Day } from '#kit/dates'
import { isMoreThanHalf } from '#law/quorum'
import { citeOf, type Place, statuteOn } from '#law/statutes'
import { refuse, type Verdict } from '#law/verdict'
import { criteria, criterionNames, type Lack, type State } from './rules/names.ts'

export * from './rules/names.ts'

export type Dates = {
  announcedOn: Day | null
  applyUntil: Day
  endedOn: Day | null
  endedWhy: string | null
  seats: number
  chosen: number
  started: number
}

/** Where an opening stands, from its days. */
export function stateOf({ announcedOn, applyUntil, endedOn, endedWhy, chosen, seats }: Dates, today: Day): State {
  if (endedOn) return endedWhy === null ? 'filled' : 'calledOff'
  if (!announcedOn) return 'prepared'
  if (chosen >= seats) return 'chosen'
  return today <= applyUntil ? 'announced' : 'choosing'
}

export type Opinions = {
  politics: string | null
  management: string | null
  profession: string | null
  trust: string | null
  workersAsked: number | null
  superiorAgrees: boolean | null
}

/** What a candidate's file lacks, in the order in which it is asked for. */
export const lacksOf = (candidate: Opinions): Lack[] => [
  ...criteria.filter((criterion) => !candidate[criterion]),
  ...(candidate.workersAsked === null ? (['workers'] as const) : []),
  ...(candidate.superiorAgrees === null ? (['superior'] as const) : []),
]

const ended = refuse('openings.ended', '这个岗位已经办结')
export const mayChange = (state: State): Verdict =>
  state === 'prepared' ? null : refuse('openings.announced', '已经公告，岗位条件不能再改；要改请先不再办理，另开岗位')

export function mayAnnounce(state: State, applyUntil: Day, today: Day): Verdict {
  if (state !== 'prepared') return refuse('openings.announced', '已经公告')
  return applyUntil < today ? refuse('openings.late', '报名截止日已过，请先改截止日') : null
}

export const mayAdd = (state: State): Verdict =>
  state === 'announced' || state === 'choosing'
    ? null
    : state === 'prepared'
      ? refuse('openings.prepared', '先公告，再登记人选')
      : state === 'chosen'
        ? refuse('openings.chosen', '人选已定')
        : ended

/** A worker applies himself while applications are open, once, and not where he has left. */
export function mayApply(state: State, has: boolean): Verdict {
  if (state !== 'announced') return refuse('openings.closed', '不在报名期内')
  return has ? refuse('openings.twice', '您已经报名') : null
}

export const mayWrite = (state: State, out: boolean): Verdict =>
  state === 'filled' || state === 'calledOff' ? ended : out ? refuse('openings.out', '这位人选已经退出') : null

export type Vote = { entitled: number; present: number; inFavour: number; against: number }

/** More than half of those present, with more than half of all there: practice, which a union may rule otherwise. */
export function mayVote(vote: Vote | null, day: Day, place?: Place): Verdict {
  if (!vote) return null
  const { entitled, present, inFavour, against } = vote
  if (present > entitled) return refuse('openings.vote', '实到人数不能多于应到人数')
  if (inFavour + against > present) return refuse('openings.vote', '赞成和反对合计不能多于实到人数')
  const law = statuteOn('CADRE-01.majority', day, place)
  if (!law.value) return null
  if (!isMoreThanHalf(present, entitled).met)
    return refuse('openings.quorum', `应到 ${entitled} 人，实到 ${present} 人，没有超过半数`, citeOf(law))
  return isMoreThanHalf(inFavour, present).met
    ? null
    : refuse('openings.majority', `实到 ${present} 人，赞成 ${inFavour} 人，没有超过半数`, citeOf(law))
}

type Choosing = { state: State; today: Day; applyUntil: Day; lacks: readonly Lack[]; decidedOn: Day; noticeUntil: Day }

/** A choice rests on evidence for each criterion, comes after the applications, and is put on public notice. */
export function mayChoose(
  { state, today, applyUntil, lacks, decidedOn, noticeUntil }: Choosing,
  vote: Vote | null,
  place?: Place,
): Verdict {
  const wrong = mayAdd(state)
  if (wrong) return wrong
  if (today <= applyUntil) return refuse('openings.early', `报名到 ${applyUntil} 截止，之后再选定`)
  if (decidedOn > today || decidedOn <= applyUntil) return refuse('openings.day', '决定日要在报名截止之后、今天或之前')
  if (noticeUntil < decidedOn) return refuse('openings.notice', '公示截止日不能早于决定日')
  const missing = criteria.filter((criterion) => lacks.includes(criterion))
  if (missing.length)
    return refuse('openings.evidence', `还缺依据：${missing.map((criterion) => criterionNames[criterion]).join('、')}`)
  return mayVote(vote, decidedOn, place)
}

export function mayStart(noticeUntil: Day | null, startsOn: Day, today: Day, started: boolean): Verdict {
  if (started) return refuse('openings.started', '已经到岗')
  if (noticeUntil && today <= noticeUntil) return refuse('openings.notice', `公示到 ${noticeUntil} 结束，之后再办理到岗`)
  return noticeUntil && startsOn <= noticeUntil ? refuse('openings.notice', '到岗日要在公示结束之后') : null
}
