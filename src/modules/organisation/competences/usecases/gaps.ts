import { sql } from 'drizzle-orm'
import type { Paging } from '#kit/contract'
import { unionOf } from '#modules/organisation/unions'
import { everywhere, subtree } from '#platform/db'
import type { Session } from '#platform/session'
import type { UnionGaps } from '../contract.ts'
import { askedOf, inForce } from '../usecases.ts'
import { inOffice } from './holders.ts'

/** Of each cadre and item: what is asked, and how far he is below it now and a year ago (null: nobody has said). */
const gapsIn = (asked: string, today: string, { lo, hi }: { lo: string; hi: string }) => sql`
  with asked as (select * from jsonb_to_recordset(${asked}::jsonb) as x(kind text, item text, level integer)),
  holders as (select distinct a.member_id, a.union_id, a.kind from appointments a
    where ${inOffice(today)} and a.union_path >= ${lo} and a.union_path < ${hi}),
  wanted as (select h.member_id, (array_agg(h.union_id order by h.union_id))[1] as union_id, q.item, max(q.level) as level
    from holders h join asked q on q.kind = h.kind group by h.member_id, q.item),
  gaps as (select w.member_id, w.union_id, w.item,
      -- 0 or more; without a level on either side there is no gap to speak of, where greatest() would make 0 of it.
      case when coalesce(r.level, r.own_level) is not null then greatest(0, w.level - coalesce(r.level, r.own_level)) end as gap,
      case when coalesce(b.level, b.own_level) is not null then greatest(0, w.level - coalesce(b.level, b.own_level)) end as before
    from wanted w
    left join competence_ratings r on r.member_id = w.member_id and r.item = w.item and r.year = ${Number(today.slice(0, 4))}
    left join competence_ratings b on b.member_id = w.member_id and b.item = w.item and b.year = ${Number(today.slice(0, 4)) - 1})`

/** What cadres of a union and below lack, subject by subject: what the next courses should teach. */
export async function gaps(session: Session, { unionId }: { unionId?: string | undefined }) {
  const { db, today } = session
  const { items } = await inForce(session)
  const within = unionId ? subtree((await unionOf(session, unionId)).path) : everywhere
  type Row = { item: string; asked: number; rated: number; below: number; closed: number }
  const { rows } = await db.execute<Row>(sql`${gapsIn(askedOf(items), today, within)}
    select item, count(*)::int as asked, count(gap)::int as rated, count(*) filter (where gap > 0)::int as below,
      count(*) filter (where gap = 0 and before > 0)::int as closed from gaps group by item`)
  const { rows: people } = await db.execute<{ cadres: number; rated: number }>(sql`${gapsIn(askedOf(items), today, within)}
    select count(distinct member_id)::int as cadres, count(distinct member_id) filter (where gap is not null)::int as rated from gaps`)
  const none = { asked: 0, rated: 0, below: 0, closed: 0 }
  return {
    ...people[0]!,
    rows: items.map(({ key, title, group }) => {
      const { asked, rated, below, closed } = rows.find(({ item }) => item === key) ?? none
      return { key, title, group, asked, rated, below, closed }
    }),
  }
}

type Search = Paging & { item?: string | undefined }

/** Which unions' cadres lack most to fill courses with: their cadres, who has a level, how many gaps. In the order of the tree. */
export async function unions(session: Session, { page, size, item }: Search) {
  const { db, today } = session
  const { items } = await inForce(session)
  const { rows } = await db.execute<UnionGaps & { total: number }>(sql`${gapsIn(askedOf(items), today, everywhere)}
    select u.id, u.name, count(distinct g.member_id)::int as cadres,
      count(distinct g.member_id) filter (where g.gap is not null)::int as rated, count(*) filter (where g.gap > 0)::int as gaps,
      count(*) over ()::int as total
    from gaps g join unions u on u.id = g.union_id ${item ? sql`where g.item = ${item}` : sql``}
    group by u.id having count(*) filter (where g.gap > 0) > 0 order by u.path limit ${size} offset ${(page - 1) * size}`)
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 }
}
