import { sql } from 'drizzle-orm'
import { postOf, type Session } from '#platform/session'
import type { Figures } from '../contract.ts'

const COUNTS = sql.raw(`count(r.id)::int as "to", count(r.opened_at)::int as opened,
  count(*) filter (where r.opened_at <= r.released_at + interval '24 hours')::int as "inDay", count(r.replied_at)::int as replied`)

/** How much of what one's union sent was opened within a day, and answered; by month, and by whom it went to. */
export async function figures(session: Session, { months }: { months: number }): Promise<Figures> {
  const { db, now, today } = session
  const { unionId, path } = postOf(session)
  const since = Temporal.PlainDate.from(today)
    .with({ day: 1 })
    .subtract({ months: months - 1 })
    .toString()
  const from = sql`r.from_union_id = ${unionId} and not r.is_copy and r.released_at >= (${since}::date at time zone 'Asia/Shanghai') and r.released_at <= ${now.toISOString()}`
  const byMonth = await db.execute<
    Figures['months'][number]
  >(sql`select to_char(r.released_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
      count(distinct r.information_id)::int as sent, ${COUNTS} from information_recipients r where ${from} group by 1 order by 1 desc`)
  const below = await db.execute<Figures['below'][number]>(sql`select u.id as "unionId", u.name as "unionName", ${COUNTS}
    from information_recipients r join unions u on u.path = left(r.union_path, ${path.length + 4}) where ${from} and r.union_path > ${path}
    group by u.id, u.name order by count(*) filter (where r.opened_at <= r.released_at + interval '24 hours')::float / count(*), u.name limit 200`)
  const sum = (key: 'to' | 'opened' | 'inDay' | 'replied' | 'sent') => byMonth.rows.reduce((total, row) => total + row[key], 0)
  return {
    ...{ sent: sum('sent'), to: sum('to'), opened: sum('opened'), inDay: sum('inDay'), replied: sum('replied') },
    months: byMonth.rows,
    below: below.rows,
  }
}
