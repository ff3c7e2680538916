import { and, asc, desc, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { electedBy } from '#modules/organisation/elections'
import { unionOf } from '#modules/organisation/unions'
import { found, personOf, type Session } from '#platform/session'
import { statutesFor } from '#platform/statutes'
import type { Listing } from '../contract.ts'
import { type Composition, type CongressScope, judgeComposition, seatsNeeded } from '../rules.ts'
import { committeeMembers, committees, deputies, terms, units } from '../tables.ts'

export type Term = typeof terms.$inferSelect

/** The term of a union that runs on the session's day, else its newest. */
export async function termOf({ db, today }: Session, unionId: string): Promise<Term | undefined> {
  const all = await db.select().from(terms).where(eq(terms.unionId, unionId)).orderBy(desc(terms.startsOn))
  return all.find(({ startsOn, endsOn, delayedUntil }) => startsOn <= today && today <= (delayedUntil ?? endsOn)) ?? all[0]
}

// The table is named: in a query of one table a column stands bare, and the inner table has an id of its own.
const filled = sql<number>`(select count(*)::int from deputies d where d.electoral_unit_id = ${units}.id and d.until is null)`
/** The electoral units of a term, with how many seats are taken. */
export const unitsOf = ({ db }: Pick<Session, 'db'>, termId: string) =>
  db
    .select({
      id: units.id,
      name: units.name,
      coversUnionId: units.coversUnionId,
      staff: units.staff,
      seats: units.seats,
      filled,
    })
    .from(units)
    .where(eq(units.termId, termId))
    .orderBy(asc(units.position))

export async function compositionOf({ db }: Pick<Session, 'db'>, term: Term): Promise<Composition> {
  const { rows } = await db.execute<Omit<Composition, 'seats'>>(sql`select count(*)::int filled,
    count(*) filter (where is_manager)::int managers, count(*) filter (where is_woman)::int women,
    count(*) filter (where is_front_line)::int as "frontLine" from deputies where term_id = ${term.id} and until is null`)
  return { seats: term.seats, ...rows[0]! }
}

/** A union's congress: its terms, the running one with units, committees and what the rules say of who sits. */
export async function overview(session: Session, { unionId }: { unionId: string }) {
  const union = await unionOf(session, unionId)
  const { db, today } = session
  const all = await db.select().from(terms).where(eq(terms.unionId, unionId)).orderBy(desc(terms.number))
  const term = await termOf(session, unionId)
  if (!term)
    return {
      unionName: union.name,
      terms: all,
      term: null,
      units: [],
      committees: [],
      findings: [],
      filled: 0,
      vacant: 0,
      elected: 0,
    }
  const own = await unitsOf(session, term.id)
  const composition = await compositionOf(session, term)
  const place = await statutesFor(session, union.path)
  return {
    unionName: union.name,
    terms: all,
    term,
    units: own,
    committees: await committeesOf(session, term.id),
    findings: judgeComposition(term, composition, today, place),
    filled: composition.filled,
    vacant: term.seats - composition.filled,
    elected: (await electedBy(session, unionId, 'deputies')).length,
  }
}

export async function committeesOf({ db }: Pick<Session, 'db'>, termId: string) {
  const rows = await db
    .select()
    .from(committees)
    .where(and(eq(committees.termId, termId), isNull(committees.endedOn)))
    .orderBy(asc(committees.title))
  const members = await db
    .select({
      committeeId: committeeMembers.committeeId,
      memberId: committeeMembers.memberId,
      name: committeeMembers.name,
      isHead: committeeMembers.isHead,
    })
    .from(committeeMembers)
    .innerJoin(committees, eq(committees.id, committeeMembers.committeeId))
    .where(eq(committees.termId, termId))
    .orderBy(desc(committeeMembers.isHead), asc(committeeMembers.name))
  return rows.map((row) => ({ ...row, members: members.filter(({ committeeId }) => committeeId === row.id) }))
}

/** The calculator: how many deputies a workforce asks for, by the rule of the place. */
export async function quota(
  session: Session,
  {
    unionId,
    staff,
    women,
    scope,
    seats,
  }: { unionId: string; staff: number; women: number; scope: CongressScope; seats?: number | undefined },
) {
  const { path } = await unionOf(session, unionId)
  const place = await statutesFor(session, path)
  const { needed, working } = seatsNeeded(staff, session.today, place)
  const none = { filled: 0, managers: 0, women: 0, frontLine: 0 }
  return {
    needed,
    working,
    findings: judgeComposition({ staff, women, scope }, { seats: seats ?? needed, ...none }, session.today, place),
  }
}

const isLapsed = sql<boolean>`${deputies.until} is null and not exists (select from members m where m.id = ${deputies.memberId}
  and m.status in ('worker', 'member', 'retained') and m.union_path >= ${deputies.unionPath} and m.union_path < ${deputies.unionPath} || '~')`
const states: Record<NonNullable<Listing['state']>, SQL> = {
  sitting: sql`${deputies.until} is null and not (${isLapsed})`,
  ended: sql`${deputies.until} is not null`,
  lapsed: isLapsed,
}

/** The roll of deputies (职工代表花名册). */
export async function list(session: Session, { unionId, termId, unitId, text, state, page, size }: Listing) {
  await unionOf(session, unionId)
  const { db } = session
  const term = termId ?? (await termOf(session, unionId))?.id
  if (!term) return { rows: [], total: 0 }
  const where = and(
    eq(deputies.unionId, unionId),
    eq(deputies.termId, term),
    unitId ? eq(deputies.electoralUnitId, unitId) : undefined,
    text ? sql`(strpos(${deputies.name}, ${text}) > 0 or strpos(${units.name}, ${text}) > 0)` : undefined,
    state && states[state],
  )
  const from = () =>
    db.select({ n: sql<number>`count(*)::int` }).from(deputies).innerJoin(units, eq(units.id, deputies.electoralUnitId))
  const [counted] = await from().where(where)
  const rows = await db
    .select({ deputy: deputies, unitId: units.id, unitName: units.name, isLapsed })
    .from(deputies)
    .innerJoin(units, eq(units.id, deputies.electoralUnitId))
    .where(where)
    .orderBy(asc(units.position), sql`${deputies.until} nulls first`, asc(deputies.name), asc(deputies.id))
    .limit(size)
    .offset((page - 1) * size)
  return { rows: rows.map(({ deputy, ...rest }) => ({ ...deputy, ...rest })), total: counted!.n }
}

/** The worker's own deputies, by electoral unit; the one of his branch first. */
export async function mine(session: Session) {
  const { db, today } = session
  const me = personOf(session)
  const { rows } =
    await db.execute<Mine>(sql`select t.id as "termId", t.number, t.ends_on::text as "endsOn", d.name as "unionName",
      u.id, u.name, coalesce(exists (select from members m where m.id = ${me} and (m.union_id = u.covers_union_id)), false) as "isMine",
      coalesce((select array_agg(s.name order by s.name) from deputies s where s.electoral_unit_id = u.id and s.until is null), '{}') deputies,
      exists (select from deputies s where s.electoral_unit_id = u.id and s.until is null and s.member_id = ${me}) as "isDeputy"
    from congress_terms t join union_directory d on d.id = t.union_id join deputy_units u on u.term_id = t.id
    where t.starts_on <= ${today}::date and ${today}::date <= coalesce(t.delayed_until, t.ends_on)
    order by t.union_path desc, "isMine" desc, u.position`)
  const byTerm = Map.groupBy(rows, ({ termId }) => termId)
  return [...byTerm.values()].map((all) => ({
    ...all[0]!,
    isDeputy: all.some(({ isDeputy }) => isDeputy),
    units: all.map(({ id, name, isMine, deputies: names }) => ({ id, name, isMine, deputies: names })),
  }))
}
type Mine = {
  termId: string
  number: number
  endsOn: string
  unionName: string
  id: string
  name: string
  isMine: boolean
  deputies: string[]
  isDeputy: boolean
}

export async function termById({ db }: Pick<Session, 'db'>, id: string): Promise<Term> {
  const [row] = await db.select().from(terms).where(eq(terms.id, id))
  return found(row)
}
