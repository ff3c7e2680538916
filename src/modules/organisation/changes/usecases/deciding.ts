import { eq } from 'drizzle-orm'
import { due } from '#law/deadlines'
import { firstOf } from '#law/verdict'
import { endAllAt, restoreAllAt } from '#modules/organisation/posts'
import {
  alter,
  end,
  holdUnion,
  independentBelow,
  lineage,
  move,
  peopleAt,
  revive,
  unionIfSeen,
} from '#modules/organisation/unions'
import { dayOf, enforce, postOf, type Session } from '#platform/session'
import { rulebookOf } from '#platform/statutes'
import { mayTakeEffect, scopeOf } from '#rules/organisation/unions'
import { isAsFiled, isFinal, mayDecide, mayEnd, mayReach, mayRecord, mayUndo, registrationOf } from '../rules.ts'
import { changes, changeSteps } from '../tables.ts'
import { held, nextDecider, note } from './filing.ts'
import { goalOf, pathInScope } from './reading.ts'

type Change = typeof changes.$inferSelect
type Union = Awaited<ReturnType<typeof holdUnion>>

export async function sendBack(session: Session, { id, version, reason }: { id: string; version: number; reason: string }) {
  const { change } = await decided(session, id, version)
  await session.db
    .update(changes)
    .set({ state: 'returned', waitsFor: null, version: version + 1 })
    .where(eq(changes.id, id))
  await note(session, change, 'returned', { layer: (await agreed(session, id)) + 1, note: reason })
  return { id }
}

/** The change and its union, held, when the post acted under may decide it. */
async function decided(session: Session, id: string, version: number) {
  const change = await held(session, id, version)
  const union = await holdUnion(session, change.unionId)
  const filerPath = await pathInScope(session, change.filedByUnion)
  enforce(mayDecide({ state: change.state, unionPath: union.path, filerPath }, postOf(session), session.today))
  return { change, union }
}

async function agreed({ db }: Session, id: string) {
  const rows = await db
    .select({ step: changeSteps.step, at: changeSteps.at })
    .from(changeSteps)
    .where(eq(changeSteps.changeId, id))
    .orderBy(changeSteps.at)
  const lastFiled = rows.findLastIndex(({ step }) => step === 'filed')
  return rows.slice(lastFiled).filter(({ step }) => step === 'agreed').length
}

/** Agrees at this layer; with the last agreement the tree changes in the same transaction. */
export async function approve(
  session: Session,
  { id, version, note: words }: { id: string; version: number; note?: string | undefined },
) {
  const { change, union } = await decided(session, id, version)
  const { unionId } = postOf(session)
  const before = await agreed(session, id)
  const superior = await nextDecider(session, unionId, change)
  const step = { layer: before + 1, note: words ?? null }
  if (!isFinal({ agreed: before, layers: change.layers, hasSuperior: superior !== null })) {
    await session.db
      .update(changes)
      .set({ waitsFor: superior, version: version + 1 })
      .where(eq(changes.id, id))
    await note(session, change, 'agreed', step)
    return { id }
  }
  await carryOut(session, change, union)
  await note(session, change, 'approved', step)
  return { id }
}

/** What the superior outside the platform approved, entered with the number of its paper. */
export async function record(session: Session, { id, version, paper }: { id: string; version: number; paper: string }) {
  const change = await held(session, id, version)
  const union = await holdUnion(session, change.unionId)
  enforce(mayRecord({ state: change.state, hasSuperior: (await lineage(session, change.filedByUnion)).length > 1 }))
  await carryOut(session, change, union)
  await session.db.update(changes).set({ outsidePaper: paper }).where(eq(changes.id, id))
  await note(session, change, 'approved', { note: paper })
  return { id }
}

