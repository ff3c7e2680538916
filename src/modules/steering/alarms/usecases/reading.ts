import { type SQL, sql } from 'drizzle-orm'
import { unionOf } from '#modules/organisation/unions'
import { found, postOf, type Session } from '#platform/session'
import { type Ruled, rulebookOf } from '#platform/statutes'
import { type Alarm, type AlarmKind, alarmKinds, type Filter, type Listing, type StepKind } from '../contract.ts'
import { causeOf, type Figures, isOpen, mayAnswerFor, mayReply, mayUrge, stateOf } from '../rules.ts'
import { sharesOf } from './comparing.ts'
import { lawBehind } from './measures.ts'

type Row = {
  id: string
  kind: AlarmKind
  subject: string
  unionId: string
  unionName: string
  path: string
  figures: Figures
  since: string
  noticedOn: string
  endedOn: string | null
  notedUntil: string | null
  replyBy: string | null
}

/** What was said last of each kind; an answer counts from the urging on. */
const said = sql`cross join lateral (select
    (select s.until_on from alarm_steps s where s.alarm_id = a.id and s.kind = 'noted' order by s.at desc limit 1) as noted_until,
    (select s.until_on from alarm_steps s where s.alarm_id = a.id and s.kind = 'urged' and not exists (
      select from alarm_steps r where r.alarm_id = a.id and r.kind = 'replied' and r.at >= s.at) order by s.at desc limit 1) as reply_by) n`

const columns = sql`a.id, a.kind, a.subject, a.union_id as "unionId", u.name as "unionName", u.path, a.figures, a.since::text,
  a.noticed_on::text as "noticedOn", a.ended_on::text as "endedOn", n.noted_until::text as "notedUntil", n.reply_by::text as "replyBy"`

const orders: Record<Listing['sort'], SQL> = {
  since: sql`a.since`,
  union: sql`u.path collate "C"`,
  kind: sql`a.kind`,
}

async function conditions(session: Session, { unionId, kinds, states, text }: Filter): Promise<SQL> {
  const { today } = session
  const parts: SQL[] = []
  if (unionId) {
    const { path } = await unionOf(session, unionId)
    parts.push(sql`a.union_path >= ${path} and a.union_path < ${`${path}~`}`)
  }
  if (kinds.length) parts.push(sql`a.kind = any (${sql.param(`{${kinds.join(',')}}`)}::text[])`)
  if (text) parts.push(sql`position(lower(${text}) in lower(u.name)) > 0`)
  const isNoted = sql`coalesce(n.noted_until >= ${today}::date, false)`
  const of = {
    open: sql`(a.ended_on is null and not ${isNoted})`,
    noted: sql`(a.ended_on is null and ${isNoted})`,
    ended: sql`a.ended_on is not null`,
  }
  parts.push(sql`(${sql.join(states.length ? states.map((state) => of[state]) : [sql`true`], sql` or `)})`)
  return sql.join(parts, sql` and `)
}

/** Alarms of one's subtree, the oldest first unless asked otherwise. */
export async function list(session: Session, { page, size, sort, descending, ...filter }: Listing) {
  const where = await conditions(session, filter)
  const from = sql`from alarms a join unions u on u.id = a.union_id ${said} where ${where}`
  const { rows } = await session.db.execute<Row & { total: number }>(sql`
    select ${columns}, count(*) over ()::int as total ${from}
    order by ${orders[sort]} ${sql.raw(descending ? 'desc' : 'asc')}, a.id limit ${size} offset ${(page - 1) * size}`)
  const book = await rulebookOf(session)
  const total = rows[0]?.total ?? (page > 1 ? await counted(session, from) : 0)
  return { rows: rows.map((row) => shown(row, book.at(row.path), session.today)), total }
}

async function counted({ db }: Session, from: SQL) {
  const { rows } = await db.execute<{ n: number }>(sql`select count(*)::int as n ${from}`)
  return rows[0]!.n
}

/** A vacancy is judged by the law of its first day; the other figures are those of the day on which it was noticed. */
const judgedOn = ({ kind, since, noticedOn }: Row) => (kind === 'vacant' ? since : noticedOn)

function shown(row: Row, law: Ruled, today: string): Alarm {
  const { figures, path: _path, ...facts } = row
  const [rule] = lawBehind(law, row.kind, judgedOn(row))
  return {
    ...facts,
    cause: causeOf(row.kind, row.subject, figures),
    cite: rule!.cite,
    isLaw: rule!.isLaw,
    state: stateOf(row.endedOn, row.notedUntil, today),
    ...pagesOf(row),
  }
}

