import { and, eq, isNotNull } from 'drizzle-orm'
import { readUpload } from '#platform/files'
import { notify, OFFICE, settle } from '#platform/notices'
import { hold } from '#platform/db'
import { seal } from '#platform/secrets'
import { enforce, found, personOf, type Session } from '#platform/session'
import { type Grade, grades, type Outcome, outcomes, type Solution, solutions } from '../contract.ts'
import { mayAnswer, mayRate, maySettle, mayStateEffect, mayWork, opensAgain, ratedAfter } from '../rules.ts'
import { assignments, effects, files, proposals, ratings } from '../tables.ts'
import { give, handlersOf, replyDue } from './examining.ts'
import { EMPLOYER, held, heldHere, step, tellAuthors } from './parts.ts'
import { get } from './reading.ts'
import { FIELD } from './writing.ts'

type Answered = { assignmentId: string; outcome: Outcome; solved: Solution; answer: string; signedBy: string }

/** The handler's written answer; the lead's is the proposal's. */
export async function answer(session: Session, { assignmentId, ...said }: Answered) {
  const { db, today, user, line } = session
  const [first] = await db.select({ id: assignments.proposalId }).from(assignments).where(eq(assignments.id, assignmentId))
  const row = await heldHere(session, found(first).id)
  const [asked] = await db.select().from(assignments).where(eq(assignments.id, assignmentId))
  enforce(mayAnswer(asked!, row, said.outcome, said.solved))
  await db
    .update(assignments)
    .set({ ...said, answeredOn: today, answeredBy: user.account ?? null })
    .where(eq(assignments.id, assignmentId))
  if (asked!.isLead) await db.update(proposals).set({ answeredOn: today, outcome: said.outcome }).where(eq(proposals.id, row.id))
  const note = `${outcomes[said.outcome]}（${solutions[said.solved].slice(2)}）：${said.answer}`
  await step(session, row, 'answered', { note, by: `${asked!.handler} ${said.signedBy}签发` })
  await tellAuthors(session, row, `有了答复：${outcomes[said.outcome]}`, `answered:${assignmentId}`)
  if (asked!.isLead) await settle(session, { kind: 'proposals.assigned', subject: row.id })
  Object.assign(line, { detail: { outcome: said.outcome, round: row.round } })
  return { id: row.id }
}

type Worked = { id: string; on: string; note: string; isDone: boolean; uploads: string[] }

/** How far the carrying out has come; done is said with evidence. */
export async function work(session: Session, { id, on, note, isDone, uploads }: Worked) {
  const { db, today, now, line } = session
  const row = await heldHere(session, id)
  const before = await db.$count(files, and(eq(files.proposalId, id), eq(files.kind, 'evidence')))
  enforce(mayWork({ ...row, evidence: before + uploads.length }, on, isDone, today))
  for (const upload of uploads) {
    const { name, body } = await readUpload(session, upload)
    const about = { proposalId: id, unionId: row.unionId, unionPath: row.unionPath, kind: 'evidence' as const }
    const kept = { type: typeOf(name), size: body.length, bodySealed: seal(FIELD, body.toString('base64')) }
    await db.insert(files).values({ id: crypto.randomUUID(), ...about, ...kept, at: now })
  }
  if (isDone) await db.update(proposals).set({ carriedOn: on }).where(eq(proposals.id, id))
  await step(session, row, isDone ? 'carriedOut' : 'worked', { note, on })
  await tellAuthors(session, row, isDone ? '已经落实，请您看看满意不满意' : '有了进展', `worked:${now.toISOString()}`)
  Object.assign(line, { detail: { isDone, evidence: uploads.length } })
  return { id }
}

const types: Record<string, string> = {
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
}
const typeOf = (name: string) => types[name.toLowerCase().split('.').at(-1)!] ?? 'application/octet-stream'

type Rated = { id: string; grade: Grade; reason: string | null }

/** The proposer says what he thinks of it. Not satisfied the first time, it is done once more by the same handlers. */
export async function rate(session: Session, { id, grade, reason }: Rated) {
  const { db, now, line } = session
  const memberId = personOf(session)
  const row = await held(session, id)
  const { isOwn } = await get(session, { id })
  const after = ratedAfter(row)
  enforce(mayRate(isOwn, after, grade, reason))
  const { unionId, unionPath, round } = row
  await db
    .insert(ratings)
    .values({ proposalId: id, unionId, unionPath, round, ratedAfter: after!, grade, reason, memberId, at: now })
  await step(session, row, 'rated', { note: `${grades[grade]}${reason ? `：${reason}` : ''}`, by: '提案人' })
  if (opensAgain(grade, round)) await again(session, id, row, reason)
  else await db.update(proposals).set({ grade, gradedAfter: after! }).where(eq(proposals.id, id))
  Object.assign(line, { detail: { grade, round } })
  return { id }
}

