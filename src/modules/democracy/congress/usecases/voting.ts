import { and, eq, sql } from 'drizzle-orm'
import type { Question } from '#kit/ballots'
import { admit, closeBallot, countBallot, openBallot, publishBallot } from '#platform/ballots'
import { refuse } from '#law/verdict'
import { enforce, found, personOf, type Session } from '#platform/session'
import { statutesFor } from '#platform/statutes'
import { unionOf } from '#modules/organisation/unions'
import type { ItemResult } from '../contract.ts'
import { isDecided, type Mark, mayCountHands, passes, type Tally } from '../rules.ts'
import { items, roll, votes } from '../tables.ts'
import { deputiesAt, heldItem, type ItemRow, presentAt, type Row } from './parts.ts'

const GRADES = ['优秀', '称职', '基本称职', '不称职']

const questionOf = ({ id, title, kind, choices, seats }: ItemRow): Question => {
  const base = { key: id, title, seats: 1, writeIns: false, grades: [] as string[] }
  if (kind === 'elect') return { ...base, kind: 'approve', lines: choices, seats }
  if (kind === 'appraise') return { ...base, kind: 'score', lines: choices, grades: GRADES }
  return { ...base, kind: 'yesno', lines: [{ key: 'item', name: title }] }
}

/** Opens the vote on an item, or takes up a report to be heard: the base of its majority, all deputies, is frozen now. */
export async function openItem(session: Session, { id }: { id: string }) {
  const { db, now } = session
  const { item, row } = await heldItem(session, id, 'open')
  if (item.openedAt) enforce(refuse('congress.opened', '这项议题已经开始'))
  const facts = { openedAt: now, expected: await deputiesAt(session, row.id), present: await presentAt(session, row.id) }
  const ballotId = item.way === 'secret' ? await ballotFor(session, row, item) : null
  await db
    .update(items)
    .set({ ...facts, ballotId })
    .where(eq(items.id, id))
  return { id }
}

async function ballotFor(session: Session, row: Row, item: ItemRow) {
  const union = await unionOf(session, row.unionId)
  const all = await session.db
    .select()
    .from(roll)
    .where(and(eq(roll.sessionId, row.id), eq(roll.isObserver, false)))
  const { id } = await openBallot(session, {
    ...{ union, kind: 'congress', title: item.title, questions: [questionOf(item)], isRehearsal: false, wantsAdmission: true },
    electors: all.map(({ memberId, name, unitName }) => ({ voterId: memberId, name, group: unitName })),
  })
  const voterIds = all.filter(({ presentHow }) => presentHow).map(({ memberId }) => memberId)
  if (voterIds.length) await admit(session, { ballotId: id, voterIds })
  Object.assign(session.line, { unionId: row.unionId, subject: row.id })
  return id
}

/** A deputy's open vote on his phone: once, while the item is open and he is in the hall. */
export async function vote(session: Session, { itemId, mark }: { itemId: string; mark: Mark }) {
  const { db, line } = session
  const memberId = personOf(session)
  const [item] = await db.select().from(items).where(eq(items.id, itemId))
  const { sessionId, way, openedAt, closedAt, unionId, unionPath } = found(item)
  const [own] = await db
    .select()
    .from(roll)
    .where(and(eq(roll.sessionId, sessionId), eq(roll.memberId, memberId)))
  if (way !== 'phones' || !openedAt || closedAt) enforce(refuse('congress.voteClosed', '现在没有在表决这项议题'))
  if (!own || own.isObserver || !own.presentHow) enforce(refuse('congress.noVote', '签到的职工代表才有表决权'))
  const done = await db
    .insert(votes)
    .values({ itemId, memberId, unionId, unionPath, mark })
    .onConflictDoNothing()
    .returning({ mark: votes.mark })
  if (!done.length) enforce(refuse('congress.voted', '您已经表决过这项议题'))
  Object.assign(line, { unionId, subject: itemId })
  return { id: itemId }
}

/** Ends an item: the open votes or the ballot box are counted and the rule decides, with its working. */
export async function closeItem(session: Session, { id }: { id: string }) {
  const { item, row } = await heldItem(session, id, 'open')
  if (!item.openedAt || item.closedAt) enforce(refuse('congress.notOpen', '这项议题没有在进行'))
  if (item.way === 'hands') enforce(refuse('congress.handsWanted', '举手表决请填写清点的票数'))
  if (item.way === 'secret') return closeSecret(session, item, row)
  return settle(session, item, row, item.way === 'none' ? { yes: 0, no: 0, abstain: 0 } : await openTally(session, id))
}

