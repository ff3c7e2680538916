import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#platform/db'
import type { DutyUnion, Fact, Reach } from './shape.ts'

/** Ids as one parameter. */
export const uuids = (ids: readonly string[]) => sql`${sql.param(`{${ids.join(',')}}`)}::uuid[]`

/**
 * `and column in reach`, or nothing when the reach is everywhere. Of a union's path (`…path`) where the table has one, since by that it is
 * indexed; of its id otherwise.
 */
export function inReach({ ids, unions }: Reach, column: string) {
  if (!ids) return sql``
  if (!/path$/.test(column)) return sql`and ${sql.raw(column)} = any (${uuids(ids)})`
  const paths = [...unions.values()].map(({ path }) => path)
  return sql`and ${sql.raw(column)} = any (${sql.param(`{${paths.join(',')}}`)}::text[])`
}

/** The unions of a reach, as clocks see them. */
export async function unionsOf(db: Db, ids: readonly string[] | null): Promise<Map<string, DutyUnion>> {
  const { rows } = await db.execute<DutyUnion & Record<string, unknown>>(sql`
    select id, path, kind, unit_type as "unitType", state, credit_code as "creditCode", dissolved_on::text as "dissolvedOn",
      (select min(valid_from) from union_versions v where v.union_id = unions.id)::text as "knownSince", has_account as "hasAccount",
      has_certificate as "hasCertificate", staff_count as "staffCount"
    from unions ${ids ? sql`where id = any (${uuids(ids)})` : sql``}`)
  return new Map<string, DutyUnion>(rows.map((row) => [row.id, row]))
}

/** Facts as one statement gives them: a column for each field, days as text. */
export async function factsBy(db: Db, statement: SQL): Promise<Fact[]> {
  const { rows } = await db.execute<Fact & Record<string, unknown>>(statement)
  return rows
}

/** The day in China of a moment in a column. */
export const dayIn = (column: string) => sql.raw(`(${column} at time zone 'Asia/Shanghai')::date::text`)