async function carryOut(session: Session, change: Change, union: Union) {
  const { db, today, now } = session
  const { was, effectiveOn, kind } = change
  enforce(firstOf(isAsFiled(was, union), mayTakeEffect(effectiveOn, today, union.effectiveOn)))
  const goal = goalOf(change.asked)
  if (goal) enforce(mayReach(await unionIfSeen(session, goal)))
  const ended = await changeTree(session, change, union)
  await db
    .update(changes)
    .set({
      state: 'approved',
      decidedAt: now,
      decidedByUnion: postOf(session).unionId,
      waitsFor: null,
      ended,
      version: change.version + 1,
    })
    .where(eq(changes.id, change.id))
  const registration = registrationOf(kind)
  if (!registration || !union.hasCertificate) return
  const book = await rulebookOf(session)
  const { value, unit } = book.at(union.path, scopeOf(union.creditCode, session.place)).on(registration, effectiveOn)
  const registerBy = due(effectiveOn, { n: value, unit: unit as 'day' }, book.calendar)
  await db.update(changes).set({ registerBy }).where(eq(changes.id, change.id))
}

/** Does to the tree what was asked; gives the unions that ended with it: nobody is in office there any more. */
async function changeTree(session: Session, { asked, effectiveOn }: Change, union: Union): Promise<string[]> {
  if (asked.kind === 'rename') await alter(session, union.id, { name: asked.name, shortName: asked.shortName, effectiveOn })
  if (asked.kind === 'kind') await alter(session, union.id, { kind: asked.unionKind, unitType: asked.unitType, effectiveOn })
  if (asked.kind === 'move') await move(session, union, asked.parentId, effectiveOn)
  if (asked.kind !== 'merge' && asked.kind !== 'dissolve') return []
  enforce(mayEnd({ people: await peopleAt(session, union.id), below: await independentBelow(session, union.id) }, session.today))
  const ended = await end(session, union, effectiveOn)
  await endAllAt(session, ended, effectiveOn)
  return ended
}

/** Takes an approval back within the window: the tree is as it was, from today on; the history keeps both. */
export async function undo(session: Session, { id, reason }: { id: string; reason: string }) {
  const change = await held(session, id)
  const union = await holdUnion(session, change.unionId)
  const filerPath = await pathInScope(session, change.filedByUnion)
  enforce(mayUndo({ ...change, decidedOn: change.decidedAt && dayOf(change.decidedAt) }, session.today))
  enforce(mayDecide({ state: 'filed', unionPath: union.path, filerPath }, postOf(session), session.today))
  enforce(isAsFiled({ ...union, ...result(change) }, union))
  const { asked, was, ended } = change
  if (asked.kind === 'rename') await alter(session, union.id, { name: was.name, shortName: was.shortName })
  if (asked.kind === 'kind') await alter(session, union.id, { kind: was.kind, unitType: was.unitType })
  if (asked.kind === 'move' && was.parentId) await move(session, union, was.parentId)
  if (ended.length) await revive(session, ended)
  await restoreAllAt(session, ended, change.effectiveOn)
  await session.db
    .update(changes)
    .set({ state: 'undone', registerBy: null, version: change.version + 1 })
    .where(eq(changes.id, id))
  await note(session, change, 'undone', { note: reason })
  return { id }
}

/** What the union should be since the change, where it changed it. */
function result({ asked }: Change): Partial<Pick<Union, 'name' | 'parentId' | 'kind' | 'unitType'>> {
  if (asked.kind === 'rename') return { name: asked.name }
  if (asked.kind === 'move') return { parentId: asked.parentId }
  return asked.kind === 'kind' ? { kind: asked.unionKind, unitType: asked.unitType } : {}
}

/** Notes that the registration of legal personality was changed or ended (ORG-24). */
export async function register(session: Session, { id, on }: { id: string; on: string }) {
  const change = await held(session, id)
  await session.db
    .update(changes)
    .set({ registeredOn: on, version: change.version + 1 })
    .where(eq(changes.id, id))
  await note(session, change, 'registered', { note: on })
  return { id }
}
