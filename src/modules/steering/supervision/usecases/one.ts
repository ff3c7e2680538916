import { sql } from 'drizzle-orm'
import { addDays } from '#kit/dates'
import { unionNames } from '#modules/organisation/unions'
import { enforce, found, postOf, type Session } from '#platform/session'
import type { DutyDetail, EventKind } from '../contract.ts'
import { mayExcuse, mayUrge, stateOf, stepsOf } from '../rules.ts'
import { columns, type Row, shown } from './reading.ts'
import { urgesOf } from './urging.ts'

type Whole = Row & { excusedOn: string | null; excuse: string | null; excusedBy: string | null; excusedPost: string | null }

/** The duty with its path, 404 outside one's scope. */
export async function rowOf({ db, today }: Session, id: string): Promise<Whole> {
  const { rows } =
    await db.execute<Whole>(sql`select ${columns}, d.excused_on::text as "excusedOn", d.excuse, d.excused_by as "excusedBy",
      d.excused_post as "excusedPost"
    from duties d join unions u on u.id = d.union_id where d.id = ${id} and d.since <= ${today}`)
  return found(rows[0])
}

export async function get(session: Session, { id }: { id: string }): Promise<DutyDetail> {
  const { db, today, user } = session
  const row = await rowOf(session, id)
  const { rows: past } = await db.execute<{ kind: EventKind; onDay: string; level: number }>(
    sql`select kind, on_day::text as "onDay", level from duty_events where duty_id = ${id} order by on_day, id`,
  )
  const above = await superiors(session, row.unionPath)
  const events = past.map(({ kind, onDay, level }) => ({
    kind,
    onDay,
    to: kind === 'escalated' ? (above[level - 1] ?? null) : null,
  }))
  const state = stateOf(row, today)
  const path = user.post?.path ?? '~'
  const excuser = row.excusedBy ? (await unionNames(session, [row.excusedBy])).get(row.excusedBy) : undefined
  return {
    ...shown(session, row),
    law: row.basis.law.map(({ id: statute, says, cite, isLaw }) => ({ id: statute, says, cite, isLaw })),
    steps: stepsOf(row),
    events,
    ahead: row.closedOn ? [] : aheadOf(row, today, above),
    excuse: row.excuse ? { reason: row.excuse, onDay: row.excusedOn!, byUnion: excuser ?? '', byPost: row.excusedPost! } : null,
    urges: await urgesOf(session, sql`g.duty_id = ${id}`),
    mayExcuse: mayExcuse({ state, unionPath: row.unionPath }, path) === null && user.powers.includes('unions.approve'),
    mayUrge: mayUrge({ state, unionPath: row.unionPath }, path) === null && user.powers.includes('unions.approve'),
  }
}

/** What comes when, if nobody does anything. */
function aheadOf({ warnOn, dueOn, escalateOn }: Row, today: string, above: readonly string[]) {
  const all = [
    ...warnOn.map((onDay) => ({ kind: 'warned' as const, onDay, to: null })),
    { kind: 'overdue' as const, onDay: addDays(dueOn, 1), to: null },
    ...escalateOn.map((onDay, at) => ({ kind: 'escalated' as const, onDay, to: above[at] ?? null })),
  ]
  return all.filter(({ onDay }) => onDay > today)
}

/** The names of the unions above, the next first; names are public, also beyond one's scope. */
async function superiors({ db }: Session, path: string): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(sql`
    with recursive up as (
      select d.id, d.parent_id, d.name, 0 as far from union_directory d join unions u on u.id = d.id where u.path = ${path}
      union all select d.id, d.parent_id, d.name, up.far + 1 from union_directory d join up on d.id = up.parent_id)
    select name from up where far > 0 order by far`)
  return rows.map(({ name }) => name)
}

/** Lets a duty off: the superior's, with its reason on record. */
export async function excuse(session: Session, { id, reason }: { id: string; reason: string }) {
  const { db, today, line } = session
  const [post, row] = [postOf(session), await rowOf(session, id)]
  enforce(mayExcuse({ state: stateOf(row, today), unionPath: row.unionPath }, post.path))
  const { rows } = await db.execute<{ done: boolean }>(
    sql`select duty_excuse(${id}, ${today}::date, ${reason}, ${post.unionId}, ${post.title}) as done`,
  )
  if (!rows[0]!.done) enforce({ code: 'supervision.closed', reason: '这件事项刚刚已经了结，不必免除' })
  Object.assign(line, { unionId: row.unionId, subject: id, detail: { clock: row.clock, dueOn: row.dueOn } })
  return { id }
}
