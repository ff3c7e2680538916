import { and, asc, eq, gte, inArray, lt, ne, notInArray, sql } from 'drizzle-orm'
import { subtree } from '#platform/db'
import { found, postOf, type Session } from '#platform/session'
import type { Past, UnionKind, UnionState } from '../contract.ts'
import { childCount, memberCount, unionDirectory, unionHistory, unions } from '../tables.ts'
import { anywhere, asNode, brief, LABEL, matching, parentName, whole } from './columns.ts'

/** As many nodes as one picture or one printed tree holds. */
const OUTLINE = 6000

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
    .select({ ...whole(), effectiveOn: unions.effectiveOn, children: childCount, members: memberCount, path: unions.path })
    .from(unions)
    .where(eq(unions.id, id))
  const { path, ...node } = found(row)
  return { ...node, above: await above(db, path) }
}

/** The unions over a path, from the top of one's scope down: a path holds its own ancestors. */
export async function above(db: Session['db'], path: string) {
  const paths = Array.from({ length: path.length / LABEL - 1 }, (_, level) => path.slice(0, (level + 1) * LABEL))
  if (!paths.length) return []
  const { id, name, kind } = unions
  return db.select({ id, name, kind }).from(unions).where(inArray(unions.path, paths)).orderBy(asc(unions.path))
}

export const search = ({ db }: Session, { text }: { text: string }) =>
  db
    .select({ ...brief(), above: parentName })
    .from(unions)
    .where(matching(text))
    .orderBy(asc(unions.path))
    .limit(30)

/** A union and all below it in the order of the tree, for the drawn picture and for paper; `total` says when it was cut. */
export async function outline({ db }: Session, { id }: { id: string }) {
  const [root] = await db.select({ path: unions.path }).from(unions).where(eq(unions.id, id))
  const { path } = found(root)
  const { lo, hi } = subtree(path)
  const within = and(gte(unions.path, lo), lt(unions.path, hi), ne(unions.state, 'dissolved'))
  const depth = sql<number>`(length(${unions.path}) - ${path.length}) / ${LABEL}`
  const rows = await db
    .select({ ...asNode, depth })
    .from(unions)
    .where(within)
    .orderBy(asc(unions.path))
    .limit(OUTLINE)
  return { rows, total: rows.length < OUTLINE ? rows.length : await db.$count(unions, within) }
}

/** The tree as it stood on a day, `depth` levels down from a node; empty when the node did not stand then. */
export async function asOf({ db }: Session, { id, day, depth }: { id: string; day: string; depth: number }) {
  const stood = sql`v.valid_from <= ${day}::date and (v.valid_to is null or v.valid_to > ${day}::date) and v.state <> 'dissolved'`
  const { rows } = await db.execute<Past>(sql`
    with recursive tree as (
      select v.*, 0 as depth, array[v.union_id] as trail from union_history v where v.union_id = ${id} and ${stood}
      union all
      select v.*, tree.depth + 1, tree.trail || v.union_id from union_history v
        join tree on v.parent_id = tree.union_id
       where ${stood} and tree.depth < ${depth} and v.union_id <> all(tree.trail))
    select t.union_id as id, t.parent_id as "parentId", t.kind, t.unit_type as "unitType", t.state, t.name, t.depth,
      (select count(*)::int from union_history v where v.parent_id = t.union_id and ${stood}) as children
    from tree t order by t.depth, t.name collate "C" limit ${OUTLINE}`)
  return rows
}

/** What a union was called, where it stood and what state it was in, newest first. Nothing that held for no whole day is shown. */
export async function history({ db }: Session, { id }: { id: string }) {
  const { validFrom, validTo, name, kind, unitType, state } = unionHistory
  const [union] = await db.select({ id: unions.id }).from(unions).where(eq(unions.id, id))
  // A parent entered with a later day of founding than its child had no name yet on that day: today's then.
  const parent = sql<string | null>`coalesce((select p.name from union_history p where p.union_id = union_history.parent_id
    and p.valid_from <= union_history.valid_from and (p.valid_to is null or p.valid_to > union_history.valid_from) limit 1),
    (select d.name from union_directory d where d.id = union_history.parent_id))`
  const fields = { id: unionHistory.id, validFrom, validTo, name, kind, unitType, state, parent }
  const lasted = sql`(${validTo} is null or ${validTo} > ${validFrom})`
  return db
    .select(fields)
    .from(unionHistory)
    .where(and(eq(unionHistory.unionId, found(union).id), lasted))
    .orderBy(sql`${validFrom} desc`)
}

/** The public names, for whoever looks for a union to join or to transfer to. */
export function directory({ db }: Session, { text, kinds }: { text: string; kinds?: UnionKind[] | undefined }) {
  const { id, name, kind, place, pinyin, initials } = unionDirectory
  const latin = text.toLowerCase().replace(/\s/g, '')
  const named = sql`(${name} like ${anywhere(text)} or ${place} like ${anywhere(text)} or ${unionDirectory.shortName} like ${anywhere(text)})`
  const typed = sql`(${initials} like ${`${latin}%`} or ${pinyin} like ${`${latin}%`})`
  const wanted = text ? (/^[a-z0-9]+$/.test(latin) ? sql`(${named} or ${typed})` : named) : undefined
  const parent = sql<string | null>`(select p.name from union_directory p where p.id = union_directory.parent_id)`
  return db
    .select({ id, name, kind, place, above: parent })
    .from(unionDirectory)
    .where(and(eq(unionDirectory.state, 'active'), kinds?.length ? inArray(kind, kinds) : undefined, wanted))
    .orderBy(asc(name))
    .limit(30)
}

/** A union and those above it, from the region's top down, also beyond one's scope: names and places of unions are public. */
export async function lineage({ db }: Session, id: string) {
  const { rows } = await db.execute<{ id: string; name: string; kind: UnionKind; state: UnionState }>(sql`
    with recursive up as (
      select d.id, d.parent_id, d.name, d.kind, d.state, 0 as height from union_directory d where d.id = ${id}
      union all
      select d.id, d.parent_id, d.name, d.kind, d.state, up.height + 1 from union_directory d join up on d.id = up.parent_id
       where up.height < 40)
    select id, name, kind, state from up order by height desc`)
  return rows
}

/** How many unions of their own (not branches or groups) stand below a union and have not ended. */
export async function independentBelow({ db }: Session, id: string) {
  const [union] = await db.select({ path: unions.path }).from(unions).where(eq(unions.id, id))
  const { lo, hi } = subtree(found(union).path)
  const ofTheirOwn = and(ne(unions.state, 'dissolved'), notInArray(unions.kind, ['branch', 'group']))
  return db.$count(unions, and(gte(unions.path, lo), lt(unions.path, hi), ne(unions.id, id), ofTheirOwn))
}
