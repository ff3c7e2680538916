import { sql } from 'drizzle-orm'
import type { Db } from '#platform/db'
import { leavesAt, type Preference, UNSAID } from './hours.ts'
import { noticeKinds } from './kinds.ts'

/** Notices planned in one transaction. */
const BATCH = 2000

type Row = { id: string; kind: string; isUrgent: boolean; cite: string | null; until: string | null } & (
  | Preference
  | { [K in keyof Preference]: null }
)

/** Says of new notices when each leaves the platform, by its addressee's preference. Gives how many; fewer than a batch: none are left. */
export async function planBatch(db: Db, now: Date): Promise<{ planned: number; isLast: boolean }> {
  const { rows } = await db.execute<Row>(sql`select n.id, n.kind, n.is_urgent as "isUrgent", n.cite, n.until_at::text as until,
      p.channel, p.is_daily as "isDaily", p.daily_at as "dailyAt", p.quiet_from as "quietFrom", p.quiet_until as "quietUntil", p.muted
    from notices n left join notice_preferences p on p.person_id = n.person_id
    where n.planned_at is null order by n.at limit ${BATCH} for update of n skip locked`)
  if (rows.length)
    await db.execute(sql`update notices n set planned_at = ${now.toISOString()}, due_at = p.due
      from jsonb_to_recordset(${JSON.stringify(rows.map((row) => ({ id: row.id, due: dueOf(row, now) })))}::jsonb) as p(id uuid, due timestamptz)
      where n.id = p.id and n.delivery_id is null`)
  return { planned: rows.length, isLast: rows.length < BATCH }
}

function dueOf({ kind, isUrgent, cite, until, ...said }: Row, now: Date): Date | null {
  const preference = said.isDaily === null ? UNSAID : said
  const mayMute = noticeKinds().get(kind)?.mayMute ?? false
  return leavesAt({ isUrgent, isByLaw: !!cite, until: until ? new Date(until) : null, mayMute, kind }, preference, now)
}
