import { and, desc, eq, inArray, lte } from 'drizzle-orm'
import { lineage, unionNames, unionOf } from '#modules/organisation/unions'
import { hold } from '#platform/db'
import { enforce, found, postOf, Refused, type Session } from '#platform/session'
import { firstOf } from '#law/verdict'
import { isCurrent, mayStandBelow, mayTakeEffect } from '#rules/organisation/unions'
import type { Chain, ChangeKind, Draft, steps } from '../contract.ts'
import { mayAsk, mayConcern, mayEdit, mayFile, mayReach, mayWithdraw } from '../rules.ts'
import { chains, changes, changeSteps } from '../tables.ts'
import { goalOf } from './reading.ts'

type Change = typeof changes.$inferSelect

/** The change, held in the version the caller saw (any version when none is given). */
export async function held({ db }: Session, id: string, version?: number): Promise<Change> {
  await hold(db, changes, id)
  const [row] = await db.select().from(changes).where(eq(changes.id, id))
  if (version !== undefined) enforce(isCurrent(found(row).version, version))
  return found(row)
}

const isFiler = (session: Session, { filedByUnion }: Change) => filedByUnion === postOf(session).unionId

/** Notes what was done with a change, at which union and layer. */
export async function note(
  session: Session,
  change: Change,
  step: (typeof steps)[number],
  more: { layer?: number; note?: string | null } = {},
) {
  const { unionId, title } = postOf(session)
  await session.db.insert(changeSteps).values({
    ...{ changeId: change.id, unionId: change.unionId, unionPath: (await unionOf(session, change.unionId)).path },
    ...{ step, atUnion: unionId, account: session.user.account ?? null, postTitle: title, at: session.now, ...more },
  })
  Object.assign(session.line, { unionId: change.unionId, subject: change.id, detail: { kind: change.kind, step } })
}

/** Writes a draft, or changes one that was not filed or was returned. */
export async function save(session: Session, { id, version, unionId, asked, grounds, papers, effectiveOn }: Draft) {
  const { db, now, line } = session
  const union = await unionOf(session, unionId)
  const { name, shortName, parentId, kind, unitType } = union
  enforce(firstOf(mayConcern(asked.kind, kind), mayAsk(asked, union)))
  const parentName = parentId && ((await unionNames(session, [parentId])).get(parentId) ?? null)
  const was = { name, shortName, parentId, parentName, kind, unitType }
  const content = { kind: asked.kind, asked, was, grounds, papers, effectiveOn }
  Object.assign(line, { unionId, detail: { kind: asked.kind } })
  if (id) {
    const before = await held(session, id, version)
    enforce(mayEdit(before.state, isFiler(session, before)))
    await db
      .update(changes)
      .set({ ...content, version: before.version + 1 })
      .where(eq(changes.id, id))
    return { id }
  }
  await refuseSecond(session, unionId, asked.kind)
  const facts = {
    unionId,
    unionPath: union.path,
    state: 'drafted' as const,
    filedByUnion: postOf(session).unionId,
    createdAt: now,
  }
  const [row] = await db
    .insert(changes)
    .values({ ...content, ...facts })
    .returning({ id: changes.id })
  return row!
}

async function refuseSecond({ db }: Session, unionId: string, kind: ChangeKind) {
  const open = and(eq(changes.unionId, unionId), eq(changes.kind, kind), inArray(changes.state, ['drafted', 'filed', 'returned']))
  const [before] = await db.select({ id: changes.id }).from(changes).where(open)
  if (before) throw new Refused({ code: 'changes.open', reason: '同一类变更已有一件没有办完，请接着办那一件，或先撤回' })
}

/** Sends a draft up: the layers that must decide are fixed now, by the chain of the day. */
export async function file(session: Session, { id, version }: { id: string; version: number }) {
  const change = await held(session, id, version)
  const { db, now, today } = session
  const union = await unionOf(session, change.unionId)
  enforce(
    firstOf(
      mayEdit(change.state, isFiler(session, change)),
      mayFile(change, change.papers, today),
      mayTakeEffect(change.effectiveOn, today, union.effectiveOn),
    ),
  )
  const goal = await goalFacts(session, change)
  if (goal && change.kind === 'move') enforce(mayStandBelow(union.kind, goal.kind))
  const waitsFor = await nextDecider(session, change.filedByUnion, change)
  const layers = await layersOf(session, change.kind)
  await db
    .update(changes)
    .set({ state: 'filed', filedAt: now, waitsFor, layers, version: version + 1 })
    .where(eq(changes.id, id))
  await note(session, change, 'filed')
  return { id }
}

async function goalFacts(session: Session, { asked }: Change) {
  const goal = goalOf(asked)
  if (!goal) return undefined
  const union = (await lineage(session, goal)).at(-1)
  enforce(mayReach(found(union)))
  return union
}

/** The nearest union above `below` that also stands over the goal; `null` when the superior is outside the platform. */
export async function nextDecider(session: Session, below: string, { asked }: Pick<Change, 'asked'>): Promise<string | null> {
  const above = (await lineage(session, below)).slice(0, -1).map(({ id }) => id)
  const goal = goalOf(asked)
  if (!goal) return above.at(-1) ?? null
  const over = new Set((await lineage(session, goal)).map(({ id }) => id))
  return above.filter((id) => over.has(id)).at(-1) ?? null
}

async function layersOf({ db, today }: Session, kind: ChangeKind) {
  const inForce = and(eq(chains.kind, kind), lte(chains.fromOn, today))
  const [chain] = await db.select().from(chains).where(inForce).orderBy(desc(chains.fromOn)).limit(1)
  return chain?.layers ?? 1
}

export async function withdraw(session: Session, { id, version }: { id: string; version: number }) {
  const change = await held(session, id, version)
  enforce(mayWithdraw(change.state, isFiler(session, change)))
  await session.db
    .update(changes)
    .set({ state: 'withdrawn', waitsFor: null, version: version + 1 })
    .where(eq(changes.id, id))
  await note(session, change, 'withdrawn')
  return { id }
}

export const listChains = ({ db }: Session) => db.select().from(chains).orderBy(chains.kind, desc(chains.fromOn))

/** From a day on, so many layers decide: what is filed already keeps its own. Set at the region's top. */
export async function setChain(session: Session, chain: Chain) {
  if (postOf(session).path.length > 4) throw new Refused({ code: 'changes.top', reason: '审批层级由本地区总工会设置' })
  const target = [chains.kind, chains.fromOn]
  await session.db
    .insert(chains)
    .values(chain)
    .onConflictDoUpdate({ target, set: { layers: chain.layers } })
  Object.assign(session.line, { detail: chain })
  return chain
}
