import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Paging } from '#kit/contract'
import { unionOf } from '#modules/organisation/unions'
import { hold } from '#platform/db'
import { issueTicket } from '#platform/files'
import { enforce, found, personOf, type Session } from '#platform/session'
import { isCurrent } from '#rules/organisation/unions'
import type { Decisions, NewDecision, NewParty, Side } from './contract.ts'
import { mayDecideUntil, mayExecute, mayFinish, mayRelease } from './rules.ts'
import { decisions, parties } from './tables.ts'

const open = sql<number>`(select count(*)::int from leadership_decisions d where d.executor_id = union_parties.id and d.done_on is null)`

/** Who answers for a union on each side: those in charge first, then former ones. */
export async function listParties(session: Session, { unionId }: { unionId: string }) {
  await unionOf(session, unionId)
  const { id, side, personId, personName, title, organisation, fromOn, untilOn } = parties
  return session.db
    .select({ id, unionId: parties.unionId, side, personId, personName, title, organisation, fromOn, untilOn, open })
    .from(parties)
    .where(eq(parties.unionId, unionId))
    .orderBy(sql`${untilOn} desc nulls first`, desc(fromOn))
}

/** Names who answers on a side; whoever answered before is released the day before, his open decisions go over to the successor. */
export async function name(session: Session, { unionId, side, ...person }: NewParty) {
  const { db, line } = session
  const { path: unionPath } = await unionOf(session, unionId)
  const current = and(eq(parties.unionId, unionId), eq(parties.side, side), isNull(parties.untilOn))
  const [before] = side === 'department' ? [] : await db.select().from(parties).where(current).for('update')
  if (before) {
    const untilOn = person.fromOn < before.fromOn ? before.fromOn : person.fromOn
    await db.update(parties).set({ untilOn }).where(eq(parties.id, before.id))
  }
  const [row] = await db
    .insert(parties)
    .values({ unionId, unionPath, side, ...person })
    .returning({ id: parties.id })
  const goesOver = { executorId: row!.id, executorPerson: person.personId }
  if (before)
    await db
      .update(decisions)
      .set(goesOver)
      .where(and(eq(decisions.executorId, before.id), isNull(decisions.doneOn)))
  Object.assign(line, { unionId, subject: row!.id, detail: { side } })
  return row!
}

export async function release(session: Session, { id, untilOn }: { id: string; untilOn: string }) {
  const { db, line } = session
  await hold(db, parties, id)
  const [row] = await db.select({ party: parties, open }).from(parties).where(eq(parties.id, id))
  const { party, open: waiting } = found(row)
  enforce(mayRelease({ ...party, open: waiting }, untilOn))
  await db.update(parties).set({ untilOn }).where(eq(parties.id, id))
  Object.assign(line, { unionId: party.unionId, subject: id, detail: { side: party.side } })
  return { id }
}

function decisionRow() {
  const { id, unionId, decidedOn, meeting, decision, executorId, dueOn, doneOn, outcome, version } = decisions
  const unionName = sql<string>`(select u.name from union_directory u where u.id = leadership_decisions.union_id)`
  return { id, unionId, unionName, decidedOn, meeting, decision, executorId, dueOn, doneOn, outcome, version }
}

/** Decisions of one's scope, what is due first. */
export async function listDecisions({ db, today }: Session, { page, size, unionId, open: isOpen, late, side }: Decisions) {
  const where = and(
    unionId ? eq(decisions.unionId, unionId) : undefined,
    isOpen ? isNull(decisions.doneOn) : undefined,
    late ? sql`coalesce(${decisions.doneOn}, ${today}::date) > ${decisions.dueOn}` : undefined,
    side ? eq(parties.side, side) : undefined,
  )
  const of = { ...decisionRow(), executorName: parties.personName, executorSide: parties.side }
  const rows = await db
    .select(of)
    .from(decisions)
    .innerJoin(parties, eq(parties.id, decisions.executorId))
    .where(where)
    .orderBy(sql`(${decisions.doneOn} is null) desc`, asc(decisions.dueOn), asc(decisions.id))
    .limit(size)
    .offset((page - 1) * size)
  const [counted] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(decisions)
    .innerJoin(parties, eq(parties.id, decisions.executorId))
    .where(where)
  return { rows, total: counted!.total }
}

