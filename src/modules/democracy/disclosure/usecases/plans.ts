import { and, asc, desc, eq, inArray, isNull, ne, notExists, sql } from 'drizzle-orm'
import { unionOf } from '#modules/organisation/unions'
import { hold } from '#platform/db'
import { enforce, found, postOf, type Session } from '#platform/session'
import { statutesFor } from '#platform/statutes'
import type { Facts, Kind } from '../contract.ts'
import { horizonOf, mayAdjust, mayAdopt, mayPlan, occurrences } from '../rules.ts'
import { basisOf, templateOf } from '../rules/templates.ts'
import { changes, entries, items, plans, versions } from '../tables.ts'
import { kindNames } from '../rules/names.ts'

/** The plans of a union with their catalogues and how these were adjusted: in force and draft first. */
export async function listPlans(session: Session, { unionId }: { unionId: string }) {
  await unionOf(session, unionId)
  const { db } = session
  const rows = await db
    .select()
    .from(plans)
    .where(eq(plans.unionId, unionId))
    .orderBy(sql`${plans.replacedOn} desc nulls first`, desc(plans.madeAt))
  if (!rows.length) return []
  const of = inArray(
    entries.planId,
    rows.map(({ id }) => id),
  )
  const lines = await db.select().from(entries).where(of).orderBy(asc(entries.position))
  const { id, entryId, reason, byPost, at } = changes
  const adjusted = await db
    .select({ id, entryId, reason, byPost, at, planId: entries.planId, title: entries.title })
    .from(changes)
    .innerJoin(entries, eq(entries.id, entryId))
    .where(of)
    .orderBy(desc(at))
  return rows.map((plan) => ({
    ...plan,
    entries: lines.filter(({ planId }) => planId === plan.id),
    changes: adjusted.filter(({ planId }) => planId === plan.id),
  }))
}

/** A draft from the template of the kind of unit; a second press gives the same draft. */
export async function begin(
  session: Session,
  { unionId, kind, basis }: { unionId: string; kind: Kind; basis?: string | undefined },
) {
  const { db, now, today, line } = session
  const union = await unionOf(session, unionId)
  enforce(mayPlan(kind, union))
  const drafted = and(eq(plans.unionId, unionId), eq(plans.kind, kind), isNull(plans.adoptedOn))
  const [before] = await db.select({ id: plans.id }).from(plans).where(drafted)
  if (before) return before
  const place = { unionId, unionPath: union.path }
  const title = `${union.unitName ?? union.name}${kindNames[kind]}实施方案`.slice(0, 80)
  const [plan] = await db
    .insert(plans)
    .values({ ...place, kind, title, basis: basis ?? basisOf[kind], madeAt: now })
    .returning({ id: plans.id })
  const days = (await statutesFor(session, union.path)).on('DISC-08.publish', today).value as number
  const lines = templateOf(kind, union.unitType, days).map((facts, position) => ({
    ...place,
    ...facts,
    planId: plan!.id,
    position,
  }))
  await db.insert(entries).values(lines)
  Object.assign(line, { unionId, subject: plan!.id, detail: { kind } })
  return plan!
}

async function planHeld({ db }: Session, id: string) {
  await hold(db, plans, id)
  const [plan] = await db.select().from(plans).where(eq(plans.id, id))
  return found(plan)
}

/** A line of the catalogue as it shall be; of an adopted one the former wording and the reason are kept. */
export async function saveEntry(
  session: Session,
  { planId, id, reason, ...facts }: Facts & { planId: string; id: string | null; reason: string | null },
) {
  const { db, now, line } = session
  const plan = await planHeld(session, planId)
  enforce(mayAdjust(plan, reason))
  const place = { unionId: plan.unionId, unionPath: plan.unionPath }
  const [before] = id
    ? await db
        .select()
        .from(entries)
        .where(and(eq(entries.id, id), eq(entries.planId, planId)))
    : []
  if (id)
    await db
      .update(entries)
      .set(facts)
      .where(eq(entries.id, found(before).id))
  const position = id ? before!.position : await db.$count(entries, eq(entries.planId, planId))
  const entry = id
    ? before!
    : (
        await db
          .insert(entries)
          .values({ ...place, ...facts, planId, position })
          .returning()
      )[0]!
  if (plan.adoptedOn) {
    const change = { before: before ?? null, after: facts, reason: reason!, byPost: postOf(session).title, at: now }
    await db.insert(changes).values({ ...place, entryId: entry.id, ...change })
    if (before && before.period !== facts.period) await dropUnwritten(session, [entry.id], true)
    await layOut(session, plan, [{ ...entry, ...facts }])
  }
  Object.assign(line, { unionId: plan.unionId, subject: entry.id, detail: { plan: planId } })
  return { id: entry.id }
}

