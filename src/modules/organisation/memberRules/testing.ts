import type { Session } from '#platform/session'
import type { Setting } from './contract/words.ts'
import { memberRules } from './tables.ts'

/** A rule of a union on one point, in force from a day, as if it had been made before the tests began. */
export async function aRule(
  { db, now, today }: Session,
  { id, path }: { id: string; path: string },
  { point, value }: Setting,
  fromOn = today,
) {
  await db
    .insert(memberRules)
    .values({ unionId: id, unionPath: path, point, value, fromOn, reason: '委员会讨论通过', setAt: now, byPost: null })
}
