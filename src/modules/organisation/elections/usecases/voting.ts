import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Question } from '#kit/ballots'
import { unionOf } from '#modules/organisation/unions'
import { admit, closeBallot, givePaper as engineGivePaper, openBallot, paperOf, slipFor } from '#platform/ballots'
import { refuse } from '#law/verdict'
import { enforce, found, type Session } from '#platform/session'
import type { RoundCandidate } from '../contract.ts'
import { bodyOf, candidatesNeeded, mayIssue, mayOpenRound, mayStart, nextRound, roundKindNames, strokeOrder } from '../rules.ts'
import { candidates, roll, rounds } from '../tables.ts'
import {
  type Contest,
  contestsOf,
  type Election,
  electedIn,
  held,
  heldFor,
  isOfAssembly,
  lawAt,
  note,
  placeOf,
  type Round,
  roundsOf,
} from './parts.ts'
import { presentAt } from './meeting.ts'
import { liveLines } from './rolling.ts'
import { countBox } from './boxes.ts'

type Opening = { electionId: string; contestIds: string[]; present?: number | undefined; nominees: string[] }

/** Opens the next ballot of contests: a primary, the election, a run-off among the tied, or one for the seats left. All of one opening are one ballot. */
export async function openRounds(session: Session, { electionId, contestIds, present, nominees }: Opening) {
  const { db } = session
  const election = await held(session, electionId)
  const all = await contestsOf(session, electionId)
  const named = contestIds.map((id) => found(all.find((one) => one.id === id)))
  const before = await roundsOf(session, electionId)
  const prepared = []
  for (const contest of named) prepared.push(await prepare(session, { election, all, before, contest, present, nominees }))
  const isPrimary = prepared.some(({ kind }) => kind === 'primary')
  const step = isPrimary ? 'primary' : named.some(isOfAssembly) ? 'ballot' : 'firstMeeting'
  await heldFor(session, electionId, step)
  const isAssembly = named.every(isOfAssembly)
  if (isAssembly) await clearPaper(session, before, electionId)
  const isOnLine = isAssembly && election.plan.ways.includes('online')
  for (const group of isOnLine ? ballotsOf(prepared) : [prepared]) {
    const ballotId = isOnLine ? await onLine(session, election, group) : null
    const rows = group.map(({ contest: _, ...round }) => ({ ...round, ...placeOf(election), ballotId, openedAt: session.now }))
    await db.insert(rounds).values(rows)
  }
  await note(
    session,
    election,
    'roundOpened',
    prepared.map(({ contest, kind }) => `${contest.title}${roundKindNames[kind]}`).join('、'),
  )
  return { id: electionId }
}

/** The paper of the last ballot has come back; who takes paper of the next one is marked anew. */
async function clearPaper({ db }: Session, before: readonly Round[], electionId: string) {
  if (before.some(({ closedAt }) => !closedAt)) enforce(refuse('elections.roundOpen', '还有项目正在投票，请先截止'))
  await db.update(roll).set({ paperGiven: false }).where(eq(roll.electionId, electionId))
}

type Preparing = {
  election: Election
  all: Contest[]
  before: Round[]
  contest: Contest
  present: number | undefined
  nominees: string[]
}

async function prepare(session: Session, { election, all, before, contest, present: told, nominees }: Preparing) {
  const own = before.filter(({ contestId }) => contestId === contest.id)
  const { kind, seats, among } = nextRound(contest.seats, own, election.plan.hasPrimary && isOfAssembly(contest))
  const body = bodyOf(contest, all)
  const members = body ? electedIn(before, body.id) : []
  const list = await standing(session, { election, contest, own, kind, among, nominees, members: body ? members : null })
  const { expected, present } = await attendance(session, election, contest, members.length, told)
  const facts = {
    kind,
    hasOpen: own.some(({ settledAt }) => !settledAt),
    isSettled: contest.settledAt !== null,
    body: body?.title ?? null,
  }
  const isOfBody = ({ memberId }: RoundCandidate) => members.some((one) => one.memberId === memberId)
  enforce(mayOpenRound({ ...facts, candidates: list.map((one) => ({ name: one.name, isOfBody: isOfBody(one) })) }))
  const place = await lawAt(session, election)
  if (kind === 'gap' && contest.post === 'committee' && list.length < candidatesNeeded(contest.post, seats, session.today, place))
    enforce(
      refuse(
        'elections.gapCandidates',
        `补选 ${seats} 人也实行差额，候选人至少 ${candidatesNeeded(contest.post, seats, session.today, place)} 人`,
        '《工会基层组织选举工作条例》第十七条',
      ),
    )
  enforce(mayStart({ expected, present, day: session.today, place }))
  return {
    id: randomUUID(),
    contest,
    contestId: contest.id,
    number: own.length + 1,
    kind,
    seats,
    expected,
    present,
    candidates: list,
  }
}

