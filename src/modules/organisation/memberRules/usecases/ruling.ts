import { desc, eq } from 'drizzle-orm'
import { holdUnion, unionOf } from '#modules/organisation/unions'
import { enforce, type Session } from '#platform/session'
import { statutesFor } from '#platform/statutes'
import type { InForce, Past, SetRule, Wanted } from '../contract.ts'
import { points, type Setting } from '../contract/words.ts'
import { isNewest, mayBegin, maySet, maySetAt } from '../rules.ts'
import { memberRules } from '../tables.ts'
import { followers, memberRulesAt } from './inForce.ts'

const LABEL = 4

/** What is in force at a union on a day (today when not given), point by point, and by whom. */
export async function inForce(session: Session, { unionId, day = session.today }: { unionId: string; day?: string | undefined }) {
  const { path } = await unionOf(session, unionId)
  const rules = await memberRulesAt(session, path, day)
  const newest = new Map((await history(session, { unionId })).toReversed().map(({ point, id }) => [point, id]))
  return points.map((point) => ({ point, ...rules[point], newestHere: newest.get(point) ?? null }) as InForce)
}

/** What this union itself ruled, the newest first. */
export async function history(session: Session, { unionId }: { unionId: string }) {
  await unionOf(session, unionId)
  const { id, point, value, fromOn, reason, setAt, byPost } = memberRules
  const rows = await session.db
    .select({ id, point, value, fromOn, reason, setAt, byPost })
    .from(memberRules)
    .where(eq(memberRules.unionId, unionId))
    .orderBy(desc(memberRules.number))
  return rows as Past[]
}

/** The value that would hold: the one asked for, or what stands above when the point is given back. */
async function wantedAt(session: Session, path: string, { setting }: Wanted): Promise<Setting> {
  if (setting.value !== null) return setting as Setting
  const { value } = (await memberRulesAt(session, path.slice(0, -LABEL), session.today))[setting.point]
  return { point: setting.point, value } as Setting
}

/** How many records here and below would newly break the rule, and how many would no more, before anybody confirms it. */
export async function preview(session: Session, wanted: Wanted) {
  const { path } = await unionOf(session, wanted.unionId)
  return followers().preview(session, path, await wantedAt(session, path, wanted))
}

/** Rules on one point from a day on. What begins today is applied to the records at once, what begins later on its night. */
export async function set(session: Session, { unionId, setting, fromOn, reason, seen }: SetRule) {
  const { db, now, today, user, line } = session
  const union = await holdUnion(session, unionId)
  const place = await statutesFor(session, union.path)
  enforce(maySetAt(union) ?? mayBegin(fromOn, today))
  if (setting.value !== null) enforce(maySet(setting as Setting, fromOn, place))
  const newest = (await history(session, { unionId })).find(({ point }) => point === setting.point)
  enforce(isNewest(newest?.id ?? null, seen))
  const { point, value } = setting
  const byPost = user.post ? `${user.post.unionName} ${user.post.title}` : null
  const [made] = await db
    .insert(memberRules)
    .values({ unionId, unionPath: union.path, point, value, fromOn, reason, setAt: now, byPost })
    .returning({ id: memberRules.id })
  const isDue = point === 'fields' && fromOn === today
  const rechecked = isDue ? await followers().apply(session, union.path) : 0
  Object.assign(line, { unionId, subject: made!.id, detail: { point, fromOn, isGivenBack: value === null, rechecked } })
  return { id: made!.id, rechecked }
}
