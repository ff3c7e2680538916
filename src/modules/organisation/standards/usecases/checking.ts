import { and, eq, sql } from 'drizzle-orm'
import { refuse } from '#law/verdict'
import { holdUnion } from '#modules/organisation/unions'
import { hold } from '#platform/db'
import { readUpload } from '#platform/files'
import { seal } from '#platform/secrets'
import { enforce, found, type Session } from '#platform/session'
import { isCurrent } from '#rules/organisation/unions'
import { checkStateOf, cycleOf, fits, labelOf, mayAnswer, mayBegin, mayHandIn, mayOpen } from '../rules.ts'
import { answers, checks, evidence } from '../tables.ts'
import { standardOf } from './publishing.ts'
import { answersOf, attemptsIn, checkOf, lastCheck } from './sheet.ts'

/** The largest evidence file, bytes: what a phone's picture or a scanned page needs. */
const MOST_BYTES = 10 * 1024 * 1024

/** Begins a union's check of itself in the cycle that runs. */
export async function open(session: Session, { standardId, unionId }: { standardId: string; unionId: string }) {
  const { db, now, today, line } = session
  const union = await holdUnion(session, unionId)
  const { row } = await standardOf(session, standardId)
  const isAbove = union.path.startsWith(row.unionPath) && union.path !== row.unionPath
  enforce(mayOpen(row, fits(row, union), isAbove))
  const last = await lastCheck(session, standardId, unionId)
  const cycle = cycleOf(row.cycle, today)
  enforce(mayBegin(last ? { state: checkStateOf(last, today), cycle: last.cycle } : null, cycle))
  const label = labelOf(cycle, await attemptsIn(session, standardId, unionId, cycle))
  const [made] = await db
    .insert(checks)
    .values({ unionId, unionPath: union.path, standardId, cycle: label, openedAt: now })
    .returning({ id: checks.id })
  Object.assign(line, { unionId, subject: made!.id, detail: { standard: standardId, cycle: label } })
  return made!
}

/** The check, held, while its answers may be changed. */
async function openCheck(session: Session, id: string, item: string) {
  await hold(session.db, checks, id)
  const check = await checkOf(session, id)
  enforce(mayAnswer(checkStateOf(check, session.today)))
  const { row } = await standardOf(session, check.standardId)
  const asked = found(row.items.find(({ key }) => key === item))
  return { check, asked }
}

type Said = { checkId: string; item: string; isMet: boolean; note: string }

/** The union's own answer to what the records do not hold; a note beside a fact when it has something to say. */
export async function answer(session: Session, { checkId, item, isMet, note }: Said) {
  const { check, asked } = await openCheck(session, checkId, item)
  const { unionId, unionPath } = check
  // What the records answer is not for the union to say otherwise.
  const said = asked.answer === 'fact' ? { note: note || null } : { isMet, note: note || null }
  await session.db
    .insert(answers)
    .values({ unionId, unionPath, checkId, item, ...said })
    .onConflictDoUpdate({ target: [answers.checkId, answers.item], set: said })
  Object.assign(session.line, { unionId, subject: checkId, detail: { item, isMet } })
  return { id: checkId }
}

export async function attach(session: Session, { checkId, item, upload }: { checkId: string; item: string; upload: string }) {
  const { db, now, line } = session
  const { check } = await openCheck(session, checkId, item)
  const { name, body } = await readUpload(session, upload)
  if (body.length > MOST_BYTES) enforce(refuse('standards.large', `材料超过 ${MOST_BYTES >> 20} MB，请压缩或分成几个文件`))
  const { unionId, unionPath } = check
  const [row] = await db
    .insert(evidence)
    .values({
      ...{ unionId, unionPath, checkId, item, name, size: body.length, at: now },
      body: seal('standard_evidence.body', body.toString('base64')),
    })
    .returning({ id: evidence.id })
  Object.assign(line, { unionId, subject: row!.id, detail: { item, size: body.length } })
  return row!
}

export async function detach(session: Session, { id }: { id: string }) {
  const { db, line } = session
  const { checkId, item, unionId } = evidence
  const [row] = await db.select({ checkId, item, unionId }).from(evidence).where(eq(evidence.id, id))
  await openCheck(session, found(row).checkId, row!.item)
  await db.delete(evidence).where(eq(evidence.id, id))
  Object.assign(line, { unionId: row!.unionId, subject: id, detail: { item: row!.item } })
  return { id }
}

/** Hands the check in: what the records say now is kept as it stands. */
export async function handIn(session: Session, { id, version }: { id: string; version: number }) {
  const { db, now, today, line } = session
  await hold(db, checks, id)
  const check = await checkOf(session, id)
  enforce(isCurrent(check.version, version))
  const { row } = await standardOf(session, check.standardId)
  const { unionId, unionPath } = check
  const all = await answersOf(session, row.items, unionId, check)
  const said = new Map(all.map(({ key, isMet, note, files }) => [key, { isMet, note, files: files.length }]))
  enforce(mayHandIn(checkStateOf(check, today), row.items, said))
  for (const { key, fact } of row.items) {
    if (fact === null) continue
    const { isMet, value, says } = all.find((each) => each.key === key)!
    const kept = { isMet, factValue: value, factSays: says }
    // A word of the superior on it stands as long as the records say the same.
    const review = sql`case when standard_answers.is_met is not distinct from ${isMet} then standard_answers.review end`
    await db
      .insert(answers)
      .values({ unionId, unionPath, checkId: id, item: key, ...kept })
      .onConflictDoUpdate({ target: [answers.checkId, answers.item], set: { ...kept, review } })
  }
  // Returned items are looked at again; what was found met stays so.
  await db
    .update(answers)
    .set({ review: null, reviewReason: null })
    .where(and(eq(answers.checkId, id), eq(answers.review, 'notMet')))
  await db
    .update(checks)
    .set({ handedInAt: now, version: version + 1 })
    .where(eq(checks.id, id))
  Object.assign(line, { unionId, subject: id, detail: { standard: row.id, cycle: check.cycle } })
  return { id }
}
