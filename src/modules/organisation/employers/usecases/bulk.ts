import { and, eq, inArray, isNull, notExists, sql } from 'drizzle-orm'
import { pinyinOf } from '#kit/pinyin'
import type { Session } from '#platform/session'
import type { Facts } from '../contract.ts'
import { employerImports, employers, employerSteps } from '../tables.ts'

/** A row of an import: the facts, checked by `Facts`, and the path of the union it goes to. */
export type ImportRow = Facts & { unionPath: string }
export type Upserted = { batch: string; imported: number; updated: number; unchanged: number }

const PIECE = 500
type Row = typeof employers.$inferSelect
const facts = ['unionId', 'name', 'unitKind', 'ownership', 'sector', 'address', 'headcount', 'setUpOn', 'source'] as const

/**
 * Writes many employers at once: one with a credit code on file is updated, all others are new (a name that stands already in the same
 * place without a code counts as the same). An empty cell never wipes what is known. Every row must lie in the session's scope.
 * `batch` takes it back with `undoMany`.
 */
export async function upsertMany(
  session: Session,
  rows: readonly ImportRow[],
  batch: string = crypto.randomUUID(),
): Promise<Upserted> {
  const result: Upserted = { batch, imported: 0, updated: 0, unchanged: 0 }
  for (let at = 0; at < rows.length; at += PIECE) await piece(session, rows.slice(at, at + PIECE), result)
  return result
}

async function piece({ db, now }: Session, rows: readonly ImportRow[], result: Upserted) {
  const known = await onFile(db, rows)
  const fresh: (typeof employers.$inferInsert)[] = []
  const taken = new Set<string>()
  for (const row of rows) {
    const before = (row.creditCode && known.get(row.creditCode)) || known.get(`${row.unionId} ${row.name}`)
    // The second row of a piece that means the same employer counts as unchanged: the first one stands.
    const same = row.creditCode ?? `${row.unionId} ${row.name}`
    if (taken.has(same)) result.unchanged++
    else if (before) await change(db, before, row, result)
    else fresh.push({ ...row, ...spelling(row.name), createdAt: now })
    taken.add(same)
  }
  if (!fresh.length) return
  const { id: employerId, unionId, unionPath, version } = employers
  const made = await db.insert(employers).values(fresh).returning({ employerId, unionId, unionPath, version })
  await db.insert(employerImports).values(made.map((row) => ({ ...row, batch: result.batch })))
  result.imported += made.length
}

function spelling(name: string) {
  const { full, initials } = pinyinOf(name)
  return { pinyin: full, initials }
}

/** Employers of these rows that are known: by credit code, and by place and name. */
async function onFile(db: Session['db'], rows: readonly ImportRow[]) {
  const codes = rows.flatMap(({ creditCode }) => creditCode ?? [])
  const byCode = codes.length ? await db.select().from(employers).where(inArray(employers.creditCode, codes)) : []
  const names = rows.map(({ name }) => name)
  const unions = [...new Set(rows.map(({ unionId }) => unionId))]
  const named = and(inArray(employers.unionId, unions), inArray(employers.name, names), isNull(employers.creditCode))
  const byName = await db.select().from(employers).where(named)
  return new Map<string, Row>([
    ...byName.map((row) => [`${row.unionId} ${row.name}`, row] as const),
    ...byCode.map((row) => [row.creditCode!, row] as const),
  ])
}

async function change(db: Session['db'], before: Row, row: ImportRow, result: Upserted) {
  const changed = facts.filter((field) => row[field] !== null && row[field] !== before[field])
  const code = row.creditCode && row.creditCode !== before.creditCode
  if (!changed.length && !code) {
    result.unchanged++
    return
  }
  const fields = [...changed, ...(code ? (['creditCode'] as const) : [])]
  const next = Object.fromEntries(fields.map((field) => [field, row[field]])) as Partial<Row>
  const moved = next.unionId ? { unionPath: row.unionPath } : {}
  const version = before.version + 1
  await db
    .update(employers)
    .set({ ...next, ...moved, ...(next.name ? spelling(next.name) : {}), version })
    .where(eq(employers.id, before.id))
  const oldValues = Object.fromEntries(
    [...fields, ...(next.unionId ? ['unionPath' as const] : [])].map((field) => [field, before[field]]),
  )
  const place = { unionId: row.unionId, unionPath: row.unionPath }
  await db.insert(employerImports).values({ batch: result.batch, employerId: before.id, ...place, oldValues, version })
  result.updated++
}

/** Takes an import back: what it brought goes, what it changed is as before. What was worked on since stays, and is counted. */
export async function undoMany({ db }: Session, batch: string): Promise<{ removed: number; restored: number; kept: number }> {
  const rows = await db.select().from(employerImports).where(eq(employerImports.batch, batch))
  const steps = db.select({ one: sql`1` }).from(employerSteps).where(eq(employerSteps.employerId, employers.id))
  let [removed, restored] = [0, 0]
  const brought = rows.filter(({ oldValues }) => !oldValues).map(({ employerId }) => employerId)
  for (let at = 0; at < brought.length; at += PIECE) {
    const ids = brought.slice(at, at + PIECE)
    const untouched = and(inArray(employers.id, ids), eq(employers.version, 1), isNull(employers.organiserName), notExists(steps))
    removed += (await db.delete(employers).where(untouched)).rowCount ?? 0
  }
  for (const { employerId, oldValues, version } of rows.filter((row) => row.oldValues)) {
    const name = oldValues!.name
    const set = { ...oldValues, ...(name ? spelling(name) : {}), version: version + 1 }
    const { rowCount } = await db
      .update(employers)
      .set(set)
      .where(and(eq(employers.id, employerId), eq(employers.version, version)))
    restored += rowCount ?? 0
  }
  await db.delete(employerImports).where(eq(employerImports.batch, batch))
  return { removed, restored, kept: rows.length - removed - restored }
}