/** Ends a line of the catalogue: what is not written yet is no longer asked for. */
export async function endEntry(session: Session, { id, reason }: { id: string; reason: string }) {
  const { db, now, today, line } = session
  const [entry] = await db
    .select()
    .from(entries)
    .where(and(eq(entries.id, id), isNull(entries.endedOn)))
  const { unionId, unionPath, planId } = found(entry)
  const plan = await planHeld(session, planId)
  enforce(mayAdjust(plan, reason))
  await db.update(entries).set({ endedOn: today }).where(eq(entries.id, id))
  await db
    .insert(changes)
    .values({ unionId, unionPath, entryId: id, before: entry, after: null, reason, byPost: postOf(session).title, at: now })
  await dropUnwritten(session, [id], true)
  Object.assign(line, { unionId, subject: id, detail: { plan: planId } })
  return { id }
}

/** Adopted, the plan is in force, replaces the one before and lays out what is to be published until when. */
export async function adopt(
  session: Session,
  { id, adoptedOn, meeting, basis }: { id: string; adoptedOn: string; meeting: string; basis: string },
) {
  const { db, today, line } = session
  const plan = await planHeld(session, id)
  enforce(mayAdopt(plan, adoptedOn, today))
  const same = and(eq(plans.unionId, plan.unionId), eq(plans.kind, plan.kind), isNull(plans.replacedOn), ne(plans.id, id))
  const former = await db.update(plans).set({ replacedOn: adoptedOn }).where(same).returning({ id: plans.id })
  if (former.length) {
    const old = await db
      .select({ id: entries.id })
      .from(entries)
      .where(
        inArray(
          entries.planId,
          former.map((one) => one.id),
        ),
      )
    await dropUnwritten(
      session,
      old.map((one) => one.id),
      true,
    )
  }
  await db.update(plans).set({ adoptedOn, meeting, basis }).where(eq(plans.id, id))
  const lines = await db
    .select()
    .from(entries)
    .where(and(eq(entries.planId, id), isNull(entries.endedOn)))
  await layOut(session, { ...plan, adoptedOn }, lines)
  Object.assign(line, { unionId: plan.unionId, subject: id, detail: { kind: plan.kind, entries: lines.length } })
  return { id }
}

type Entry = typeof entries.$inferSelect
type Plan = typeof plans.$inferSelect

/** The items of these lines until the end of the year; what nobody has written yet follows a changed line. */
export async function layOut(
  session: Pick<Session, 'db' | 'today'>,
  plan: Pick<Plan, 'kind' | 'adoptedOn'>,
  lines: readonly Entry[],
) {
  const { db, today } = session
  for (const { id: entryId, unionId, unionPath, side, audience, ...entry } of lines) {
    // What is published as it happens is opened by hand, and nothing of it is laid out or dropped here.
    if (entry.period === 'onEvent') continue
    const wanted = occurrences(entry, plan.adoptedOn!, horizonOf(today))
    await dropUnwritten(
      session,
      [entryId],
      false,
      wanted.map(({ label }) => label),
    )
    if (!wanted.length) continue
    const rows = wanted.map(({ label, from, dueOn }) => ({
      unionId,
      unionPath,
      entryId,
      kind: plan.kind,
      side,
      audience,
      label,
      periodFrom: from,
      dueOn,
    }))
    await db
      .insert(items)
      .values(rows)
      .onConflictDoUpdate({
        target: [items.entryId, items.label],
        set: { dueOn: sql`excluded.due_on`, side: sql`excluded.side`, audience: sql`excluded.audience`, droppedOn: null },
        setWhere: sql`disclosure_items.published_on is null`,
      })
  }
}

/** Items that nobody has begun are no longer asked for: all from now on (`ahead`), or those that a changed line has no more. */
async function dropUnwritten(
  { db, today }: Pick<Session, 'db' | 'today'>,
  ofEntries: readonly string[],
  ahead: boolean,
  keep: readonly string[] = [],
) {
  if (!ofEntries.length) return
  const written = db.select({ one: sql`1` }).from(versions).where(eq(versions.itemId, items.id))
  await db
    .update(items)
    .set({ droppedOn: today })
    .where(
      and(
        inArray(items.entryId, [...ofEntries]),
        isNull(items.droppedOn),
        isNull(items.publishedOn),
        notExists(written),
        ahead ? sql`${items.dueOn} >= ${today}::date` : sql`not ${items.label} = any (${sql.param([...keep])}::text[])`,
      ),
    )
}
