import { and, eq } from 'drizzle-orm'
import { unionOf } from '#modules/organisation/unions'
import { hold } from '#platform/db'
import { enforce, found, postOf, type Session } from '#platform/session'
import { postKinds, type Kind as PostKind } from '#rules/organisation/posts'
import { mayAct, type MatterFacts, type Side } from '../rules.ts'
import { type Matter, matters, skips, tasks } from '../tables.ts'

/** Which side the post acted under stands on; null for one that only looks. */
export function sideOf({ user }: Pick<Session, 'user'>): Side | null {
  const kind = postKinds[user.post?.kind as PostKind] as { body: string } | undefined
  if (kind?.body === 'employer') return user.powers.includes('democracy.answer') ? 'employer' : null
  return user.powers.includes('democracy.manage') ? 'union' : null
}

/** The side that acts on a record of a union, its own; refused for a superior and for who only looks. */
export function actingSide(session: Session, unionId: string): Side {
  const side = sideOf(session)
  enforce(mayAct(side, postOf(session).unionId === unionId))
  return side!
}

/** The union's row, for a new record of one's own. */
export async function ownUnion(session: Session, unionId: string = postOf(session).unionId) {
  const union = await unionOf(session, unionId)
  return { union, side: actingSide(session, union.id) }
}

/** What the rules ask about a matter. */
export async function factsOf({ db }: Pick<Session, 'db'>, matter: Matter): Promise<MatterFacts> {
  const of = eq(tasks.matterId, matter.id)
  const all = await db.select({ doneOn: tasks.doneOn }).from(tasks).where(of)
  const skipped = await db.select({ stage: skips.stage }).from(skips).where(eq(skips.matterId, matter.id))
  return {
    ...matter,
    tasks: all.length,
    openTasks: all.filter(({ doneOn }) => !doneOn).length,
    skipped: skipped.map(({ stage }) => stage),
  }
}

/** A matter held until the act ends, with its facts and the side that acts; 404 outside the scope. */
export async function heldMatter(session: Session, id: string) {
  await hold(session.db, matters, id)
  const [row] = await session.db.select().from(matters).where(eq(matters.id, id))
  const matter = found(row)
  const side = actingSide(session, matter.unionId)
  Object.assign(session.line, { unionId: matter.unionId, subject: id, detail: { side } })
  return { matter, side, facts: await factsOf(session, matter) }
}

/** A task held with its matter. */
export async function heldTask(session: Session, id: string) {
  const [task] = await session.db.select().from(tasks).where(eq(tasks.id, id))
  const held = await heldMatter(session, found(task).matterId)
  const [fresh] = await session.db
    .select()
    .from(tasks)
    .where(and(eq(tasks.id, id)))
  return { ...held, task: fresh! }
}
