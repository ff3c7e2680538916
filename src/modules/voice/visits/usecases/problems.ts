import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import { hold } from '#platform/db'
import { issueTicket } from '#platform/files'
import { enforce, found, personOf, postOf, type Session } from '#platform/session'
import type { NewProblem, Problem, ProblemListing, ProblemState } from '../contract.ts'
import { mayConfirm, mayFeedBack, mayHand, mayRaise, maySettle, problemState } from '../rules.ts'
import { companions, problems, problemSteps, visits, type ProblemEntry } from '../tables.ts'
import { namedUnions } from './points.ts'
import { holdersAt, nameOf } from './who.ts'

export const problemRow = () => {
  const { id, visitId, matter, raisedBy, raisedOn, ownerId, ownerName, dueOn, result, resolvedOn, feedback } = problems
  const { fedBackOn, confirmedBy, confirmedOn, reopened, version } = problems
  return {
    ...{ id, visitId, matter, raisedBy, raisedOn, ownerId, ownerName, dueOn, result, resolvedOn, feedback },
    ...{ fedBackOn, confirmedBy, confirmedOn, reopened, version },
    unionName: sql<string>`(select u.name from union_directory u where u.id = visit_problems.union_id)`,
  }
}
type Row = Omit<Problem, 'state'>
export const shownProblem = (row: Row, today: string): Problem => ({ ...row, state: problemState(row, today) })

const stateOn = (today: string) => sql<ProblemState>`case when visit_problems.confirmed_on is not null then 'confirmed'
  when visit_problems.fed_back_on is not null then 'fedBack' when visit_problems.resolved_on is not null then 'resolved'
  when visit_problems.due_on < ${today}::date then 'overdue' else 'open' end`

/** The problems of one's scope, the most urgent first. */
export async function list({ db, today }: Session, { page, size, text, state, unionId, ownerId }: ProblemListing) {
  const said = text && `%${text.replace(/[%_\\]/g, '\\$&')}%`
  const where = and(
    state?.length ? inArray(stateOn(today), state) : undefined,
    unionId ? eq(problems.unionId, unionId) : undefined,
    ownerId ? eq(problems.ownerId, ownerId) : undefined,
    said
      ? or(
          sql`${problems.matter} like ${said}`,
          sql`${problems.ownerName} like ${said}`,
          namedUnions(sql`visit_problems.union_id`, text),
        )
      : undefined,
  )
  const rows = await db
    .select(problemRow())
    .from(problems)
    .where(where)
    .orderBy(sql`visit_problems.resolved_on is not null`, asc(problems.dueOn), asc(problems.id))
    .limit(size)
    .offset((page - 1) * size)
  return { rows: rows.map((row) => shownProblem(row, today)), total: await db.$count(problems, where) }
}

export const exportProblems = (session: Session, input: ProblemListing) => issueTicket(session, 'visits.exportProblems', input)

export async function steps({ db }: Session, { id }: { id: string }) {
  const { kind, onDay, note, byName, at } = problemSteps
  return db.select({ kind, onDay, note, byName, at }).from(problemSteps).where(eq(problemSteps.problemId, id)).orderBy(asc(at))
}

/** Takes up a problem on a visit one went on; one solved on the spot carries its result. */
export async function raise(session: Session, { id, visitId, ownerId, result, ...asked }: NewProblem) {
  const { db, today, line } = session
  enforce(mayRaise(asked, today))
  const [visit] = await db.select().from(visits).where(eq(visits.id, visitId))
  const { unionId, unionPath } = found(visit)
  const owner = await ownerOf(session, visit!, ownerId ?? personOf(session))
  const solved = result ? { result, resolvedOn: asked.raisedOn } : {}
  const [row] = await db
    .insert(problems)
    .values({ id, visitId, unionId, unionPath, ...asked, ...owner, ...solved })
    .returning()
  await leave(session, row!, 'raised', asked.raisedOn, asked.matter)
  if (result) await leave(session, row!, 'settled', asked.raisedOn, result)
  Object.assign(line, { unionId, subject: id, detail: { visit: visitId, due: asked.dueOn, onTheSpot: Boolean(result) } })
  return { id }
}

/** One of those who went: whoever else is to answer for it is named by the office. */
async function ownerOf(session: Session, visit: typeof visits.$inferSelect, wanted: string) {
  if (wanted === visit.leadId) return { ownerId: wanted, ownerName: visit.leadName }
  const [companion] = await session.db
    .select()
    .from(companions)
    .where(and(eq(companions.visitId, visit.id), eq(companions.memberId, wanted)))
  return { ownerId: wanted, ownerName: found(companion).holderName }
}

export async function settle(session: Session, { id, on, result }: { id: string; on: string; result: string }) {
  const row = await held(session, id)
  enforce(maySettle(row, on, session.today))
  await change(session, row, { result, resolvedOn: on })
  await leave(session, row, 'settled', on, result)
  return { id }
}

export async function feedBack(session: Session, { id, on, feedback }: { id: string; on: string; feedback: string }) {
  const row = await held(session, id)
  enforce(mayFeedBack(row, on, session.today))
  await change(session, row, { feedback, fedBackOn: on })
  await leave(session, row, 'fedBack', on, feedback)
  return { id }
}

type Answer = { id: string; isSolved: boolean; by: 'people' | 'union'; note: string | null }

/** The union whose people raised it says whether it is solved; if not, it is open again and its result stays in the steps. */
export async function confirm(session: Session, { id, isSolved, by, note }: Answer) {
  const { today, user } = session
  const row = await held(session, id)
  enforce(mayConfirm(row, { unionId: postOf(session).unionId, person: user.person }))
  if (isSolved) await change(session, row, { confirmedBy: by, confirmedOn: today })
  else {
    const again = { result: null, resolvedOn: null, feedback: null, fedBackOn: null, reopened: row.reopened + 1 }
    await change(session, row, again)
  }
  await leave(session, row, isSolved ? 'confirmed' : 'disputed', today, note)
  Object.assign(session.line, { detail: { isSolved, by } })
  return { id }
}

type Handing = { id: string; memberId: string; dueOn: string; reason: string }

/** The office gives a problem to somebody in office at its union, with a new due day. */
export async function hand(session: Session, { id, memberId, dueOn, reason }: Handing) {
  const row = await held(session, id)
  enforce(mayHand(row, dueOn, session.today))
  const [owner] = await holdersAt(session, postOf(session).unionId, session.today, [memberId])
  await change(session, row, { ownerId: memberId, ownerName: found(owner).name, dueOn })
  await leave(session, row, 'handed', session.today, `转给${owner!.name}：${reason}`)
  return { id }
}

async function held({ db, line }: Session, id: string) {
  await hold(db, problems, id)
  const [row] = await db.select().from(problems).where(eq(problems.id, id))
  Object.assign(line, { unionId: found(row).unionId, subject: id })
  return row!
}

const change = ({ db }: Session, row: ProblemEntry, set: Partial<ProblemEntry>) =>
  db
    .update(problems)
    .set({ ...set, version: row.version + 1 })
    .where(eq(problems.id, row.id))

type Kind = (typeof problemSteps.$inferSelect)['kind']
async function leave(session: Session, row: ProblemEntry, kind: Kind, onDay: string, note: string | null) {
  const { db, user, now } = session
  const { id: problemId, unionId, unionPath } = row
  const by = { byAccount: user.account ?? null, byName: await nameOf(session), at: now }
  await db.insert(problemSteps).values({ problemId, unionId, unionPath, kind, onDay, note, ...by })
}
