import { eq } from 'drizzle-orm'
import { isHeadOf } from '#modules/organisation/posts'
import { hold } from '#platform/db'
import { enforce, found, postOf, type Session } from '#platform/session'
import type { Grade } from '../contract.ts'
import { mayAccompany, mayRate, mayReveal } from '../rules.ts'
import { companions, ratings, visits } from '../tables.ts'
import { goersOf } from './reading.ts'
import { privateOf } from './sealing.ts'
import { holdersAt, nameOf } from './who.ts'

async function held({ db, line }: Session, id: string) {
  await hold(db, visits, id)
  const [row] = await db.select().from(visits).where(eq(visits.id, id))
  Object.assign(line, { unionId: found(row).unionId, subject: id })
  return row!
}

/** The union visited says what the visit was worth, with its reason. */
export async function rate(session: Session, { id, grade, reason }: { id: string; grade: Grade; reason: string }) {
  const { db, user, now } = session
  const visit = await held(session, id)
  const { unionId, unionPath, submittedAt } = visit
  const goers = await goersOf(session, visit)
  const isRated = (await db.$count(ratings, eq(ratings.visitId, id))) > 0
  const isHead = isHeadOf(session, unionPath)
  const rater = { unionId: postOf(session).unionId, person: user.person, isHead }
  enforce(mayRate(rater, { unionId, submittedAt, goers, isRated }))
  const by = { byAccount: user.account ?? null, byName: await nameOf(session), at: now }
  await db.insert(ratings).values({ visitId: id, unionId, unionPath, grade, reason, ...by })
  Object.assign(session.line, { detail: { grade } })
  return { id }
}

/** Opens what is sealed, for a reason that stays on record. */
export async function reveal(session: Session, { id, reason }: { id: string; reason: string }) {
  const visit = await held(session, id)
  enforce(mayReveal(postOf(session).path, visit.unionPath))
  Object.assign(session.line, { detail: { reason } })
  return privateOf(visit)
}

/** Says who goes along: cadres in office at the union that visits. */
export async function accompany(session: Session, { id, memberIds }: { id: string; memberIds: string[] }) {
  const { db, today } = session
  const visit = await held(session, id)
  enforce(mayAccompany(visit, postOf(session).unionId, memberIds))
  const people = memberIds.length ? await holdersAt(session, visit.fromUnionId, today, memberIds) : []
  await db.delete(companions).where(eq(companions.visitId, id))
  const { leadId, unionId, unionPath } = visit
  const rows = people.map(({ memberId, name }) => ({ visitId: id, leadId, unionId, unionPath, memberId, holderName: name }))
  if (rows.length) await db.insert(companions).values(rows)
  Object.assign(session.line, { detail: { companions: rows.length } })
  return { id }
}
