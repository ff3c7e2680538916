import { desc, sql } from 'drizzle-orm'
import { enforce, postOf, type Session } from '#platform/session'
import type { Theme } from '../contract.ts'
import { maySetThemes, themesGiven } from '../rules.ts'
import { themeLists } from '../tables.ts'

/** The catalogue in force at a place of the tree: the newest list of the nearest union that made one. */
export async function themesAt({ db }: Pick<Session, 'db'>, path: string) {
  const [row] = await db
    .select({ themes: themeLists.themes, path: themeLists.unionPath })
    .from(themeLists)
    .where(sql`starts_with(${path}, ${themeLists.unionPath})`)
    .orderBy(sql`length(${themeLists.unionPath}) desc`, desc(themeLists.madeAt))
    .limit(1)
  return { themes: row?.themes ?? [...themesGiven], madeAt: row?.path ?? null }
}

/** The catalogue in force where one acts. */
export async function themes(session: Session) {
  const { path } = postOf(session)
  const { themes, madeAt } = await themesAt(session, path)
  return { themes, isOwn: madeAt === path }
}

/** Makes the catalogue of one's union, which holds for all below it that have none of their own. */
export async function setThemes(session: Session, { themes: wanted, reason }: { themes: Theme[]; reason: string }) {
  const { db, user, now, line } = session
  const { unionId, path } = postOf(session)
  enforce(maySetThemes((await themesAt(session, path)).themes, wanted))
  const [row] = await db
    .insert(themeLists)
    .values({ unionId, unionPath: path, themes: wanted, reason, madeBy: user.account ?? null, madeAt: now })
    .returning({ id: themeLists.id })
  Object.assign(line, { detail: { themes: wanted.length } })
  return row!
}
