import { sql } from 'drizzle-orm'
import type { UnionKind, UnitType } from '#contracts/organisation/unions'
import type { Session } from '#platform/session'
import { rulebookOf } from '#platform/statutes'
import type { BodyFacts, Holders, Kind } from '../rules.ts'

export type UnionFacts = BodyFacts & {
  id: string
  name: string
  path: string
  fullTimeStaff: number
  hasFullTimeViceChair: boolean
  ownOffice: boolean | null
  expired: number
}

const LABEL = 4
/** Branches and team groups have posts, not committees. */
const withCommittees = ['federation', 'town', 'trade', 'regional', 'joint', 'basic', 'newEmployment']

type UnionRow = {
  id: string
  name: string
  path: string
  kind: UnionKind
  unit_type: UnitType
  staff_count: number | null
  has_account: boolean | null
  has_own_office: boolean | null
}
type HolderRow = Holders & { unionId: string; fullTime: number; expired: number }

/** What completeness and staffing are judged by, for every union in scope (or those named), counted in four statements whatever their number. */
export async function bodyFacts(session: Session, on: string, ids?: readonly string[]): Promise<UnionFacts[]> {
  const { db } = session
  const only = ids
    ? sql`and u.id in (${sql.join(
        ids.map((id) => sql`${id}::uuid`),
        sql`, `,
      )})`
    : sql``
  const { rows: unions } = await db.execute<UnionRow>(sql`
    select u.id, u.name, u.path, u.kind, u.unit_type, u.staff_count, u.has_account, u.has_own_office from unions u
    where u.state <> 'dissolved' and u.kind in (${sql.join(
      withCommittees.map((kind) => sql`${kind}`),
      sql`, `,
    )}) ${only} order by u.path`)
  if (!unions.length) return []
  const within = ids && unions.length === 1 ? unions[0]!.path : ''
  const book = await rulebookOf(session)
  const holders = await holdersOf(db, on, within)
  const counts = countsBelow(await headcounts(db, within))
  return unions.map(
    ({ staff_count: employees, has_account: account, has_own_office: ownOffice, unit_type: unitType, ...union }) => {
      const own = holders.get(union.id) ?? []
      const { members = 0, women = 0 } = counts.get(union.path) ?? {}
      return {
        ...union,
        place: book.at(union.path),
        unitType,
        employees,
        ownFinance: account ?? true,
        ownOffice,
        members,
        women,
        holders: own,
        fullTimeStaff: own.reduce((sum, each) => sum + each.fullTime, 0),
        hasFullTimeViceChair: own.some(
          ({ kind, people, fullTime }) => people > 0 && (kind === 'fullTimeViceChair' || (kind === 'viceChair' && fullTime > 0)),
        ),
        expired: own.reduce((sum, each) => sum + each.expired, 0),
      }
    },
  )
}

/** Per union and kind: who is in office on the day, since when, and when the latest who is not any more left. */
async function holdersOf(db: Session['db'], on: string, within: string) {
  const { rows } = await db.execute<HolderRow>(sql`
    select a.union_id as "unionId", a.kind,
      count(*) filter (where now_in)::int as people,
      (array_agg(a.person_name order by a.from_on) filter (where now_in))[1] as name,
      (array_agg(a.title order by a.from_on) filter (where now_in))[1] as title,
      (min(a.from_on) filter (where now_in))::text as since,
      (min(a.until_on) filter (where now_in))::text as until,
      (max(coalesce(a.ended_on, a.until_on + 1)) filter (where not now_in and a.from_on <= ${on}))::text as left,
      count(*) filter (where now_in and a.full_time)::int as "fullTime",
      count(*) filter (where a.ended_on is null and a.until_on < ${on})::int as expired
    from (select *, in_office @> ${on}::date and not waits_for_confirmation as now_in from appointments
      where union_path >= ${within} and union_path < ${`${within}~`}) a
    group by a.union_id, a.kind`)
  return Map.groupBy(rows, ({ unionId }) => unionId) as Map<string, (HolderRow & { kind: Kind })[]>
}

type Headcount = { path: string; members: number; women: number }

async function headcounts(db: Session['db'], within: string): Promise<Headcount[]> {
  const { rows } = await db.execute<Headcount>(sql`
    select m.union_path as path, count(*)::int as members, count(*) filter (where m.sex = 'female')::int as women from members m
    where m.status = 'member' and m.merged_into is null and m.union_path >= ${within} and m.union_path < ${`${within}~`} group by m.union_path`)
  return rows
}

/** Members of a union are those registered at it and at every branch and group below. */
function countsBelow(own: readonly Headcount[]) {
  const sums = new Map<string, { members: number; women: number }>()
  for (const { path, members, women } of own)
    for (let end = LABEL; end <= path.length; end += LABEL) {
      const above = path.slice(0, end)
      const sum = sums.get(above) ?? { members: 0, women: 0 }
      sums.set(above, { members: sum.members + members, women: sum.women + women })
    }
  return sums
}
