import { and, eq, isNull } from 'drizzle-orm'
import { publishBallot } from '#platform/ballots'
import { refuse } from '#law/verdict'
import { enforce, found, type Session } from '#platform/session'
import { bandOf } from '#law/statutes'
import {
  differencesOf,
  type Line,
  mayCount,
  mayEnter,
  mayReduce,
  mayWork,
  outcomeNames,
  primaryOf,
  type Result,
  resultOf,
  type Rules,
  type Sheet,
} from '../rules.ts'
import { candidates, contests, counts, officers, roll, rounds } from '../tables.ts'
import { joinPaper } from './boxes.ts'
import { isTellerCode } from './meeting.ts'
import {
  chainFor,
  contestOf,
  type Election,
  electedIn,
  held,
  heldFor,
  lawAt,
  note,
  placeOf,
  type Round,
  roundsOf,
} from './parts.ts'

async function roundOf(session: Session, id: string) {
  const [round] = await session.db.select().from(rounds).where(eq(rounds.id, id)).for('update')
  return found(round)
}

const mayStillCount = ({ closedAt, settledAt, paperSheet, sheet }: Round) => {
  if (!closedAt) enforce(refuse('elections.stillOpen', '投票还没有截止，不能计票'))
  if (settledAt || sheet || paperSheet) enforce(refuse('elections.counted', '这一项已经计完票'))
}

type Entry = { roundId: string; tellerId: string; code: string; sheet: Sheet }

/** One teller keys in his count, with his own code; the second is told only whether both agree, and where they do not. */
export async function enterCount(session: Session, { roundId, tellerId, code, sheet: typed }: Entry) {
  const { db, now } = session
  const round = await roundOf(session, roundId)
  const election = await held(session, round.electionId)
  mayStillCount(round)
  const [teller] = await db
    .select()
    .from(officers)
    .where(and(eq(officers.id, tellerId), eq(officers.electionId, election.id)))
  if (!isTellerCode(found(teller).codeHash, code)) enforce(refuse('elections.tellerCode', `${teller!.name}的计票口令不对`))
  const before = await db.select().from(counts).where(eq(counts.roundId, roundId))
  enforce(mayEnter({ seats: before.map((one) => one.tellerId), teller: tellerId }))
  const sheet = checked(round, typed)
  await db.insert(counts).values({ ...placeOf(election), roundId, tellerId, sheet, at: now })
  const [first] = before
  const differences = first ? differencesOf(first.sheet, sheet) : null
  if (differences) await db.update(rounds).set({ differences }).where(eq(rounds.id, roundId))
  if (differences?.length === 0) await agree(session, election, round, sheet)
  await note(
    session,
    election,
    'counted',
    `${teller!.name}录入${differences ? (differences.length ? `，${differences.length} 处不一致` : '，两人一致') : ''}`,
  )
  return { id: roundId, agree: differences && differences.length === 0 }
}

/** The candidates of the round and no others, the paper that was given out, and figures that add up. */
function checked(round: Round, typed: Sheet): Sheet {
  const named = new Map(round.candidates.map((one) => [one.id, one]))
  const known = round.candidates.map(({ id, name }): Line => {
    const line = typed.lines.find((one) => one.id === id && !one.isWriteIn)
    return { id, name, yes: line?.yes ?? 0, no: line?.no ?? 0, abstain: line?.abstain ?? 0 }
  })
  const others = typed.lines.filter((line) => line.isWriteIn)
  const double = others.find(({ name }) => round.candidates.some((one) => one.name === name.trim()))
  if (double) enforce(refuse('elections.writeIn', `${double.name}是候选人，不能同时作另选人；同名的请写明所在分会`))
  const writeIns = others.map(
    ({ name, yes }): Line => ({ id: `w:${name.trim()}`, name: name.trim(), yes, no: 0, abstain: 0, isWriteIn: true }),
  )
  if (
    new Set(writeIns.map(({ id }) => id)).size !== writeIns.length ||
    typed.lines.some(({ id, isWriteIn }) => !isWriteIn && !named.has(id))
  )
    enforce(refuse('elections.sheet', '有的人重复了，或者不是这一项的候选人'))
  const sheet = { issued: round.paperIssued, returned: typed.returned, invalid: typed.invalid, lines: [...known, ...writeIns] }
  enforce(mayCount(sheet, round.seats))
  return sheet
}

