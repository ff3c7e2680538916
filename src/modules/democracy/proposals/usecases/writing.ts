import { and, asc, eq, gte, sql } from 'drizzle-orm'
import { memberOf } from '#modules/organisation/members'
import { open, seal } from '#platform/secrets'
import { enforce, found, personOf, type Session } from '#platform/session'
import type { Mine, NewFile, NewProposal, Words } from '../contract.ts'
import { gramsOfProposal, isWhole, mayAttach, mayRevise, maySecond, maySubmit, mayWithdraw } from '../rules.ts'
import { authors, files, grams, type ProposalEntry, proposals, seconds, windows } from '../tables.ts'
import { isDeputyAt } from './deputies.ts'
import { held, step } from './parts.ts'
import { rowsOf } from './reading.ts'
import { windowRow } from './windows.ts'

export const FIELD = 'proposal_files.body_sealed'

/** What is open to me and what I wrote. */
export async function mine(session: Session): Promise<Mine> {
  const { db, user, today } = session
  if (!user.person) return { windows: [], own: [], toSecond: 0 }
  const rows = await db.select(windowRow()).from(windows).where(gte(windows.closesOn, today)).orderBy(asc(windows.closesOn))
  const open = []
  for (const row of rows) open.push({ ...row, isDeputy: await isDeputyAt(session, row.unionId, user.person) })
  const { rows: written } = await db.execute<{ id: string }>(
    sql`select a.proposal_id as id from proposal_authors a where a.member_id = ${user.person}`,
  )
  const ids = written.map(({ id }) => id)
  const toSecond = await db.$count(proposals, and(eq(proposals.state, 'collected'), sql`not ${mineOrSeconded(user.person)}`))
  return { windows: open, own: await rowsOf(session, ids), toSecond }
}

const mineOrSeconded = (
  person: string,
) => sql`(exists (select from proposal_authors a where a.proposal_id = proposals.id and a.member_id = ${person})
  or exists (select from proposal_seconds s where s.proposal_id = proposals.id and s.member_id = ${person}))`

/** Hands in a proposal. Its id comes from the phone, so that a voice note sent after it finds it. */
export async function submit(session: Session, { windowId, hasVoice, ...draft }: NewProposal) {
  const { db, today, now, line } = session
  const memberId = personOf(session)
  const [window] = await db.select().from(windows).where(eq(windows.id, windowId))
  const { unionId, unionPath } = found(window)
  const isDeputy = await isDeputyAt(session, unionId, memberId)
  enforce(maySubmit(window!, isDeputy, today))
  enforce(isWhole(draft, hasVoice))
  const { name } = await memberOf(session, memberId)
  await db.insert(proposals).values({ ...draft, windowId, unionId, unionPath, submittedOn: today, submittedAt: now })
  const at = { id: draft.id, unionId, unionPath }
  await db
    .insert(authors)
    .values({ proposalId: draft.id, unionId, unionPath, memberId, authorName: name, isDeputy, isOpen: !draft.isConfidential })
  await index(session, { ...at, ...draft })
  await step(session, at, 'submitted', { by: isDeputy ? '职工代表' : '职工' })
  Object.assign(line, { unionId, subject: draft.id, detail: { category: draft.category } })
  return { id: draft.id }
}

type Indexed = Pick<ProposalEntry, 'id' | 'unionId' | 'unionPath' | 'title' | 'wrong' | 'proposed'>

async function index({ db }: Session, { id, unionId, unionPath, ...said }: Indexed) {
  const rows = gramsOfProposal(said).map((gram) => ({ gram, proposalId: id, unionId, unionPath }))
  await db.delete(grams).where(eq(grams.proposalId, id))
  if (rows.length) await db.insert(grams).values(rows)
}

async function isAuthor({ db, user }: Session, id: string) {
  if (!user.person) return false
  return (await db.$count(authors, and(eq(authors.proposalId, id), eq(authors.memberId, user.person)))) > 0
}

/** The author's words once more: while they wait, or when they came back; what came back is examined again. */
export async function revise(session: Session, { id, ...words }: Words & { id: string }) {
  const { db } = session
  const row = await held(session, id)
  enforce(mayRevise(await isAuthor(session, id), row.state))
  enforce(isWhole(words, (await db.$count(files, and(eq(files.proposalId, id), eq(files.kind, 'voice')))) > 0))
  await db
    .update(proposals)
    .set({ ...words, finding: null, findingWhy: null, examinedOn: null })
    .where(eq(proposals.id, id))
  await index(session, { ...row, ...words })
  await step(session, row, 'revised')
  return { id }
}

export async function withdraw(session: Session, { id }: { id: string }) {
  const { db, today } = session
  const row = await held(session, id)
  enforce(mayWithdraw(await isAuthor(session, id), row.state))
  await db.update(proposals).set({ withdrawnOn: today }).where(eq(proposals.id, id))
  await step(session, row, 'withdrawn')
  return { id }
}

/** A voice note or picture of the author's, sealed. */
export async function attach(session: Session, { id, proposalId, kind, type, seconds: length, body }: NewFile) {
  const { db, now, line } = session
  const { unionId, unionPath, state } = await held(session, proposalId)
  enforce(mayRevise(await isAuthor(session, proposalId), state))
  const size = Buffer.from(body, 'base64').length
  enforce(mayAttach(kind, type, size, await db.$count(files, eq(files.proposalId, proposalId))))
  const about = { proposalId, unionId, unionPath, kind, type, size, seconds: length }
  await db.insert(files).values({ id, ...about, bodySealed: seal(FIELD, body), at: now })
  Object.assign(line, { detail: { file: id, kind, size } })
  return { id }
}

export async function second(session: Session, { id }: { id: string }) {
  const { db, user, now, line } = session
  const memberId = personOf(session)
  // The row is not his to hold: he waits for himself.
  await db.execute(sql`select pg_advisory_xact_lock(hashtext(${`proposals.second ${id} ${memberId}`}))`)
  const [row] = await db.select().from(proposals).where(eq(proposals.id, id))
  const { unionId, unionPath, windowId, state } = found(row)
  const [window] = await db.select().from(windows).where(eq(windows.id, windowId))
  const isDeputy = await isDeputyAt(session, unionId, memberId)
  const before = await db.$count(seconds, and(eq(seconds.proposalId, id), eq(seconds.memberId, memberId)))
  const facts = { isOwn: await isAuthor(session, id), isSeconded: before > 0, state }
  enforce(maySecond(facts, found(window), isDeputy))
  const { name } = await memberOf(session, user.person!)
  await db.insert(seconds).values({ proposalId: id, unionId, unionPath, memberId, seconderName: name, isDeputy, at: now })
  await step(session, row!, 'seconded', { by: isDeputy ? '职工代表' : '职工' })
  Object.assign(line, { unionId, subject: id })
  return { id }
}

/** A voice note, picture or piece of evidence of a proposal one may read. */
export async function file({ db }: Session, { id }: { id: string }) {
  const [row] = await db.select().from(files).where(eq(files.id, id))
  return { type: found(row).type, body: open(FIELD, row!.bodySealed) }
}
