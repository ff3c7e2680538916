import { type SQL, sql } from 'drizzle-orm'
import { unionOf } from '#modules/organisation/unions'
import { type Basis, type Ending, installedClocks } from '#platform/duties'
import { postOf, type Session } from '#platform/session'
import { postTitle } from '#rules/organisation/posts'
import type { Counts, Duty, DutyState, Listing, Which } from '../contract.ts'
import { levelOf, stateOf } from '../rules.ts'

/** Whoever leads a union sees all that it owes. */
const leading = ['chair', 'organiser', 'preparatoryHead', 'fullTimeViceChair', 'secretaryGeneral']
export const leads = (kind: string) => leading.includes(kind)

export type Row = {
  id: string
  clock: string
  unionId: string
  unionPath: string
  unionName: string
  about: string | null
  owedBy: string[]
  since: string
  warnOn: string[]
  dueOn: string
  escalateOn: string[]
  closedOn: string | null
  closedAs: Ending | null
  isEstimate: boolean
  basis: Basis
  openUrges: number
}

export const columns =
  sql.raw(`d.id, d.clock, d.union_id as "unionId", d.union_path as "unionPath", u.name as "unionName", d.about, d.owed_by as "owedBy",
  d.since::text, d.warn_on::text[] as "warnOn", d.due_on::text as "dueOn", d.escalate_on::text[] as "escalateOn", d.closed_on::text as "closedOn",
  d.closed_as as "closedAs", d.is_estimate as "isEstimate", d.basis,
  (select count(*)::int from duty_urges g where g.duty_id = d.id and g.closed_on is null) as "openUrges"`)

/** The state in the database's words: the same as the rule's, for filters and counts. */
export const stateSql = (
  today: string,
) => sql`case when d.closed_on is not null then d.closed_as when d.escalate_on[1] <= ${today} then 'escalated'
  when d.due_on < ${today} then 'overdue' when d.warn_on[1] <= ${today} then 'warned' else 'open' end`

/** A row as people see it. */
export function shown(session: Session, row: Row): Duty {
  const clock = installedClocks().find(({ id }) => id === row.clock)
  const { unionPath: _, warnOn, escalateOn, closedAs, basis, about, ...plain } = row
  const [rule] = basis.law
  const address = clock?.way.to?.replace(':page', basis.page ?? '').replace(':union', row.unionId) ?? null
  return {
    ...plain,
    title: basis.title,
    subject: about,
    owedBy: row.owedBy.map((kind) => postTitle(kind, null)),
    isMine: isMine(session, row),
    state: stateOf({ ...row, warnOn, escalateOn, closedAs }, session.today),
    level: levelOf(row, session.today),
    cite: rule?.cite ?? '',
    isLaw: rule?.isLaw ?? false,
    way: { title: clock?.way.title ?? '', to: address },
  }
}

const isMine = ({ user }: Session, { unionId, owedBy }: Row) =>
  user.post?.unionId === unionId && (leads(user.post.kind) || owedBy.includes(user.post.kind))

/** Which duties are asked for, without their states. */
export async function asked(
  session: Session,
  { whose, unionId, clock, text, dueFrom, dueUntil }: Omit<Which, 'states'>,
): Promise<SQL> {
  const post = postOf(session)
  const parts = [sql`d.since <= ${session.today}`]
  if (whose === 'mine') {
    parts.push(sql`d.union_id = ${post.unionId}`)
    if (!leads(post.kind)) parts.push(sql`${post.kind} = any (d.owed_by)`)
  } else {
    const { id, path } = await unionOf(session, unionId ?? post.unionId)
    parts.push(whose === 'union' ? sql`d.union_id = ${id}` : sql`d.union_path >= ${path} and d.union_path < ${`${path}~`}`)
  }
  if (clock) parts.push(sql`d.clock = ${clock}`)
  if (text) parts.push(sql`strpos(concat_ws(' ', u.name, u.short_name, d.basis ->> 'title', d.about), ${text}) > 0`)
  if (dueFrom) parts.push(sql`d.due_on >= ${dueFrom}`)
  if (dueUntil) parts.push(sql`d.due_on <= ${dueUntil}`)
  return sql.join(parts, sql` and `)
}

/** `and` the states, so that what is only owed is found by its own index. */
export function inStates(states: readonly DutyState[], today: string): SQL {
  const isOwedOnly = states.every((state) => !['fulfilled', 'excused', 'void'].includes(state))
  return sql`${isOwedOnly ? sql`d.closed_on is null and` : sql``} ${stateSql(today)} = any (${sql.param(`{${states.join(',')}}`)}::text[])`
}

const sorts: Record<string, SQL> = {
  due: sql`d.due_on`,
  union: sql`u.name`,
  since: sql`d.since`,
  clock: sql`d.clock`,
  state: sql`d.closed_on is null, d.due_on`,
}

export async function list(session: Session, { page, size, sort = 'due', descending, states, ...which }: Listing) {
  const { db, today } = session
  const where = await asked(session, which)
  const order = sql`${sorts[sort] ?? sorts.due} ${descending ? sql`desc` : sql`asc`}, d.due_on, d.id`
  const { rows } = await db.execute<Row>(sql`select ${columns} from duties d join unions u on u.id = d.union_id
    where ${where} and ${inStates(states, today)} order by ${order} limit ${size} offset ${(page - 1) * size}`)
  const { rows: sums } = await db.execute<Counts & { total: number }>(sql`select ${countsSql(today)},
    count(*) filter (where ${inStates(states, today)})::int as total
    from duties d join unions u on u.id = d.union_id where ${where} ${states.some(isEnd) ? sql`` : sql`and d.closed_on is null`}`)
  const { total, ...counts } = sums[0]!
  return { rows: rows.map((row) => shown(session, row)), total, counts }
}

const isEnd = (state: DutyState) => state === 'fulfilled' || state === 'excused' || state === 'void'

/** How many are owed, by state. */
export const countsSql = (today: string) => {
  const of = (state: string) =>
    sql`count(*) filter (where d.closed_on is null and ${stateSql(today)} = ${state})::int as ${sql.identifier(state)}`
  return sql.join(['open', 'warned', 'overdue', 'escalated'].map(of), sql`, `)
}
