import { and, asc, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import { unionOf } from '#modules/organisation/unions'
import { found, postOf, type Session } from '#platform/session'
import type { Right, Rights } from '../contract.ts'
import { checks, rights } from '../tables.ts'
import { refuseIf } from './asking.ts'
import { actingSide } from './parts.ts'

/** The rights and duties in force, and how each stands at one's own union in a year (DEC-08). */
export async function listRights(session: Session, { year }: { year: number }): Promise<{ rows: Right[]; mayLoad: boolean }> {
  const at = and(eq(checks.rightId, rights.id), eq(checks.unionId, postOf(session).unionId), eq(checks.year, year))
  const rows = await session.db
    .select({ right: rights, check: checks })
    .from(rights)
    .leftJoin(checks, at)
    .where(isNull(rights.endedOn))
    .orderBy(asc(rights.number))
  const { parentId } = await unionOf(session, postOf(session).unionId)
  const asRight = ({ right, check }: (typeof rows)[number]) => ({
    ...right,
    owner: check?.owner ?? null,
    wasUsed: check?.wasUsed ?? null,
    evidence: check?.evidence ?? null,
    checkedOn: check?.checkedOn ?? null,
  })
  return { rows: rows.map(asRight), mayLoad: parentId === null && session.user.powers.includes('democracy.manage') }
}

/** Loads the list, numbered in its order; an earlier list ends that day, and what was checked under it stays. */
export async function loadRights(session: Session, { items }: z.infer<typeof Rights>) {
  const { db, today, line } = session
  const { unionId } = postOf(session)
  const union = await unionOf(session, unionId)
  refuseIf(union.parentId !== null, 'decisions.top', '权利义务清单由本区域最上一级工会载入，下级照此落实')
  await db
    .update(rights)
    .set({ endedOn: today })
    .where(and(eq(rights.unionId, unionId), isNull(rights.endedOn)))
  await db
    .insert(rights)
    .values(items.map((item, at) => ({ ...item, number: at + 1, unionId, unionPath: union.path, loadedOn: today })))
  Object.assign(line, { unionId, detail: { count: items.length } })
  return { count: items.length }
}

type Check = { id: string; year: number; owner: string; wasUsed: boolean; evidence: string | null }
/** A right or duty at one's own union in a year: who owns it, whether it was used, and the proof. */
export async function checkRight(session: Session, { id, ...check }: Check) {
  const { db, today, line } = session
  const [right] = await db.select().from(rights).where(eq(rights.id, id))
  found(right)
  const { unionId } = postOf(session)
  refuseIf(actingSide(session, unionId) !== 'union', 'decisions.unionOnly', '由工会核对')
  refuseIf(check.wasUsed && !check.evidence, 'decisions.evidence', '行使过的，请写明依据（文件、会议或记录）')
  const union = await unionOf(session, unionId)
  await db
    .insert(checks)
    .values({ ...check, rightId: id, unionId, unionPath: union.path, checkedOn: today })
    .onConflictDoUpdate({ target: [checks.rightId, checks.unionId, checks.year], set: { ...check, checkedOn: today } })
  Object.assign(line, { unionId, subject: id, detail: { year: check.year } })
  return { id }
}
