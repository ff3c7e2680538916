import { sql } from 'drizzle-orm'
import type { Day } from '#kit/dates'
import type { Db } from '#platform/db'
import type { DutyRow } from './evaluate.ts'
import { uuids } from './reach.ts'

/** Rows written in one statement. */
const BATCH = 4000

/** What stands of some clocks, of some unions or all: the digest of each duty, and whether it is owed. */
export async function standing(db: Db, ids: readonly string[] | null, clocks: readonly string[]) {
  const { rows } = await db.execute<{ id: string; digest: string; owed: boolean }>(sql`
    select id, digest, closed_on is null as owed from duties where clock = any (${sql.param(`{${clocks.join(',')}}`)}::text[])
      ${ids ? sql`and union_id = any (${uuids(ids)})` : sql``}`)
  return new Map(rows.map(({ id, digest, owed }) => [id, { digest, isOwed: owed }]))
}

/** Writes rows as they are to stand. What a superior excused stays excused, unless it had been done before. */
export async function writeRows(db: Db, rows: readonly DutyRow[], today: Day) {
  for (let at = 0; at < rows.length; at += BATCH) {
    const json = JSON.stringify(rows.slice(at, at + BATCH))
    await db.execute(sql`
      insert into duties as kept (id, clock, union_id, union_path, subject, about, owed_by, since, warn_on, due_on, escalate_on, closed_on,
        closed_as, is_estimate, basis, digest, look_on, next_on)
      select r.id, r.clock, u.id, u.path, r.subject, r.about, array(select jsonb_array_elements_text(r."owedBy")), r.since,
        array(select jsonb_array_elements_text(r."warnOn")::date), r."dueOn", array(select jsonb_array_elements_text(r."escalateOn")::date),
        r."closedOn", r."closedAs", r."isEstimate", r.basis, r.digest, r."lookOn", r.since
      from jsonb_to_recordset(${json}::jsonb) as r(id uuid, clock text, "unionId" uuid, subject uuid, about text, "owedBy" jsonb, since date,
        "warnOn" jsonb, "dueOn" date, "escalateOn" jsonb, "closedOn" date, "closedAs" text, "isEstimate" boolean, basis jsonb, digest text,
        "lookOn" date) join unions u on u.id = r."unionId"
      on conflict (id) do update set union_id = excluded.union_id, union_path = excluded.union_path, about = excluded.about,
        owed_by = excluded.owed_by, warn_on = excluded.warn_on, due_on = excluded.due_on, escalate_on = excluded.escalate_on,
        closed_on = case when kept.excused_on < coalesce(excluded.closed_on, 'infinity') then kept.excused_on else excluded.closed_on end,
        closed_as = case when kept.excused_on < coalesce(excluded.closed_on, 'infinity') then 'excused' else excluded.closed_as end,
        is_estimate = excluded.is_estimate, basis = excluded.basis, digest = excluded.digest, look_on = excluded.look_on,
        next_on = ${today}`)
  }
}

/** Duties whose facts are no longer there: they end today, and stay on record. */
export async function voidGone(db: Db, ids: readonly string[], today: Day) {
  if (ids.length)
    await db.execute(
      sql`update duties set closed_on = greatest(${today}::date, since), closed_as = 'void', look_on = null, next_on = ${today}, digest = ''
        where id = any (${uuids(ids)})`,
    )
}

/** Every day on which something happens to a duty that nobody does; `turn` is the order within one day. */
const course = sql.raw(`lateral (
  select 'opened' as kind, d.since as on_day, 0 as level, 0 as turn
  union all select 'warned', w, 0, 1 from unnest(d.warn_on) w
  union all select 'overdue', d.due_on + 1, 0, 2
  union all select 'escalated', e.on_day, e.level::int, 3 from unnest(d.escalate_on) with ordinality e(on_day, level)
  union all select d.closed_as, d.closed_on, 0, 4 where d.closed_on is not null) e`)

/**
 * Records what has come to pass, under its own day, once: for duties whose next day has come. Nothing after its end, also when the end
 * became known first. Gives how many events were new.
 */
export async function recordEvents(db: Db, today: Day): Promise<number> {
  const { rows } = await db.execute<{ n: number }>(sql`
    with made as (
      insert into duty_events (duty_id, union_id, union_path, kind, on_day, level)
      select d.id, d.union_id, d.union_path, e.kind, e.on_day, e.level from duties d cross join ${course}
      where d.next_on <= ${today} and e.on_day <= ${today} and (d.closed_on is null or e.on_day <= d.closed_on)
      order by e.on_day, d.id, e.turn, e.level
      on conflict do nothing returning 1)
    select count(*)::int as n from made`)
  await db.execute(sql`
    update duties d set next_on = least(d.look_on, case when d.closed_on is null then
      (select min(e.on_day) from ${course} where e.on_day > ${today}) end)
    where d.next_on <= ${today}`)
  return rows[0]!.n
}
