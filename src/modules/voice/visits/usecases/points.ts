import { and, asc, eq, or, type SQL, sql } from 'drizzle-orm'
import { unionNames, unionOf } from '#modules/organisation/unions'
import { hold } from '#platform/db'
import { enforce, found, postOf, type Session } from '#platform/session'
import type { Assignment, PointListing } from '../contract.ts'
import { mayAssign, mayRelieve } from '../rules.ts'
import { points } from '../tables.ts'
import { holdersAt } from './who.ts'

const nameOfUnion = (id: SQL) => sql<string>`(select u.name from union_directory u where u.id = ${id})`
const made = sql`from visits v where v.point_id = contact_points.id and v.submitted_at is not null`

export const pointOn = (today: string) => {
  const { id, unionId, fromUnionId, memberId, holderName, holderTitle, reach, fromOn, untilOn, endedOn, endedWhy, basis } = points
  return {
    ...{ id, unionId, fromUnionId, memberId, holderName, holderTitle, reach, fromOn, untilOn, endedOn, endedWhy, basis },
    unionName: nameOfUnion(sql`contact_points.union_id`),
    fromUnionName: nameOfUnion(sql`contact_points.from_union_id`),
    state: stateOn(today),
    visits: sql<number>`(select count(*)::int ${made})`,
    lastVisit: sql<string | null>`(select max(v.visited_on)::text ${made})`,
  }
}
const stateOn = (today: string) => sql<'coming' | 'current' | 'ended'>`case
  when contact_points.in_force @> ${today}::date then 'current'
  when contact_points.from_on > ${today}::date and contact_points.ended_on is null then 'coming' else 'ended' end`

const like = (text: string) => `%${text.replace(/[%_\\]/g, '\\$&')}%`
export const namedUnions = (column: SQL, text: string) =>
  sql`${column} in (select u.id from unions u where u.name like ${like(text)})`

/** The contact points of one's scope, by the tree. */
export async function list({ db, today }: Session, { page, size, text, state, fromUnionId, memberId }: PointListing) {
  const where = and(
    state === 'any' ? undefined : state === 'ended' ? sql`${stateOn(today)} = 'ended'` : sql`${stateOn(today)} <> 'ended'`,
    fromUnionId ? eq(points.fromUnionId, fromUnionId) : undefined,
    memberId ? eq(points.memberId, memberId) : undefined,
    text ? or(sql`${points.holderName} like ${like(text)}`, namedUnions(sql`contact_points.union_id`, text)) : undefined,
  )
  const rows = await db
    .select(pointOn(today))
    .from(points)
    .where(where)
    .orderBy(asc(points.unionPath), asc(points.fromOn), asc(points.id))
    .limit(size)
    .offset((page - 1) * size)
  return { rows, total: await db.$count(points, where) }
}

/** Who is the contact of a union, of every superior that named one. */
export async function ofUnion(session: Session, { unionId }: { unionId: string }) {
  await unionOf(session, unionId)
  const { db, today } = session
  return db
    .select(pointOn(today))
    .from(points)
    .where(and(eq(points.unionId, unionId), sql`contact_points.in_force @> ${today}::date`))
    .orderBy(asc(points.fromOn))
}

/** Unions of one's scope, one's own left out, that no superior is the contact of. */
export async function blanks(
  { db, today, user }: Session,
  { page, size, text }: { page: number; size: number; text?: string | undefined },
) {
  const from = sql`from unions u where u.state = 'active' and u.kind in ('basic', 'joint') and u.id <> ${user.post?.unionId ?? null}::uuid
    and not exists (select from contact_points p where p.union_id = u.id and p.in_force @> ${today}::date)
    ${text ? sql`and u.name like ${like(text)}` : sql``}`
  const { rows } = await db.execute<{ id: string; name: string; kind: string; above: string | null; members: number }>(sql`
    select u.id, u.name, u.kind, (select d.name from union_directory d where d.id = u.parent_id) as above,
      (select coalesce(sum(c.member_count + c.retained_count), 0)::int from member_counts c
        where c.union_path >= u.path and c.union_path < u.path || '~') as members
    ${from} order by u.path limit ${size} offset ${(page - 1) * size}`)
  const { rows: all } = await db.execute<{ total: number }>(sql`select count(*)::int as total ${from}`)
  return { rows, total: found(all[0]).total }
}

/** Who may be a contact: everybody in office at the union one acts for, and how many points each holds already. */
export async function holders(session: Session) {
  const { db, today } = session
  const people = await holdersAt(session, postOf(session).unionId, today)
  const { rows } = await db.execute<{ id: string; points: number }>(sql`
    select p.member_id as id, count(*)::int as points from contact_points p where p.in_force @> ${today}::date group by 1`)
  const load = new Map(rows.map((row) => [row.id, row.points]))
  return people.map(({ memberId, name, titles }) => ({
    memberId,
    name,
    title: titles.join('、'),
    points: load.get(memberId) ?? 0,
  }))
}

/** Makes a cadre of one's own union the contact of unions beneath it. */
export async function assign(session: Session, { unionIds, memberId, ...term }: Assignment) {
  const { db, now, user, line } = session
  const post = postOf(session)
  const [holder] = await holdersAt(session, post.unionId, term.fromOn, [memberId])
  const names = await unionNames(session, unionIds)
  for (const unionId of new Set(unionIds)) {
    const { path } = await unionOf(session, unionId)
    const target = { path, name: names.get(unionId) ?? '' }
    enforce(mayAssign({ titles: holder?.titles ?? [], name: holder?.name ?? '这位同志' }, target, post.path, term))
    await db.insert(points).values({
      ...{ unionId, unionPath: path, fromUnionId: post.unionId, memberId, ...term },
      ...{
        holderName: holder!.name,
        holderTitle: holder!.titles[0]!,
        madeBy: user.account ?? null,
        madeAt: now,
      },
    })
  }
  Object.assign(line, { subject: memberId, detail: { unions: unionIds.length, from: term.fromOn } })
  return { count: unionIds.length }
}

/** Ends a contact point; visits already noted there stay, those still ahead are dropped with the reason. */
export async function relieve(session: Session, { id, on, reason }: { id: string; on: string; reason: string }) {
  const { db, now, line } = session
  await hold(db, points, id)
  const [point] = await db.select().from(points).where(eq(points.id, id))
  enforce(mayRelieve(found(point), on))
  await db.update(points).set({ endedOn: on, endedWhy: reason }).where(eq(points.id, id))
  await db.execute(sql`update visits set dropped_at = ${now.toISOString()}::timestamptz, dropped_why = ${`联系点结束：${reason}`.slice(0, 300)}
    where point_id = ${id} and version = 0 and submitted_at is null and dropped_at is null and planned_on >= ${on}::date`)
  Object.assign(line, { unionId: point!.unionId, subject: id, detail: { on } })
  return { id }
}
