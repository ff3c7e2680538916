import { randomBytes, randomUUID } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { vacated } from '#modules/organisation/posts'
import { unionOf } from '#modules/organisation/unions'
import { hasRehearsed } from '#platform/ballots'
import { enforce, type Session } from '#platform/session'
import { rulebookOf, statutesFor } from '#platform/statutes'
import { bandOf, leastBy } from '#law/statutes'
import { refuse } from '#law/verdict'
import type { Draft } from '../contract.ts'
import {
  blockOf,
  candidatesNeeded,
  contestPostNames,
  electionKindNames,
  type ElectionKind,
  type Facts,
  judgePlan,
  mayOpen,
  proposalFor,
  maySkip,
  shareOut,
  type Step,
  stepNames,
} from '../rules.ts'
import { contests, elections, filings, skips } from '../tables.ts'
import { electedBy } from './elected.ts'
import { chainFor, type Election, held, note, placeOf, whoActs } from './parts.ts'

type Place = { id: string; path: string; unitType: string; name: string }
const enterprises = ['stateEnterprise', 'privateEnterprise']

/** What the platform holds of a union: members with the vote, women, the end of the present term, whether it has voted on line before. */
export async function factsOf(
  session: Session,
  { id, path, unitType }: Place,
  delayedUntil: string | null = null,
): Promise<Facts & { isChairVacant: boolean }> {
  const { db } = session
  const { rows } = await db.execute<{
    members: number
    women: number
    branches: number
    ends: string | null
    account: boolean | null
  }>(sql`select
    (select count(*)::int from members m where m.union_path >= ${path} and m.union_path < ${`${path}~`} and m.status = 'member' and m.merged_into is null) as members,
    (select count(*)::int from members m where m.union_path >= ${path} and m.union_path < ${`${path}~`} and m.status = 'member' and m.sex = 'female' and m.merged_into is null) as women,
    (select count(*)::int from unions u where u.parent_id = ${id} and u.state = 'active' and u.kind in ('branch', 'group')) as branches,
    (select max(a.until_on)::text from appointments a where a.union_id = ${id} and a.kind in ('chair', 'member') and a.ended_on is null and a.came = 'elected') as ends,
    (select has_account from unions u where u.id = ${id}) as account`)
  const row = rows[0]!
  return {
    ...{ members: row.members, women: row.women, branches: row.branches, termEndsOn: row.ends, delayedUntil },
    ...{
      isEnterprise: enterprises.includes(unitType),
      hasOwnAccounts: row.account === true,
      hasRehearsed: await hasRehearsed(session, id),
      isChairVacant: (await vacated(session, id)) !== null,
    },
  }
}

/** A draft to start from, with everything that bears on it. */
export async function facts(session: Session, { unionId, kind }: { unionId: string; kind: ElectionKind }) {
  const union = await unionOf(session, unionId)
  const known = await factsOf(session, union)
  const place = (await rulebookOf(session)).at(union.path)
  const { plan, contests: list } = proposalFor(kind, known, session.today, place)
  const last = await session.db.execute<{
    n: number
    lead: string
  }>(sql`select (plan ->> 'termNumber')::int as n, plan ->> 'lead' as lead from elections
    where union_id = ${unionId} and kind in ('term', 'first') and state = 'approved' and not is_rehearsal order by elected_on desc limit 1`)
  const before = last.rows[0]
  const draft = {
    plan: {
      ...plan,
      ways: [...plan.ways],
      ...(before && { termNumber: kind === 'term' ? before.n + 1 : before.n, lead: before.lead }),
    },
    contests: isByUnit(kind)
      ? await byUnits(session, union, kind, known.members)
      : list.map((one) => ({ unitId: null, unitName: null, ...one })),
    motion: null,
  }
  const findings = judgePlan(kind, draft.plan, draft.contests, known, session.today, place)
  return { facts: known, draft, findings, deputies: kind === 'recall' ? await inOffice(session, unionId) : [] }
}

/** Deputies and delegates in office, by the unit that elected each. */
async function inOffice(session: Session, unionId: string) {
  const all = []
  for (const kind of ['deputies', 'delegates'] as const)
    for (const { memberId, name, unitId, unitName } of await electedBy(session, unionId, kind))
      all.push({ of: kind, memberId, name, unitId, unitName })
  return all
}

const isByUnit = (kind: ElectionKind): kind is 'deputies' | 'delegates' => kind === 'deputies' || kind === 'delegates'

/** Seats of deputies or delegates shared out among the units directly below, by how many electors each has. */
async function byUnits(session: Session, { id, path, name }: Place, kind: 'deputies' | 'delegates', members: number) {
  const { db, today } = session
  const law = await statutesFor(session, path)
  const also = kind === 'deputies' ? sql`or m.status = 'worker'` : sql``
  const { rows } = await db.execute<{ id: string; name: string; n: number }>(sql`select u.id, u.name, count(*)::int as n
    from members m join unions u on u.path = left(m.union_path, length(${path}::text) + 4)
    where m.union_path >= ${path} and m.union_path < ${`${path}~`} and m.merged_into is null and (m.status = 'member' ${also}) group by u.id, u.name order by u.name`)
  const units = rows.length ? rows : [{ id, name, n: Math.max(members, 1) }]
  const band = bandOf(law.on('ELEC-36.delegates', today).value, members)
  const total =
    kind === 'delegates'
      ? (band?.least ?? units.length)
      : leastBy(
          law.on('WC-04.number', today).value,
          units.reduce((sum, { n }) => sum + n, 0),
        ).needed
  const post = kind === 'deputies' ? ('deputy' as const) : ('delegate' as const)
  return shareOut(total, units).map(({ id: unitId, name: unitName, seats }) => ({
    ...{ post, title: `${contestPostNames[post]}（${unitName}）`, seats, electorate: 'unit' as const, unitId, unitName },
    candidatesWanted: candidatesNeeded('delegate', seats, today, law),
  }))
}

