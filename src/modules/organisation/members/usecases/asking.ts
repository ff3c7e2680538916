import { type SQL, sql } from 'drizzle-orm'
import { checkedBefore, type Follower } from '#modules/organisation/memberRules'
import { subtree } from '#platform/db'
import type { Session } from '#platform/session'
import { type Field, usualFields } from '#rules/organisation/memberRules'

const list = (fields: readonly Field[]) => sql`${sql.param(fields as string[])}::text[]`
const differs = sql`not (l.was @> l.now and l.was <@ l.now)`

/** What the records of a subtree lack, were its union to ask for `tried`; without it, by the rules as they are. */
function lacks(path: string, today: string, tried?: readonly Field[]): SQL {
  const { lo, hi } = subtree(path)
  const asked = tried ? sql`, ${path}, ${list(tried)}` : sql``
  return sql`member_lacks(${lo}, ${hi}, ${today}, ${list(usualFields)}${asked})`
}

type Counted = { records: number; newly: number; mended: number }

/** `newly`: records that lack something they do not lack today; `mended`: those of which less is wrong. Who has left is not counted. */
async function previewFields({ db, today }: Session, path: string, tried: readonly Field[]): Promise<Counted> {
  const { rows } = await db.execute<Counted>(sql`
    select count(*)::int as records, count(*) filter (where not l.was @> l.now)::int as newly,
      count(*) filter (where not l.was <@ l.now and l.was @> l.now)::int as mended
    from ${lacks(path, today, tried)} l where l.status in ('worker', 'member', 'retained')`)
  return rows[0]!
}

/** How many more, or fewer, records nobody has looked at for too long, were `months` the rule here and below. */
async function previewChecks({ db, today }: Session, path: string, months: number): Promise<Counted> {
  const { lo, hi } = subtree(path)
  const stale = (before: SQL) => sql`(checked_on is null or checked_on < ${before})`
  const then = stale(sql`(${today}::date - make_interval(months => ${months}))::date`)
  const now = stale(checkedBefore(path, today))
  const { rows } = await db.execute<Counted>(sql`
    select count(*)::int as records, count(*) filter (where ${then} and not ${now})::int as newly,
      count(*) filter (where ${now} and not ${then})::int as mended
    from members where union_path >= ${lo} and union_path < ${hi} and merged_into is null and status in ('worker', 'member', 'retained')`)
  return rows[0]!
}

/** How a change of the management rules reaches the records (MEM-02). */
export const keeper: Follower = {
  preview(session, path, setting) {
    if (setting.point === 'fields') return previewFields(session, path, setting.value)
    if (setting.point === 'checkMonths') return previewChecks(session, path, setting.value)
    return Promise.resolve({ records: 0, newly: 0, mended: 0 })
  },
  async apply({ db, today }, path) {
    const { rowCount } = await db.execute(
      sql`update members m set problems = l.now from ${lacks(path, today)} l where l.id = m.id and ${differs}`,
    )
    return rowCount ?? 0
  },
}