type Standing = Pick<Preparing, 'election' | 'contest' | 'nominees'> & {
  own: Round[]
  kind: string
  among: string[] | null
  members: { name: string; memberId: string | null }[] | null
}

/** Who stands in a round: the nominated who are not elected yet; the tied alone in a run-off; people nominated on the spot where that is allowed. */
async function standing(
  { db }: Session,
  { election, contest, own, kind, among, nominees, members }: Standing,
): Promise<RoundCandidate[]> {
  if (election.kind === 'recall')
    return [{ id: contest.id, memberId: election.motion!.memberId, name: `罢免${election.motion!.name}` }]
  if (among)
    return own
      .flatMap(({ candidates: list }) => list)
      .filter(({ id }, at, list) => among.includes(id) && list.findIndex((one) => one.id === id) === at)
  const rows = await db
    .select({ id: candidates.id, memberId: candidates.memberId, name: candidates.name })
    .from(candidates)
    .where(and(eq(candidates.contestId, contest.id), eq(candidates.isShortlisted, true), isNull(candidates.droppedOn)))
  const taken = new Set(electedIn(own, contest.id).map(({ memberId }) => memberId))
  const fit = rows.filter(
    ({ memberId }) => !taken.has(memberId) && (!members || members.some((one) => one.memberId === memberId)),
  )
  const mayNominate = kind === 'gap' || (members !== null && fit.length === 0)
  if (nominees.length && !mayNominate)
    enforce(refuse('elections.nominees', '候选人已经公示，投票时不能再加；只有补足名额或无人可选时可以当场提名'))
  const added = nominees.length ? await nominated(db, election.id, nominees) : []
  return [...fit, ...added.filter((one) => !fit.some(({ memberId }) => memberId === one.memberId))].sort((a, b) =>
    strokeOrder(a.name, b.name),
  )
}

async function nominated(db: Session['db'], electionId: string, memberIds: string[]): Promise<RoundCandidate[]> {
  const lines = await db
    .select()
    .from(roll)
    .where(and(eq(roll.electionId, electionId), isNull(roll.removedOn), inArray(roll.memberId, memberIds)))
  return lines.map(({ memberId, name }) => ({ id: memberId, memberId, name }))
}

async function attendance(session: Session, election: Election, contest: Contest, members: number, told: number | undefined) {
  if (contest.electorate === 'unit') {
    const lines = await liveLines(session, election.id)
    const own = lines.filter(({ unitId }) => unitId === contest.unitId)
    return { expected: own.length, present: own.filter(({ presentHow }) => presentHow).length }
  }
  if (contest.electorate === 'assembly')
    return { expected: election.expected ?? 0, present: await presentAt(session, election.id) }
  if (told === undefined || told > members) enforce(refuse('elections.present', `请填写到会人数，应到 ${members} 人`))
  return { expected: members, present: told! }
}

type Prepared = Awaited<ReturnType<typeof prepare>>

/** One ballot for what the whole assembly votes on; each unit has its own. */
function ballotsOf(prepared: readonly Prepared[]): Prepared[][] {
  const whole = prepared.filter(({ contest }) => contest.electorate !== 'unit')
  const units = prepared.filter(({ contest }) => contest.electorate === 'unit').map((one) => [one])
  return whole.length ? [whole, ...units] : units
}

/** The same contests as one secret ballot on phones and at the kiosk, beside paper, over one roll. */
async function onLine(session: Session, election: Election, prepared: readonly Prepared[]) {
  const union = await unionOf(session, election.unionId)
  const unit = prepared[0]!.contest.unitId
  const lines = (await liveLines(session, election.id)).filter(({ unitId }) => !unit || unitId === unit)
  const questions: Question[] = prepared.map(({ contest, seats, candidates: list, kind }) => ({
    ...{ key: contest.id, title: kind === 'main' ? contest.title : `${contest.title}（${roundKindNames[kind]}）`, seats },
    kind: election.kind === 'recall' ? 'yesno' : 'approve',
    lines: list.map(({ id, name }) => ({ key: id, name })),
    ...{ writeIns: election.kind !== 'recall' && kind !== 'runOff', grades: [] },
  }))
  const { id } = await openBallot(session, {
    union: { id: union.id, path: union.path, name: union.name },
    kind: election.kind === 'recall' ? 'recall' : 'election',
    ...{ title: election.title, questions, isRehearsal: election.isRehearsal, wantsAdmission: true },
    electors: lines.map(({ memberId, name, unitName }) => ({ voterId: memberId, name, group: unitName })),
  })
  await admit(session, { ballotId: id, voterIds: lines.filter(({ presentHow }) => presentHow).map(({ memberId }) => memberId) })
  return id
}

