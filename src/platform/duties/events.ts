import { sql } from 'drizzle-orm'
import type { Day } from '#kit/dates'
import type { Db } from '#platform/db'
import type { dutyEventKinds } from './tables.ts'

/**
 * One thing that happened to a duty, for whoever tells people. `toUnionId` is whom it concerns: the union that owes it, or of an
 * escalation the one so many levels above; `owedBy` are the kinds of post at the union that owes it. `isOver`: somebody has done it since,
 * so that nobody is reminded any more.
 */
export type DutyEvent = {
  seq: number
  dutyId: string
  clock: string
  title: string
  about: string | null
  kind: (typeof dutyEventKinds)[number]
  onDay: Day
  level: number
  unionId: string
  unionName: string
  toUnionId: string
  toPath: string
  owedBy: string[]
  dueOn: Day
  cite: string
  isOver: boolean
}

/**
 * Hands on, in order, what has happened since it was last asked; `tell` runs in the same transaction, so each event is told once and none is
 * lost. Gives how many there were.
 */
export async function tellEvents(db: Db, tell: (events: readonly DutyEvent[]) => Promise<unknown>, most = 1000): Promise<number> {
  const { rows } = await db.execute<{ told: number }>(sql`select told from duty_runs for update`)
  const events = rows[0] ? await dutyEventsAfter(db, rows[0].told, most) : []
  if (!events.length) return 0
  await tell(events)
  await db.execute(sql`update duty_runs set told = ${events.at(-1)!.seq}`)
  return events.length
}

/** Events after `seq`, in the order they were recorded; each comes once. To be called in a frame over all unions. */
export async function dutyEventsAfter(db: Db, seq: number, most = 1000): Promise<DutyEvent[]> {
  const { rows } = await db.execute<DutyEvent & Record<string, unknown>>(sql`
    select e.id as seq, d.id as "dutyId", d.clock, d.basis ->> 'title' as title, d.about, e.kind, e.on_day::text as "onDay", e.level,
      d.union_id as "unionId", u.name as "unionName", t.id as "toUnionId", t.path as "toPath", d.owed_by as "owedBy",
      d.due_on::text as "dueOn", d.basis #>> '{law,0,cite}' as cite, d.closed_on is not null as "isOver"
    from duty_events e join duties d on d.id = e.duty_id join unions u on u.id = d.union_id
      join unions t on t.path = left(u.path, greatest(4, length(u.path) - 4 * e.level))
    where e.id > ${seq} order by e.id limit ${most}`)
  return rows
}
