import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Paging } from '#kit/contract'
import { unionOf } from '#modules/organisation/unions'
import { hold } from '#platform/db'
import { enforce, found, postOf, type Session } from '#platform/session'
import { refuse } from '#law/verdict'
import type { NewAssembly } from '../contract.ts'
import { mayRecordAssembly } from '../rules.ts'
import { assemblies as table } from '../tables.ts'

const unionName = sql<string>`(select u.name from unions u where u.id = ${table.unionId})`

export async function assemblies(
  session: Session,
  { page, size, unionId, text }: Paging & { unionId?: string | undefined; text: string },
) {
  const { db } = session
  const { path } = await unionOf(session, unionId ?? postOf(session).unionId)
  const where = and(
    sql`${table.unionPath} >= ${path} and ${table.unionPath} < ${`${path}~`}`,
    text ? sql`strpos(${unionName} || ${table.document}, ${text}) > 0` : undefined,
  )
  const { id, kind, heldOn, expected, present, document, withdrawnWhy } = table
  const rows = await db
    .select({ id, unionId: table.unionId, unionName, kind, heldOn, expected, present, document, withdrawnWhy })
    .from(table)
    .where(where)
    .orderBy(sql`${heldOn} desc`, id)
    .limit(size)
    .offset((page - 1) * size)
  return { rows, total: await db.$count(table, where) }
}

/** Puts a meeting on record as it was held; the year to the next is counted from it. */
export async function recordAssembly(session: Session, record: NewAssembly) {
  const { db, today, now, line } = session
  const union = await unionOf(session, record.unionId)
  enforce(mayRecordAssembly(record, union, today))
  const same = and(
    eq(table.unionId, union.id),
    eq(table.heldOn, record.heldOn),
    eq(table.kind, record.kind),
    isNull(table.withdrawnOn),
  )
  if (await db.$count(table, same)) enforce(refuse('supervision.twice', '这一天的这种会议已经登记过'))
  const [row] = await db
    .insert(table)
    .values({ ...record, unionPath: union.path, at: now })
    .returning({ id: table.id })
  const { kind, heldOn, expected, present } = record
  Object.assign(line, { unionId: union.id, detail: { kind, heldOn, expected, present } })
  return row!
}

export async function withdrawAssembly(session: Session, { id, reason }: { id: string; reason: string }) {
  const { db, today, line } = session
  await hold(db, table, id)
  const [row] = await db.select().from(table).where(eq(table.id, id))
  const { unionId, heldOn, withdrawnOn } = found(row)
  if (withdrawnOn) enforce(refuse('supervision.withdrawn', '这条记录已经撤回'))
  await db.update(table).set({ withdrawnOn: today, withdrawnWhy: reason }).where(eq(table.id, id))
  Object.assign(line, { unionId, detail: { heldOn } })
  return { id }
}
