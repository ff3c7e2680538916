import { sql } from 'drizzle-orm'
import type { Paging } from '#kit/contract'
import { titlesOf } from '#modules/organisation/posts'
import { issueTicket } from '#platform/files'
import type { Session } from '#platform/session'
import { type Role, roleOf } from '#rules/organisation/competences'
import { cadreColumns, type CadreRow, cadresIn } from './load.ts'
import type { Listing, Row, UnionLoad } from '../contract.ts'

const escaped = (text: string) => `%${text.replace(/[%_\\]/g, '\\$&')}%`
const kindsOf = (role: Role) => Object.entries(roleOf).flatMap(([kind, of]) => (of === role ? [kind] : []))

/** The cadres of one's scope in the order of the tree, never in the order of what they did. */
export async function list(session: Session, { page, size, text, role, fullTime, load, lack }: Listing) {
  const wanted = [
    text ? sql`(c.name like ${escaped(text)} or u.name like ${escaped(text)})` : undefined,
    role ? sql`c.kinds && ${sql.param(kindsOf(role))}::text[]` : undefined,
    fullTime === undefined ? undefined : sql`c.full_time = ${fullTime}`,
    load ? sql`c.load = ${load}` : undefined,
    lack ? sql`${lack} = any (c.lacks)` : undefined,
  ].filter((each) => each !== undefined)
  const where = wanted.length ? sql`where ${sql.join(wanted, sql` and `)}` : sql``
  const { rows } = await session.db.execute<CadreRow & { total: number }>(sql`${await cadresIn(session)}
    select ${cadreColumns}, count(*) over ()::int as total from c join unions u on u.id = c.union_id ${where}
    order by c.union_path, c.name, c.member_id limit ${size} offset ${(page - 1) * size}`)
  return { rows: await withTitles(session, rows), total: rows[0]?.total ?? 0 }
}

/** One cadre's row, or `null` when he holds no cadre's post within one's scope; `titles` where his posts are known already. */
export async function rowOf(session: Session, memberId: string, titles?: string[]): Promise<Row | null> {
  const { rows } = await session.db.execute<CadreRow>(sql`${await cadresIn(session)}
    select ${cadreColumns} from c join union_directory u on u.id = c.union_id where c.member_id = ${memberId}`)
  const [row] = rows
  if (row && titles) return { ...row, titles, lacks: row.lacks as Row['lacks'] }
  return (await withTitles(session, rows))[0] ?? null
}

async function withTitles(session: Session, rows: CadreRow[]): Promise<Row[]> {
  const titles = await titlesOf(
    session,
    rows.map(({ memberId }) => memberId),
  )
  return rows.map((row) => ({ ...row, titles: titles.get(row.memberId) ?? [], lacks: row.lacks as Row['lacks'] }))
}

/** Where union work is kept, crowded out, or not recorded: union by union, of their part-time cadres. */
export async function unions(session: Session, { page, size, crowded }: Paging & { crowded?: boolean | undefined }) {
  const { rows } = await session.db.execute<UnionLoad & { total: number }>(sql`${await cadresIn(session)}
    select u.id, u.name, count(*)::int as "partTime", coalesce(sum(c.agreed), 0)::int as "agreedHours",
      round(coalesce(sum(c.m1), 0) / 60.0, 1)::float8 as "realHours", count(*) filter (where c.load = 'crowded')::int as crowded,
      count(*) filter (where c.load = 'over')::int as over, count(*) filter (where c.load = 'silent')::int as silent,
      count(*) over ()::int as total
    from c join unions u on u.id = c.union_id where not c.full_time group by u.id
    ${crowded ? sql`having count(*) filter (where c.load = 'crowded') > 0` : sql``}
    order by u.path limit ${size} offset ${(page - 1) * size}`)
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 }
}

type Counts = Record<
  'cadres' | 'fullTime' | 'agreed' | 'agreedHours' | 'realHours' | 'crowded' | 'over' | 'silent' | 'complete',
  number
>

/** Full-time share, agreed against real hours of the last full month, complete files. */
export async function figures(session: Session) {
  const { rows } = await session.db.execute<Counts>(sql`${await cadresIn(session)}
    select count(*)::int as cadres, count(*) filter (where c.full_time)::int as "fullTime",
      count(*) filter (where c.agreed is not null and not c.full_time)::int as agreed,
      coalesce(sum(c.agreed) filter (where not c.full_time), 0)::int as "agreedHours",
      round(coalesce(sum(c.m1) filter (where c.agreed is not null and not c.full_time), 0) / 60.0, 1)::float8 as "realHours",
      count(*) filter (where c.load = 'crowded')::int as crowded, count(*) filter (where c.load = 'over')::int as over,
      count(*) filter (where c.load = 'silent')::int as silent, count(*) filter (where c.lacks = '{}')::int as complete from c`)
  const counts = rows[0]!
  return { ...counts, partTime: counts.cadres - counts.fullTime }
}

/** A ticket for the list as a workbook. */
export const exportMany = (session: Session, input: Listing) => issueTicket(session, 'cadres.export', input)
