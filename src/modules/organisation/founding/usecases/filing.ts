import { and, eq, isNull } from 'drizzle-orm'
import { due } from '#law/deadlines'
import { dayOf, enforce, type Session } from '#platform/session'
import { rulebookOf } from '#platform/statutes'
import type { Content, Election } from '../contract.ts'
import { mayFile, mayReport, mayWithdraw, sideNames } from '../rules.ts'
import { filings, foundings, supporters, units } from '../tables.ts'
import { type Founding, held, note, placeOf, refuseTaken } from './parts.ts'
import { judged, type Parts, partsOf } from './reading.ts'

type Versioned = { id: string; version: number }

/** Sends the project up: what is filed is kept as it stands now, and the superior's clock starts. */
export async function file(session: Session, { id, version }: Versioned) {
  const { db, now, today } = session
  const founding = await held(session, id, version)
  const parts = await partsOf(session, founding)
  const head = parts.group.find(({ side }) => side === 'head')
  const codes = parts.units.flatMap(({ creditCode }) => creditCode ?? [])
  const facts = { hasHead: head !== undefined, isHeadSigned: head?.supporterId != null, supporters: parts.roster.length }
  enforce(
    mayFile(
      founding.state,
      { ...facts, codes: codes.length, units: parts.units.length },
      (await judged(session, founding, parts)).findings,
    ),
  )
  await refuseTaken(session, codes, id)
  const book = await rulebookOf(session)
  const { value, unit } = book.at(founding.unionPath).on('ORG-50.answer', today)
  const answerBy = due(today, { n: value, unit: unit as 'workingDay' }, book.calendar)
  const round = parts.filings.length + 1
  await db.insert(filings).values({ ...placeOf(founding), round, content: contentOf(founding, parts), filedAt: now, answerBy })
  await db
    .update(foundings)
    .set({ state: 'filed', filedAt: now, version: version + 1 })
    .where(eq(foundings.id, id))
  await note(session, founding, 'filed', round > 1 ? `第 ${round} 次报送` : null)
  return { id }
}

export function contentOf(
  { form, unitType, body, name, sector, place, plan, electionOn, candidates }: Founding,
  parts: Parts,
): Content {
  return {
    ...{ form, unitType, body, name, sector, place, plan, electionOn, candidates },
    units: parts.units.map(({ name: unit, creditCode, unitKind, headcount, women, setUpOn }) => ({
      ...{ name: unit, creditCode, unitKind, headcount, women, setUpOn },
    })),
    supporters: parts.roster.length,
    tasks: parts.tasks.length,
    tasksDone: parts.tasks.filter(({ doneOn }) => doneOn !== null).length,
    group: parts.group.map((one) => `${one.name}（${sideNames[one.side]}）`),
  }
}

/** Gives the project up: what is sealed of the signatures is cleared, and the unit is free for another one. */
export async function withdraw(session: Session, { id, version, reason }: Versioned & { reason: string }) {
  const { db, now, today } = session
  const founding = await held(session, id, version)
  enforce(mayWithdraw(founding.state))
  await note(session, founding, 'withdrawn', reason)
  await db.update(units).set({ isOpen: false }).where(eq(units.foundingId, id))
  await db.delete(supporters).where(eq(supporters.foundingId, id))
  await db
    .update(filings)
    .set({ answeredAt: now, answer: 'withdrawn' })
    .where(and(eq(filings.foundingId, id), isNull(filings.answeredAt)))
  await db
    .update(foundings)
    .set({ state: 'withdrawn', closedOn: today, version: version + 1 })
    .where(eq(foundings.id, id))
  return { id }
}

/** The group reports whom the assembly elected; the superior then registers the union as founded (ORG-02). */
export async function report(session: Session, { id, version, election }: Versioned & { election: Election }) {
  const founding = await held(session, id, version)
  enforce(mayReport(founding.state, election, founding.decidedAt ? dayOf(founding.decidedAt) : session.today, session.today))
  await session.db
    .update(foundings)
    .set({ state: 'elected', election, version: version + 1 })
    .where(eq(foundings.id, id))
  await note(
    session,
    founding,
    'reported',
    `${election.electedOn}，应到 ${election.expected} 人，实到 ${election.present} 人，${election.paper}`,
  )
  return { id }
}
