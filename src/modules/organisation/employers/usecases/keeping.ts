import { and, eq, inArray, isNull } from 'drizzle-orm'
import { pinyinOf } from '#kit/pinyin'
import { unionOf } from '#modules/organisation/unions'
import { hold } from '#platform/db'
import { enforce, found, Refused, type Session } from '#platform/session'
import { isCurrent } from '#rules/organisation/unions'
import type { Facts, Stage } from '../contract.ts'
import { mayAdvance, mayPress, type PressStep } from '../rules.ts'
import { employers, employerSteps, keyEmployers, obstructions, visits } from '../tables.ts'

export async function held({ db }: Session, id: string, version?: number) {
  await hold(db, employers, id)
  const [row] = await db.select().from(employers).where(eq(employers.id, id))
  if (version !== undefined) enforce(isCurrent(found(row).version, version))
  return found(row)
}

/** The columns of the facts, with the place's path and how the name is typed. */
async function columnsOf(session: Session, facts: Facts) {
  const { full: pinyin, initials } = pinyinOf(facts.name)
  return { ...facts, unionPath: (await unionOf(session, facts.unionId)).path, pinyin, initials }
}

async function refuseTaken({ db }: Session, creditCode: string | null, self?: string) {
  if (!creditCode) return
  const [other] = await db
    .select({ id: employers.id, name: employers.name })
    .from(employers)
    .where(eq(employers.creditCode, creditCode))
  if (other && other.id !== self) throw new Refused({ code: 'employers.taken', reason: `这个信用代码已登记为“${other.name}”` })
}

export async function add(session: Session, facts: Facts) {
  await refuseTaken(session, facts.creditCode)
  const [row] = await session.db
    .insert(employers)
    .values({ ...(await columnsOf(session, facts)), createdAt: session.now })
    .returning({ id: employers.id })
  Object.assign(session.line, { unionId: facts.unionId })
  return row!
}

export async function correct(session: Session, { id, version, facts }: { id: string; version: number; facts: Facts }) {
  const before = await held(session, id, version)
  await refuseTaken(session, facts.creditCode, id)
  const columns = await columnsOf(session, facts)
  await session.db
    .update(employers)
    .set({ ...columns, version: version + 1 })
    .where(eq(employers.id, id))
  if (before.unionId !== facts.unionId) await rehome(session, id, columns)
  Object.assign(session.line, { unionId: facts.unionId, subject: id })
  return { id }
}

/** What is kept of an employer goes with it to its new place. */
async function rehome({ db }: Session, employerId: string, { unionId, unionPath }: { unionId: string; unionPath: string }) {
  const place = { unionId, unionPath }
  for (const table of [employerSteps, obstructions, keyEmployers])
    await db.update(table).set(place).where(eq(table.employerId, employerId))
  const keys = db.select({ id: keyEmployers.id }).from(keyEmployers).where(eq(keyEmployers.employerId, employerId))
  await db.update(visits).set(place).where(inArray(visits.keyId, keys))
}

type Person = { personId: string | null; personName: string | null }

/** Gives employers to an organiser (or to nobody); those outside one's scope are left untouched and not counted. */
export async function assign({ db, line }: Session, { ids, personId, personName }: Person & { ids: string[] }) {
  const { rowCount } = await db
    .update(employers)
    .set({ organiserId: personId, organiserName: personName })
    .where(inArray(employers.id, ids))
  Object.assign(line, { detail: { employers: rowCount } })
  return { count: rowCount ?? 0 }
}

export type Advance = {
  id: string
  version: number
  stage: Stage
  onDay: string
  note: string
  coveredBy: string | null
  nextStep: string | null
  nextOn: string | null
}

/** A contact or a new stage, with its day and what was said; a refusal carries its reason in the note. */
export async function advance(session: Session, { id, version, stage, onDay, note, coveredBy, nextStep, nextOn }: Advance) {
  const { db } = session
  const employer = await held(session, id, version)
  enforce(mayAdvance(employer.stage, stage, coveredBy))
  if (coveredBy) await unionOf(session, coveredBy)
  const covering = stage === 'founded' ? coveredBy : null
  await db
    .update(employers)
    .set({ stage, stageOn: onDay, coveredBy: covering, nextStep, nextOn, version: version + 1 })
    .where(eq(employers.id, id))
  await log(session, employer, stage, onDay, note)
  Object.assign(session.line, { unionId: employer.unionId, subject: id, detail: { stage } })
  return { id }
}

async function log(
  { db, now, user }: Session,
  employer: typeof employers.$inferSelect,
  stage: Stage,
  onDay: string,
  note: string,
) {
  const { id: employerId, unionId, unionPath } = employer
  const by = { account: user.account ?? null, postTitle: user.post?.title ?? null }
  await db.insert(employerSteps).values({ employerId, unionId, unionPath, stage, onDay, note, ...by, at: now })
}

/** Marks an employer as covered by a union that was founded for it: for the founding module. */
export async function cover(session: Session, employerId: string, unionId: string) {
  const employer = await held(session, employerId)
  const { today, db } = session
  const founded = { stage: 'founded' as const, stageOn: today, coveredBy: unionId, version: employer.version + 1 }
  await db.update(employers).set(founded).where(eq(employers.id, employerId))
  await log(session, employer, 'founded', today, '建立工会')
}

/** Opens a case against a unit that blocks joining or founding (工会法 51). */
export async function obstruct(session: Session, { id, facts, openedOn }: { id: string; facts: string; openedOn: string }) {
  const { unionId, unionPath } = await held(session, id)
  const open = and(eq(obstructions.employerId, id), isNull(obstructions.closedOn))
  if (await session.db.$count(obstructions, open))
    throw new Refused({ code: 'employers.open', reason: '已有一件没有结案，请在那一件里继续' })
  const [row] = await session.db
    .insert(obstructions)
    .values({ employerId: id, unionId, unionPath, facts, openedOn })
    .returning({ id: obstructions.id })
  Object.assign(session.line, { unionId, subject: id })
  return row!
}

/** The next step of a case: each in its order, with its day and what came of it. */
export async function press(
  session: Session,
  { id, step, onDay, note }: { id: string; step: PressStep; onDay: string; note: string },
) {
  const { db } = session
  await hold(db, obstructions, id)
  const [before] = await db.select().from(obstructions).where(eq(obstructions.id, id))
  enforce(mayPress(step, found(before), onDay))
  const set = {
    labourAsked: { labourAskedOn: onDay },
    labourResult: { labourResult: note },
    governmentAsked: { governmentAskedOn: onDay },
    governmentResult: { governmentResult: note },
    closed: { closedOn: onDay, outcome: note },
  }[step]
  await db.update(obstructions).set(set).where(eq(obstructions.id, id))
  Object.assign(session.line, { unionId: before!.unionId, subject: before!.employerId, detail: { step } })
  return { id }
}
