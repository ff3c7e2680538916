import { eq, inArray, isNotNull, isNull, and, or } from 'drizzle-orm'
import type { Pool } from 'pg'
import { within } from '#platform/db'
import type { Job } from '#platform/jobs'
import { ballotsWithKeys, destroyKeys, tendKeys } from './keys.ts'
import { ballots } from './tables.ts'

/**
 * Destroys the keys of every ballot that has been counted and says so on its record, also a copy that turns up later (a disk plugged in
 * again); keeps the others whole. May be cut off anywhere and run again. Gives how many were destroyed.
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
  const there = ballotsWithKeys()
  const gone = new Set<string>()
  let destroyed = 0
  for (const region of regions)
    destroyed += await within(pool, { region, role: 'jobs', lo: '', hi: '' }, async (db) => {
      const due = await db
        .select({ id: ballots.id, before: ballots.keysDestroyedAt })
        .from(ballots)
        .where(and(isNotNull(ballots.countedAt), or(isNull(ballots.keysDestroyedAt), inArray(ballots.id, [...there, NONE]))))
      for (const { id, before } of due) {
        destroyKeys(id)
        gone.add(id)
        if (!before) await db.update(ballots).set({ keysDestroyedAt: now }).where(eq(ballots.id, id))
      }
      return due.filter(({ before }) => !before).length
    })
  for (const id of there) if (!gone.has(id)) tendKeys(id)
  return destroyed
}

const NONE = '00000000-0000-0000-0000-000000000000'

export const jobs: Job[] = [
  {
    name: 'ballots.keys',
    title: '计票后销毁选举密钥',
    schedule: { seconds: 15 },
    run: async (context) => ({ destroyed: await sweepBallots(context) }),
  },
]
