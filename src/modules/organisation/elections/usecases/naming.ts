import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { unionOf } from '#modules/organisation/unions'
import { refuse } from '#law/verdict'
import { enforce, found, personOf, type Session } from '#platform/session'
import { rulebookOf } from '#platform/statutes'
import { blockOf, compositionOf, exclusionsOf, mayNotice, mayRecommend, noticeUntil, type Ties } from '../rules.ts'
import { candidates } from '../tables.ts'
import {
  type Candidate,
  candidateOf,
  type Contest,
  contestOf,
  contestsOf,
  type Election,
  held,
  heldFor,
  note,
  placeOf,
} from './parts.ts'

const noTies: Ties = { isHead: false, isRelativeOfHead: false, isPersonnelHead: false, isForeign: false, handlesMoney: false }

type Recommended = { contestId: string; memberId: string; unitId: string; supporters: number }

/** A branch or group recommends a person for a post, with how many there stood behind it; said again, the number is replaced. */
export async function recommend(session: Session, { contestId, memberId, unitId, supporters }: Recommended) {
  const { db, today } = session
  const contest = await contestOf(session, contestId)
  const election = await heldFor(session, contest.electionId, 'nomination')
  const unit = await unionOf(session, unitId)
  if (!unit.path.startsWith(election.unionPath)) found(undefined)
  const { rows } = await db.execute<{
    name: string
    sex: 'male' | 'female' | null
    job: string | null
    unit_name: string
    listed: boolean
  }>(sql`
    select m.name, m.sex, m.job, u.name as unit_name, m.status = 'member' or (${election.kind === 'deputies'} and m.status = 'worker') as listed
    from members m join unions u on u.id = m.union_id where m.id = ${memberId} and m.merged_into is null
      and m.union_path >= ${election.unionPath} and m.union_path < ${`${election.unionPath}~`}`)
  const person = found(rows[0])
  enforce(mayRecommend(person.listed, person.name))
  const [before] = await db
    .select()
    .from(candidates)
    .where(and(eq(candidates.contestId, contestId), eq(candidates.memberId, memberId)))
  const recommended = [
    ...(before?.recommended ?? []).filter((one) => one.unitId !== unitId),
    { unitId, unitName: unit.name, supporters, on: today },
  ]
  const row = {
    ...placeOf(election),
    contestId,
    memberId,
    name: person.name,
    sex: person.sex,
    unitName: person.unit_name,
    job: person.job,
    recommended,
  }
  const [made] = before
    ? await db.update(candidates).set({ recommended }).where(eq(candidates.id, before.id)).returning({ id: candidates.id })
    : await db.insert(candidates).values(row).returning({ id: candidates.id })
  await note(session, election, 'recommended', `${unit.name}推荐${person.name}任${contest.title}`)
  return made!
}

type Checked = { id: string; isFrontLine: boolean; isModel: boolean; isManager: boolean; job: string; ties: Ties }

/** What was found out about a candidate: what he does, and what ties him to the employer's side. */
export async function check(session: Session, { id, ...facts }: Checked) {
  const candidate = await candidateOf(session, id)
  const election = await held(session, candidate.electionId)
  if (election.noticeOn) enforce(refuse('elections.noticed', '名单已经公示，不能再改；有变化请取消候选人资格并写明理由'))
  await session.db
    .update(candidates)
    .set({ ...facts, job: facts.job || null })
    .where(eq(candidates.id, id))
  await note(session, election, 'checked', candidate.name)
  return { id }
}

/** The preparatory body's list of a contest, after what most groups said: these and no others. */
export async function shortlist(session: Session, { contestId, candidateIds }: { contestId: string; candidateIds: string[] }) {
  const { db } = session
  const contest = await contestOf(session, contestId)
  const election = await heldFor(session, contest.electionId, 'nomination')
  const all = await db.select().from(candidates).where(eq(candidates.contestId, contestId))
  const union = await unionOf(session, election.unionId)
  const place = (await rulebookOf(session)).at(election.unionPath)
  const isEnterprise = ['stateEnterprise', 'privateEnterprise'].includes(union.unitType)
  for (const one of all.filter(({ id }) => candidateIds.includes(id)))
    enforce(blockOf(exclusionsOf(contest.post, asCandidate(one), isEnterprise, session.today, place)))
  await db.update(candidates).set({ isShortlisted: false }).where(eq(candidates.contestId, contestId))
  if (candidateIds.length)
    await db
      .update(candidates)
      .set({ isShortlisted: true })
      .where(and(eq(candidates.contestId, contestId), inArray(candidates.id, candidateIds), isNull(candidates.droppedOn)))
  await note(session, election, 'shortlisted', `${contest.title} ${candidateIds.length} 人`)
  return { id: contestId }
}

export const asCandidate = ({ name, sex, isFrontLine, isModel, isManager, ties }: Candidate) => ({
  ...{ name, sex, isFrontLine, isModel, isManager },
  ties: { ...noTies, ...ties },
})

