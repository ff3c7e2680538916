import type { Day } from '#kit/dates'
import { isMoreThanHalf } from '#law/quorum'
import { citeOf, type Place, statuteOn } from '#law/statutes'
import { refuse, type Verdict } from '#law/verdict'
import type { Answer, ContestPost, Electorate, ElectionState, FilingKind, OfficerRole, RoundKind } from './rules/names.ts'

import type { Result } from './rules/result.ts'

export * from './rules/candidates.ts'
export * from './rules/chain.ts'
export * from './rules/counting.ts'
export * from './rules/findings.ts'
export * from './rules/names.ts'
export * from './rules/dossier.ts'
export * from './rules/papers.ts'
export * from './rules/plan.ts'
export * from './rules/result.ts'
export * from './rules/results.ts'
export * from './rules/script.ts'
export * from './rules/seats.ts'

/** One election of a kind at a time: the next begins when the last is decided. */
export function mayOpen(open: { title: string; openedOn: Day } | undefined): Verdict {
  return open ? refuse('elections.open', `“${open.title}”（${open.openedOn} 开始）还在办理，请先办完或撤回`) : null
}

export function mayChange(state: ElectionState): Verdict {
  return state === 'open' ? null : refuse('elections.closed', '这次选举已经结束，不能再改')
}

/** Who leads until the chair is elected anew: a vice-chair or member, while the seat is empty and its by-election is under way (ELEC-30). */
export function mayLead(facts: {
  electsChair: boolean
  isVacant: boolean
  isOfCommittee: boolean
  until: Day | undefined
  today: Day
  hasReason: boolean
}): Verdict {
  const cite = citeOf(statuteOn('ELEC-30.acting', facts.today))
  if (!facts.electsChair) return refuse('elections.notChair', '先发起补选主席，再报谁主持工作', cite)
  if (!facts.isVacant) return refuse('elections.notVacant', '主席没有空缺，不需要另外由人主持工作', cite)
  if (!facts.isOfCommittee) return refuse('elections.notOfCommittee', '由现任副主席或者委员主持工作', cite)
  if (!facts.until || facts.until <= facts.today) return refuse('elections.until', '请写明主持到哪一天', cite)
  return facts.hasReason ? null : refuse('elections.reason', '请写明主席空缺的原因和党组织的意见，至少 4 个字', cite)
}

/** The superior answers, not the union itself; a federation at the top of this platform notes its own superior's document. */
export function mayAnswer({
  actsFromAbove,
  isRoot,
  isAnswered,
}: {
  actsFromAbove: boolean
  isRoot: boolean
  isAnswered: boolean
}): Verdict {
  if (isAnswered) return refuse('elections.answered', '这次报送已经答复')
  return actsFromAbove || isRoot
    ? null
    : refuse('elections.superior', '由上一级工会答复，本工会不能给自己批复', '《工会法》第十二条')
}

export function mayAnswerWith(what: FilingKind, answer: Answer, { number, reason }: { number: string; reason: string }): Verdict {
  if (answer === 'redo' && what !== 'result') return refuse('elections.redo', '只有选举结果可以责令重新选举')
  if (answer !== 'agreed' && reason.trim().length < 4) return refuse('elections.reason', '请写明理由，至少 4 个字')
  if (what === 'result' && answer === 'agreed' && number.trim().length < 4)
    return refuse('elections.number', '请写明批复文号，至少 4 个字')
  return null
}

/** The roll stands open for challenges before it is frozen; every challenge is answered first. */
export function mayFreeze(facts: {
  publishedOn: Day | null
  until: Day | null
  today: Day
  unanswered: number
  count: number
}): Verdict {
  const { publishedOn, until, today, unanswered, count } = facts
  if (!count) return refuse('elections.rollEmpty', '名册是空的，请先生成名册')
  if (!publishedOn || !until) return refuse('elections.rollUnpublished', '名册还没有公布')
  if (unanswered) return refuse('elections.rollChallenges', `还有 ${unanswered} 件对名册的意见没有答复`)
  return today > until ? null : refuse('elections.rollOpen', `名册公布到 ${until}，期满后才能定稿`)
}

/** Once the roll is frozen nobody is added or struck off: its hash is what everyone may check. */
export function mayAmendRoll(isFrozen: boolean): Verdict {
  return isFrozen ? refuse('elections.rollFrozen', '名册已定稿，不能再增减') : null
}

export function mayNoticeEnd(facts: { until: Day | null; today: Day; unanswered: number }): boolean {
  return facts.until !== null && facts.today > facts.until && facts.unanswered === 0
}

/** Scrutineers and tellers are not candidates; there is a chief scrutineer, and at least two tellers count twice (ELEC-22). */
export function mayAdopt(
  officers: readonly { role: OfficerRole; name: string; isCandidate: boolean }[],
  vote: { present: number; yes: number },
  day: Day,
  place?: Place,
): Verdict {
  const cite = citeOf(statuteOn('ELEC-22.scrutineers', day, place))
  const candidate = officers.find(({ isCandidate }) => isCandidate)
  if (candidate) return refuse('elections.officerCandidate', `${candidate.name}是候选人，不能监票、计票`, cite)
  const has = (...roles: OfficerRole[]) => officers.filter(({ role }) => roles.includes(role)).length
  if (!has('chiefScrutineer')) return refuse('elections.officers', '请提名一名总监票人', cite)
  if (has('chiefTeller', 'teller') < 2) return refuse('elections.officers', '请提名至少两名计票人，选票由两人各计一遍', cite)
  if (vote.yes > vote.present) return refuse('elections.vote', '赞成人数不能多于到会人数')
  const { met, working } = isMoreThanHalf(vote.yes, vote.present)
  return met ? null : refuse('elections.adopt', `没有过半数通过：${working}`, cite)
}