type New = Draft & { unionId: string; kind: ElectionKind; title: string; isRehearsal: boolean }

/** Opens an election with its plan. */
export async function open(session: Session, { unionId, kind, title, isRehearsal, ...draft }: New) {
  const { db, now, today, user } = session
  const union = await unionOf(session, unionId)
  await session.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`election ${unionId}`}, 0))`)
  if (['term', 'first', 'byElection'].includes(kind)) {
    const [other] = await db
      .select()
      .from(elections)
      .where(
        and(
          eq(elections.unionId, unionId),
          eq(elections.kind, kind),
          eq(elections.state, 'open'),
          eq(elections.isRehearsal, isRehearsal),
        ),
      )
    enforce(mayOpen(other))
  }
  const known = await factsOf(session, union)
  const named = title || `${isRehearsal ? '演练：' : ''}第 ${draft.plan.termNumber} 届${electionKindNames[kind]}`
  const election = { id: randomUUID(), unionId, unionPath: union.path }
  await db.insert(elections).values({
    ...election,
    ...{ kind, title: named, isRehearsal, plan: draft.plan, motion: draft.motion, members: known.members, women: known.women },
    ...{ termEndsOn: known.termEndsOn, doorSecret: randomBytes(24).toString('base64url'), openedBy: user.account ?? null },
    ...{ openedAt: now, openedOn: today },
  })
  const row = await held(session, election.id)
  await writeContests(session, row, draft)
  await note(session, row, 'opened', electionKindNames[kind])
  return { id: election.id }
}

async function writeContests(session: Session, election: Election, { contests: list, motion }: Draft) {
  if (election.kind === 'recall' && !motion) enforce(refuse('elections.motion', '罢免要写明罢免谁、理由和本人申辩'))
  await session.db.delete(contests).where(eq(contests.electionId, election.id))
  await session.db.insert(contests).values(list.map((one, position) => ({ ...one, ...placeOf(election), position })))
}

/** Changes the plan, as long as it has not been agreed: what was agreed binds. */
export async function save(session: Session, { id, version, ...draft }: Draft & { id: string; version: number }) {
  const election = await held(session, id, version)
  const chain = await chainFor(session, election)
  const isOpen = chain.planReport === 'now' || chain.plan === 'now'
  if (!isOpen) enforce(refuse('elections.planFixed', '方案已经上级同意，不能再改；要改请撤回后重新报'))
  if (await isWaiting(session, id)) enforce(refuse('elections.waiting', '方案正在等上级答复，不能改'))
  await session.db.update(elections).set({ plan: draft.plan, motion: draft.motion }).where(eq(elections.id, id))
  await writeContests(session, election, draft)
  await note(session, { ...election, plan: draft.plan }, 'saved')
  return { id }
}

async function isWaiting({ db }: Session, id: string) {
  const { rows } = await db.execute(
    sql`select 1 from election_filings where election_id = ${id} and what = 'plan' and answered_at is null`,
  )
  return rows.length > 0
}

/** Everything that bears on the plan as it stands. */
export async function judged(session: Session, election: Election) {
  const union = await unionOf(session, election.unionId)
  const known = {
    ...(await factsOf(session, union, election.delayedUntil)),
    termEndsOn: election.termEndsOn,
    members: election.members,
    women: election.women,
  }
  const list = await session.db.select().from(contests).where(eq(contests.electionId, election.id))
  const place = (await rulebookOf(session)).at(election.unionPath)
  const isBound = !election.isRehearsal
  const all = judgePlan(
    election.kind,
    election.plan,
    list,
    { ...known, hasRehearsed: known.hasRehearsed || !isBound },
    election.openedOn,
    place,
  )
  return { all, known }
}

export const enforcePlan = async (session: Session, election: Election) => enforce(blockOf((await judged(session, election)).all))

/** Leaves a step out, with the reason on record. */
export async function skip(
  session: Session,
  { id, version, step, reason }: { id: string; version: number; step: Step; reason: string },
) {
  const election = await held(session, id, version)
  enforce(maySkip(step, await chainFor(session, election), reason))
  const row = { ...placeOf(election), step, reason: reason.trim(), onDay: session.today, who: whoActs(session) }
  await session.db.insert(skips).values(row)
  Object.assign(session.line, { detail: { skipped: step } })
  await note(session, election, 'skipped', `${stepNames[step]}：${reason.trim()}`)
  return { id }
}

/** Gives the election up before its result went up. */
export async function withdraw(session: Session, { id, version, reason }: { id: string; version: number; reason: string }) {
  const election = await held(session, id, version)
  if (election.announcedAt) enforce(refuse('elections.announced', '结果已经宣布，不能撤回；程序有误请报上级'))
  // Whoever was to answer need not any more: his clock hears of it by his filing.
  await session.db
    .update(filings)
    .set({ superiorId: sql`superior_id` })
    .where(and(eq(filings.electionId, id), isNull(filings.answeredAt)))
  await note(session, election, 'withdrawn', reason, { state: 'withdrawn', closedOn: session.today, closedWhy: reason })
  return { id }
}
