import { and, eq, isNull } from 'drizzle-orm'
import { addDays, addYears } from '#kit/dates'
import { type Kind, postKinds } from '#rules/organisation/posts'
import { unionOf } from '#modules/organisation/unions'
import { endHeld, heldAt, install } from '#modules/organisation/posts'
import { due } from '#law/deadlines'
import { refuse } from '#law/verdict'
import { enforce, found, postOf, type Session } from '#platform/session'
import { rulebookOf } from '#platform/statutes'
import {
  type Answer,
  answerNames,
  type ContestPost,
  type FilingKind,
  filingKindNames,
  mayAnswer,
  mayAnswerWith,
} from '../rules.ts'
import { filings } from '../tables.ts'
import { type Contest, contestsOf, type Election, electedIn, held, heldFor, note, placeOf, roundsOf } from './parts.ts'
import { enforcePlan, judged } from './planning.ts'
import { type Acting, actingContent, type Asked, committeeKinds, delayContent, letAct, prolong } from './meanwhile.ts'

const ROOT = 4
type File = { id: string; version: number; what: FilingKind } & Asked
const stepOf = { plan: 'planReport', candidates: 'review', result: 'report' } as const

/** Sends something up; what is sent is kept as it stands now, and the superior's clock starts. */
export async function file(session: Session, { id, version, what, ...asked }: File) {
  const { db, now, today } = session
  const election =
    what === 'delay' || what === 'acting'
      ? await held(session, id, version)
      : await heldFor(session, id, stepOf[what], { version })
  const before = await db
    .select()
    .from(filings)
    .where(and(eq(filings.electionId, id), eq(filings.what, what)))
  if (before.some(({ answeredAt }) => !answeredAt)) enforce(refuse('elections.waiting', '已经报送，正在等上级答复'))
  if (election.isRehearsal && what === 'result') enforce(refuse('elections.rehearsal', '演练不用报结果'))
  const content = await contentOf(session, election, what, asked)
  const book = await rulebookOf(session)
  const { value, unit } = book.at(election.unionPath).on('ELEC-23.answer', today)
  const answerBy = due(today, { n: value, unit: unit as 'day' }, book.calendar)
  const { parentId: superiorId } = await unionOf(session, election.unionId)
  const row = { ...placeOf(election), superiorId, what, round: before.length + 1, content, filedAt: now, answerBy }
  const [made] = await db.insert(filings).values(row).returning({ id: filings.id })
  // The superior of a rehearsal need not be troubled: the union answers its own exercise, on record.
  if (election.isRehearsal)
    await db.update(filings).set({ answeredAt: now, answer: 'agreed', answeredBy: '演练' }).where(eq(filings.id, made!.id))
  await note(session, election, 'filed', `${filingKindNames[what]}${before.length ? `（第 ${before.length + 1} 次）` : ''}`)
  return { id }
}

async function contentOf(session: Session, election: Election, what: FilingKind, asked: Asked): Promise<Record<string, unknown>> {
  const list = await contestsOf(session, election.id)
  if (what === 'plan') {
    await enforcePlan(session, election)
    return { plan: election.plan, contests: list.map(brief), findings: (await judged(session, election)).all }
  }
  if (what === 'delay') return delayContent(session, election, asked)
  if (what === 'acting') return actingContent(session, election, asked)
  if (what === 'result') return { elected: await winnersOf(session, election, list) }
  return { contests: list.map(brief) }
}

const brief = ({ post, title, seats, candidatesWanted }: Contest) => ({ post, title, seats, candidatesWanted })

async function winnersOf(session: Session, election: Election, list: readonly Contest[]) {
  const ran = await roundsOf(session, election.id)
  return list.map((contest) => {
    const elected = electedIn(ran, contest.id)
    const unknown = elected.find(({ memberId }) => !memberId)
    if (unknown) enforce(refuse('elections.whoIs', `请先指明当选的${unknown.name}是谁`))
    return { post: contest.post, title: contest.title, unitName: contest.unitName, leftOpen: contest.leftOpen, elected }
  })
}

type Answering = { filingId: string; answer: Answer; number: string; reason: string }

/** The superior's answer. With its approval of the result the elected are in office from the day of the election, and those before them are not. */
export async function answer(session: Session, { filingId, answer: word, number, reason }: Answering) {
  const { db, now } = session
  const [filing] = await db.select().from(filings).where(eq(filings.id, filingId)).for('update')
  const election = await held(session, found(filing).electionId)
  const { path, unionName, title } = postOf(session)
  const standing = { actsFromAbove: path.length < election.unionPath.length, isRoot: election.unionPath.length === ROOT }
  enforce(mayAnswer({ ...standing, isAnswered: filing!.answeredAt !== null }))
  enforce(mayAnswerWith(filing!.what, word, { number, reason }))
  const answered = {
    answeredAt: now,
    answer: word,
    number: number || null,
    reason: reason || null,
    answeredBy: `${unionName} ${title}`,
  }
  await db
    .update(filings)
    .set(answered)
    .where(and(eq(filings.id, filingId), isNull(filings.answeredAt)))
  const done = { installed: 0, ended: 0 }
  let also: Partial<Election> = {}
  if (filing!.what === 'delay' && word === 'agreed')
    also = await prolong(session, election, filing!.content as { until: string }, number)
  if (filing!.what === 'acting' && word === 'agreed')
    done.installed = await letAct(session, election, filing!.content as Acting, number)
  if (filing!.what === 'result') {
    if (word === 'agreed') Object.assign(done, await takeOffice(session, election, number))
    also = resultOver(session, word, number, reason)
  }
  // The list that was sent back is open for work again.
  if (filing!.what === 'candidates' && word === 'returned') also = { isNominated: false }
  await note(
    session,
    election,
    'answered',
    `${filingKindNames[filing!.what]}：${answerNames[word]}${reason ? `，${reason}` : ''}`,
    also,
  )
  Object.assign(session.line.detail!, done)
  return { id: election.id, ...done }
}