/** A ballot opens for people who are nominated; they consented before nomination was complete; chair and vice-chair come from the newly elected committee (ELEC-13). */
export function mayOpenRound(facts: {
  kind: RoundKind
  hasOpen: boolean
  isSettled: boolean
  candidates: readonly { name: string; isOfBody: boolean }[]
  body: string | null
}): Verdict {
  if (facts.hasOpen) return refuse('elections.roundOpen', '这一项正在投票或计票')
  if (facts.isSettled) return refuse('elections.roundSettled', '这一项已经选出')
  if (!facts.candidates.length)
    return refuse('elections.noCandidates', '还没有候选人', citeOf(statuteOn('ELEC-07.nominated', '2026-01-01')))
  const outside = facts.body === null ? undefined : facts.candidates.find(({ isOfBody }) => !isOfBody)
  return outside
    ? refuse(
        'elections.outside',
        `${outside.name}没有当选${facts.body}，不能作这一项的候选人`,
        citeOf(statuteOn('ELEC-13.chair', '2026-01-01')),
      )
    : null
}

/** One voter, one ballot: on paper or on the phone, whoever came, once. */
export function mayIssue({
  isPresent,
  hasPaper,
  hasOnline,
  isOpen,
}: {
  isPresent: boolean
  hasPaper: boolean
  hasOnline: boolean
  isOpen: boolean
}): Verdict {
  if (!isOpen) return refuse('elections.roundClosed', '现在没有正在投票的项目')
  if (hasPaper) return refuse('elections.issued', '已经领过纸质选票')
  if (hasOnline) return refuse('elections.issuedOnline', '已经在手机上领取投票资格，不能再领纸质选票')
  return isPresent
    ? null
    : refuse('elections.absent', '还没有签到；不能委托他人投票', citeOf(statuteOn('ELEC-15.secret', '2026-01-01')))
}

/** Seats may be reduced when close to full and still within the band, by more than half of those who should attend (ELEC-21). */
export function mayReduce(
  facts: { elected: number; least: number; yes: number; expected: number },
  day: Day,
  place?: Place,
): Verdict {
  const cite = citeOf(statuteOn('ELEC-21.gap', day, place))
  if (facts.elected < facts.least)
    return refuse('elections.tooFew', `已选出 ${facts.elected} 人，减少后少于规定的 ${facts.least} 人，应当另行选举`, cite)
  const { met, working } = isMoreThanHalf(facts.yes, facts.expected)
  return met ? null : refuse('elections.reduce', `减少名额没有过半数通过：${working}`, cite)
}

/** The second teller counts for himself: never the same person twice, and neither sees the other's numbers first. */
export function mayEnter({ seats, teller }: { seats: readonly string[]; teller: string }): Verdict {
  if (seats.includes(teller)) return refuse('elections.sameTeller', '同一名计票人不能录两遍，请另一名计票人录入')
  return seats.length >= 2 ? refuse('elections.twice', '两名计票人都已录入') : null
}

type Ran = { kind: RoundKind; settledAt: Date | null; result: Result | null }

/** What the next ballot of a contest is: a primary first where planned; after a tie the tied alone; after too few the seats left; after nothing, the same again. */
export function nextRound(
  seats: number,
  ran: readonly Ran[],
  hasPrimary: boolean,
): { kind: RoundKind; seats: number; among: string[] | null } {
  const done = ran.filter(({ settledAt }) => settledAt)
  const real = done.filter(
    ({ kind, result }) => kind !== 'primary' && result && result.outcome !== 'void' && result.outcome !== 'noQuorum',
  )
  if (hasPrimary && !done.some(({ kind, result }) => kind === 'primary' && result?.outcome === 'complete'))
    return { kind: 'primary', seats, among: null }
  const left = seats - real.reduce((sum, { result }) => sum + result!.elected.length, 0)
  const last = real.at(-1)
  if (last?.result!.outcome === 'tied') return { kind: 'runOff', seats: left, among: last.result!.tied.map(({ id }) => id) }
  return { kind: last ? 'gap' : 'main', seats: Math.max(left, 1), among: null }
}

/** The contest whose winners elect this one and may stand in it (ELEC-13). */
export function bodyOf<C extends { post: ContestPost; electorate: Electorate }>(
  { post, electorate }: C,
  all: readonly C[],
): C | undefined {
  const of = (body: ContestPost) => all.find((one) => one.post === body)
  if (electorate === 'audit') return of('audit')
  if (electorate === 'women') return of('women')
  const isLeader = post === 'chair' || post === 'viceChair'
  if (electorate === 'committee') return (isLeader && of('standing')) || of('committee')
  return isLeader ? of('committee') : undefined
}
