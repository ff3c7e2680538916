import { asc, desc, eq, sql } from 'drizzle-orm'
import { provinceOf } from '#kit/regions'
import { bases, declared } from '#platform/secrets'
import { enforce, found, postOf, type Session } from '#platform/session'
import type { Overview, PersonalEntry } from './contract.ts'
import { mayBeAt, mayLocate } from './rules.ts'
import { backups, jobs, servers } from './tables.ts'

/** A server silent for longer no longer serves. */
const SILENT = 60_000

/** How the platform runs, from what servers, jobs and commands have left in the database: the same whichever server answers. */
export async function overview({ db, now, region }: Session): Promise<Overview> {
  const all = await db.select().from(jobs).orderBy(asc(jobs.name))
  const running = await db.select().from(servers).orderBy(desc(servers.seenAt))
  const [backup] = await db
    .select({ at: backups.at, file: backups.file, rows: backups.rowCount })
    .from(backups)
    .orderBy(desc(backups.id))
    .limit(1)
  const { rows } = await db.execute<{
    version: string
    bytes: number
    count: number
    latest: string
    at: string
    division: string | null
  }>(sql`
    select current_setting('server_version') as version, pg_database_size(current_database()) as bytes, m.*,
      (select division from regions where name = ${region}) as division
    from (select count(*)::int as count, (array_agg(name order by at desc, name desc))[1] as latest, max(at)::text as at from migrations) m`)
  const { version, bytes, count, latest, at, division } = rows[0]!
  return {
    jobs: all.map(({ takenUntil, takenBy: _, beganAt: __, failures: ___, ...job }) => ({
      ...job,
      isRunning: !!takenUntil && takenUntil > now,
    })),
    servers: running.map(({ keys: _, seenAt, ...server }) => ({ ...server, isAlive: now.getTime() - seenAt.getTime() < SILENT })),
    database: { version, bytes },
    backup: backup ?? null,
    migrations: { count, latest, at: new Date(at) },
    division,
    province: division && provinceOf(division),
  }
}

/** Makes a job due at once; the next server that looks takes it. */
export async function run({ db, now, line }: Session, { name }: { name: string }) {
  const [job] = await db.update(jobs).set({ nextAt: now }).where(eq(jobs.name, name)).returning({ name: jobs.name })
  Object.assign(line, { detail: { name } })
  return found(job)
}

/** Says where the region is, and so whose rules hold. */
export async function locate(session: Session, { division }: { division: string | null }) {
  const { db, region, line } = session
  enforce(mayLocate(postOf(session)))
  enforce(mayBeAt(division))
  const { rowCount } = await db.execute(sql`update regions set division = ${division || null} where name = ${region}`)
  found(rowCount || undefined)
  Object.assign(line, { detail: { division } })
  return { division: division || null }
}

/** Every personal field the platform keeps, as the modules declare them. */
export const dictionary = (): PersonalEntry[] =>
  declared()
    .flatMap(({ personal }) => personal)
    .map(({ table, column, title, purpose, basis, retention, sensitive, sealed }) => ({
      ...{ table, column, title, purpose, retention },
      basis: bases[basis],
      isSensitive: !!sensitive,
      isSealed: !!sealed,
    }))
    .sort((a, b) => (a.table < b.table ? -1 : a.table > b.table ? 1 : 0))