function resultOver({ today }: Session, word: Answer, number: string, reason: string): Partial<Election> {
  if (word === 'agreed') return { state: 'approved', number, closedOn: today }
  return word === 'redo' ? { state: 'redone', closedOn: today, closedWhy: reason } : {}
}

const kindFor: Partial<Record<ContestPost, Kind>> = {
  ...{ committee: 'member', standing: 'standingMember', chair: 'chair', viceChair: 'viceChair' },
  ...{ audit: 'auditMember', auditChair: 'auditChair', women: 'womenMember', womenChair: 'womenChair' },
}
/** Higher posts of one body before lower ones: who leads a committee is not entered a second time as its member. */
const order: readonly ContestPost[] = [
  'chair',
  'viceChair',
  'standing',
  'committee',
  'auditChair',
  'audit',
  'womenChair',
  'women',
]

async function takeOffice(session: Session, election: Election, number: string) {
  if (election.kind === 'recall') return recallHim(session, election, number)
  if (election.kind === 'deputies' || election.kind === 'delegates') return { installed: 0, ended: 0 }
  const list = await contestsOf(session, election.id)
  const winners = await winnersOf(session, election, list)
  const on = election.electedOn!
  const isWhole = election.kind !== 'byElection'
  const untilOn =
    isWhole || !election.termEndsOn || election.termEndsOn < on
      ? addDays(addYears(on, election.plan.termYears), -1)
      : election.termEndsOn
  const kinds = winners.flatMap(({ post }) => kindFor[post] ?? [])
  const ended = isWhole ? await endHeld(session, { unionId: election.unionId, kinds: endsWith(kinds) }, { on, why: 'term' }) : 0
  let installed = 0
  const seated = new Set<string>()
  for (const post of order)
    for (const { memberId } of winners.filter((one) => one.post === post).flatMap(({ elected }) => elected)) {
      const kind = kindFor[post]!
      const seat = `${postKinds[kind].body} ${memberId}`
      if (seated.has(seat)) continue
      seated.add(seat)
      await seat1(session, election, { kind, memberId: memberId!, on, untilOn, number, isWhole })
      installed++
    }
  return { installed, ended }
}

/** A new committee ends everybody of the old one, also posts that were not elected this time. */
const endsWith = (kinds: readonly Kind[]): Kind[] => {
  const bodies = new Set(kinds.map((kind) => postKinds[kind].body))
  return [
    ...committeeKinds.filter((kind) => bodies.has(postKinds[kind].body)),
    ...(bodies.has('union') ? (['fullTimeViceChair', 'preparatoryHead'] as const) : []),
  ]
}

type Seat = { kind: Kind; memberId: string; on: string; untilOn: string; number: string; isWhole: boolean }

async function seat1(session: Session, { unionId }: Election, { kind, memberId, on, untilOn, number, isWhole }: Seat) {
  if (!isWhole) {
    if ('single' in postKinds[kind]) {
      // Who led in the meantime hands over to the elected head.
      await endHeld(session, { unionId, kinds: [kind], isSubstitute: true }, { on, why: 'replaced' })
      const [holder] = await heldAt(session, { unionId, kinds: [kind], isSubstitute: false }, on)
      if (holder) enforce(refuse('elections.taken', `${holder.name}还在任${postKinds[kind].title}，请先办理卸任`))
    }
    await endHeld(session, { unionId, kinds: lowerThan(kind), memberId }, { on, why: 'replaced' })
  }
  const facts = { unionId, memberId, kind, fromOn: on, untilOn, came: isWhole ? ('elected' as const) : ('byElection' as const) }
  await install(session, { ...facts, basis: number, proposedBy: session.user.account })
}

/** What the elected held below his new post. */
const lowerThan = (kind: Kind): Kind[] =>
  (['viceChair', 'standingMember', 'member'] as const).filter((one) => one !== kind && (one !== 'viceChair' || kind === 'chair'))

async function recallHim(session: Session, election: Election, number: string) {
  const [contest] = await contestsOf(session, election.id)
  const isPassed = electedIn(await roundsOf(session, election.id), contest!.id).length > 0
  if (!isPassed) return { installed: 0, ended: 0 }
  const { memberId, of } = election.motion!
  // A deputy holds no post: that he was recalled stands with the election (`electedBy`).
  if (of && of !== 'committee') return { installed: 0, ended: 0 }
  const ended = await endHeld(
    session,
    { unionId: election.unionId, kinds: committeeKinds, memberId },
    { on: election.electedOn!, why: 'recalled', basis: number },
  )
  return { installed: 0, ended }
}
