import { unionOf } from '#modules/organisation/unions'
import { postOf, type Session } from '#platform/session'
import { alarmNames, causeOf } from '#rules/steering/alarms'
import type { Cell, Group } from '../contract.ts'
import { isHead, rolledUp, standingOf } from '../rules.ts'

export type Union = { id: string; path: string; kind: string; name: string; sector: string | null; members: number }
type Owed = { path: string; late: number; soon: number; title: string; since: string; dueOn: string; cite: string }
type AlarmKind = keyof typeof alarmNames
type Raised = { path: string; kind: AlarmKind; subject: string; since: string; figures: Record<string, number>; n: number }

/** The statements of the picture, so that a bench can ask the same of the database alone. `$1` and `$2` are the subtree, `$3` is today. */
export const statements = {
  unions: `select u.id, u.path, u.kind, u.name, u.sector, coalesce(c.member_count, 0) as members
    from unions u left join member_counts c on c.union_id = u.id
    where u.path >= $1 and u.path < $2 and u.state <> 'dissolved' order by u.path`,
  // The worst is the one longest overdue, or else the one due first.
  owed: `select d.union_path as path, d.late, d.soon, w.basis ->> 'title' as title, w.since::text, w.due_on::text as "dueOn",
      coalesce(w.basis #>> '{law,0,cite}', '') as cite
    from (select union_path, count(*) filter (where due_on < $3)::int as late, count(*) filter (where due_on >= $3)::int as soon,
        (array_agg(id order by due_on, id))[1] as worst
      from duties where union_path >= $1 and union_path < $2 and closed_on is null and since <= $3 and (due_on < $3 or warn_on[1] <= $3)
      group by union_path) d join duties w on w.id = d.worst`,
  alarms: `select distinct on (a.union_path) a.union_path as path, a.kind, a.subject, a.since::text, a.figures,
      count(*) over (partition by a.union_path)::int as n
    from alarms a where a.union_path >= $1 and a.union_path < $2 and a.ended_on is null and not exists (
      select from alarm_steps s where s.alarm_id = a.id and s.kind = 'noted' and s.until_on >= $3)
    order by a.union_path, a.kind = 'inactive', a.since`,
} as const

async function read<Row>({ db }: Session, name: keyof typeof statements, values: readonly string[]): Promise<Row[]> {
  const { rows } = await db.$client.query({ name: `today.${name}`, text: statements[name], values: [...values] })
  return rows as Row[]
}

/** Every union of a subtree with its worst: overdue duties, what falls due soon, alarms. */
export async function picture(session: Session, { unionId }: { unionId?: string | undefined }) {
  const top = unionId ? await unionOf(session, unionId) : topOf(session)
  const [lo, hi, today] = [top.path, `${top.path}~`, session.today]
  const unions = await read<Union>(session, 'unions', [lo, hi])
  const owed = await read<Owed>(session, 'owed', [lo, hi, today])
  const raised = await read<Raised>(session, 'alarms', [lo, hi, today])
  const members = rolledUp(unions)
  const ofBranches = new Map<string, string>()
  const shown = ownUnions(unions, ofBranches)
  const owing = byUnion(owed, ofBranches)
  const alarming = byUnion(raised, ofBranches)
  const { groups, groupOf } = groupsOf(top, shown)
  const cells = shown.map((union): Cell => {
    const group = groupOf(union)
    return {
      ...cellOf(union, owing.get(union.path) ?? [], alarming.get(union.path) ?? []),
      members: members.get(union.path) ?? 0,
      group,
    }
  })
  return { asOf: today, unionId: top.id, unionName: top.name, groups, cells }
}

/** The union of the post, which needs no question. */
function topOf(session: Session) {
  const { unionId: id, unionName: name, path } = postOf(session)
  return { id, name, path }
}

/** Unions that stand on their own; what a branch or group owes shows at the union it belongs to. */
function ownUnions(unions: readonly Union[], ofBranches: Map<string, string>) {
  let last = ''
  return unions.filter(({ path, kind }) => {
    const isPart = kind === 'branch' || kind === 'group'
    if (!isPart) last = path
    ofBranches.set(path, isPart && path.startsWith(last) && last ? last : path)
    return !isPart || last === ''
  })
}

function byUnion<Row extends { path: string }>(rows: readonly Row[], ofBranches: ReadonlyMap<string, string>) {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const path = ofBranches.get(row.path) ?? row.path
    found.set(path, [...(found.get(path) ?? []), row])
  }
  return found
}

function cellOf({ id, name }: Union, owed: readonly Owed[], raised: readonly Raised[]): Omit<Cell, 'group' | 'members'> {
  const sum = (of: (row: Owed) => number) => owed.reduce((total, row) => total + of(row), 0)
  const [late, soon] = [sum((row) => row.late), sum((row) => row.soon)]
  const alarms = raised.reduce((total, { n }) => total + n, 0)
  const isInactive = raised.some(({ kind, n }) => kind === 'inactive' && n === 1)
  const standing = standingOf({ late, soon, alarms, isInactive })
  return { id, name, standing, counts: [late, soon, alarms], worst: worstOf(owed, raised, late > 0) }
}

function worstOf(owed: readonly Owed[], raised: readonly Raised[], isLate: boolean): Cell['worst'] {
  const [duty] = [...owed].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  if (duty)
    return { what: `${isLate ? '逾期未办' : '快到期'}：${duty.title}`, since: duty.since, dueOn: duty.dueOn, cite: duty.cite }
  const [alarm] = raised
  if (!alarm) return null
  const what = `${alarmNames[alarm.kind]}：${causeOf(alarm.kind, alarm.subject, alarm.figures)}`
  return { what, since: alarm.since, dueOn: null, cite: '' }
}

/** Towns and trades each with all below them; what stands directly below; without either, sectors, so that a town too is a picture. */
function groupsOf(top: Pick<Union, 'id' | 'name' | 'path'>, unions: readonly Union[]) {
  const childDepth = top.path.length + 4
  const heads = unions.filter(({ path, kind }) => path.length === childDepth && isHead(kind))
  if (heads.length) {
    const index = new Map(heads.map(({ path }, at) => [path, at + 1]))
    const groups: Group[] = [
      { title: '本级和直属', unionId: null },
      ...heads.map(({ id, name }) => ({ title: name, unionId: id })),
    ]
    return { groups, groupOf: ({ path }: Union) => index.get(path.slice(0, childDepth)) ?? 0 }
  }
  const sectors = [...new Set(unions.map(({ sector }) => sector))].sort((a, b) => (a ?? '~').localeCompare(b ?? '~', 'zh-CN'))
  if (unions.length < 12 || sectors.length < 2) return { groups: [{ title: top.name, unionId: null }], groupOf: () => 0 }
  return {
    groups: sectors.map((sector) => ({ title: sector ?? '未填行业', unionId: null })),
    groupOf: ({ sector }: Union) => sectors.indexOf(sector),
  }
}
