import { and, asc, desc, eq, gte, isNull, lte, or, sql } from 'drizzle-orm'
import { hold } from '#platform/db'
import { enforce, found, postOf, type Session } from '#platform/session'
import { mayPlan, spreadDays } from '../rules.ts'
import { plans, points, visits } from '../tables.ts'

export const planRow = () => {
  const { id, title, fromOn, untilOn, visitsEach, themes, note, endedOn } = plans
  return {
    ...{ id, title, fromOn, untilOn, visitsEach, themes, note, endedOn },
    unionName: sql<string>`(select u.name from union_directory u where u.id = visit_plans.union_id)`,
    planned: sql<number>`(select count(*)::int from visits v where v.plan_id = visit_plans.id and v.dropped_at is null)`,
    made: sql<number>`(select count(*)::int from visits v where v.plan_id = visit_plans.id and v.submitted_at is not null)`,
  }
}

/** The plans of one's scope, the newest first. */
export const list = ({ db }: Session) =>
  db.select(planRow()).from(plans).orderBy(desc(plans.fromOn), asc(plans.unionPath)).limit(200)

type NewPlan = { title: string; from: string; until: string; visitsEach: number; themes: string[]; note: string | null }

/** Makes a plan for the contact points of the union one acts for, and its visits with their days. */
export async function plan(session: Session, { from, until, ...asked }: NewPlan) {
  const { db, user, now, today, line } = session
  enforce(mayPlan({ from, until }, today))
  const { unionId, path } = postOf(session)
  const [row] = await db
    .insert(plans)
    .values({ unionId, unionPath: path, ...asked, fromOn: from, untilOn: until, madeBy: user.account ?? null, madeAt: now })
    .returning()
  const made = await spreadOver(session, row!)
  Object.assign(line, { subject: row!.id, detail: { from, until, each: asked.visitsEach, visits: made } })
  return { id: row!.id, made }
}

/** Adds the visits that a plan still lacks: of points that came later. */
export async function spread(session: Session, { id }: { id: string }) {
  const row = await held(session, id)
  enforce(mayPlan({ from: row.fromOn, until: row.untilOn }, session.today))
  const made = await spreadOver(session, row)
  Object.assign(session.line, { unionId: row.unionId, subject: id, detail: { visits: made } })
  return { id, made }
}

/** Ends a plan: its visits not yet begun are dropped with the reason. */
export async function endPlan(session: Session, { id, reason }: { id: string; reason: string }) {
  const { db, today, now, line } = session
  const row = await held(session, id)
  await db.update(plans).set({ endedOn: today }).where(eq(plans.id, id))
  const dropped = await db
    .update(visits)
    .set({ droppedAt: now, droppedWhy: reason })
    .where(and(eq(visits.planId, id), eq(visits.version, 0), isNull(visits.submittedAt), isNull(visits.droppedAt)))
    .returning({ id: visits.id })
  Object.assign(line, { unionId: row.unionId, subject: id, detail: { dropped: dropped.length } })
  return { id }
}

async function held({ db }: Session, id: string) {
  await hold(db, plans, id)
  const [row] = await db
    .select()
    .from(plans)
    .where(and(eq(plans.id, id), isNull(plans.endedOn)))
  return found(row)
}

type Plan = typeof plans.$inferSelect

async function spreadOver({ db, today, now }: Session, plan: Plan) {
  const { id: planId, unionId, fromOn, untilOn, visitsEach, themes } = plan
  const held = await db
    .select()
    .from(points)
    .where(
      and(
        eq(points.fromUnionId, unionId),
        isNull(points.endedOn),
        lte(points.fromOn, untilOn),
        or(isNull(points.untilOn), gte(points.untilOn, fromOn)),
        sql`(select count(*) from visits v where v.plan_id = ${planId} and v.point_id = contact_points.id) = 0`,
      ),
    )
    .orderBy(asc(points.memberId), asc(points.unionPath))
  const rows = [...Map.groupBy(held, ({ memberId }) => memberId).values()].flatMap((own) =>
    own.flatMap((point, at) =>
      spreadDays(
        { from: later(fromOn, point.fromOn), until: earlier(untilOn, point.untilOn) },
        visitsEach,
        at,
        own.length,
        today,
      ).map((plannedOn) => ({
        ...{ unionId: point.unionId, unionPath: point.unionPath, pointId: point.id, fromUnionId: unionId, planId },
        ...{ leadId: point.memberId, leadName: point.holderName, plannedOn, themesAsked: themes, madeAt: now },
      })),
    ),
  )
  for (let at = 0; at < rows.length; at += 1000) await db.insert(visits).values(rows.slice(at, at + 1000))
  return rows.length
}

const later = (one: string, other: string) => (one > other ? one : other)
const earlier = (one: string, other: string | null) => (other && other < one ? other : one)
