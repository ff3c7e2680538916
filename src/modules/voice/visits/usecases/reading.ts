import { and, arrayContains, asc, desc, eq, gte, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { issueTicket } from '#platform/files'
import { found, postOf, type Session } from '#platform/session'
import type { Visit, VisitListing, VisitState } from '../contract.ts'
import { fieldOf } from '#kit/merge'
import { isSealed, visitState } from '../rules.ts'
import { companions, conflicts, photos, problems, ratings, revisions, visits, type VisitEntry } from '../tables.ts'
import { namedUnions } from './points.ts'
import { problemRow, shownProblem } from './problems.ts'
import { openBoth, openChanges, wholeRecord } from './sealing.ts'

const count = (from: SQL) => sql<number>`(select count(*)::int ${from})`
const unionName = (column: SQL) => sql<string>`(select u.name from union_directory u where u.id = ${column})`
const facts = {
  unionName: unionName(sql`visits.union_id`),
  fromUnionName: unionName(sql`visits.from_union_id`),
  companions: sql<
    string[]
  >`array(select c.holder_name from visit_companions c where c.visit_id = visits.id order by c.holder_name)`,
  problems: count(sql`from visit_problems p where p.visit_id = visits.id`),
  solved: count(sql`from visit_problems p where p.visit_id = visits.id and p.resolved_on is not null`),
  grade: sql<'solved' | 'helpful' | 'formal' | null>`(select r.grade from visit_ratings r where r.visit_id = visits.id)`,
  conflicts: count(sql`from visit_conflicts c where c.visit_id = visits.id and c.chosen is null`),
}

const stateOn = (today: string) => sql<VisitState>`case when visits.dropped_at is not null then 'dropped'
  when visits.submitted_at is not null then 'submitted' when visits.version > 0 then 'drafted'
  when visits.planned_on < ${today}::date then 'overdue' else 'planned' end`

const sortable = { planned: visits.plannedOn, visited: visits.visitedOn, union: visits.unionPath, lead: visits.leadName }

/** The visits of one's scope. */
export async function list({ db, today }: Session, input: VisitListing) {
  const { page, size, sort, descending } = input
  const where = matching(input, today)
  const by = sort ? sortable[sort as keyof typeof sortable] : undefined
  const { id, unionId, leadName, plannedOn, visitedOn, themes } = visits
  const rows = await db
    .select({ id, unionId, leadName, plannedOn, visitedOn, themes, ...facts, state: stateOn(today) })
    .from(visits)
    .where(where)
    .orderBy(...(by ? [descending ? desc(by) : asc(by)] : nearest(today)), asc(visits.id))
    .limit(size)
    .offset((page - 1) * size)
  return { rows, total: await db.$count(visits, where) }
}

/** What is due or was, the latest first; then what lies ahead, the next first. */
const nearest = (today: string) => [sql`visits.planned_on > ${today}::date`, sql`abs(visits.planned_on - ${today}::date)`]

function matching({ text, state, theme, unionId, leadId, planId, from, until }: VisitListing, today: string) {
  const said = text && `%${text.replace(/[%_\\]/g, '\\$&')}%`
  return and(
    state?.length ? inArray(stateOn(today), state) : undefined,
    theme ? arrayContains(visits.themes, [theme]) : undefined,
    unionId ? eq(visits.unionId, unionId) : undefined,
    leadId ? eq(visits.leadId, leadId) : undefined,
    planId ? eq(visits.planId, planId) : undefined,
    from ? gte(visits.plannedOn, from) : undefined,
    until ? lte(visits.plannedOn, until) : undefined,
    said ? or(sql`${visits.leadName} like ${said}`, namedUnions(sql`visits.union_id`, text)) : undefined,
  )
}

/** A ticket for the list as a workbook. */
export const exportMany = (session: Session, input: VisitListing) => issueTicket(session, 'visits.export', input)

/** How much of a record the reader sees: those who went all of it, a superior the open fields, the union visited what was handed in. */
export type Sight = 'goer' | 'superior' | 'host'

/** One visit as a post sees it. */
export async function get(session: Session, { id }: { id: string }): Promise<Visit> {
  const [row] = await session.db.select().from(visits).where(eq(visits.id, id))
  const sight = postOf(session).path.startsWith(found(row).unionPath) ? 'host' : 'superior'
  return found((await details(session, eq(visits.id, id), sight))[0])
}

/** Visits with all that hangs on them, in four statements however many there are. */
export async function details(session: Session, where: SQL | undefined, sight: Sight): Promise<Visit[]> {
  const { db, today } = session
  const rows = await db
    .select({ entry: visits, ...facts })
    .from(visits)
    .where(where)
    .orderBy(asc(visits.plannedOn), asc(visits.id))
  const ids = rows.map(({ entry }) => entry.id)
  if (!ids.length) return []
  const open = await db
    .select()
    .from(conflicts)
    .where(and(inArray(conflicts.visitId, ids), isNull(conflicts.chosen)))
    .orderBy(asc(conflicts.at))
  const taken = await db.select(problemRow()).from(problems).where(inArray(problems.visitId, ids)).orderBy(asc(problems.raisedOn))
  const { visitId, id, type, size, caption, at } = photos
  const pictures = await db
    .select({ visitId, id, type, size, caption, at })
    .from(photos)
    .where(and(inArray(photos.visitId, ids), isNull(photos.removedAt)))
    .orderBy(asc(at))
  const rated = await db.select().from(ratings).where(inArray(ratings.visitId, ids))
  return rows.map(({ entry, ...rest }) => {
    const { unionId, pointId, leadId, leadName, plannedOn, visitedOn, themes, themesAsked, version, submittedAt, droppedWhy } =
      entry
    const isHidden = sight === 'host' && !submittedAt
    const record = sight === 'goer' ? wholeRecord(entry) : isHidden ? {} : entry.record
    const rating = rated.find((each) => each.visitId === entry.id)
    return {
      ...rest,
      ...{ id: entry.id, unionId, pointId, leadId, leadName, plannedOn, themesAsked, version, submittedAt, droppedWhy },
      ...{ visitedOn: isHidden ? null : visitedOn, themes: isHidden ? [] : themes, record },
      state: visitState(entry, today),
      hasSealed: sight !== 'host' && entry.sealed !== null,
      conflictsOpen:
        sight === 'host' ? [] : open.filter((each) => each.visitId === entry.id).map((each) => sideBySide(each, entry, sight)),
      problemsTaken: taken.filter((each) => each.visitId === entry.id).map((each) => shownProblem(each, today)),
      photos: isHidden
        ? []
        : pictures.filter((each) => each.visitId === entry.id).map(({ visitId: _visitId, ...photo }) => photo),
      rating: rating ? { grade: rating.grade, reason: rating.reason, byName: rating.byName, at: rating.at } : null,
    }
  })
}

/** The two values of a conflict: what stands now, however it came to stand, and what came later. */
function sideBySide(row: typeof conflicts.$inferSelect, entry: VisitEntry, sight: Sight) {
  const { id, field, stoodName, cameName, at } = row
  const isClosed = isSealed(field) && sight !== 'goer'
  const came = isClosed ? null : (openBoth(row.valuesSealed).came ?? null)
  return { id, field, stood: isClosed ? null : (fieldOf(wholeRecord(entry), field) ?? null), stoodName, came, cameName, at }
}

/** What was changed, by whom, from what to what; sealed fields only named unless the reader went. */
export async function history({ db }: Session, id: string, sight: Sight) {
  const rows = await db.select().from(revisions).where(eq(revisions.visitId, id)).orderBy(desc(revisions.version))
  return rows.map(({ version, byName, at, changesSealed }) => ({
    ...{ version, byName, at },
    changes: openChanges(changesSealed).map((change) =>
      isSealed(change.field) && sight !== 'goer' ? { field: change.field, from: null, to: null } : change,
    ),
  }))
}

/** The history as a superior reads it; to the union visited it is not there. */
export async function superiorHistory(session: Session, { id }: { id: string }) {
  const [row] = await session.db.select({ path: visits.unionPath }).from(visits).where(eq(visits.id, id))
  return postOf(session).path.startsWith(found(row).path) ? [] : history(session, id, 'superior')
}

/** Who goes on a visit: its lead and companions. */
export async function goersOf({ db }: Session, { id, leadId }: Pick<VisitEntry, 'id' | 'leadId'>) {
  const rows = await db
    .select({ id: companions.memberId, name: companions.holderName })
    .from(companions)
    .where(eq(companions.visitId, id))
  return [leadId, ...rows.map((row) => row.id)]
}
