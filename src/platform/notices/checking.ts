import { sql } from 'drizzle-orm'
import type { Db } from '#platform/db'
import { dayOf } from '#platform/session'
import type { DueNotice } from './handover.ts'
import { noticeKinds } from './kinds.ts'

/** Of notices about to leave, those that still concern their addressee: not done as the kind's own check says, and the post still held. */
export async function stillDue(db: Db, due: readonly DueNotice[], now: Date): Promise<DueNotice[]> {
  const done = await doneOf(db, due)
  const held = await heldOf(db, due, dayOf(now))
  return due.filter(({ id, kind, subject, asPosts }) => !(subject && done.get(kind)?.has(subject)) && (!asPosts || held.has(id)))
}

async function doneOf(db: Db, due: readonly DueNotice[]): Promise<Map<string, Set<string>>> {
  const done = new Map<string, Set<string>>()
  for (const [kind, notices] of Map.groupBy(due, (notice) => notice.kind)) {
    const subjects = [...new Set(notices.flatMap(({ subject }) => subject ?? []))]
    const isDone = noticeKinds().get(kind)?.isDone
    if (isDone && subjects.length) done.set(kind, new Set(await isDone(db, subjects)))
  }
  return done
}

async function heldOf(db: Db, due: readonly DueNotice[], today: string): Promise<Set<string>> {
  const asked = due.flatMap(({ id, personId, asPosts, unionId }) => (asPosts ? [{ id, personId, asPosts, unionId }] : []))
  if (!asked.length) return new Set()
  const { rows } = await db.execute<{ id: string }>(sql`select x.id
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as x(id uuid, "personId" uuid, "asPosts" text[], "unionId" uuid)
    where exists (select 1 from appointments p left join members m on m.id = p.member_id
      where p.union_id = x."unionId" and p.kind = any (x."asPosts") and p.in_office @> ${today}::date and not p.waits_for_confirmation
        and coalesce(m.merged_into, p.member_id) = x."personId")`)
  return new Set(rows.map(({ id }) => id))
}
