import { type SQL, sql } from 'drizzle-orm'
import { inOffice } from '#modules/organisation/competences'
import { bodyFacts } from '#modules/organisation/posts'
import { committeesOf } from '#rules/organisation/posts'
import type { Session } from '#platform/session'

export const factUnits = ['yes', 'percent', 'count'] as const
/**
 * What the platform can answer of a union from its records. `of` asks it of `u`, a row of unions, on a day: 1 or 0, a share of 100, or a
 * count; null when there is nothing to judge by. `to` is where the records behind it stand.
 */
export type Fact = {
  key: string
  title: string
  unit: (typeof factUnits)[number]
  to: string
  of: (today: string) => SQL
}

const within = (column: string) => sql`${sql.raw(column)} >= u.path and ${sql.raw(column)} < u.path || '~'`
const percent = (part: SQL, whole: SQL) => sql`round(100.0 * ${part} / nullif(${whole}, 0), 1)`
const yes = (holds: SQL) => sql`(${holds})::int`
/** Of the cadres at a union itself. */
const ofCadres = (today: string, is: SQL, only: SQL = sql`true`) =>
  sql`(select ${percent(sql`count(distinct a.member_id) filter (where ${is})`, sql`count(distinct a.member_id)`)}
    from appointments a where a.union_id = u.id and ${inOffice(today)} and ${only})`
const leaders = sql`a.kind in ('chair', 'viceChair', 'fullTimeViceChair', 'organiser')`
const trained = (today: string) => sql`exists (select from cadre_trainings t where t.member_id = a.member_id
  and t.completed_on > ${today}::date - interval '1 year' and t.completed_on <= ${today})`

const known: Fact[] = [
  {
    ...{ key: 'chairInOffice', title: '主席（组织员）在任', unit: 'yes', to: '/posts/$unionId' },
    of: (today) =>
      yes(
        sql`exists (select from appointments a where a.union_id = u.id and a.kind in ('chair', 'organiser') and a.in_office @> ${today}::date)`,
      ),
  },
  {
    ...{ key: 'termValid', title: '委员会在任期内', unit: 'yes', to: '/posts/$unionId' },
    of: (today) =>
      yes(sql`exists (select from appointments a where a.union_id = u.id and a.kind in ('chair', 'organiser', 'member')
        and a.in_office @> ${today}::date and a.until_on is not null)
      and not exists (select from appointments a where a.union_id = u.id and a.kind in ('chair', 'member') and a.came = 'elected'
        and a.ended_on is null and a.until_on < ${today})`),
  },
  {
    ...{ key: 'partiesNamed', title: '四方责任人', unit: 'count', to: '/leadership/$unionId' },
    of: () => sql`(select count(distinct p.side) from union_parties p where p.union_id = u.id and p.until_on is null)`,
  },
  {
    ...{ key: 'decisionsOnTime', title: '四方会议决定按期办结', unit: 'percent', to: '/leadership/$unionId' },
    of: (
      today,
    ) => sql`(select ${percent(sql`count(*) filter (where d.done_on <= d.due_on)`, sql`count(*)`)} from leadership_decisions d
      where d.union_id = u.id and d.due_on <= ${today} and d.due_on > ${today}::date - interval '1 year')`,
  },
  {
    ...{ key: 'charterInForce', title: '章程在施行', unit: 'yes', to: '/charters/$unionId' },
    of: (today) => yes(sql`exists (select from charters c where c.union_id = u.id and c.in_force_on <= ${today})`),
  },
  {
    ...{ key: 'legalPerson', title: '工会法人资格', unit: 'yes', to: '/unions/$unionId' },
    of: (today) =>
      yes(
        sql`u.credit_code is not null and u.has_certificate is true and (u.certificate_until is null or u.certificate_until >= ${today})`,
      ),
  },
  {
    ...{ key: 'ownAccount', title: '经费独立账户', unit: 'yes', to: '/unions/$unionId' },
    of: () => yes(sql`u.has_account is true`),
  },
  {
    ...{ key: 'membersShare', title: '职工入会率', unit: 'percent', to: '/unions/$unionId' },
    of: () => sql`(select ${percent(sql`sum(c.member_count)`, sql`greatest(sum(c.member_count + c.worker_count), u.staff_count)`)}
      from member_counts c where ${within('c.union_path')})`,
  },
  {
    ...{ key: 'recordsWhole', title: '会员档案没有缺项', unit: 'percent', to: '/members' },
    of: () => sql`(select ${percent(
      sql`(sum(c.member_count) - (select count(*) from members m where ${within('m.union_path')}
        and m.problems <> '{}' and m.status = 'member' and m.merged_into is null))`,
      sql`sum(c.member_count)`,
    )}
      from member_counts c where ${within('c.union_path')})`,
  },
  {
    ...{ key: 'groupsLed', title: '小组有小组长', unit: 'percent', to: '/posts/$unionId' },
    of: (today) => sql`(select ${percent(
      sql`count(*) filter (where exists (select from appointments a where a.union_id = g.id
        and a.kind = 'groupLeader' and a.in_office @> ${today}::date))`,
      sql`count(*)`,
    )}
      from unions g where ${within('g.path')} and g.kind = 'group' and g.state = 'active')`,
  },
  {
    ...{ key: 'leadersTrained', title: '主席、副主席上岗资格培训', unit: 'percent', to: '/cadres' },
    of: (today) =>
      ofCadres(
        today,
        sql`exists (select from cadre_trainings t where t.member_id = a.member_id and t.kind = 'qualification'
        and t.completed_on is not null)`,
        leaders,
      ),
  },
  {
    ...{ key: 'trainedShare', title: '干部一年内参加培训', unit: 'percent', to: '/cadres' },
    of: (today) => ofCadres(today, trained(today)),
  },
  {
    ...{ key: 'trainingHours', title: '干部一年内人均学时', unit: 'count', to: '/cadres' },
    of: (today) => sql`(select round(coalesce(sum(hours.sum), 0)::numeric / nullif(count(*), 0), 1) from
      (select distinct a.member_id from appointments a where a.union_id = u.id and ${inOffice(today)}) held
      left join lateral (select sum(t.hours) from cadre_trainings t where t.member_id = held.member_id
        and t.completed_on > ${today}::date - interval '1 year') hours on true)`,
  },
  {
    ...{ key: 'ratedShare', title: '干部能力今年已核定', unit: 'percent', to: '/cadres' },
    of: (today) =>
      ofCadres(
        today,
        sql`exists (select from competence_ratings r where r.member_id = a.member_id
        and r.year = ${Number(today.slice(0, 4))} and r.confirmed_at is not null)`,
      ),
  },
  {
    ...{ key: 'timeAgreed', title: '兼职干部约定工作时间', unit: 'percent', to: '/cadres' },
    of: (today) =>
      ofCadres(
        today,
        sql`exists (select from cadre_time_agreements g where g.member_id = a.member_id and g.from_on <= ${today}
        and (g.until_on is null or g.until_on >= ${today}))`,
        sql`not a.full_time`,
      ),
  },
  {
    ...{ key: 'activists', title: '每百名会员的积极分子', unit: 'count', to: '/activists' },
    of: () => sql`(select round(100.0 * (select count(*) from activists a where ${within('a.union_path')} and a.ended_on is null)
      / nullif(sum(c.member_count), 0), 1) from member_counts c where ${within('c.union_path')})`,
  },
]