async function agree(session: Session, election: Election, round: Round, sheet: Sheet) {
  const isVoid = sheet.returned > sheet.issued
  // More paper came back than went out: nothing of this ballot is counted, neither paper nor box.
  const final = round.ballotId && !isVoid ? null : sheet
  await session.db
    .update(rounds)
    .set({ paperSheet: sheet, ...(final && { sheet: final }) })
    .where(eq(rounds.id, round.id))
  if (round.ballotId && !isVoid) await joinPaper(session, election, round.ballotId)
}

/** What both found when they counted again, with the reason for the difference. */
export async function resolveCount(session: Session, { id, sheet: typed, reason }: { id: string; sheet: Sheet; reason: string }) {
  const round = await roundOf(session, id)
  const election = await held(session, round.electionId)
  mayStillCount(round)
  if (!round.differences?.length) enforce(refuse('elections.noDifference', '两名计票人还没有都录入，或者没有不一致'))
  await agree(session, election, round, checked(round, typed))
  await note(session, election, 'resolved', reason)
  return { id }
}

type Settling = { id: string; letStand: string; writeIns: { name: string; memberId: string }[] }

/** The result by the rules of the day, with its working; what it fills is filled. */
export async function settle(session: Session, { id, letStand, writeIns }: Settling): Promise<Result> {
  const { db, now } = session
  const round = await roundOf(session, id)
  const election = await held(session, round.electionId)
  if (round.settledAt) enforce(refuse('elections.settled', '这一项的结果已经确定'))
  if (!round.sheet) enforce(refuse('elections.uncounted', '还没有计完票：请两名计票人都录入，不一致的先核对'))
  const contest = await contestOf(session, round.contestId)
  const rules = await rulesFor(session, election, round, letStand.trim().length >= 4)
  const result =
    round.kind === 'primary'
      ? primaryResult(round, resultOf(round.sheet!, rules), contest.candidatesWanted)
      : resultOf(round.sheet!, rules)
  const named = [...round.candidates, ...(await identified(session, election, result, writeIns))]
  await db
    .update(rounds)
    .set({ result, settledAt: now, candidates: named, letStand: letStand.trim() || null })
    .where(eq(rounds.id, id))
  if (round.kind === 'primary') await keepBest(session, contest.id, result)
  else await fill(session, election, contest.id)
  await note(
    session,
    election,
    'settled',
    `${contest.title}：${outcomeNames[result.outcome]}${result.elected.length ? `，${result.elected.map(({ name }) => name).join('、')}` : ''}`,
  )
  return result
}

async function rulesFor(session: Session, election: Election, round: Round, isLetStand: boolean): Promise<Rules> {
  return {
    ...{
      kind: round.kind,
      seats: round.seats,
      expected: round.expected,
      present: round.present,
      tieBreak: election.plan.tieBreak,
    },
    ...{
      day: election.electedOn ?? session.today,
      place: await lawAt(session, election),
      isRecall: election.kind === 'recall',
      isLetStand,
    },
  }
}

/** A primary elects nobody: its best become the candidates. */
function primaryResult({ sheet }: Round, result: Result, wanted: number): Result {
  if (result.outcome === 'void' || result.outcome === 'noQuorum') return result
  const best = primaryOf(
    sheet!.lines.filter(({ isWriteIn }) => !isWriteIn),
    wanted,
  )
  const working = [
    ...result.working.slice(0, 2),
    { label: '预选', figures: `取得票最多的 ${wanted} 人`, holds: true, reason: '得票相等的都列入' },
  ]
  return {
    outcome: 'complete',
    elected: best,
    tied: [],
    others: sheet!.lines.filter((line) => !best.includes(line)),
    open: 0,
    working,
  }
}

async function keepBest({ db, today }: Session, contestId: string, { outcome, elected }: Result) {
  if (outcome !== 'complete') return
  const list = await db
    .select()
    .from(candidates)
    .where(and(eq(candidates.contestId, contestId), eq(candidates.isShortlisted, true), isNull(candidates.droppedOn)))
  for (const one of list.filter(({ id }) => !elected.some((line) => line.id === id)))
    await db.update(candidates).set({ droppedOn: today, droppedWhy: '预选得票未入围' }).where(eq(candidates.id, one.id))
}

