import { sql } from 'drizzle-orm'
import type { Day } from '#kit/dates'
import type { Db } from '#platform/db'
import { uuids } from '#platform/duties'
import { readTallies, type Tally } from '#platform/tallies'
import { groups, type Group } from '../contract.ts'
import { isUnlike, seatShare, share, youngSince } from '../rules.ts'
import { committee, type Found, type Reach } from './finding.ts'
import type { Measures } from './measures.ts'

const young = ['age.0', 'age.25'] as const
/** How many of a union's members, with all below it, belong to a group. */
export const membersIn = (tally: Tally, group: Group): number =>
  group === 'young'
    ? young.reduce((sum, band) => sum + (tally[band] ?? 0), 0)
    : (tally[{ women: 'sex.female', frontLine: 'tag.frontLine', migrant: 'tag.migrant' }[group]] ?? 0)

export type Seats = Record<Group, number> & { seats: number; since: Day }

const byGroup = (today: Day) => sql`count(distinct a.member_id)::int as seats,
    count(distinct a.member_id) filter (where m.sex = 'female')::int as women,
    count(distinct a.member_id) filter (where m.birth_on > ${youngSince(today)}::date)::int as young,
    count(distinct a.member_id) filter (where exists (select from member_tags t
      where t.member_id = m.id and t.tag = 'frontLine' and t.until is null))::int as "frontLine",
    count(distinct a.member_id) filter (where exists (select from member_tags t
      where t.member_id = m.id and t.tag = 'migrant' and t.until is null))::int as migrant`

/** Who holds these posts, counted by group: each person once. */
export const seated = (today: Day, kinds: readonly string[]) => sql`
  select a.union_id, a.union_path, max(a.from_on)::text as since, ${byGroup(today)}
  from appointments a join members m on m.id = a.member_id
  where a.kind = any (${sql.param(`{${kinds.join(',')}}`)}::text[]) and a.in_office @> ${today}::date and not a.waits_for_confirmation`

/** Committees unlike the members they stand for. */
export async function findUnlike(db: Db, today: Day, measures: Measures['unlike'], reach: Reach): Promise<Found[]> {
  const { rows } = await db.execute<Seats & { unionId: string }>(sql`
    select s.*, u.id as "unionId" from unions u join (${seated(today, committee)}
      ${reach ? sql`and a.union_id = any (${uuids(reach)})` : sql``} group by a.union_id, a.union_path) s on s.union_id = u.id
    where u.state = 'active' and u.kind not in ('branch', 'group') and s.seats >= 3`)
  const tallies = await readTallies(
    db,
    rows.map(({ unionId }) => unionId),
    [today],
  )
  const tallyOf = new Map(tallies.map(({ node, counts }) => [node, counts]))
  return rows.flatMap(({ unionId, since, seats, ...held }) => {
    const tally = tallyOf.get(unionId) ?? {}
    const members = tally['standing.full'] ?? 0
    return groups.flatMap((subject): Found[] => {
      const group = membersIn(tally, subject)
      if (!isUnlike({ members, group, seats, held: held[subject] }, measures)) return []
      const percent = share(group, members)
      return percent === null
        ? []
        : [{ kind: 'unlike', subject, unionId, since, figures: { percent, seats, held: held[subject] } }]
    })
  })
}

/** Shares of each group among members, on the committee of the union itself, and among the chairs of its subtree. */
export async function sharesOf(db: Db, today: Day, union: { id: string; path: string }) {
  const [tally] = await readTallies(db, [union.id], [today])
  const seats = await sums(db, sql`${seated(today, committee)} and a.union_id = ${union.id} group by a.union_id, a.union_path`)
  const chairs = await sums(
    db,
    sql`${seated(today, ['chair'])} and a.union_path >= ${union.path} and a.union_path < ${`${union.path}~`}
      group by a.union_id, a.union_path`,
  )
  const below = sql`and a.union_path >= ${union.path} and a.union_path < ${`${union.path}~`} group by a.union_id, a.union_path`
  const all = await sums(db, sql`${seated(today, committee)} ${below}`)
  const activists = await sums(
    db,
    sql`select ${byGroup(today)} from activists a join members m on m.id = a.member_id where a.ended_on is null ${below}`,
  )
  const counts = tally?.counts ?? {}
  const members = counts['standing.full'] ?? 0
  const rows = groups.map((group) => ({
    group,
    workforce: share(membersIn(counts, group), members),
    committee: seatShare(seats[group], seats.seats),
    committees: seatShare(all[group], all.seats),
    chairs: seatShare(chairs[group], chairs.seats),
    activists: share(activists[group], activists.seats),
  }))
  return { members, seats: seats.seats, chairs: chairs.seats, allSeats: all.seats, activists: activists.seats, rows }
}

async function sums(db: Db, of: ReturnType<typeof sql>) {
  const { rows } = await db.execute<Record<Group | 'seats', number>>(sql`
    select coalesce(sum(seats), 0)::int as seats, coalesce(sum(women), 0)::int as women, coalesce(sum(young), 0)::int as young,
      coalesce(sum("frontLine"), 0)::int as "frontLine", coalesce(sum(migrant), 0)::int as migrant from (${of}) s`)
  return rows[0]!
}
