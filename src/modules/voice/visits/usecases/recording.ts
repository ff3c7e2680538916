import { and, eq, gte, isNull, or } from 'drizzle-orm'
import { addYears } from '#kit/dates'
import { changedFields, fieldOf, isSame, merge, withField } from '#kit/merge'
import { hold } from '#platform/db'
import { enforce, found, personOf, type Session } from '#platform/session'
import { type Save, VisitRecord } from '../contract.ts'
import { fieldKinds, mayArrange, mayBegin, mayDrop, maySubmit, themesGiven } from '../rules.ts'
import { conflicts, plans, points, problems, revisions, visits, type VisitEntry } from '../tables.ts'
import { planRow } from './planning.ts'
import { pointOn } from './points.ts'
import { problemRow, shownProblem } from './problems.ts'
import { details, history } from './reading.ts'
import { columnsOf, openBoth, sealBoth, sealChanges, wholeRecord } from './sealing.ts'
import { themesAt } from './themes.ts'
import { nameOf } from './who.ts'

/** All that is one's own: points, plans, visits of the last year and ahead, problems one answers for, and the catalogue. */
export async function mine(session: Session) {
  const { db, today } = session
  const own = await db
    .select({ ...pointOn(today), path: points.unionPath })
    .from(points)
    .orderBy(points.unionPath)
  const recent = or(gte(visits.plannedOn, addYears(today, -1)), and(isNull(visits.submittedAt), isNull(visits.droppedAt)))
  const owned = await db.select(problemRow()).from(problems).orderBy(problems.dueOn)
  const { themes } = own.length ? await themesAt(session, own[0]!.path) : { themes: [...themesGiven] }
  return {
    points: own.filter(({ state }) => state !== 'ended').map(({ path: _path, ...point }) => point),
    plans: await db.select(planRow()).from(plans).where(isNull(plans.endedOn)).orderBy(plans.fromOn),
    visits: await details(session, recent, 'goer'),
    problems: owned.map((row) => shownProblem(row, today)),
    themes,
  }
}

/**
 * Takes over what a device changed, field by field: a field that nobody else touched since is taken, one that somebody did is kept
 * on both sides until a person chooses. Never refuses what was noted on a visit one went on; one that was dropped stands again.
 */
export async function save(session: Session, { id, base, mine: asked, begins }: Save) {
  const visit = await heldOrBegun(session, id, begins)
  const stands = wholeRecord(visit)
  const fields = changedFields(base, asked)
  const pick = (from: VisitRecord) => Object.fromEntries(fields.map((field) => [field, from[field as keyof VisitRecord]]))
  const met = merge({ ...stands, ...pick(base) }, stands, { ...stands, ...pick(asked) }, fieldKinds)
  // What stands goes on standing while two values wait for a choice.
  const next = met.conflicts.reduce((values, { field, left }) => withField(values, field, left), met.values)
  await keepBoth(session, visit, met.conflicts)
  await write(session, visit, next, met.conflicts.length > 0)
  Object.assign(session.line, { detail: { fields, conflicts: met.conflicts.map(({ field }) => field) } })
  return shown(session, id)
}

async function heldOrBegun(session: Session, id: string, begins: Save['begins']): Promise<VisitEntry> {
  const { db, line, now } = session
  await hold(db, visits, id)
  const [row] = await db.select().from(visits).where(eq(visits.id, id))
  if (row || !begins) {
    Object.assign(line, { unionId: found(row).unionId, subject: id })
    return row!
  }
  const [point] = await db.select().from(points).where(eq(points.id, begins.pointId))
  enforce(mayBegin(found(point), begins.plannedOn))
  const { unionId, unionPath, fromUnionId, holderName } = point!
  const facts = { unionId, unionPath, pointId: point!.id, fromUnionId, leadId: personOf(session), leadName: holderName }
  await db.insert(visits).values({ id, ...facts, plannedOn: begins.plannedOn, madeAt: now })
  const [begun] = await db.select().from(visits).where(eq(visits.id, id))
  Object.assign(line, { unionId, subject: id })
  return begun!
}

/** Writes the record when it changed, with a line of its history; a save of a dropped visit shows that it was made after all. */
async function write(session: Session, visit: VisitEntry, next: Record<string, unknown>, isMet = false) {
  const { db, user, now } = session
  const before = wholeRecord(visit)
  const changes = changedFields(before, next).map((field) => ({
    field,
    from: fieldOf(before, field) ?? null,
    to: fieldOf(next, field) ?? null,
  }))
  if (visit.droppedAt) changes.push({ field: 'dropped', from: visit.droppedWhy, to: null })
  if (!changes.length && !isMet) return
  const version = visit.version + 1
  const stands = visit.droppedAt ? { droppedAt: null, droppedWhy: null } : {}
  await db
    .update(visits)
    .set({ ...columnsOf(next as VisitRecord), ...stands, version })
    .where(eq(visits.id, visit.id))
  const { id: visitId, unionId, unionPath } = visit
  const by = { byAccount: user.account ?? null, byName: await nameOf(session), at: now }
  await db.insert(revisions).values({ visitId, unionId, unionPath, version, ...by, changesSealed: sealChanges(changes) })
}

