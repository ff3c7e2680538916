import { eq, isNotNull, isNull, and } from 'drizzle-orm'
import type { Pool } from 'pg'
import { within } from '#platform/db'
import type { Job } from '#platform/jobs'
import { destroyKeys, tendKeys } from './keys.ts'
import { ballots } from './tables.ts'

/**
 * Destroys the keys of every ballot that has been counted and says so on its record; keeps the others whole (a missing copy, an older
 * master key). May be cut off anywhere and run again. Gives how many were destroyed.
 */
export async function sweepBallots({
  pool,
  regions,
  now,
}: {
  pool: Pool
  regions: readonly string[]
  now: Date
}): Promise<number> {
  tendKeys()
  let destroyed = 0
  for (const region of regions)
    destroyed += await within(pool, { region, role: 'jobs', lo: '', hi: '' }, async (db) => {
      const due = await db
        .select({ id: ballots.id })
        .from(ballots)
        .where(and(isNotNull(ballots.countedAt), isNull(ballots.keysDestroyedAt)))
      for (const { id } of due) {
        destroyKeys(id)
        await db.update(ballots).set({ keysDestroyedAt: now }).where(eq(ballots.id, id))
      }
      return due.length
    })
  return destroyed
}

export const jobs: Job[] = [
  {
    name: 'ballots.keys',
    title: '计票后销毁选举密钥',
    schedule: { seconds: 15 },
    run: async (context) => ({ destroyed: await sweepBallots(context) }),
  },
]
