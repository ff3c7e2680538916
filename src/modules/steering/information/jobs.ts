import { sql } from 'drizzle-orm'
import { everywhere, within, type Db } from '#platform/db'
import type { Job, JobContext } from '#platform/jobs'
import { dayOf } from '#platform/session'
import { REMIND_AFTER_HOURS, REPLY_REMIND_DAYS } from './rules.ts'
import { tellUnanswered, tellUnread } from './usecases/telling.ts'

type Due = {
  id: string
  unionId: string
  informationId: string
  title: string
  unionName: string
  replyBy: string | null
  asksReceipt: boolean
}

const due = (mark: 'reminded_at' | 'reply_reminded_at', waits: ReturnType<typeof sql>, now: Date) =>
  sql`with due as (
      update information_recipients r set ${sql.identifier(mark)} = ${now.toISOString()} from information i
      where i.id = r.information_id and i.state = 'released' and not r.is_copy and r.${sql.identifier(mark)} is null and ${waits}
      returning r.id, r.union_id, i.id as information_id, i.title, i.union_id as from_id, i.reply_by, i.asks_receipt
    ) select due.id, due.union_id as "unionId", information_id as "informationId", title, reply_by::text as "replyBy",
        asks_receipt as "asksReceipt", d.name as "unionName" from due join union_directory d on d.id = due.from_id`

/** Reminds once whoever has not opened, or not answered, what asks for it; never who has. */
export async function remindAll({ pool, regions, now }: Pick<JobContext, 'pool' | 'regions' | 'now'>) {
  const total = { unread: 0, unanswered: 0 }
  const before = new Date(now.getTime() - REMIND_AFTER_HOURS * 3_600_000).toISOString()
  const lastDay = Temporal.PlainDate.from(dayOf(now)).add({ days: REPLY_REMIND_DAYS }).toString()
  // The clock stands above all unions: it reminds each of its own.
  for (const region of regions)
    await within(pool, { region, role: 'post', ...everywhere }, async (db) => {
      const unread = await rowsOf(
        db,
        due('reminded_at', sql`i.asks_receipt and r.opened_at is null and r.released_at <= ${before}`, now),
      )
      const unanswered = await rowsOf(
        db,
        due(
          'reply_reminded_at',
          sql`i.reply_by is not null and r.opened_at is not null and r.replied_at is null and i.reply_by <= ${lastDay}::date`,
          now,
        ),
      )
      for (const [rows, tell] of [[unread, tellUnread] as const, [unanswered, tellUnanswered] as const])
        for (const [id, receivers] of Map.groupBy(rows, ({ informationId }) => informationId))
          await tell({ db, now }, { ...receivers[0]!, id }, receivers)
      total.unread += unread.length
      total.unanswered += unanswered.length
    })
  return total
}

const rowsOf = async (db: Db, query: ReturnType<typeof sql>) => (await db.execute<Due>(query)).rows

export const jobs: Job[] = [
  {
    name: 'information.remind',
    title: '提醒没有签收、没有回复工作信息的工会（各一次）',
    schedule: { seconds: 1800 },
    run: remindAll,
  },
]