type Met = ReturnType<typeof merge>['conflicts']

/** Keeps the later value beside what stands; a newer one of the same hand takes the older one's place, which stays in the rows. */
async function keepBoth(session: Session, visit: VisitEntry, met: Met) {
  if (!met.length) return
  const { db, user, now } = session
  const { id: visitId, unionId, unionPath } = visit
  const open = await db
    .select()
    .from(conflicts)
    .where(and(eq(conflicts.visitId, visitId), isNull(conflicts.chosen)))
  const stoodName = await lastHand(session, visit)
  const cameName = await nameOf(session)
  for (const { field, base, left, right } of met) {
    const before = open.filter((each) => each.field === field && each.cameAccount === (user.account ?? null))
    if (before.some((each) => isSame(openBoth(each.valuesSealed).came, right))) continue
    for (const { id } of before)
      await db.update(conflicts).set({ chosen: 'other', chosenAt: now, chosenName: cameName }).where(eq(conflicts.id, id))
    const valuesSealed = sealBoth({ base, stood: left, came: right })
    const row = {
      visitId,
      unionId,
      unionPath,
      field,
      valuesSealed,
      stoodName,
      cameName,
      cameAccount: user.account ?? null,
      at: now,
    }
    await db.insert(conflicts).values(row)
  }
}

async function lastHand({ db }: Session, { id, version, leadName }: VisitEntry) {
  const [row] = await db
    .select({ byName: revisions.byName })
    .from(revisions)
    .where(and(eq(revisions.visitId, id), eq(revisions.version, version)))
  return row?.byName ?? leadName
}

type Choice = { conflictId: string; chosen: 'stood' | 'came' | 'other'; value?: unknown }

/** Settles a conflict: what stands, what came, or a third text made of both. Both stay in the history. */
export async function choose(session: Session, { conflictId, chosen, value }: Choice) {
  const { db, now } = session
  const [seen] = await db.select().from(conflicts).where(eq(conflicts.id, conflictId))
  await hold(db, visits, found(seen).visitId)
  const [row] = await db.select().from(conflicts).where(eq(conflicts.id, conflictId))
  if (row!.chosen) return shown(session, row!.visitId)
  const [visit] = await db.select().from(visits).where(eq(visits.id, row!.visitId))
  const stands = wholeRecord(visit!)
  const wanted = { stood: fieldOf(stands, row!.field), came: openBoth(row!.valuesSealed).came, other: value }[chosen]
  const next = VisitRecord.parse(withField(stands, row!.field, wanted))
  await db
    .update(conflicts)
    .set({ chosen, chosenAt: now, chosenName: await nameOf(session) })
    .where(eq(conflicts.id, conflictId))
  await write(session, visit!, next)
  Object.assign(session.line, { unionId: visit!.unionId, subject: visit!.id, detail: { field: row!.field, chosen } })
  return shown(session, visit!.id)
}

const shown = async (session: Session, id: string) => found((await details(session, eq(visits.id, id), 'goer'))[0])

async function held({ db, line }: Session, id: string) {
  await hold(db, visits, id)
  const [row] = await db.select().from(visits).where(eq(visits.id, id))
  Object.assign(line, { unionId: found(row).unionId, subject: id })
  return row!
}

export async function arrange(session: Session, { id, plannedOn }: { id: string; plannedOn: string }) {
  const visit = await held(session, id)
  enforce(mayArrange(visit))
  await session.db.update(visits).set({ plannedOn }).where(eq(visits.id, id))
  Object.assign(session.line, { detail: { from: visit.plannedOn, to: plannedOn } })
  return { id }
}

/** Hands the record in; handed in before, it stays so. Later changes are still taken, and are in its history. */
export async function submit(session: Session, { id }: { id: string }) {
  const { db, now, today } = session
  const visit = await held(session, id)
  const waiting = await db.$count(conflicts, and(eq(conflicts.visitId, id), isNull(conflicts.chosen)))
  enforce(maySubmit(wholeRecord(visit), waiting, today))
  if (!visit.submittedAt)
    await db.update(visits).set({ submittedAt: now, droppedAt: null, droppedWhy: null }).where(eq(visits.id, id))
  return { id }
}

export async function drop(session: Session, { id, reason }: { id: string; reason: string }) {
  const visit = await held(session, id)
  enforce(mayDrop(visit))
  await session.db.update(visits).set({ droppedAt: session.now, droppedWhy: reason }).where(eq(visits.id, id))
  return { id }
}

/** The history, whole, for those who went. */
export const myRevisions = (session: Session, { id }: { id: string }) => history(session, id, 'goer')
