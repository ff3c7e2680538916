import { and, eq } from 'drizzle-orm'
import { addMonths } from '#kit/dates'
import { refuse } from '#law/verdict'
import { hold } from '#platform/db'
import { enforce, found, postOf, type Session } from '#platform/session'
import { isCurrent } from '#rules/organisation/unions'
import { checkStateOf, mayConclude, mayMark, mayReview, mayRevoke, scoreOf } from '../rules.ts'
import { answers, checks } from '../tables.ts'
import { standardOf } from './publishing.ts'
import { answersOf, checkOf, metOf } from './sheet.ts'

async function reviewed(session: Session, id: string) {
  await hold(session.db, checks, id)
  const check = await checkOf(session, id)
  const reviewing = {
    state: checkStateOf(check, session.today),
    fromAbove: postOf(session).path.length < check.unionPath.length,
  }
  const { row: standard } = await standardOf(session, check.standardId)
  return { check, reviewing, standard }
}

type Marking = { checkId: string; item: string; review: 'met' | 'notMet'; reason: string; dueOn?: string | undefined }

/** The superior's word on one item; what is not met becomes a gap with a day. */
export async function mark(session: Session, { checkId, item, review, reason, dueOn }: Marking) {
  const { db, today, line } = session
  const { check, reviewing, standard } = await reviewed(session, checkId)
  found(standard.items.find(({ key }) => key === item))
  const [own] = await db
    .select()
    .from(answers)
    .where(and(eq(answers.checkId, checkId), eq(answers.item, item)))
  enforce(mayMark(reviewing, own?.isMet === true, review, reason))
  if (dueOn && dueOn < today) enforce(refuse('standards.day', '整改期限不能早于今天'))
  const { unionId, unionPath } = check
  const said = { review, reviewReason: reason || null, dueOn: review === 'notMet' ? (dueOn ?? null) : null }
  await db
    .insert(answers)
    .values({ unionId, unionPath, checkId, item, ...said })
    .onConflictDoUpdate({ target: [answers.checkId, answers.item], set: said })
  Object.assign(line, { unionId, subject: checkId, detail: { item, review } })
  return { id: checkId }
}

type Versioned = { id: string; version: number }

/** Ends the review: the level follows from the items and stands for as long as the standard says. */
export async function conclude(session: Session, { id, version, remark }: Versioned & { remark: string }) {
  const { db, user, now, today, line } = session
  const { check, reviewing, standard } = await reviewed(session, id)
  enforce(isCurrent(check.version, version))
  const all = await answersOf(session, standard.items, check.unionId, check)
  const marked = new Set(all.filter(({ review }) => review !== null).map(({ key }) => key))
  enforce(mayConclude(reviewing, standard.items, marked))
  const { points, level } = scoreOf(standard, metOf(all))
  await db
    .update(checks)
    .set({
      ...{ concludedAt: now, concludedBy: user.account ?? null, points, level, remark: remark || null, version: version + 1 },
      validUntil: level ? addMonths(today, standard.validMonths) : null,
    })
    .where(eq(checks.id, id))
  Object.assign(line, { unionId: check.unionId, subject: id, detail: { points, level } })
  return { id, points, level }
}

export async function sendBack(session: Session, { id, version, reason }: Versioned & { reason: string }) {
  const { db, now, line } = session
  const { check, reviewing } = await reviewed(session, id)
  enforce(isCurrent(check.version, version) ?? mayReview(reviewing))
  await db
    .update(checks)
    .set({ returnedAt: now, returnReason: reason, version: version + 1 })
    .where(eq(checks.id, id))
  Object.assign(line, { unionId: check.unionId, subject: id })
  return { id }
}

/** Takes a level back before its day. */
export async function revoke(session: Session, { id, version, reason }: Versioned & { reason: string }) {
  const { db, now, line } = session
  const { check, reviewing } = await reviewed(session, id)
  enforce(isCurrent(check.version, version) ?? mayRevoke(reviewing.state, reviewing.fromAbove))
  await db
    .update(checks)
    .set({ revokedAt: now, revokeReason: reason, version: version + 1 })
    .where(eq(checks.id, id))
  Object.assign(line, { unionId: check.unionId, subject: id, detail: { level: check.level } })
  return { id }
}

/** The union says how it closed a gap. */
export async function mend(session: Session, { id, how }: { id: string; how: string }) {
  const { db, today, line } = session
  await hold(db, answers, id)
  const [row] = await db.select().from(answers).where(eq(answers.id, id))
  const { review, mendedOn, unionId, item } = found(row)
  if (review !== 'notMet' || mendedOn) enforce(refuse('standards.mended', '没有待整改的事项'))
  await db.update(answers).set({ mendedOn: today, mendedHow: how }).where(eq(answers.id, id))
  Object.assign(line, { unionId, subject: id, detail: { item } })
  return { id }
}