async function again(session: Session, id: string, row: Awaited<ReturnType<typeof held>>, reason: string | null) {
  const { db, today } = session
  const before = await handlersOf(session, id, row.round)
  const dueOn = await replyDue(session, row.unionPath, false)
  const terms = { isComplex: false, dueOn, round: 2 }
  await give(
    session,
    row,
    before.map(({ handler }) => handler),
    terms,
  )
  const anew = { answeredOn: null, outcome: null, carriedOn: null, grade: null, gradedAfter: null }
  await db
    .update(proposals)
    .set({ round: 2, assignedOn: today, dueOn, ...anew })
    .where(eq(proposals.id, id))
  await step(session, row, 'reopened', { note: `提案人不满意，${dueOn} 前再次办理答复。${reason ?? ''}`, by: '系统' })
  await notify(session, {
    key: `proposals.again:${id}`,
    kind: 'proposals.again',
    to: { unionId: row.unionId, posts: OFFICE },
    subject: id,
    title: '一件提案的提案人不满意，开始第二轮办理',
    link: `/proposals/${id}`,
  })
}

type Stated = { id: string; fromOn: string; untilOn: string; fen: number; basis: string }

/** What carrying it out brought in, as the union's office works it out; it counts once finance has confirmed it. */
export async function stateEffect(session: Session, { id, fen, basis, ...span }: Stated) {
  const { db, today, user, line } = session
  const row = await heldHere(session, id)
  const before = await db.select().from(effects).where(eq(effects.proposalId, id))
  enforce(
    mayStateEffect(
      row,
      span,
      before.map((each) => ({ ...each, isRejected: each.rejectedOn !== null })),
      today,
    ),
  )
  const { unionId, unionPath } = row
  await db
    .insert(effects)
    .values({ proposalId: id, unionId, unionPath, ...span, statedFen: fen, basis, statedOn: today, statedBy: user.account! })
  await step(session, row, 'effect', { note: `${span.fromOn} 至 ${span.untilOn}，${inYuan(fen)}，${basis}` })
  const title = '有一笔提案的经济效益请财务核对'
  const to = { unionId, posts: EMPLOYER }
  await notify(session, {
    key: `proposals.effect:${id}:${span.fromOn}`,
    kind: 'proposals.effect',
    to,
    subject: id,
    title,
    link: `/proposals/${id}`,
  })
  Object.assign(line, { detail: { fen } })
  return { id }
}

const inYuan = (fen: number) => `${(fen / 100).toLocaleString('zh-CN')} 元`

type Settled = { id: string } & (
  | { isConfirmed: true; fen: number; financeName: string; voucher: string }
  | { isConfirmed: false; reason: string }
)

/** Finance says yes, to how much and by which voucher, or no and why. */
export async function settleEffect(session: Session, input: Settled) {
  const { db, today, user, line } = session
  await hold(db, effects, input.id)
  const [effect] = await db.select().from(effects).where(eq(effects.id, input.id))
  const row = await heldHere(session, found(effect).proposalId)
  const fen = input.isConfirmed ? input.fen : null
  const used = input.isConfirmed
    ? await db.$count(
        effects,
        and(eq(effects.unionId, row.unionId), eq(effects.voucher, input.voucher), isNotNull(effects.confirmedOn)),
      )
    : 0
  enforce(maySettle({ ...effect!, isRejected: effect!.rejectedOn !== null }, user.account, fen, used > 0))
  const said = input.isConfirmed
    ? {
        confirmedFen: input.fen,
        financeName: input.financeName,
        voucher: input.voucher,
        confirmedOn: today,
        confirmedBy: user.account!,
      }
    : { rejectedOn: today, rejectedWhy: input.reason }
  await db.update(effects).set(said).where(eq(effects.id, input.id))
  const note = input.isConfirmed ? `确认 ${inYuan(input.fen)}，凭证 ${input.voucher}` : input.reason
  await step(session, row, input.isConfirmed ? 'confirmed' : 'rejected', {
    note,
    by: input.isConfirmed ? `财务 ${input.financeName}` : '财务',
  })
  await tellAuthors(session, row, input.isConfirmed ? '的经济效益已由财务确认' : '的经济效益财务没有确认', `effect:${input.id}`)
  await settle(session, { kind: 'proposals.effect', subject: row.id })
  Object.assign(line, { detail: { fen } })
  return { id: row.id }
}
