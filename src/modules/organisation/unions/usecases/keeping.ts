import { and, desc, eq, inArray, notInArray } from 'drizzle-orm'
import { hold } from '#platform/db'
import { enforce, found, postOf, Refused, type Session } from '#platform/session'
import type { Facts, UnionKind } from '../contract.ts'
import { isCurrent, mayArrange, mayClose, maySetTemplates, type Template } from '../rules.ts'
import { childCount, peopleCount, unions, unionTemplates } from '../tables.ts'
import { LABEL } from './columns.ts'
import { alter, end, move, plant } from './planting.ts'

/** The union, held, in the version the caller saw. */
async function held({ db }: Session, id: string, version: number) {
  await hold(db, unions, id)
  const [row] = await db.select({ row: unions, children: childCount, members: peopleCount }).from(unions).where(eq(unions.id, id))
  const { row: union, ...counts } = found(row)
  enforce(isCurrent(union.version, version))
  return { ...union, ...counts }
}

type New = { parentId: string; kind: 'branch' | 'group'; name: string; shortName: string | null }

/** A basic union sets up its branches and team groups itself. */
export async function add(session: Session, { parentId, kind, name, shortName }: New) {
  const [parent] = await session.db.select().from(unions).where(eq(unions.id, parentId))
  const { unitType } = found(parent)
  const { id } = await plant(session, { parentId, kind, name, shortName, unitType })
  Object.assign(session.line, { unionId: id, subject: id, detail: { name, kind, below: parent!.name } })
  return { id }
}

type Renaming = { id: string; name: string; shortName: string | null; version: number }

export async function rename(session: Session, { id, name, shortName, version }: Renaming) {
  const before = await held(session, id, version)
  enforce(mayArrange(before.kind))
  await alter(session, id, { name, shortName })
  Object.assign(session.line, { unionId: id, subject: id, detail: { from: before.name, to: name } })
  return { id }
}

/** Moves a branch or group within its own basic union; beyond it, that is a change to be approved. */
export async function shift(session: Session, { id, parentId, version }: { id: string; parentId: string; version: number }) {
  const union = await held(session, id, version)
  enforce(mayArrange(union.kind))
  const [parent] = await session.db.select().from(unions).where(eq(unions.id, parentId))
  const [from, to] = [await basicOver(session, union), await basicOver(session, found(parent))]
  if (from !== to) throw new Refused({ code: 'unions.filing', reason: '分会和小组只能在本工会内调整', cite: '工会法 第12条' })
  await move(session, union, parentId)
  Object.assign(session.line, { unionId: id, subject: id, detail: { below: parent!.name } })
  return { id }
}

async function basicOver({ db }: Session, { path }: { path: string }) {
  const paths = Array.from({ length: path.length / LABEL }, (_, level) => path.slice(0, (level + 1) * LABEL))
  const independent = and(inArray(unions.path, paths), notInArray(unions.kind, ['branch', 'group'] satisfies UnionKind[]))
  const [row] = await db.select({ id: unions.id }).from(unions).where(independent).orderBy(desc(unions.path)).limit(1)
  return row?.id
}

/** Ends a branch or group that has nobody left. */
export async function close(session: Session, { id, version }: { id: string; version: number }) {
  const union = await held(session, id, version)
  enforce(mayArrange(union.kind) ?? mayClose(union))
  await end(session, union)
  Object.assign(session.line, { unionId: id, subject: id, detail: { name: union.name } })
  return { id }
}

type Correction = { id: string; version: number; facts: Facts }

/** Corrects what the union keeps of itself; the line names the fields, never what is in them. */
export async function correct(session: Session, { id, version, facts }: Correction) {
  const before = await held(session, id, version)
  await refuseTaken(session, id, facts)
  await session.db
    .update(unions)
    .set({ ...facts, version: version + 1 })
    .where(eq(unions.id, id))
  const changed = (Object.keys(facts) as (keyof Facts)[]).filter((field) => facts[field] !== before[field])
  Object.assign(session.line, { unionId: id, subject: id, detail: { fields: changed } })
  return { id }
}

async function refuseTaken({ db }: Session, id: string, { code, creditCode }: Facts) {
  for (const [column, value, title] of [
    [unions.code, code, '工会编号'],
    [unions.creditCode, creditCode, '统一社会信用代码'],
  ] as const) {
    if (!value) continue
    const [other] = await db.select({ id: unions.id, name: unions.name }).from(unions).where(eq(column, value))
    if (other && other.id !== id) throw new Refused({ code: 'unions.taken', reason: `${title}已经登记给“${other.name}”，请核对` })
  }
}

/** The templates an administrator has changed; the built-in ones are in the rules. */
export const templates = ({ db }: Session): Promise<Template[]> => db.select().from(unionTemplates)

/** Names hold for the whole region: only a post at its top federation sets them. */
export async function setTemplate(session: Session, { unitType, words, unused, version }: Template) {
  const { db, line } = session
  enforce(maySetTemplates(postOf(session)))
  const [before] = await db.select().from(unionTemplates).where(eq(unionTemplates.unitType, unitType)).for('update')
  enforce(isCurrent(before?.version ?? 0, version))
  const row = { unitType, words, unused, version: version + 1 }
  const [saved] = await db
    .insert(unionTemplates)
    .values(row)
    .onConflictDoUpdate({ target: unionTemplates.unitType, set: row })
    .returning()
  Object.assign(line, { detail: { unitType, words, unused } })
  return saved!
}
