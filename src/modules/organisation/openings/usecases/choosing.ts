import { eq, sql } from 'drizzle-orm'
import { memberOf } from '#modules/organisation/members'
import { appoint } from '#modules/organisation/posts'
import { refuse } from '#law/verdict'
import { enforce, found, type Session } from '#platform/session'
import { statutesFor } from '#platform/statutes'
import type { Choice, Evidence, NewCandidate, Record, Start } from '../contract.ts'
import { criteria, criterionNames, lacksOf, mayAdd, mayChoose, mayStart, mayVote, mayWrite } from '../rules.ts'
import { candidates, openings, selections } from '../tables.ts'
import { held } from './planning.ts'

/** Files somebody as a candidate; whoever has a record in scope is filed by it. */
export async function addCandidate(session: Session, { openingId, memberId, ...facts }: NewCandidate) {
  const { db, now } = session
  const opening = await held(session, openingId)
  enforce(mayAdd(opening.state))
  const personName = memberId ? (await memberOf(session, memberId)).name : facts.personName
  if (memberId) {
    const twice = await db.$count(candidates, sql`opening_id = ${openingId} and member_id = ${memberId} and withdrawn_on is null`)
    if (twice) enforce(refuse('openings.twice', '已经是这个岗位的人选'))
  }
  const { rows } = await db.execute<{ path: string }>(sql`select path from unions where id = ${opening.unionId}`)
  const [row] = await db
    .insert(candidates)
    .values({ ...facts, unionId: opening.unionId, unionPath: rows[0]!.path, openingId, memberId, personName, at: now })
    .returning({ id: candidates.id })
  session.line.detail = { candidate: row!.id }
  return row!
}

/** A candidate with the opening held. */
async function candidateOf(session: Session, id: string) {
  const [before] = await session.db.select({ openingId: candidates.openingId }).from(candidates).where(eq(candidates.id, id))
  const opening = await held(session, found(before).openingId)
  const [candidate] = await session.db.select().from(candidates).where(eq(candidates.id, id))
  session.line.detail = { candidate: id }
  return { opening, candidate: candidate! }
}

const isOut = ({ withdrawnOn, droppedOn }: { withdrawnOn: string | null; droppedOn: string | null }) =>
  !!(withdrawnOn ?? droppedOn)

/** Evidence for each criterion, what the workers and the superior say. */
export async function assess(session: Session, { id, ...facts }: Evidence) {
  const { opening, candidate } = await candidateOf(session, id)
  enforce(mayWrite(opening.state, isOut(candidate)))
  if (opening.state === 'chosen') enforce(mayAdd(opening.state))
  const asked = facts.workersAsked === null ? { workersAsked: null, workersFor: null } : { workersFor: facts.workersFor ?? 0 }
  const superior = facts.superiorOpinion
    ? { superiorAgrees: facts.superiorAgrees ?? true }
    : { superiorAgrees: null, superiorOpinion: null }
  const texts = Object.fromEntries(criteria.map((criterion) => [criterion, facts[criterion] || null]))
  for (const criterion of criteria)
    if (facts[criterion] && facts[criterion].length < 4)
      enforce(refuse('openings.short', `${criterionNames[criterion]}的依据至少写 4 个字`))
  await session.db
    .update(candidates)
    .set({ ...facts, ...texts, ...asked, ...superior })
    .where(eq(candidates.id, id))
  return { id }
}

export async function drop(session: Session, { id, why }: { id: string; why: string }) {
  const { opening, candidate } = await candidateOf(session, id)
  enforce(mayWrite(opening.state, isOut(candidate)))
  const chosen = await session.db.$count(selections, eq(selections.candidateId, id))
  if (chosen) enforce(refuse('openings.chosen', '已经选定，不能再划去；要改请不再办理这个岗位'))
  await session.db.update(candidates).set({ droppedOn: session.today, droppedWhy: why }).where(eq(candidates.id, id))
  return { id }
}

