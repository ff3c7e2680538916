import { and, desc, eq, sql } from 'drizzle-orm'
import { unionNames } from '#modules/organisation/unions'
import { memberOf } from '#modules/organisation/members'
import { enforce, found, personOf, type Session } from '#platform/session'
import type { Mine } from '../contract.ts'
import { type Choice, type Mark, mayReact, maySay } from '../rules.ts'
import { matters, opinions, reactions } from '../tables.ts'

/** The matters of my unions that ask for my opinion, or that I may read the answer to; newest first. */
export async function mine(session: Session): Promise<Mine[]> {
  const { db, today } = session
  if (!session.user.person) return []
  const me = personOf(session)
  const rows = await db
    .select({ matter: matters, choice: opinions.choice, body: opinions.body, mark: reactions.mark })
    .from(matters)
    .leftJoin(opinions, and(eq(opinions.matterId, matters.id), eq(opinions.memberId, me)))
    .leftJoin(reactions, and(eq(reactions.matterId, matters.id), eq(reactions.memberId, me)))
    .where(sql`${matters.opinionsUntil} is not null or ${matters.feedbackOn} is not null`)
    .orderBy(desc(matters.registeredAt))
    .limit(50)
  const names = await unionNames(session, [...new Set(rows.map(({ matter }) => matter.unionId))])
  return rows.map(({ matter, choice, body, mark }) => {
    const isTold = matter.feedbackOn !== null
    return {
      ...matter,
      ...{ choice, body, mark },
      unionName: names.get(matter.unionId) ?? '',
      isOpen: maySay(matter, today) === null,
      // Before the decision is given to the workers, its text is not theirs to read.
      decision: isTold ? matter.decision : null,
      reasons: isTold ? matter.reasons : null,
      decidedOn: isTold ? matter.decidedOn : null,
    }
  })
}

async function concerned(session: Session, id: string) {
  const [row] = await session.db.select().from(matters).where(eq(matters.id, id))
  const matter = found(row)
  const me = await memberOf(session, personOf(session))
  Object.assign(session.line, { unionId: matter.unionId, subject: id })
  return { matter, at: { matterId: id, unionId: matter.unionId, unionPath: matter.unionPath, memberId: me.id } }
}

/** What I think of the draft; said again, it is changed. */
export async function say(session: Session, { id, choice, body }: { id: string; choice: Choice; body: string | null }) {
  const { db, now, today } = session
  const { matter, at } = await concerned(session, id)
  enforce(maySay(matter, today))
  await db
    .insert(opinions)
    .values({ ...at, choice, body, at: now })
    .onConflictDoUpdate({ target: [opinions.matterId, opinions.memberId], set: { choice, body, at: now } })
  return { id }
}

/** Whether I am content with the decision and its reasons. */
export async function react(session: Session, { id, mark, body }: { id: string; mark: Mark; body: string | null }) {
  const { db, now } = session
  const { matter, at } = await concerned(session, id)
  enforce(mayReact(matter))
  await db
    .insert(reactions)
    .values({ ...at, mark, body, at: now })
    .onConflictDoUpdate({ target: [reactions.matterId, reactions.memberId], set: { mark, body, at: now } })
  return { id }
}
