import { sql } from 'drizzle-orm'
import type { Day } from '#kit/dates'
import type { Db } from '#platform/db'
import { inReach, type Law, type Reach, type Span } from '#platform/duties'

/** For so long a union had so many members and women among them, as far as a rule tells the difference. */
export type Piece = Span & { members: number; women: number }

type Row = { owner: string; day: Day; members: number; women: number }
const read = new WeakMap<Reach, Promise<Map<string, Piece[]>>>()

/** Members of each basic union with its branches and groups, from the first to today, cut where a threshold of law was crossed. Read once a run. */
export function headcounts(db: Db, reach: Reach, law: Law): Promise<Map<string, Piece[]>> {
  const before = read.get(reach) ?? crossings(db, reach, law).then(pieces)
  read.set(reach, before)
  return before
}

type Own = { owner: string; path: string }

/** The basic unions in reach, each with its branches and groups, found step by step: a range of paths is joined row by row beneath a scope. */
async function owners(db: Db, reach: Reach): Promise<Own[]> {
  const { rows } = await db.execute<Own>(sql`
    with recursive below as (
      select o.id, o.id as owner, o.path from unions o where o.kind in ('joint', 'basic', 'newEmployment') ${inReach(reach, 'o.id')}
      union all select u.id, b.owner, u.path from unions u join below b on u.parent_id = b.id)
    select owner, path from below`)
  return rows
}

async function crossings(db: Db, reach: Reach, law: Law) {
  const [all, women] = [thresholds(reach, law, 'ORG-01.committee'), thresholds(reach, law, 'ORG-08.womenCommittee')]
  const own = await owners(db, reach)
  const paths = sql.param(`{${own.map(({ path }) => path).join(',')}}`)
  const ids = sql.param(`{${own.map(({ owner }) => owner).join(',')}}`)
  // Of everything each table is read once; the planner takes any list for ten rows and would look up every stay by itself.
  if (!reach.ids) await db.execute(sql`set local enable_nestloop = off; set local work_mem = '128MB'`)
  const { rows } = await db.execute<Row>(sql`
    with owner as materialized (select * from unnest(${ids}::uuid[], ${paths}::text[]) o(owner, path)),
    stays as materialized (
      select o.owner, s.from_on, s.until_on, (m.sex = 'female')::int as woman
      from memberships s join owner o on o.path = s.union_path join members m on m.id = s.member_id and m.merged_into is null
      where s.standing = 'full' and (s.until_on is null or s.until_on > s.from_on)
        ${reach.ids ? sql`and s.union_path = any (${paths}::text[])` : sql``}),
    daily as (
      select owner, day, sum(n)::int as n, sum(w)::int as w from (
        select owner, from_on as day, 1 as n, woman as w from stays
        union all select owner, until_on, -1, -woman from stays where until_on is not null) moves
      group by owner, day),
    sums as (select owner, day, sum(n) over run as members, sum(w) over run as women from daily window run as (partition by owner order by day)),
    steps as (select *, lag(members, 1, 0) over run as members_before, lag(women, 1, 0) over run as women_before
      from sums window run as (partition by owner order by day))
    select owner, day::text, members::int, women::int from steps
    where width_bucket(members, ${all}) <> width_bucket(members_before, ${all}) or width_bucket(women, ${women}) <> width_bucket(women_before, ${women})
    order by owner, steps.day`)
  if (!reach.ids) await db.execute(sql`set local enable_nestloop = on; set local work_mem to default`)
  return rows
}

/** Every figure that the rule has had anywhere in reach, and one: nobody or somebody. */
function thresholds(reach: Reach, law: Law, id: 'ORG-01.committee' | 'ORG-08.womenCommittee') {
  const values = [...reach.unions.values()].flatMap((union) => law.changes(id, union).map((day) => law.on(id, day, union).value))
  return sql.raw(`array[${[...new Set([1, ...values])].sort((a, b) => a - b).join(',')}]::bigint[]`)
}

function pieces(rows: readonly Row[]) {
  const all = new Map<string, Piece[]>()
  for (const { owner, day, members, women } of rows) {
    const own = all.get(owner) ?? []
    const last = own.at(-1)
    if (last) last.to = day
    own.push({ from: day, to: null, members, women })
    all.set(owner, own)
  }
  return all
}
