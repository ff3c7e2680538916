import { and, asc, desc, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm'
import { statuteOn } from '#law/statutes'
import { unionNames, unionOf } from '#modules/organisation/unions'
import { issueTicket } from '#platform/files'
import type { Session } from '#platform/session'
import type { Listing, RollListing } from '../contract.ts'
import { type Step, steps, strokeOrder } from '../rules.ts'
import { candidates, challenges, counts, elections, events, filings, officers, roll, skips } from '../tables.ts'
import { asCandidate, judgedList, leastNotice } from './naming.ts'
import { chainFor, contestsOf, type Election, electedIn, electionOf, type Round, roundsOf } from './parts.ts'
import { judged } from './planning.ts'

const enterprises = ['stateEnterprise', 'privateEnterprise']
const waiting = sql<
  string | null
>`(select f.what from election_filings f where f.election_id = elections.id and f.answered_at is null order by f.filed_at limit 1)`
const answerBy = sql<
  string | null
>`(select min(f.answer_by)::text from election_filings f where f.election_id = elections.id and f.answered_at is null)`
const meetingOn = sql<string | null>`elections.plan ->> 'meetingOn'`
const dueOn = sql<
  string | null
>`case when elections.state <> 'open' then null else coalesce(${answerBy}, case when elections.started_at is null then coalesce(${meetingOn}, elections.term_ends_on::text) end) end`
const isLate = (today: string) =>
  sql<boolean>`(elections.state = 'open' and not elections.is_rehearsal and coalesce(${dueOn} < ${today}, false))`

export const rowColumns = (today: string) => ({
  ...{
    id: elections.id,
    unionId: elections.unionId,
    kind: elections.kind,
    state: elections.state,
    step: elections.step,
    title: elections.title,
  },
  ...{
    isRehearsal: elections.isRehearsal,
    meetingOn,
    termEndsOn: elections.termEndsOn,
    openedOn: elections.openedOn,
    dueOn,
    isLate: isLate(today),
  },
  ...{ waitsFor: waiting as SQL<'plan' | null>, expected: elections.expected, present: elections.present },
})

function conditionsOf(
  { below, text, kind, state, step, waiting: isWaiting, late }: Partial<Listing>,
  today: string,
  path?: string,
) {
  const like = text ? `%${text.replace(/[%_\\]/g, '\\$&')}%` : null
  return and(
    below && path ? sql`${elections.unionPath} >= ${path} and ${elections.unionPath} < ${`${path}~`}` : undefined,
    like
      ? sql`(${elections.title} like ${like} or ${elections.unionId} in (select u.id from unions u where u.name like ${like}))`
      : undefined,
    kind && eq(elections.kind, kind),
    state && eq(elections.state, state),
    step && sql`${elections.step} = ${step} and ${elections.state} = 'open'`,
    isWaiting ? sql`${waiting} is not null and not ${elections.isRehearsal}` : undefined,
    late ? isLate(today) : undefined,
  )
}

const sorts: Record<string, SQL> = {
  opened: sql`elections.opened_on`,
  due: sql`${dueOn}`,
  union: sql`elections.union_path`,
  meeting: sql`${meetingOn}`,
}

/** All elections of one's scope, those still open first. */
export async function list(session: Session, { page, size, sort, descending, ...filter }: Listing) {
  const { db, today } = session
  const path = filter.below ? (await unionOf(session, filter.below)).path : undefined
  const where = conditionsOf(filter, today, path)
  const by = sorts[sort ?? '']
  const order = by ? [descending ? desc(by) : asc(by)] : [sql`elections.state <> 'open'`, sql`elections.opened_on desc`]
  const rows = await db
    .select(rowColumns(today))
    .from(elections)
    .where(where)
    .orderBy(...order, asc(elections.id))
    .limit(size)
    .offset((page - 1) * size)
  const names = await unionNames(session, [...new Set(rows.map(({ unionId }) => unionId))])
  return {
    rows: rows.map((row) => ({ ...row, unionName: names.get(row.unionId) ?? '' })),
    total: await db.$count(elections, where),
  }
}

export const exportList = async (session: Session, filter: Listing) => {
  if (filter.below) await unionOf(session, filter.below)
  return issueTicket(session, 'elections.export', filter)
}

const percent = (part: number, all: number) => (all ? Math.round((part * 1000) / all) / 10 : null)

/** What a superior asks: what is open, waits, is late; terms run out; turnout, women and front line among the elected. */
export async function figures({ db, today }: Session) {
  const { rows } = await db.execute<
    Record<'open' | 'waiting' | 'late' | 'approved' | 'overdue' | 'ending' | 'expected' | 'present', number>
  >(sql`select
    count(*) filter (where state = 'open' and not is_rehearsal)::int as open,
    count(*) filter (where state = 'open' and not is_rehearsal and ${waiting} is not null)::int as waiting,
    count(*) filter (where ${isLate(today)})::int as late,
    count(*) filter (where state = 'approved' and not is_rehearsal)::int as approved,
    coalesce(sum(expected) filter (where started_at is not null and not is_rehearsal), 0)::int as expected,
    coalesce(sum(present) filter (where started_at is not null and not is_rehearsal), 0)::int as present,
    (select count(distinct a.union_id)::int from appointments a where a.kind in ('chair') and a.came = 'elected' and a.ended_on is null and a.until_on < ${today}::date
      and not exists (select 1 from appointments b where b.union_id = a.union_id and b.kind = 'chair' and b.in_office @> ${today}::date)) as overdue,
    (select count(distinct a.union_id)::int from appointments a where a.kind = 'chair' and a.came = 'elected' and a.ended_on is null
      and a.until_on between ${today}::date and (${today}::date + (${String(statuteOn('ELEC-27.warn', today).value[0])} || ' months')::interval)::date) as ending
    from elections`)
  const byStep = await db.execute<{ step: Step; n: number }>(
    sql`select step, count(*)::int as n from elections where state = 'open' and not is_rehearsal group by step`,
  )
  const people = await db.execute<{
    n: number
    women: number
    front: number
  }>(sql`select count(*)::int as n, count(*) filter (where c.sex = 'female')::int as women, count(*) filter (where c.is_front_line)::int as front
    from elections e join election_rounds r on r.election_id = e.id and r.settled_at is not null and r.kind <> 'primary'
    cross join lateral jsonb_array_elements(r.result -> 'elected') line join election_candidates c on c.id::text = line ->> 'id'
    join election_contests t on t.id = r.contest_id and t.post = 'committee' where e.state = 'approved' and not e.is_rehearsal`)
  const [row, elected] = [rows[0]!, people.rows[0]!]
  const counted = new Map(byStep.rows.map(({ step, n }) => [step, n]))
  return {
    ...{
      open: row.open,
      waiting: row.waiting,
      late: row.late,
      approved: row.approved,
      overdueUnions: row.overdue,
      endingUnions: row.ending,
    },
    ...{ turnoutPercent: percent(row.present, row.expected), electedPeople: elected.n },
    ...{ womenPercent: percent(elected.women, elected.n), frontLinePercent: percent(elected.front, elected.n) },
    steps: steps.flatMap((step) => (counted.has(step) ? [{ step, count: counted.get(step)! }] : [])),
  }
}

/** An election with all its parts, each step's state, and what the rules say of it. */
export async function get(session: Session, { id }: { id: string }) {
  const { db, today } = session
  const election = await electionOf(session, id)
  const [row] = await db.select(rowColumns(today)).from(elections).where(eq(elections.id, id))
  const union = await unionOf(session, election.unionId)
  const isEnterprise = enterprises.includes(union.unitType)
  const names = await unionNames(session, [election.unionId, ...(union.parentId ? [union.parentId] : [])])
  const chain = await chainFor(session, election)
  const reasons = await db.select().from(skips).where(eq(skips.electionId, id))
  const live = and(eq(roll.electionId, id), isNull(roll.removedOn))
  const {
    unionPath: _path,
    doorSecret: _secret,
    openedBy: _by,
    openedAt: _at,
    step: _step,
    expected: _e,
    present: _p,
    ...facts
  } = election
  return {
    ...facts,
    ...row!,
    plan: { ...election.plan, ways: [...election.plan.ways] },
    ...{
      unionName: names.get(election.unionId) ?? union.name,
      superiorName: (union.parentId && names.get(union.parentId)) || '上一级工会',
    },
    ...{
      unitName: union.unitName ?? '',
      isEnterprise,
      noticeLeast: await leastNotice(session, election, election.noticeOn ?? today),
    },
    ...{ rollCount: await db.$count(roll, live), presentNow: await db.$count(roll, and(live, isNotNull(roll.presentHow))) },
    paperGiven: await db.$count(roll, and(live, eq(roll.paperGiven, true))),
    chain: steps.map((step) => ({ step, state: chain[step], reason: reasons.find((one) => one.step === step)?.reason ?? null })),
    contests: await contestsShown(session, election, isEnterprise),
    officers: await db
      .select({ id: officers.id, role: officers.role, memberId: officers.memberId, name: officers.name })
      .from(officers)
      .where(eq(officers.electionId, id))
      .orderBy(asc(officers.role)),
    challenges: await db.select().from(challenges).where(eq(challenges.electionId, id)).orderBy(asc(challenges.onDay)),
    filings: await db.select().from(filings).where(eq(filings.electionId, id)).orderBy(asc(filings.filedAt)),
    findings: (await judged(session, election)).all,
    timeline: await db.select().from(events).where(eq(events.electionId, id)).orderBy(desc(events.seq)).limit(200),
  }
}

async function contestsShown(session: Session, election: Election, isEnterprise: boolean) {
  const all = await contestsOf(session, election.id)
  const ran = await roundsOf(session, election.id)
  const named = await session.db.select().from(candidates).where(eq(candidates.electionId, election.id))
  const keyed = await session.db
    .select({ roundId: counts.roundId, tellerId: counts.tellerId, name: officers.name })
    .from(counts)
    .innerJoin(officers, eq(officers.id, counts.tellerId))
    .where(eq(counts.electionId, election.id))
  const shown = []
  for (const contest of all) {
    const own = named.filter(({ contestId }) => contestId === contest.id).sort((a, b) => strokeOrder(a.name, b.name))
    shown.push({
      ...contest,
      elected: electedIn(ran, contest.id),
      candidates: own.map((one) => ({ ...one, ties: asCandidate(one).ties })),
      rounds: ran.filter(({ contestId }) => contestId === contest.id).map((round) => roundShown(round, keyed)),
      findings: election.kind === 'recall' ? [] : await judgedList(session, election, contest, own, isEnterprise),
    })
  }
  return shown
}

/** A count is shown when it is agreed; until then only who has keyed. */
const roundShown = (round: Round, keyed: readonly { roundId: string; tellerId: string; name: string }[]) => ({
  ...round,
  sheet: round.sheet && { ...round.sheet, lines: [...round.sheet.lines] },
  counted: keyed.filter(({ roundId }) => roundId === round.id).map(({ tellerId, name }) => ({ tellerId, name })),
})

const presence: Record<RollListing['show'], SQL | undefined> = {
  all: isNull(roll.removedOn),
  present: and(isNull(roll.removedOn), isNotNull(roll.presentHow)),
  absent: and(isNull(roll.removedOn), isNull(roll.presentHow)),
  removed: isNotNull(roll.removedOn),
}

/** The roll, page by page; who has paper is shown to the desk that hands it out. */
export async function rollPage(session: Session, { id, text, show, page, size }: RollListing) {
  const { db } = session
  await electionOf(session, id)
  const like = text ? `%${text.replace(/[%_\\]/g, '\\$&')}%` : null
  const latin = text?.toLowerCase().replace(/\s/g, '')
  const where = and(
    eq(roll.electionId, id),
    presence[show],
    like
      ? sql`(${roll.name} like ${like} or ${roll.unitName} like ${like} or exists (select 1 from members m where m.id = ${roll.memberId} and (m.initials like ${`${latin}%`} or m.pinyin like ${`${latin}%`})))`
      : undefined,
  )
  const rows = await db
    .select()
    .from(roll)
    .where(where)
    .orderBy(asc(roll.unitName), asc(roll.name), asc(roll.id))
    .limit(size)
    .offset((page - 1) * size)
  return { rows, total: await db.$count(roll, where) }
}