/** The records behind an alarm, and where what mends it is done. */
function pagesOf({ kind, subject, unionId }: Row): Pick<Alarm, 'records' | 'way'> {
  const union = { title: '看这家工会', to: `/unions/${unionId}` }
  const posts = { title: '看任职记录', to: `/posts/${unionId}` }
  switch (kind) {
    case 'lost':
      return {
        records: { title: '看入会、离会的人次', to: `/insight?union=${unionId}` },
        way: { title: '看会员名册', to: '/members' },
      }
    case 'inactive':
      return { records: union, way: { title: '联系走访', to: `/unions/${unionId}` } }
    case 'vacant':
      return { records: posts, way: { title: '补选并登记', to: `/posts/${unionId}` } }
    case 'broken':
      return subject === 'parent'
        ? { records: union, way: { title: '改隶属关系', to: '/changes/new' } }
        : subject === 'inner' || subject === 'direct'
          ? { records: union, way: { title: subject === 'inner' ? '设分会、小组' : '改隶属关系', to: '/changes/new' } }
          : { records: posts, way: { title: '选举并登记', to: `/posts/${unionId}` } }
    case 'unlike':
      return { records: posts, way: { title: '看构成对照', to: `/alarms/makeup?union=${unionId}` } }
  }
}

// One prepared statement, because the menu of every page asks it. `$1` and `$2` are the subtree, `$3` is today.
export const figuresSql = `
  with n as (
    select a.kind, a.union_id, coalesce(s.noted_until >= $3, false) as noted, coalesce(s.reply_by < $3, false) as late
    from alarms a cross join lateral (select
      (select t.until_on from alarm_steps t where t.alarm_id = a.id and t.kind = 'noted' order by t.at desc limit 1) as noted_until,
      (select t.until_on from alarm_steps t where t.alarm_id = a.id and t.kind = 'urged' and not exists (
        select from alarm_steps r where r.alarm_id = a.id and r.kind = 'replied' and r.at >= t.at) order by t.at desc limit 1) as reply_by) s
    where a.union_path >= $1 and a.union_path < $2 and a.ended_on is null)
  select (select jsonb_agg(k) from (select kind, count(*)::int as alarms, count(*) filter (where late)::int as late from n where not noted group by kind) k) as counts,
    (select count(distinct union_id)::int from n where not noted) as unions, (select count(*)::int from n where noted) as noted,
    (select at from alarm_runs) as "asOf"`
type FiguresRow = {
  counts: { kind: AlarmKind; alarms: number; late: number }[] | null
  unions: number
  noted: number
  asOf: Date | null
}

/** How many wait, by kind; in how many unions; and what is set aside with a reason. */
export async function figures(session: Session, { unionId }: { unionId?: string | undefined }) {
  const { path } = unionId ? await unionOf(session, unionId) : postOf(session)
  const { rows } = await session.db.$client.query<FiguresRow>({
    name: 'alarms.figures',
    text: figuresSql,
    values: [path, `${path}~`, session.today],
  })
  const { counts, ...row } = rows[0]!
  const none = (kind: AlarmKind) => ({ kind, alarms: 0, late: 0 })
  return { ...row, counts: alarmKinds.map((kind) => counts?.find((one) => one.kind === kind) ?? none(kind)) }
}

/** One alarm: rules, records, what was done about it, and earlier ones of its kind. */
export async function get(session: Session, { id }: { id: string }) {
  const { db, today } = session
  const row = await rowOf(session, id)
  const law = (await rulebookOf(session)).at(row.path)
  const steps = await stepsOf(session, id)
  const before = await db.execute<{ noticedOn: string; endedOn: string }>(sql`
    select noticed_on::text as "noticedOn", ended_on::text as "endedOn" from alarms
    where union_id = ${row.unionId} and kind = ${row.kind} and subject = ${row.subject} and ended_on is not null and id <> ${id}
    order by noticed_on desc limit 20`)
  const own = postOf(session).path
  const powers = session.user.powers
  const ends = isOpen(row.endedOn)
  return {
    ...shown(row, law, today),
    law: lawBehind(law, row.kind, judgedOn(row)),
    steps,
    before: before.rows,
    mayUrge: !ends && powers.includes('unions.approve') && !mayUrge(own, row.path),
    mayReply: !ends && powers.includes('unions.file') && !mayReply(own, row.path, row.replyBy !== null),
    mayNote: !ends && powers.includes('unions.approve') && !mayAnswerFor(own, row.path),
  }
}

type StepRow = {
  id: string
  kind: StepKind
  body: string
  byUnion: string
  byPost: string
  onDay: string
  untilOn: string | null
}
const stepsOf = async ({ db }: Session, id: string) =>
  (
    await db.execute<StepRow>(sql`
      select s.id, s.kind, s.body, d.name as "byUnion", s.by_post as "byPost", s.on_day::text as "onDay", s.until_on::text as "untilOn"
      from alarm_steps s join union_directory d on d.id = s.by_union where s.alarm_id = ${id} order by s.at`)
  ).rows

/** One alarm as it stands; 404 outside one's scope. */
export async function rowOf({ db }: Session, id: string): Promise<Row> {
  const { rows } = await db.execute<Row>(
    sql`select ${columns} from alarms a join unions u on u.id = a.union_id ${said} where a.id = ${id}`,
  )
  return found(rows[0])
}

/** Who sits on the committee and who chairs the unions below, against the members. */
export async function makeUp(session: Session, { unionId = postOf(session).unionId }: { unionId?: string | undefined }) {
  const union = await unionOf(session, unionId)
  return { unionId, unionName: union.name, ...(await sharesOf(session.db, session.today, union)) }
}
