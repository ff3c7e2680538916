import { and, desc, eq, or, sql } from 'drizzle-orm'
import { refuse } from '#law/verdict'
import { hold } from '#platform/db'
import { enforce, found, postOf, type Session } from '#platform/session'
import { isCurrent } from '#rules/organisation/unions'
import type { Draft, Standard, Summary } from '../contract.ts'
import { mayPublish } from '../rules.ts'
import { standards } from '../tables.ts'
import { catalogue } from './facts.ts'
import { stateIn } from './states.ts'

const unionName = sql<string>`(select u.name from union_directory u where u.id = standards.union_id)`
export type StandardRow = typeof standards.$inferSelect

export function shown(row: StandardRow, name: string, mine: string): Standard {
  const { unionPath, createdAt: _createdAt, ...standard } = row
  return { ...standard, unionName: name, isOwn: unionPath.startsWith(mine) }
}

/** The row of a standard that is published or in one's scope; 404 otherwise. */
export async function standardOf({ db }: Pick<Session, 'db'>, id: string) {
  const [row] = await db.select({ row: standards, name: unionName }).from(standards).where(eq(standards.id, id))
  return found(row)
}

/** The same for whoever may change it; 404 for a union below. */
async function ownStandard(session: Session, id: string) {
  const { row } = await standardOf(session, id)
  return found(row.unionPath.startsWith(postOf(session).path) ? row : undefined)
}

export async function get(session: Session, { id }: { id: string }) {
  const { row, name } = await standardOf(session, id)
  return shown(row, name, postOf(session).path)
}

/** Standards that one's unions publish or are measured by, and how far the unions of one's scope are. */
export async function list(session: Session): Promise<Summary[]> {
  const { db, today } = session
  const { path } = postOf(session)
  const rows = await db
    .select({ row: standards, name: unionName })
    .from(standards)
    .where(or(sql`starts_with(${standards.unionPath}, ${path})`, sql`starts_with(${path}, ${standards.unionPath})`))
    .orderBy(sql`${standards.publishedAt} desc nulls first`, desc(standards.createdAt))
    .limit(200)
  type Count = { id: string; unions: number; accredited: number; handedIn: number }
  const { rows: counted } = await db.execute<Count>(sql`
    select s.id, count(u.id)::int as unions, count(*) filter (where c.state = 'accredited')::int as accredited,
      count(*) filter (where c.state = 'handedIn')::int as "handedIn"
    from standards s join unions u on starts_with(u.path, s.union_path) and u.path <> s.union_path and u.state = 'active'
      and u.kind = any (s.for_kinds) and (s.for_unit_types = '{}' or u.unit_type = any (s.for_unit_types))
    left join lateral (select ${stateIn(today)} as state from standard_checks k where k.standard_id = s.id and k.union_id = u.id
      order by k.opened_at desc limit 1) c on true
    group by s.id`)
  return rows.map(({ row, name }) => {
    const { items, levels: _levels, ...standard } = shown(row, name, path)
    const { unions = 0, accredited = 0, handedIn = 0 } = counted.find(({ id }) => id === row.id) ?? {}
    return { ...standard, items: items.length, unions, accredited, handedIn }
  })
}

/** Drafts a standard at one's own union, or puts a draft right; what was published is followed by another. */
export async function save(session: Session, { id, version, ...facts }: Draft) {
  const { db, now, line } = session
  const known = catalogue().map(({ key }) => key)
  const stray = facts.items.find(({ fact }) => fact !== null && !known.includes(fact))
  if (stray) enforce(refuse('standards.fact', `平台没有“${stray.fact}”这项记录，请重新选择`))
  if (facts.follows) await ownStandard(session, facts.follows)
  const post = postOf(session)
  if (id) {
    await hold(db, standards, id)
    const before = await ownStandard(session, id)
    enforce(
      isCurrent(before.version, version ?? 0) ??
        (before.publishedAt ? refuse('standards.published', '已经发布的标准不能改，请另起一版') : null),
    )
    await db
      .update(standards)
      .set({ ...facts, version: before.version + 1 })
      .where(eq(standards.id, id))
    Object.assign(line, { unionId: before.unionId, subject: id, detail: { items: facts.items.length } })
    return { id }
  }
  const [row] = await db
    .insert(standards)
    .values({ ...facts, unionId: post.unionId, unionPath: post.path, createdAt: now })
    .returning({ id: standards.id })
  Object.assign(line, { subject: row!.id, detail: { items: facts.items.length } })
  return row!
}

type Versioned = { id: string; version: number }

export async function publish(session: Session, { id, version }: Versioned) {
  const { db, now, line } = session
  await hold(db, standards, id)
  const row = await ownStandard(session, id)
  enforce(isCurrent(row.version, version) ?? (row.publishedAt ? refuse('standards.published', '已经发布') : mayPublish(row)))
  await db
    .update(standards)
    .set({ publishedAt: now, version: version + 1 })
    .where(eq(standards.id, id))
  if (row.follows)
    await db
      .update(standards)
      .set({ withdrawnAt: now })
      .where(and(eq(standards.id, row.follows), sql`${standards.withdrawnAt} is null and ${standards.publishedAt} is not null`))
  Object.assign(line, { unionId: row.unionId, subject: id, detail: { items: row.items.length } })
  return { id }
}

/** No union begins with it any more; what was accredited stays so until its day. */
export async function withdraw(session: Session, { id, version }: Versioned) {
  const { db, now, line } = session
  await hold(db, standards, id)
  const row = await ownStandard(session, id)
  enforce(
    isCurrent(row.version, version) ??
      (row.publishedAt && !row.withdrawnAt ? null : refuse('standards.withdrawn', '这个标准没有在施行')),
  )
  await db
    .update(standards)
    .set({ withdrawnAt: now, version: version + 1 })
    .where(eq(standards.id, id))
  Object.assign(line, { unionId: row.unionId, subject: id })
  return { id }
}
