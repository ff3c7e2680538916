import { and, gte, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { checkedBefore } from '#modules/organisation/memberRules'
import { unionOf } from '#modules/organisation/unions'
import { everywhere, subtree } from '#platform/db'
import type { Session } from '#platform/session'
import { type ProblemCode, problemCodes } from '../contract/words.ts'
import { members } from '../tables.ts'
import { totalOf } from './list.ts'

/** How many records below a union break a rule, by rule, and how many nobody has looked at for a year (MEM-01, MEM-02). */
export async function problems(session: Session, { unionId }: { unionId?: string | undefined }) {
  const { db, today } = session
  const path = unionId && (await unionOf(session, unionId)).path
  const { lo, hi } = path ? subtree(path) : everywhere
  const standing = and(
    isNull(members.mergedInto),
    gte(members.unionPath, lo),
    lt(members.unionPath, hi),
    inArray(members.status, ['worker', 'member', 'retained']),
  )
  const broken = and(standing, sql`members.problems <> '{}'`)
  const rows = await db
    .select({ code: sql<ProblemCode>`unnest(members.problems)`.as('code'), count: sql<number>`count(*)` })
    .from(members)
    .where(broken)
    .groupBy(sql`1`)
  const stale = or(
    isNull(members.checkedOn),
    sql`${members.checkedOn} < ${checkedBefore(path ?? session.user.post?.path ?? '', today)}`,
  )
  const whole = totalOf(session, {}, path ? { path, isOnlyHere: false } : undefined)
  const counted = await db.execute<{ total: number }>(sql`select ${whole} as total`)
  return {
    total: counted.rows[0]!.total,
    broken: await db.$count(members, broken),
    stale: await db.$count(members, and(standing, stale)),
    codes: problemCodes.flatMap((code) => rows.filter((row) => row.code === code)),
  }
}
