import { and, desc, eq, lte, sql } from 'drizzle-orm'
import type { Power } from '#kit/powers'
import { powers as known } from '#kit/powers'
import { enforce, postOf, type Session } from '#platform/session'
import { type Kind, kinds as allKinds, mayAdjustKind, postKinds, powersOf } from '../rules.ts'
import { appointments, postKindChanges } from '../tables.ts'
import { heldKinds } from './holding.ts'
import { stateOn } from './reading.ts'

const ROOT = 4
const root = (path: string) => path.slice(0, ROOT)
const still = (powers: readonly string[]) => powers.filter((power): power is Power => power in known)

/** The duty and authority list of a kind in force at a union on a day: the federation's own, or what comes with the software. */
export async function kindInForce({ db, today }: Pick<Session, 'db' | 'today'>, kind: Kind, path: string) {
  const [change] = await db
    .select()
    .from(postKindChanges)
    .where(and(eq(postKindChanges.kind, kind), eq(postKindChanges.unionPath, root(path)), lte(postKindChanges.fromOn, today)))
    .orderBy(desc(postKindChanges.fromOn), desc(postKindChanges.madeAt))
    .limit(1)
  const built = postKinds[kind]
  return {
    duties: change?.duties ?? [...built.duties],
    powers: still(powersOf(kind, change?.powers ?? null)),
    secondFactor: change?.secondFactor ?? built.secondFactor,
    isChanged: change !== undefined,
  }
}

/** All kinds of post with their lists in force and how many hold each in one's scope. */
export async function kinds(session: Session) {
  const { db, today } = session
  const { path } = postOf(session)
  const holders = await db
    .select({ kind: appointments.kind, count: sql<number>`count(*)::int` })
    .from(appointments)
    .where(sql`${stateOn(today)} = 'inOffice'`)
    .groupBy(appointments.kind)
  const held = new Map(holders.map(({ kind, count }) => [kind, count]))
  const shown = []
  for (const kind of allKinds) {
    const { title, body } = postKinds[kind]
    shown.push({ kind, title, body, ...(await kindInForce(session, kind, path)), holders: held.get(kind) ?? 0 })
  }
  return shown
}

export async function kindHistory(session: Session, { kind }: { kind: Kind }) {
  const rows = await session.db
    .select()
    .from(postKindChanges)
    .where(and(eq(postKindChanges.kind, kind), eq(postKindChanges.unionPath, root(postOf(session).path))))
    .orderBy(desc(postKindChanges.fromOn), desc(postKindChanges.madeAt))
  return rows.map(({ id, fromOn, duties, powers, secondFactor, reason, madeAt }) => ({
    ...{ id, kind, fromOn, duties, secondFactor, reason, madeAt },
    powers: still(powers),
  }))
}

type Adjustment = { kind: Kind; duties: string[]; powers: Power[]; secondFactor: boolean; reason: string }

/** Changes a kind's lists for the whole federation from today on; what was in force before stays readable. */
export async function adjustKind(session: Session, { kind, duties, powers, secondFactor, reason }: Adjustment) {
  const { db, user, now, today, line } = session
  const post = postOf(session)
  const before = await kindInForce(session, kind, post.path)
  enforce(mayAdjustKind(kind, powers, before.powers, await heldKinds(session, session.user.person), post.path.length === ROOT))
  const [row] = await db
    .insert(postKindChanges)
    .values({
      unionId: post.unionId,
      unionPath: post.path,
      kind,
      fromOn: today,
      duties,
      powers,
      secondFactor,
      reason,
      madeBy: user.account,
      madeAt: now,
    })
    .returning({ id: postKindChanges.id })
  const added = powers.filter((power) => !before.powers.includes(power))
  const removed = before.powers.filter((power) => !powers.includes(power))
  Object.assign(line, { detail: { kind, added, removed, secondFactor } })
  return row!
}