/** The body decides: from here on it is on public notice. */
export async function choose(session: Session, { id, vote, ...facts }: Choice) {
  const { db, today, now } = session
  const { opening, candidate } = await candidateOf(session, id)
  enforce(mayWrite(opening.state, isOut(candidate)))
  if (await db.$count(selections, eq(selections.candidateId, id))) enforce(refuse('openings.chosen', '已经选定这位人选'))
  const { unionId, unionPath, openingId, memberId, personName } = candidate
  const place = await statutesFor(session, unionPath)
  enforce(mayChoose({ ...opening, today, lacks: lacksOf(candidate), ...facts }, vote, place))
  const evidence = criteria.map((criterion) => `${criterionNames[criterion]}：${candidate[criterion]}`).join('；')
  const [row] = await db
    .insert(selections)
    .values({
      ...{ unionId, unionPath, openingId, candidateId: id, memberId, personName, way: opening.way, recordedAt: now },
      ...{ ...facts, ...vote, evidence: evidence.slice(0, 1000) },
    })
    .returning({ id: selections.id })
  session.line.detail = { candidate: id, selection: row!.id }
  return row!
}

/** After the public notice: the appointment with all its rules, or the first day of somebody hired. `id` is the selection. */
export async function start(session: Session, { id, startsOn, untilOn, basis, objections }: Start) {
  const { db, today, line } = session
  const [before] = await db.select().from(selections).where(eq(selections.id, id))
  const { openingId, memberId, noticeUntil } = found(before)
  const opening = await held(session, found(openingId))
  const [selection] = await db.select().from(selections).where(eq(selections.id, id))
  enforce(mayWrite(opening.state, false) ?? mayStart(noticeUntil, startsOn, today, selection!.startsOn !== null))
  const { kind, fullTime, title, unionId } = opening
  if (kind && !memberId) enforce(refuse('openings.member', '担任工会职务的，先给本人建档，再以名单里的人登记人选'))
  const post =
    kind && memberId
      ? await appoint(session, {
          ...{ unionId, memberId, kind, title, fromOn: startsOn, fullTime, came: 'appointed', basis },
          ...(untilOn && { untilOn }),
          ties: { isHead: false, isRelativeOfHead: false, isPersonnelHead: false, isForeign: false },
        })
      : null
  await db
    .update(selections)
    .set({ startsOn, appointmentId: post?.id ?? null, objections: objections || null })
    .where(eq(selections.id, id))
  if (opening.started + 1 >= opening.seats) await db.update(openings).set({ endedOn: today }).where(eq(openings.id, opening.id))
  Object.assign(line, { unionId, subject: opening.id, detail: { selection: id, appointment: post?.id ?? null } })
  return { id }
}

/** How the holder of a post was chosen, filed afterwards. */
export async function record(session: Session, { appointmentId, vote, ...facts }: Record) {
  const { db, now, today, line } = session
  type Post = { unionId: string; unionPath: string; memberId: string; personName: string; fromOn: string }
  const { rows } = await db.execute<Post>(sql`
    select a.union_id as "unionId", a.union_path as "unionPath", a.member_id as "memberId", a.person_name as "personName", a.from_on::text as "fromOn"
    from appointments a join unions u on u.id = a.union_id where a.id = ${appointmentId} for update of a`)
  const { fromOn: _from, ...of } = found(rows[0])
  if (facts.decidedOn > today) enforce(refuse('openings.day', '决定日不能晚于今天'))
  if (await db.$count(selections, eq(selections.appointmentId, appointmentId)))
    enforce(refuse('openings.recorded', '这次任职已有选任记录'))
  enforce(mayVote(vote, facts.decidedOn, await statutesFor(session, of.unionPath)))
  const [row] = await db
    .insert(selections)
    .values({ ...of, ...facts, ...vote, appointmentId, recordedAt: now })
    .returning({ id: selections.id })
  Object.assign(line, { unionId: of.unionId, subject: row!.id, detail: { appointment: appointmentId, way: facts.way } })
  return row!
}
