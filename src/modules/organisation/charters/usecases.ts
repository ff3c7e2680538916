import { and, desc, eq, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import { unionOf } from '#modules/organisation/unions'
import { hold } from '#platform/db'
import { enforce, found, type Session } from '#platform/session'
import { isCurrent } from '#rules/organisation/unions'
import type { Adoption, Draft } from './contract.ts'
import { mayAdopt, mayPublish, mayRewrite } from './rules.ts'
import { charters } from './tables.ts'

/** All versions of a union's charter, newest first. */
export async function list(session: Session, { unionId }: { unionId: string }) {
  await unionOf(session, unionId)
  return session.db.select().from(charters).where(eq(charters.unionId, unionId)).orderBy(desc(charters.number))
}

/** The charter in force on a day (today when not given); anybody may read it. */
export async function inForce({ db, today }: Session, { unionId, day = today }: { unionId: string; day?: string | undefined }) {
  const where = and(eq(charters.unionId, unionId), isNotNull(charters.publishedAt), lte(charters.inForceOn, day))
  const [row] = await db.select().from(charters).where(where).orderBy(desc(charters.inForceOn), desc(charters.number)).limit(1)
  return row ?? null
}

/** Writes the draft of the next version; a union has one at a time. `version` 0 begins one. */
export async function save(session: Session, { unionId, version, title, body }: Draft) {
  const { db, now, line } = session
  const { path: unionPath } = await unionOf(session, unionId)
  const ofUnion = eq(charters.unionId, unionId)
  const [draft] = await db
    .select()
    .from(charters)
    .where(and(ofUnion, isNull(charters.publishedAt)))
    .for('update')
  enforce(isCurrent(draft?.version ?? 0, version))
  Object.assign(line, { unionId })
  if (draft) {
    enforce(mayRewrite(draft))
    await db
      .update(charters)
      .set({ title, body, version: version + 1 })
      .where(eq(charters.id, draft.id))
    return { id: draft.id }
  }
  const number = (await db.$count(charters, ofUnion)) + 1
  const [row] = await db
    .insert(charters)
    .values({ unionId, unionPath, number, title, body, createdAt: now })
    .returning({ id: charters.id })
  return row!
}

async function held({ db, line }: Session, id: string, version: number) {
  await hold(db, charters, id)
  const [row] = await db.select().from(charters).where(eq(charters.id, id))
  enforce(isCurrent(found(row).version, version))
  Object.assign(line, { unionId: row!.unionId, subject: id, detail: { number: row!.number } })
  return row!
}

/** Notes by which meeting, on which day and with how many votes the charter was adopted. */
export async function adopt(session: Session, { id, version, ...facts }: Adoption) {
  const charter = await held(session, id, version)
  enforce(mayRewrite(charter) ?? mayAdopt(facts, session.today))
  await session.db
    .update(charters)
    .set({ ...facts, version: version + 1 })
    .where(eq(charters.id, id))
  return { id }
}

/** Publishes an adopted charter: from its day on it is in force, and it is never changed again. */
export async function publish(session: Session, { id, version, inForceOn }: { id: string; version: number; inForceOn: string }) {
  const charter = await held(session, id, version)
  enforce(mayPublish(charter, inForceOn))
  await session.db
    .update(charters)
    .set({ publishedAt: session.now, inForceOn, version: version + 1 })
    .where(eq(charters.id, id))
  return { id }
}

const LISTED = 200

/** Share of unions with a charter in force, and those without. */
export async function figures({ db, today }: Session) {
  const has = sql`exists (select from charters c where c.union_id = u.id and c.in_force_on <= ${today}::date)`
  const own = sql`u.kind not in ('branch', 'group') and u.state = 'active'`
  const { rows } = await db.execute<{ unions: number; inForce: number }>(
    sql`select count(*)::int unions, count(*) filter (where ${has})::int as "inForce" from unions u where ${own}`,
  )
  const without = await db.execute<{ id: string; name: string }>(
    sql`select u.id, u.name from unions u where ${own} and not ${has} order by u.path limit ${LISTED}`,
  )
  return { ...rows[0]!, without: without.rows }
}
