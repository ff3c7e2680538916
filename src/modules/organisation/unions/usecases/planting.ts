import { and, eq, gte, isNull, lt, ne, sql } from 'drizzle-orm'
import { pinyinOf } from '#kit/pinyin'
import { subtree } from '#platform/db'
import { enforce, found, type Session } from '#platform/session'
import type { Facts, UnionKind, UnitType } from '../contract.ts'
import { mayMove, mayStandBelow, mayTakeEffect, mayTakeIn } from '../rules.ts'
import { unions } from '../tables.ts'
import { LABEL } from './columns.ts'

const label = (n: number) => n.toString(36).padStart(LABEL, '0')

export type NewUnion = {
  name: string
  kind: UnionKind
  unitType: UnitType
  parentId?: string | null
  state?: 'preparing' | 'active'
  foundedOn?: string | null
  /** The day from which it stands in the tree; today when not given. */
  effectiveOn?: string
} & Partial<Facts>

/** The parent with one more label given out; holds its row until the act ends, so that no two children get the same path. */
async function takeIn(db: Session['db'], parentId: string, kind: UnionKind) {
  const [parent] = await db
    .update(unions)
    .set({ lastLabel: sql`${unions.lastLabel} + 1` })
    .where(eq(unions.id, parentId))
    .returning({ path: unions.path, label: unions.lastLabel, kind: unions.kind, state: unions.state })
  enforce(mayTakeIn(found(parent)))
  enforce(mayStandBelow(kind, parent!.kind))
  return parent!.path + label(parent!.label)
}

/** Puts a union into the tree below its parent (or as the first federation) and gives its row. */
export async function plant({ db, today }: Session, union: NewUnion) {
  const { parentId = null, state = 'active', effectiveOn = today, ...facts } = union
  const path = parentId ? await takeIn(db, parentId, facts.kind) : label((await db.$count(unions, isNull(unions.parentId))) + 1)
  const { full: pinyin, initials } = pinyinOf(facts.name)
  const [row] = await db
    .insert(unions)
    .values({ ...facts, parentId, path, state, pinyin, initials, effectiveOn, foundedOn: facts.foundedOn ?? effectiveOn })
    .returning()
  return row!
}

/**
 * Moves a union and all below it under another parent from a day on: one statement, and every table that carries the path follows.
 * Gives the new path.
 */
export async function move(session: Session, union: { id: string; path: string }, parentId: string, effectiveOn = session.today) {
  const { db } = session
  const [row] = await db.select().from(unions).where(eq(unions.id, union.id)).for('update')
  const { path: from, kind, effectiveOn: last } = found(row)
  enforce(mayTakeEffect(effectiveOn, session.today, last))
  const path = await takeIn(db, parentId, kind)
  enforce(mayMove({ path: from }, { path: path.slice(0, -LABEL) }))
  const { lo, hi } = subtree(from)
  await db
    .update(unions)
    .set({ parentId, effectiveOn, version: sql`${unions.version} + 1` })
    .where(eq(unions.id, union.id))
  await db
    .update(unions)
    .set({ path: sql`${path} || substr(${unions.path}, ${from.length + 1})` })
    .where(and(gte(unions.path, lo), lt(unions.path, hi)))
  return path
}

/** What an approved procedure may set on a union; name, kind, type of unit and state are kept as a version from `effectiveOn`. */
export type Alteration = {
  name?: string
  shortName?: string | null
  kind?: UnionKind
  unitType?: UnitType
  /** A union that was being prepared is founded. */
  state?: 'active'
  foundedOn?: string
  effectiveOn?: string
}

/** Renames a union, changes its kind or type of unit, or founds one that was being prepared, from a day on. */
export async function alter({ db, today }: Session, id: string, { effectiveOn = today, ...facts }: Alteration) {
  const [row] = await db.select().from(unions).where(eq(unions.id, id)).for('update')
  const union = found(row)
  enforce(mayTakeEffect(effectiveOn, today, union.effectiveOn))
  if (facts.kind && union.parentId) {
    const [parent] = await db.select({ kind: unions.kind }).from(unions).where(eq(unions.id, union.parentId))
    if (parent) enforce(mayStandBelow(facts.kind, parent.kind))
  }
  const spelt = facts.name ? pinyinOf(facts.name) : undefined
  const spelling = spelt && { pinyin: spelt.full, initials: spelt.initials }
  await db
    .update(unions)
    .set({ ...facts, ...spelling, effectiveOn, version: union.version + 1 })
    .where(eq(unions.id, id))
}

/** Ends a union and the branches and groups below it; gives the ids that ended. Who or what must be gone before is the caller's rule. */
export async function end({ db, today }: Session, union: { id: string; path: string }, effectiveOn = today): Promise<string[]> {
  const { lo, hi } = subtree(union.path)
  // A branch set up after the day of the decision ends on the day it began: its history stays in order.
  const latest = sql`greatest(${unions.effectiveOn}, ${effectiveOn}::date)`
  const rows = await db
    .update(unions)
    .set({ state: 'dissolved', dissolvedOn: effectiveOn, effectiveOn: latest, version: sql`${unions.version} + 1` })
    .where(and(gte(unions.path, lo), lt(unions.path, hi), ne(unions.state, 'dissolved')))
    .returning({ id: unions.id })
  return rows.map(({ id }) => id)
}

/** Takes back the ending of exactly these unions: for an approval that was undone. */
export async function revive({ db, today }: Session, ids: readonly string[]) {
  for (const id of ids)
    await db
      .update(unions)
      .set({ state: 'active', dissolvedOn: null, effectiveOn: today, version: sql`${unions.version} + 1` })
      .where(and(eq(unions.id, id), eq(unions.state, 'dissolved')))
}
