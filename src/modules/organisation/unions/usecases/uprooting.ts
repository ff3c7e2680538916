import { eq, inArray, sql } from 'drizzle-orm'
import type { Session } from '#platform/session'
import { unions, unionVersions } from '../tables.ts'

/**
 * Takes unions out of the tree that were planted by mistake, as if they had never been: only those that nothing refers to and nobody
 * changed since. Lower ones first. Gives the ids that are gone and those that stay.
 */
export async function uproot({ db }: Session, ids: readonly string[]): Promise<{ removed: string[]; kept: string[] }> {
  const rows = ids.length
    ? await db
        .select()
        .from(unions)
        .where(inArray(unions.id, [...ids]))
    : []
  const [removed, kept]: [string[], string[]] = [[], ids.filter((id) => !rows.some((row) => row.id === id))]
  for (const { id, version } of rows.sort((a, b) => b.path.length - a.path.length)) {
    await db.execute(sql`savepoint uproot`)
    try {
      if (version > 1) throw new Error('changed since')
      await db.delete(unionVersions).where(eq(unionVersions.unionId, id))
      await db.delete(unions).where(eq(unions.id, id))
      await db.execute(sql`release savepoint uproot`)
      removed.push(id)
    } catch {
      // Something refers to it: the foreign keys know better than a list of tables would.
      await db.execute(sql`rollback to savepoint uproot`)
      kept.push(id)
    }
  }
  return { removed, kept }
}

/** Every union of a subtree that may be meant by a name in a roster: full or short, however it is spelt. */
export async function namesBelow({ db }: Session, path: string) {
  const { id, name, shortName, kind, code, unitType } = unions
  return db
    .select({ id, name, shortName, kind, code, unitType, path: unions.path })
    .from(unions)
    .where(sql`${unions.path} >= ${path} and ${unions.path} < ${`${path}~`} and ${unions.state} <> 'dissolved'`)
}

/** The union that a command names: by code, credit code or full name, in one's scope; `undefined` when there is none. */
export async function unionNamed({ db }: Session, wanted: string) {
  const [row] = await db
    .select({ id: unions.id, path: unions.path, name: unions.name })
    .from(unions)
    .where(
      sql`${unions.state} <> 'dissolved' and (${unions.code} = ${wanted} or ${unions.creditCode} = ${wanted} or ${unions.name} = ${wanted})`,
    )
  return row
}