/** Everything that bears on the list of a contest. */
export async function judgedList(
  session: Session,
  election: Election,
  contest: Contest,
  list: readonly Candidate[],
  isEnterprise: boolean,
) {
  const place = (await rulebookOf(session)).at(election.unionPath)
  const standing = list.filter(({ isShortlisted, droppedOn }) => isShortlisted && !droppedOn).map(asCandidate)
  return [
    ...compositionOf(contest.post, contest.title, contest.seats, standing, session.today, place),
    ...standing.flatMap((one) => exclusionsOf(contest.post, one, isEnterprise, session.today, place)),
  ]
}

/** Entered from a signed paper. */
export async function consent(session: Session, { id, isWilling }: { id: string; isWilling: boolean }) {
  const candidate = await candidateOf(session, id)
  const election = await held(session, candidate.electionId)
  await answerConsent(session, candidate, isWilling, 'paper')
  await note(session, election, isWilling ? 'consented' : 'declined', candidate.name)
  return { id }
}

/** The candidate's own answer from his phone. */
export async function consentMine(session: Session, { id, isWilling }: { id: string; isWilling: boolean }) {
  const candidate = await candidateOf(session, id)
  if (candidate.memberId !== personOf(session)) found(undefined)
  await answerConsent(session, candidate, isWilling, 'phone')
  Object.assign(session.line, { unionId: candidate.unionId, subject: candidate.electionId, detail: { isWilling } })
  return { id }
}

async function answerConsent({ db, today }: Session, { id, droppedOn }: Candidate, isWilling: boolean, how: 'phone' | 'paper') {
  if (droppedOn) enforce(refuse('elections.dropped', '已不是候选人'))
  const answer = isWilling
    ? { consentedOn: today, consentHow: how }
    : { consentedOn: null, consentHow: null, droppedOn: today, droppedWhy: '本人不同意作候选人' }
  await db.update(candidates).set(answer).where(eq(candidates.id, id))
}

/** Takes a candidate off the list, with the reason; never while his ballot is open. */
export async function drop(session: Session, { id, reason }: { id: string; reason: string }) {
  const { db, today } = session
  const candidate = await candidateOf(session, id)
  const election = await held(session, candidate.electionId)
  const { rows } = await db.execute(
    sql`select 1 from election_rounds where contest_id = ${candidate.contestId} and settled_at is null`,
  )
  if (rows.length) enforce(refuse('elections.roundOpen', '正在投票或计票，不能改动候选人'))
  await db.update(candidates).set({ droppedOn: today, droppedWhy: reason }).where(eq(candidates.id, id))
  await note(session, election, 'dropped', `${candidate.name}：${reason}`)
  return { id }
}

/** The lists are complete: long enough, no one excluded, all have agreed to stand. */
export async function completeNomination(session: Session, { id, version }: { id: string; version: number }) {
  const election = await heldFor(session, id, 'nomination', { version })
  for (const contest of await contestsOf(session, id)) await enforceList(session, election, contest)
  await note(session, election, 'nominated', null, { isNominated: true })
  return { id }
}

async function enforceList(session: Session, election: Election, contest: Contest) {
  const union = await unionOf(session, election.unionId)
  const list = await session.db
    .select()
    .from(candidates)
    .where(and(eq(candidates.contestId, contest.id), eq(candidates.isShortlisted, true), isNull(candidates.droppedOn)))
  enforce(
    blockOf(
      await judgedList(session, election, contest, list, ['stateEnterprise', 'privateEnterprise'].includes(union.unitType)),
    ),
  )
  const silent = list.find(({ consentedOn }) => !consentedOn)
  if (silent) enforce(refuse('elections.consent', `${silent.name}（${contest.title}）还没有同意作候选人`))
}

/** Puts the candidates up in order of strokes, at least as long as the law asks. */
export async function publishCandidates(
  session: Session,
  { id, version, until }: { id: string; version: number; until: string },
) {
  const { today } = session
  const election = await heldFor(session, id, 'notice', { version })
  const least = await leastNotice(session, election, election.noticeOn ?? today)
  enforce(mayNotice(until, least, today, (await rulebookOf(session)).at(election.unionPath)))
  await note(session, election, 'candidatesPublished', `公示到 ${until}`, {
    noticeOn: election.noticeOn ?? today,
    noticeUntil: until,
  })
  return { id }
}

/** The last day at least of a notice put up on a day. */
export async function leastNotice(session: Session, election: Election, on: string) {
  const union = await unionOf(session, election.unionId)
  const list = await contestsOf(session, election.id)
  const book = await rulebookOf(session)
  const facts = {
    hasChair: list.some(({ post }) => post === 'chair'),
    isEnterprise: ['stateEnterprise', 'privateEnterprise'].includes(union.unitType),
  }
  return noticeUntil(on, facts, book.calendar, book.at(election.unionPath))
}
