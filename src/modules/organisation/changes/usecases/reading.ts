import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { independentBelow, lineage, peopleAt, unionIfSeen, unionNames, unionOf } from '#modules/organisation/unions'
import { issueTicket } from '#platform/files'
import { dayOf, found, postOf, type Session } from '#platform/session'
import { statutesFor } from '#platform/statutes'
import { refuse, type Verdict } from '#law/verdict'
import { scopeOf } from '#rules/organisation/unions'
import type { Listing } from '../contract.ts'
import { concerns, mayDecide, mayUndo } from '../rules.ts'
import { changes, changeSteps } from '../tables.ts'

export const goalOf = (asked: (typeof changes.$inferSelect)['asked']) =>
  asked.kind === 'move' ? asked.parentId : asked.kind === 'merge' ? asked.intoId : null

const row = {
  id: changes.id,
  unionId: changes.unionId,
  unionName: sql<string>`(select u.name from union_directory u where u.id = union_changes.union_id)`,
  kind: changes.kind,
  state: changes.state,
  effectiveOn: changes.effectiveOn,
  waitsFor: changes.waitsFor,
  waitsForName: sql<string | null>`(select u.name from union_directory u where u.id = union_changes.waits_for)`,
  filedAt: changes.filedAt,
  decidedAt: changes.decidedAt,
  registerBy: changes.registerBy,
  registeredOn: changes.registeredOn,
}

/** Changes of one's scope, newest first; drafts of other unions are theirs until filed. */
export async function list(session: Session, { page, size, unionId, kind, state, waiting, unregistered }: Listing) {
  const { db } = session
  const where = and(
    unionId ? eq(changes.unionId, unionId) : undefined,
    kind ? eq(changes.kind, kind) : undefined,
    state ? eq(changes.state, state) : undefined,
    sql`(${changes.state} <> 'drafted' or ${changes.filedByUnion} = ${postOf(session).unionId})`,
    waiting ? and(eq(changes.state, 'filed'), eq(changes.waitsFor, postOf(session).unionId)) : undefined,
    unregistered ? and(isNotNull(changes.registerBy), isNull(changes.registeredOn)) : undefined,
  )
  const order = unregistered ? asc(changes.registerBy) : waiting ? asc(changes.filedAt) : desc(changes.createdAt)
  const rows = await db
    .select(row)
    .from(changes)
    .where(where)
    .orderBy(order, asc(changes.id))
    .limit(size)
    .offset((page - 1) * size)
  return { rows, total: await db.$count(changes, where) }
}

/** One change with its steps, what the law asks besides, and whether the post acted under may decide it. */
export async function get(session: Session, { id }: { id: string }) {
  const { db } = session
  const [head] = await db
    .select({ ...row, change: changes })
    .from(changes)
    .where(eq(changes.id, id))
  const { change, ...shown } = found(head)
  const union = await unionOf(session, change.unionId)
  const goal = goalOf(change.asked)
  const ends = change.kind === 'merge' || change.kind === 'dissolve'
  const place = await statutesFor(session, union.path, scopeOf(union.creditCode, session.place))
  return {
    ...shown,
    ...change,
    goalName: goal && ((await unionNames(session, [goal])).get(goal) ?? null),
    steps: await stepsOf(session, id),
    concerns: concerns(change.asked, change.papers, change.effectiveOn, place),
    people: ends ? await peopleAt(session, union.id) : 0,
    below: ends ? await independentBelow(session, union.id) : 0,
    decidable: await decidable(session, change, union.path),
    undoable:
      mayApprove(session) ?? mayUndo({ ...change, decidedOn: change.decidedAt && dayOf(change.decidedAt) }, session.today),
    isOutside: (await lineage(session, change.filedByUnion)).length < 2,
  }
}

const mayApprove = ({ user }: Session): Verdict =>
  user.powers.includes('unions.approve') ? null : refuse('changes.power', '您现在的职务没有批复下级组织事项的权限')

type Change = typeof changes.$inferSelect

async function decidable(session: Session, { state, filedByUnion }: Change, unionPath: string) {
  const filerPath = await pathInScope(session, filedByUnion)
  return mayApprove(session) ?? mayDecide({ state, unionPath, filerPath }, postOf(session), session.today)
}

/** The path of a union within one's scope; `null` when it lies above or beyond. */
export async function pathInScope(session: Session, id: string) {
  return (await unionIfSeen(session, id))?.path ?? null
}

async function stepsOf({ db }: Session, changeId: string) {
  const { id, step, postTitle, layer, note, at } = changeSteps
  const atUnionName = sql<string | null>`(select u.name from union_directory u where u.id = union_change_steps.at_union)`
  return db
    .select({ id, step, postTitle, layer, note, at, atUnionName })
    .from(changeSteps)
    .where(eq(changeSteps.changeId, changeId))
    .orderBy(asc(at), asc(layer))
}

const days = (from: unknown, to: unknown) => sql`extract(epoch from ${to} - ${from}) / 86400`
const rounded = (value: unknown) => sql<number>`round((${value})::numeric, 1)::float`
const median = (value: unknown) => sql`percentile_cont(0.5) within group (order by ${value})`

/** How long decisions took, by kind and before or after a day, and how long each layer took (ORG-11). */
export async function figures({ db }: Session, { split }: { split: string }) {
  const took = days(changes.filedAt, changes.decidedAt)
  const period = sql<'before' | 'after'>`case when ${changes.filedAt} < ${split}::date then 'before' else 'after' end`
  const kinds = await db
    .select({
      kind: changes.kind,
      period,
      decided: count(),
      layers: rounded(sql`avg(${changes.layers})`),
      meanDays: rounded(sql`avg(${took})`),
      medianDays: rounded(median(took)),
    })
    .from(changes)
    .where(and(inArray(changes.state, ['approved', 'undone']), isNotNull(changes.filedAt)))
    .groupBy(changes.kind, sql`2`)
    .orderBy(changes.kind, sql`2`)
  return { kinds, layers: await layerFigures(db), waiting: await db.$count(changes, eq(changes.state, 'filed')) }
}

async function layerFigures(db: Session['db']) {
  const { layer, at, changeId, step } = changeSteps
  const before = sql`lag(${at}) over (partition by ${changeId} order by ${at})`
  const timed = db.$with('timed').as(db.select({ layer, step, took: days(before, at).as('took') }).from(changeSteps))
  const decisions = and(inArray(timed.step, ['agreed', 'approved']), gte(timed.layer, 1), lt(timed.layer, 10))
  return db
    .with(timed)
    .select({
      layer: timed.layer,
      decided: count(),
      meanDays: rounded(sql`avg(${timed.took})`),
      medianDays: rounded(median(timed.took)),
    })
    .from(timed)
    .where(decisions)
    .groupBy(timed.layer)
    .orderBy(timed.layer)
}

/** A ticket for the list as a workbook, whichever page of it is on screen. */
export const exportMany = (session: Session, input: Listing) => issueTicket(session, 'changes.export', input)