export async function decide(session: Session, { unionId, executorId, ...facts }: NewDecision) {
  const { db, now, today, line } = session
  const { path: unionPath } = await unionOf(session, unionId)
  const [party] = await db.select().from(parties).where(eq(parties.id, executorId)).for('update')
  enforce(mayDecideUntil(facts.decidedOn, facts.dueOn, today) ?? mayExecute(found(party), unionId))
  const executor = { executorId, executorPerson: party!.personId }
  const [row] = await db
    .insert(decisions)
    .values({ unionId, unionPath, ...executor, ...facts, createdAt: now })
    .returning({ id: decisions.id })
  Object.assign(line, { unionId, subject: row!.id })
  return row!
}

type Finish = { id: string; version: number; doneOn: string; outcome: string }

/** Marks a decision as carried out: by the union's cadre, or by the executor himself (`finishMine`: the database shows him only his own). */
export async function finish(session: Session, { id, version, doneOn, outcome }: Finish) {
  const { db, today, line } = session
  await hold(db, decisions, id)
  const [row] = await db.select().from(decisions).where(eq(decisions.id, id))
  enforce(isCurrent(found(row).version, version) ?? mayFinish(row!, doneOn, today))
  await db
    .update(decisions)
    .set({ doneOn, outcome, version: version + 1 })
    .where(eq(decisions.id, id))
  Object.assign(line, { unionId: row!.unionId, subject: id })
  return { id }
}

export async function mine(session: Session) {
  const own = and(eq(decisions.executorPerson, personOf(session)), isNull(decisions.doneOn))
  return session.db
    .select({ ...decisionRow(), executorSide: parties.side })
    .from(decisions)
    .innerJoin(parties, eq(parties.id, decisions.executorId))
    .where(own)
    .orderBy(asc(decisions.dueOn))
}

/** Unions of their own that have someone named on every side. */
const sidesNamed = sql`(select count(distinct p.side) from union_parties p where p.union_id = u.id and p.until_on is null)`
const ofTheirOwn = sql`u.kind not in ('branch', 'group') and u.state = 'active'`

/** Share of unions with all four sides named, of decisions done, and done on time (ORG-01). */
export async function figures({ db, today }: Session) {
  const { rows } = await db.execute<{ unions: number; complete: number }>(
    sql`select count(*)::int unions, count(*) filter (where ${sidesNamed} = 4)::int complete from unions u where ${ofTheirOwn}`,
  )
  const count = (when: unknown) => sql<number>`count(*) filter (where ${when})::int`
  const [decided] = await db
    .select({
      decisions: sql<number>`count(*)::int`,
      done: count(sql`${decisions.doneOn} is not null`),
      onTime: count(sql`${decisions.doneOn} <= ${decisions.dueOn}`),
      late: count(sql`coalesce(${decisions.doneOn}, ${today}::date) > ${decisions.dueOn}`),
    })
    .from(decisions)
  return { ...rows[0]!, ...decided! }
}

/** The list behind the figure: unions of which a side is not named. */
export async function incomplete({ db }: Session, { page, size }: Paging) {
  const { rows } = await db.execute<{ id: string; name: string; missing: Side[]; total: number }>(sql`
    select u.id, u.name, count(*) over ()::int total,
      array(select s from unnest(array['party', 'administration', 'union', 'department']) s
        where not exists (select from union_parties p where p.union_id = u.id and p.until_on is null and p.side = s)) missing
    from unions u where ${ofTheirOwn} and ${sidesNamed} < 4 order by u.path limit ${size} offset ${(page - 1) * size}`)
  return { rows: rows.map(({ id, name: unionName, missing }) => ({ id, name: unionName, missing })), total: rows[0]?.total ?? 0 }
}

export const exportMany = (session: Session, input: Decisions) => issueTicket(session, 'leadership.export', input)