/** Facts that are judged by a rule in several rows and not by one expression: five committees, and the women's among them. */
const bodies = ['committees', 'womenBody'] as const
const ofBodies: readonly Omit<Fact, 'of'>[] = [
  { key: 'committees', title: '工会五委健全', unit: 'count', to: '/posts/$unionId' },
  { key: 'womenBody', title: '女职工组织', unit: 'yes', to: '/posts/$unionId' },
]

/** A module that holds a fact of unions says here how it is asked, and standards can be answered by it. The same key again replaces it. */
export function onFact(fact: Fact) {
  if (!/^[a-zA-Z0-9]+$/.test(fact.key)) throw new Error(`not a key: ${fact.key}`)
  const at = known.findIndex(({ key }) => key === fact.key)
  if (at >= 0) known[at] = fact
  else known.push(fact)
}

/** Every fact that a standard may ask for. */
export const catalogue = (): Omit<Fact, 'of'>[] => [
  ...ofBodies,
  ...known.map(({ key, title, unit, to }) => ({ key, title, unit, to })),
]

export type Values = Map<string, Record<string, number | null>>

/** The facts of these keys for these unions (within one's scope), as of today. */
export async function factsOf(session: Session, unionIds: readonly string[], keys: readonly string[]): Promise<Values> {
  const { db, today } = session
  const values: Values = new Map(unionIds.map((id) => [id, {}]))
  const asked = known.filter(({ key }) => keys.includes(key))
  if (asked.length && unionIds.length) {
    const columns = sql.join(
      asked.map(({ key, of }) => sql`(${of(today)})::float8 as ${sql.raw(`"${key}"`)}`),
      sql`, `,
    )
    const { rows } = await db.execute<{ id: string } & Record<string, number | null>>(
      sql`select u.id, ${columns} from unions u where u.id = any (${sql.param([...unionIds])}::uuid[])`,
    )
    for (const { id, ...row } of rows) Object.assign(values.get(id)!, row)
  }
  if (bodies.some((key) => keys.includes(key))) await addBodies(session, unionIds, values)
  return values
}

async function addBodies(session: Session, unionIds: readonly string[], values: Values) {
  for (const facts of await bodyFacts(session, session.today, unionIds)) {
    const row = values.get(facts.id)
    if (!row) continue
    const whole = committeesOf(facts, session.today).filter(({ state }) => state === 'complete' || state === 'notNeeded')
    row.committees = whole.length
    row.womenBody = Number(whole.some(({ body }) => body === 'women'))
  }
}

/** What a fact says in words. */
export function saysOf(key: string, value: number | null | undefined): string {
  const fact = catalogue().find((each) => each.key === key)
  if (!fact) return '平台现在没有这项记录'
  if (value === null || value === undefined) return `${fact.title}：没有可以核对的记录`
  if (fact.unit === 'yes') return `${fact.title}：${value ? '是' : '否'}`
  return fact.unit === 'percent' ? `${fact.title}：${value}%` : `${fact.title}：${value}`
}
