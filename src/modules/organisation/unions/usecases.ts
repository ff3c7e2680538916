import { and, asc, eq, gte, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { pinyinOf } from '#kit/pinyin'
import { hold, subtree } from '#platform/db'
import { enforce, found, postOf, type Session } from '#platform/session'
import type { UnionKind, UnitType } from './contract.ts'
import { isCurrent, mayStandBelow } from './rules.ts'
import { childCount, unionDirectory, unions } from './tables.ts'

const LABEL = 4
const asNode = { ...columns(), children: childCount }

function columns() {
  const { id, parentId, kind, unitType, state, name, shortName, code, creditCode, place, sector, foundedOn, version } = unions
  return { id, parentId, kind, unitType, state, name, shortName, code, creditCode, place, sector, foundedOn, version }
}

/** The union one acts for: the root of what one sees. */
export async function top(session: Session) {
  const [row] = await session.db
    .select(asNode)
    .from(unions)
    .where(eq(unions.id, postOf(session).unionId))
  return found(row)
}

export const children = ({ db }: Session, { id }: { id: string }) =>
  db
    .select(asNode)
    .from(unions)
    .where(and(eq(unions.parentId, id), ne(unions.state, 'dissolved')))
    .orderBy(asc(unions.path))

export async function get({ db }: Session, { id }: { id: string }) {
  const [row] = await db
    .select({ ...asNode, path: unions.path })
    .from(unions)
    .where(eq(unions.id, id))
  const { path, ...node } = found(row)
  return { ...node, above: await above(db, path) }
}

/** The unions over a path, from the top of one's scope down: a path holds its own ancestors. */
async function above(db: Session['db'], path: string) {
  const paths = Array.from({ length: path.length / LABEL - 1 }, (_, level) => path.slice(0, (level + 1) * LABEL))
  if (!paths.length) return []
  const { id, name, kind } = unions
  return db.select({ id, name, kind }).from(unions).where(inArray(unions.path, paths)).orderBy(asc(unions.path))
}

/** By name, short name, code, pinyin or initials, within one's scope. Prefixes are ranges, so that the scope's index serves. */
export async function search({ db }: Session, { text }: { text: string }) {
  const latin = text.toLowerCase().replace(/\s/g, '')
  const starts = (column: PgColumn) => and(gte(column, latin), lt(column, `${latin}~`))
  const parents = sql<string>`coalesce((select p.name from ${unions} p where p.id = ${unions.parentId}), '')`
  return db
    .select({ ...columns(), above: parents })
    .from(unions)
    .where(
      or(
        sql`${unions.name} like ${`%${text.replace(/[%_\\]/g, '\\$&')}%`}`,
        eq(unions.code, text),
        eq(unions.creditCode, text.toUpperCase()),
        /^[a-z0-9]+$/.test(latin) ? or(starts(unions.pinyin), starts(unions.initials)) : sql`false`,
      ),
    )
    .orderBy(asc(unions.path))
    .limit(30)
}

/** The public names, for whoever looks for a union to join or to transfer to. */
export function directory({ db }: Session, { text, kinds }: { text: string; kinds?: UnionKind[] | undefined }) {
  const { id, name, kind, place } = unionDirectory
  const latin = text.toLowerCase()
  return db
    .select({ id, name, kind, place })
    .from(unionDirectory)
    .where(
      and(
        eq(unionDirectory.state, 'active'),
        kinds?.length ? inArray(kind, kinds) : undefined,
        text
          ? or(
              sql`${name} like ${`%${text.replace(/[%_\\]/g, '\\$&')}%`}`,
              sql`${unionDirectory.initials} like ${`${latin}%`}`,
              sql`${unionDirectory.pinyin} like ${`${latin}%`}`,
            )
          : undefined,
      ),
    )
    .orderBy(asc(name))
    .limit(30)
}

export async function rename(
  session: Session,
  { id, name, shortName, version }: { id: string; name: string; shortName: string | null; version: number },
) {
  const { db, today, line } = session
  await hold(db, unions, id)
  const [before] = await db.select().from(unions).where(eq(unions.id, id))
  enforce(isCurrent(found(before).version, version))
  const { full, initials } = pinyinOf(name)
  await db
    .update(unions)
    .set({ name, shortName, pinyin: full, initials, effectiveOn: today, version: version + 1 })
    .where(eq(unions.id, id))
  Object.assign(line, { unionId: id, subject: id, detail: { from: before!.name, to: name } })
  return { id }
}

const label = (n: number) => n.toString(36).padStart(LABEL, '0')

export type NewUnion = {
  name: string
  kind: UnionKind
  unitType: UnitType
  parentId?: string | null
  state?: 'preparing' | 'active'
  shortName?: string | null
  code?: string | null
  creditCode?: string | null
  place?: string | null
  sector?: string | null
  foundedOn?: string | null
  /** The day from which it stands in the tree; today when not given. */
  effectiveOn?: string
}

/** Puts a union into the tree below its parent (or as the first federation) and gives its row. */
export async function plant(
  { db, today }: Session,
  { parentId = null, state = 'active', effectiveOn = today, ...facts }: NewUnion,
) {
  let path: string
  if (!parentId) path = label((await db.$count(unions, isNull(unions.parentId))) + 1)
  else {
    const [parent] = await db
      .update(unions)
      .set({ lastLabel: sql`${unions.lastLabel} + 1` })
      .where(eq(unions.id, parentId))
      .returning({ path: unions.path, label: unions.lastLabel, kind: unions.kind })
    enforce(mayStandBelow(facts.kind, found(parent).kind))
    path = parent!.path + label(parent!.label)
  }
  const { full: pinyin, initials } = pinyinOf(facts.name)
  const [row] = await db
    .insert(unions)
    .values({ ...facts, parentId, path, state, pinyin, initials, effectiveOn, foundedOn: facts.foundedOn ?? effectiveOn })
    .returning()
  return row!
}

/** Moves a union and all below it under another parent: one statement, and every table that carries the path follows. */
export async function move({ db, today }: Session, union: { id: string; path: string }, parentId: string) {
  const [parent] = await db
    .update(unions)
    .set({ lastLabel: sql`${unions.lastLabel} + 1` })
    .where(eq(unions.id, parentId))
    .returning({ path: unions.path, label: unions.lastLabel })
  const path = found(parent).path + label(parent!.label)
  const { lo, hi } = subtree(union.path)
  await db.update(unions).set({ parentId, effectiveOn: today }).where(eq(unions.id, union.id))
  await db
    .update(unions)
    .set({ path: sql`${path} || substr(${unions.path}, ${union.path.length + 1})` })
    .where(and(gte(unions.path, lo), lt(unions.path, hi)))
  return path
}
