import { eq, sql } from 'drizzle-orm'
import { subtree, within } from '#platform/db'
import { type Caller, postOf, type Session } from '#platform/session'
import { importProgress } from '../tables.ts'

/** Writes how far a pass has come in transactions of its own: others see it while the long one is still open. */
export function progressWriter({ pool, region, user, now }: Session & Pick<Caller, 'pool'>, importId: string) {
  const { account, post } = user
  if (!account || !post) return async () => {}
  return (done: number) =>
    within(pool, { region, role: 'post', ...subtree(post.path), account }, async (db) => {
      await db
        .insert(importProgress)
        .values({ importId, account, done, at: now })
        .onConflictDoUpdate({ target: importProgress.importId, set: { done, at: sql`now()` } })
    })
}

/** Rows read so far, 0 before the first batch. */
export async function readProgress(session: Session, importId: string) {
  postOf(session)
  const [row] = await session.db
    .select({ done: importProgress.done })
    .from(importProgress)
    .where(eq(importProgress.importId, importId))
  return row ?? { done: 0 }
}