async function openTally({ db }: Session, id: string): Promise<Tally> {
  const rows = await db
    .select({ mark: votes.mark, n: sql<number>`count(*)::int` })
    .from(votes)
    .where(eq(votes.itemId, id))
    .groupBy(votes.mark)
  const of = (mark: Mark) => rows.find((one) => one.mark === mark)?.n ?? 0
  return { yes: of('yes'), no: of('no'), abstain: of('abstain') }
}

/** Raised hands as the scrutineers counted them. */
export async function countHands(session: Session, { id, ...tally }: { id: string } & Tally) {
  const { item, row } = await heldItem(session, id, 'open')
  if (item.way !== 'hands' || !item.openedAt || item.closedAt) enforce(refuse('congress.notOpen', '这项议题没有在举手表决'))
  enforce(mayCountHands(tally, await presentAt(session, row.id)))
  return settle(session, item, row, tally)
}

async function settle(session: Session, item: ItemRow, row: Row, tally: Tally, extra: Partial<ItemResult> = {}) {
  const { db, now, today } = session
  const place = await statutesFor(session, row.unionPath)
  const counted =
    isDecided(item.kind) && item.kind !== 'elect'
      ? passes({ yes: tally.yes, expected: item.expected!, matter: item.matter }, today, place)
      : null
  const result: ItemResult = {
    ...tally,
    ...{
      passed: counted?.met ?? null,
      needed: counted?.needed ?? null,
      working: counted?.working ?? '',
      cite: counted?.cite ?? null,
    },
    ...{ lines: [], fingerprint: null },
    ...extra,
  }
  await db
    .update(items)
    .set({ closedAt: now, result, present: await presentAt(session, row.id) })
    .where(eq(items.id, item.id))
  Object.assign(session.line, { unionId: row.unionId, subject: row.id, detail: { item: item.id, passed: result.passed } })
  return { id: item.id }
}

async function closeSecret(session: Session, item: ItemRow, row: Row) {
  const ballotId = item.ballotId!
  await closeBallot(session, { id: ballotId })
  const { results, fingerprint } = await countBallot(session, { id: ballotId, present: await presentAt(session, row.id) })
  await publishBallot(session, { id: ballotId })
  const [{ lines }] = results as [(typeof results)[number]]
  if (item.kind === 'appraise') {
    const working = lines.map(
      ({ key, counts }) => `${nameOf(item, key)}：${GRADES.map((grade, at) => `${grade} ${counts[String(at)] ?? 0}`).join('，')}`,
    )
    return settle(session, item, row, { yes: 0, no: 0, abstain: 0 }, { working: working.join('；'), fingerprint })
  }
  if (item.kind === 'elect') return settleElection(session, item, row, lines, fingerprint)
  const counts = lines[0]!.counts
  return settle(session, item, row, { yes: counts['+'] ?? 0, no: counts['-'] ?? 0, abstain: counts['0'] ?? 0 }, { fingerprint })
}

const nameOf = ({ choices }: ItemRow, key: string) => choices.find((one) => one.key === key)?.name ?? key

/** Elected is who has more than half of all deputies, the most votes first, as far as the seats go; a tie across the last seat elects neither. */
async function settleElection(
  session: Session,
  item: ItemRow,
  row: Row,
  lines: readonly { key: string; counts: Record<string, number> }[],
  fingerprint: string,
) {
  const place = await statutesFor(session, row.unionPath)
  const judged = lines
    .map(({ key, counts }) => ({
      key,
      name: nameOf(item, key),
      yes: counts['+'] ?? 0,
      no: counts['-'] ?? 0,
      abstain: counts['0'] ?? 0,
    }))
    .sort((a, b) => b.yes - a.yes)
    .map((one) => ({
      ...one,
      count: passes({ yes: one.yes, expected: item.expected!, matter: item.matter }, session.today, place),
    }))
  const fit = judged.filter(({ count }) => count.met)
  const last = fit[item.seats]?.yes
  const elected = fit.slice(0, item.seats).filter(({ yes }) => yes !== last)
  const result = judged.map(({ key, name, yes, no, abstain }) => ({
    ...{ key, name, yes, no, abstain },
    isElected: elected.some((one) => one.key === key),
  }))
  const [first] = judged
  return settle(
    session,
    item,
    row,
    { yes: 0, no: 0, abstain: 0 },
    {
      ...{
        lines: result,
        fingerprint,
        passed: elected.length === item.seats,
        needed: first?.count.needed ?? null,
        cite: first?.count.cite ?? null,
      },
      working: `应选 ${item.seats} 人，当选 ${elected.length} 人；须得全体代表 ${item.expected} 人的过半数，至少 ${first?.count.needed ?? 0} 票`,
    },
  )
}
