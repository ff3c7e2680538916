import { sql } from 'drizzle-orm'
import { addDays, dayOf as dayIn, daysInMonth } from '#kit/dates'
import { unionOf } from '#modules/organisation/unions'
import { installedClocks } from '#platform/duties'
import { postOf, type Session } from '#platform/session'
import { rulebookOf, type Ruled } from '#platform/statutes'
import { postTitle } from '#rules/organisation/posts'
import { citeOf } from '#law/statutes'
import type { ClockShown, Counts, Figure, Which } from '../contract.ts'
import { asked, columns, countsSql, inStates, type Row, shown } from './reading.ts'

const NONE: Counts = { open: 0, warned: 0, overdue: 0, escalated: 0 }
const LABEL = 4
const countsIn = ({ open, warned, overdue, escalated }: Counts): Counts => ({ open, warned, overdue, escalated })
const plus = (a: Counts, b: Counts): Counts => ({
  open: a.open + b.open,
  warned: a.warned + b.warned,
  overdue: a.overdue + b.overdue,
  escalated: a.escalated + b.escalated,
})

type Node = { unionId: string; parentId: string | null; name: string; kind: string; path: string; members: number }
type Owed = Counts & { path: string; worst: string | null }
type Sum = { counts: Counts; worst: string | null; members: number }

/** The picture of a subtree: how many duties each union and all below it owes, in two statements whatever their number. */
export async function figures(
  session: Session,
  { unionId, each, clock }: { unionId?: string | undefined; each: 'children' | 'all'; clock?: string | undefined },
) {
  const { db, today } = session
  const { path } = await unionOf(session, unionId ?? postOf(session).unionId)
  const { rows: nodes } = await db.execute<Node>(sql`
    select u.id as "unionId", u.parent_id as "parentId", u.name, u.kind, u.path, coalesce(c.member_count, 0) as members
    from unions u left join member_counts c on c.union_id = u.id
    where u.path >= ${path} and u.path < ${`${path}~`} and u.state <> 'dissolved' order by u.path`)
  const { rows: owed } = await db.execute<Owed>(sql`
    select d.union_path as path, ${countsSql(today)}, (min(d.due_on) filter (where d.due_on < ${today}))::text as worst from duties d
    where d.union_path >= ${path} and d.union_path < ${`${path}~`} and d.closed_on is null and d.since <= ${today}
      ${clock ? sql`and d.clock = ${clock}` : sql``} group by d.union_path`)
  const own = new Map(owed.map(({ path: at, ...row }) => [at, countsIn(row)]))
  const sums = sumsOf(nodes, owed)
  const top = path.length
  const isShown = (node: Node) =>
    node.path.length === top ||
    (each === 'all' ? node.kind !== 'branch' && node.kind !== 'group' : node.path.length === top + LABEL)
  const rows: Figure[] = nodes.filter(isShown).map(({ unionId: id, parentId, name, kind, path: at }) => {
    const { counts, worst, members } = sums.get(at)!
    const depth = (at.length - top) / LABEL
    return { unionId: id, parentId, name, kind, depth, members, own: own.get(at) ?? NONE, below: counts, worstDue: worst }
  })
  return { asOf: today, rows }
}

/** What each node and all below it come to. */
function sumsOf(nodes: readonly Node[], owed: readonly Owed[]) {
  const sums = new Map<string, Sum>()
  const add = (path: string, part: Sum) => {
    for (let end = LABEL; end <= path.length; end += LABEL) {
      const sum = sums.get(path.slice(0, end)) ?? { counts: NONE, worst: null, members: 0 }
      const worst = part.worst && (!sum.worst || part.worst < sum.worst) ? part.worst : sum.worst
      sums.set(path.slice(0, end), { counts: plus(sum.counts, part.counts), worst, members: sum.members + part.members })
    }
  }
  for (const { path, members } of nodes) add(path, { counts: NONE, worst: null, members })
  for (const { path, worst, ...counts } of owed) add(path, { counts, worst, members: 0 })
  return sums
}

/** The clocks that run here and by which rule, with what is owed by each. */
export async function clocks(session: Session, { unionId }: { unionId?: string | undefined }): Promise<ClockShown[]> {
  const { db, today } = session
  const { path } = await unionOf(session, unionId ?? postOf(session).unionId)
  const { rows } = await db.execute<Counts & { clock: string }>(sql`
    select d.clock, ${countsSql(today)} from duties d
    where d.union_path >= ${path} and d.union_path < ${`${path}~`} and d.closed_on is null and d.since <= ${today} group by d.clock`)
  const counted = new Map(rows.map(({ clock, ...counts }) => [clock, counts]))
  const rules = (await rulebookOf(session)).at(path)
  const running = installedClocks().map(({ id, title, statutes, owedBy, way }) => {
    const rule = rules.on(statutes[0]!, today)
    const isLaw = rule.verified && rule.level !== 'INFO'
    const titles = owedBy.map((kind) => postTitle(kind, null))
    const bare = {
      title: way.title,
      to: way.to?.includes(':page') ? null : (way.to?.replace(':union', unionId ?? postOf(session).unionId) ?? null),
    }
    return {
      id,
      title,
      cite: citeOf(rule),
      says: rule.says,
      isLaw,
      owedBy: titles,
      way: bare,
      mode: 'running' as const,
      counts: counted.get(id) ?? NONE,
    }
  })
  return [...running, ...informing(today, rules)]
}

/** What the platform keeps by itself: shown with its article, owed by nobody here. */
const informing = (today: string, rules: Ruled): ClockShown[] =>
  (
    [
      ['D83', 'PI-10.keep', '保存影响评估报告和处理记录'],
      ['D84', 'PI-15.logs', '保存网络日志'],
    ] as const
  ).map(([id, statute, title]) => {
    const rule = rules.on(statute, today)
    return {
      ...{ id, title, cite: citeOf(rule), says: rule.says, isLaw: true, owedBy: [], counts: NONE },
      way: { title: '由平台自动保存', to: null },
      mode: 'informing' as const,
    }
  })

/** The most duties of one month that are listed day by day. */
const MOST = 3000

/** A month, day by day, with what falls due. */
export async function calendar(
  session: Session,
  { month, states, ...which }: Omit<Which, 'dueFrom' | 'dueUntil'> & { month: string },
) {
  const { db, today } = session
  const [year, number] = month.split('-').map(Number) as [number, number]
  const days = Array.from({ length: daysInMonth(year, number) }, (_, at) => dayIn(year, number, at + 1))
  const where = await asked(session, which)
  const { rows } = await db.execute<Row>(sql`select ${columns} from duties d join unions u on u.id = d.union_id
    where ${where} and ${inStates(states, today)} and d.due_on between ${days[0]} and ${days.at(-1)} order by d.due_on, u.path, d.id limit ${MOST}`)
  const { rows: before } = await db.execute<{
    n: number
  }>(sql`select count(*)::int as n from duties d join unions u on u.id = d.union_id
    where ${where} and d.closed_on is null and d.due_on between ${addDays(days[0]!, -3650)} and ${addDays(days[0]!, -1)} and d.due_on < ${today}`)
  const byDay = Map.groupBy(rows, ({ dueOn }) => dueOn)
  const { calendar: national } = await rulebookOf(session)
  return {
    days: days.map((day) => ({
      day,
      isRestDay: national.isRestDay(day),
      duties: (byDay.get(day) ?? []).map((row) => shown(session, row)),
    })),
    overdueBefore: before[0]!.n,
  }
}