type AtDesk = { electionId: string; rollId: string; isHelped: boolean }

/** Hands out paper, once a person and never beside an electronic ballot. */
export async function giveBallot(session: Session, { electionId, rollId, isHelped }: AtDesk) {
  const { election, line, ballotIds } = await atDesk(session, { electionId, rollId })
  for (const ballotId of ballotIds) await engineGivePaper(session, { ballotId, voterId: line.memberId, isHelped })
  await session.db.update(roll).set({ paperGiven: true, isHelped }).where(eq(roll.id, rollId))
  // Who took paper stands on the roll; the journal says only that one was given.
  Object.assign(session.line, { unionId: election.unionId, subject: electionId })
  return { id: electionId }
}

/** A slip for the kiosk, for who has no phone or no sign-in: it takes his ballot, once. */
export async function giveSlip(session: Session, { electionId, rollId, isHelped }: AtDesk) {
  const { election, line, ballotIds } = await atDesk(session, { electionId, rollId })
  if (!ballotIds.length) enforce(refuse('elections.noKiosk', '这次投票只用纸质选票，没有投票机'))
  const slips: { ballotId: string; slip: string }[] = []
  for (const ballotId of ballotIds)
    slips.push({ ballotId, ...(await slipFor(session, { ballotId, voterId: line.memberId, isHelped })) })
  await session.db.update(roll).set({ isHelped }).where(eq(roll.id, rollId))
  Object.assign(session.line, { unionId: election.unionId, subject: electionId })
  return { id: electionId, slips }
}

/** A voter of the roll who has come and has nothing yet, with the ballots that are open for him. */
async function atDesk(session: Session, { electionId, rollId }: Pick<AtDesk, 'electionId' | 'rollId'>) {
  const election = await held(session, electionId)
  const [row] = await session.db
    .select()
    .from(roll)
    .where(and(eq(roll.id, rollId), eq(roll.electionId, electionId), isNull(roll.removedOn)))
    .for('update')
  const line = found(row)
  const contests = new Map((await contestsOf(session, electionId)).map((one) => [one.id, one]))
  const open = (await roundsOf(session, electionId)).filter(({ closedAt, contestId }) => {
    const { unitId, electorate } = contests.get(contestId)!
    return !closedAt && isOfAssembly({ electorate }) && (!unitId || unitId === line.unitId)
  })
  enforce(mayIssue({ isPresent: line.presentHow !== null, hasPaper: line.paperGiven, hasOnline: false, isOpen: open.length > 0 }))
  return { election, line, ballotIds: [...new Set(open.flatMap((one) => one.ballotId ?? []))] }
}

/** Ends voting for everything opened together; it is never opened again. With no paper out, the box is counted at once. */
export async function closeRounds(session: Session, { id }: { id: string }) {
  const { db, now } = session
  const [round] = await db.select().from(rounds).where(eq(rounds.id, id))
  const election = await held(session, found(round).electionId)
  if (round!.closedAt) enforce(refuse('elections.roundClosed', '投票已经截止，不能再开'))
  const together = (await roundsOf(session, election.id)).filter(
    (one) => !one.closedAt && one.openedAt.getTime() === round!.openedAt.getTime(),
  )
  const contests = await contestsOf(session, election.id)
  const lines = await liveLines(session, election.id)
  for (const one of together) {
    const contest = contests.find((each) => each.id === one.contestId)!
    const own = contest.electorate === 'unit' ? lines.filter(({ unitId }) => unitId === contest.unitId) : lines
    const isMeeting = isOfAssembly(contest)
    const present = isMeeting ? own.filter(({ presentHow }) => presentHow).length : one.present
    const paperIssued = isMeeting ? own.filter(({ paperGiven }) => paperGiven).length : one.present
    await db.update(rounds).set({ closedAt: now, present, paperIssued }).where(eq(rounds.id, one.id))
  }
  for (const ballotId of new Set(together.flatMap((one) => one.ballotId ?? []))) {
    await closeBallot(session, { id: ballotId })
    if (!(await paperOf(session, ballotId)).given) await countBox(session, election, ballotId)
  }
  await note(
    session,
    election,
    'roundClosed',
    together.map(({ contestId }) => contests.find((each) => each.id === contestId)!.title).join('、'),
  )
  return { id: election.id }
}