/** Who was written in is looked for on the roll; two of one name are told apart by who settles. */
async function identified({ db }: Session, election: Election, { elected, tied }: Result, told: Settling['writeIns']) {
  const found_ = []
  for (const { id, name } of [...elected, ...tied].filter(({ isWriteIn }) => isWriteIn)) {
    const lines = await db
      .select({ memberId: roll.memberId })
      .from(roll)
      .where(and(eq(roll.electionId, election.id), eq(roll.name, name), isNull(roll.removedOn)))
    const memberId = told.find((one) => one.name === name)?.memberId ?? (lines.length === 1 ? lines[0]!.memberId : null)
    if (!memberId)
      enforce(
        refuse(
          'elections.whoIs',
          lines.length
            ? `名册上有 ${lines.length} 个${name}，请指明是谁`
            : `名册上没有${name}，没有被选举权，这些票请计入无效后重新核对`,
        ),
      )
    found_.push({ id, memberId, name })
  }
  return found_
}

async function fill(session: Session, election: Election, contestId: string) {
  const contest = await contestOf(session, contestId)
  const list = await roundsOf(session, election.id)
  const isDecided =
    election.kind === 'recall' &&
    list.some((one) => one.contestId === contestId && one.settledAt && !['void', 'noQuorum'].includes(one.result!.outcome))
  if (isDecided || electedIn(list, contestId).length >= contest.seats)
    await session.db.update(contests).set({ settledAt: session.now }).where(eq(contests.id, contestId))
}

/** Seats that stay open: reduced by a vote of more than half, or left for a by-election, with the reason (ELEC-21). */
export async function leaveOpen(
  session: Session,
  { contestId, reason, yes }: { contestId: string; reason: string; yes: number | null },
) {
  const { db, today } = session
  const contest = await contestOf(session, contestId)
  const election = await held(session, contest.electionId)
  if (contest.settledAt) enforce(refuse('elections.settled', '这一项已经选出'))
  const list = await roundsOf(session, election.id)
  const own = list.filter((one) => one.contestId === contestId)
  if (!own.some(({ settledAt }) => settledAt) || own.some(({ settledAt }) => !settledAt))
    enforce(refuse('elections.unvoted', '先投票、确定结果，再决定缺额怎么办'))
  if (own.at(-1)!.result!.outcome === 'tied') enforce(refuse('elections.tiedStill', '得票相等的，先就他们重新投票'))
  const elected = electedIn(list, contestId).length
  const place = await lawAt(session, election)
  const least =
    contest.post === 'committee' ? (bandOf(place.on('ELEC-04.committeeSize', today).value, election.members)?.least ?? 1) : 1
  if (yes !== null) enforce(mayReduce({ elected, least, yes, expected: own.at(-1)!.expected }, today, place))
  const leftOpen = { seats: contest.seats - elected, reason, isReduced: yes !== null }
  await db.update(contests).set({ settledAt: session.now, leftOpen }).where(eq(contests.id, contestId))
  await note(session, election, yes === null ? 'leftOpen' : 'reduced', `${contest.title}缺 ${leftOpen.seats}：${reason}`)
  return { id: contestId }
}

/** The result is announced in the hall; from now on everybody may read it, and the box of an on-line ballot. */
export async function announce(session: Session, { id, version }: { id: string; version: number }) {
  const election = await heldFor(session, id, 'announcement', { version })
  enforce(mayWork('announcement', await chainFor(session, election)))
  await publishBoxes(session, id)
  const isOver = election.isRehearsal ? { state: 'approved' as const, closedOn: session.today, closedWhy: '演练结束' } : {}
  await note(session, election, 'announced', null, { announcedAt: session.now, ...isOver })
  return { id }
}

async function publishBoxes(session: Session, id: string) {
  for (const ballotId of new Set(
    (await roundsOf(session, id)).filter(({ settledAt }) => settledAt).flatMap((one) => one.ballotId ?? []),
  ))
    await publishBallot(session, { id: ballotId })
}
