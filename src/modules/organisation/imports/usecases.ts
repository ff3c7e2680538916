import { desc, eq, sql } from 'drizzle-orm'
import { unionNames, unionOf } from '#modules/organisation/unions'
import { hold } from '#platform/db'
import { issueTicket, readUpload } from '#platform/files'
import { open, seal } from '#platform/secrets'
import { type Issue, openWorkbook, recogniseWorkbook, withMapping } from '#platform/sheets'
import { enforce, found as foundRow, type Caller, type Session } from '#platform/session'
import type { Paging } from '#kit/contract'
import type { Found, ImportKind, Row } from './contract.ts'
import { mayBegin, mayCheck, mayCommit, mayUndo } from './rules.ts'
import { imports } from './tables.ts'
import { adapters, type Mends, passOver } from './usecases/pass.ts'
import { progressWriter, readProgress } from './usecases/progress.ts'

type Import = typeof imports.$inferSelect
type Seen = Session & Pick<Caller, 'pool'>
/** Issues shown on the page; the marked workbook has them all. */
const SHOWN = 500

/** Reads what a file holds: its header, and which column is which. Nothing is written to the register yet. */
export async function begin(session: Session, { upload, kind, unionId }: { upload: string; kind: ImportKind; unionId: string }) {
  enforce(mayBegin(kind, session.user.powers))
  const union = await unionOf(session, unionId)
  const { name, body } = await readUpload(session, upload)
  const found = await recogniseWorkbook(await openWorkbook(body), adapters[kind].fields)
  const [row] = await session.db
    .insert(imports)
    .values({
      unionId,
      unionPath: union.path,
      kind,
      state: 'read',
      upload,
      fileName: name,
      account: session.user.account ?? null,
      at: session.now,
      found,
    })
    .returning({ id: imports.id })
  Object.assign(session.line, { unionId, detail: { kind } })
  return row!
}

export async function list({ db }: Session, { page, size }: Paging) {
  const rows = await db
    .select()
    .from(imports)
    .orderBy(desc(imports.at))
    .limit(size)
    .offset((page - 1) * size)
  const names = await unionNames(
    { db },
    rows.map(({ unionId }) => unionId),
  )
  return { rows: rows.map((row) => shown(row, names)), total: await db.$count(imports) }
}

export async function get({ db }: Session, { id }: { id: string }) {
  const row = await one(db, id)
  const fields = adapters[row.kind].fields.map(({ key, title, required = false }) => ({ key, title, required }))
  return {
    ...shown(row, await unionNames({ db }, [row.unionId])),
    found: row.found,
    issues: issuesOf(row).slice(0, SHOWN),
    fields,
    mended: Object.keys(mendsOf(row)).length,
  }
}

/** The user's word on which column is which. */
export async function remap(
  session: Session,
  { id, mapping }: { id: string; mapping: { sheetIndex: number; key: string; column: number | null }[] },
) {
  const row = await held(session, id)
  const { fields } = adapters[row.kind]
  const found = row.found.map((sheet) => {
    const own = mapping.filter(({ sheetIndex }) => sheetIndex === sheet.sheetIndex)
    return own.length ? withMapping(sheet, Object.fromEntries(own.map(({ key, column }) => [key, column])), fields) : sheet
  })
  await session.db.update(imports).set({ found, state: 'read', counts: null, issues: null }).where(eq(imports.id, id))
  return { id }
}

/** Puts cells right in place, without sending the file again. */
export async function mend(
  session: Session,
  { id, sheetIndex, row: line, values }: { id: string; sheetIndex: number; row: number; values: Record<string, string> },
) {
  const row = await held(session, id)
  const mends = mendsOf(row)
  const key = `${sheetIndex}/${line}`
  const issues = issuesOf(row).filter((issue) => issue.sheetIndex !== sheetIndex || issue.row !== line || !(issue.key in values))
  const mended = seal('imports.mended', JSON.stringify({ ...mends, [key]: { ...mends[key], ...values } }))
  await session.db
    .update(imports)
    .set({ mended, issues: seal('imports.issues', JSON.stringify(issues)), state: 'read' })
    .where(eq(imports.id, id))
  session.line.detail = { row: line, fields: Object.keys(values) }
  return { id }
}

/** A dry run: every row is judged and counted as it would be, and what had to be written for that is taken back before the act ends. */
export async function check(session: Seen, { id }: { id: string }) {
  const { db, line } = session
  const row = await held(session, id)
  enforce(mayCheck(row.state, row.found))
  await db.execute(sql`savepoint dry_run`)
  const { counts, issues } = await passOver(session, { ...(await passOf(session, row)), isDry: true })
  await db.execute(sql`rollback to savepoint dry_run`)
  await db
    .update(imports)
    .set({ state: 'checked', counts, issues: seal('imports.issues', JSON.stringify(issues)) })
    .where(eq(imports.id, id))
  Object.assign(line, { unionId: row.unionId, detail: counts })
  return { id, counts }
}

/** Writes the good rows; those that must be mended stay out and can be sent again. All of it in one transaction. */
export async function commit(session: Seen, { id }: { id: string }) {
  const { db, line, now } = session
  const row = await held(session, id)
  enforce(mayCommit(row.state, row.counts))
  enforce(mayCheck(row.state, row.found))
  const { counts, issues, ids } = await passOver(session, await passOf(session, row))
  await db
    .update(imports)
    .set({ state: 'done', doneAt: now, counts, made: ids, issues: seal('imports.issues', JSON.stringify(issues)) })
    .where(eq(imports.id, id))
  Object.assign(line, { unionId: row.unionId, detail: counts })
  return { id, counts }
}

/** Takes the whole import back: new records go, changed ones get their old values, where nobody has worked on them since. */
export async function undo(session: Session, { id }: { id: string }) {
  const { db, line, now } = session
  const row = await held(session, id)
  enforce(mayUndo(row.state, row.doneAt, now))
  const { removed, kept } = await adapters[row.kind].undo(session, id, row.made)
  await db.update(imports).set({ state: 'undone', undoneAt: now, made: [], kept }).where(eq(imports.id, id))
  Object.assign(line, { unionId: row.unionId, detail: { removed, kept } })
  return { id, removed, kept }
}

export const progress = (session: Session, { id }: { id: string }) => readProgress(session, id)
export const marked = async (session: Session, { id }: { id: string }) => {
  await one(session.db, id)
  return issueTicket(session, 'imports.marked', { id })
}
export const blank = (session: Session, input: { kind: ImportKind }) => issueTicket(session, 'imports.blank', input)

async function passOf(session: Seen, row: Import) {
  const union = await unionOf(session, row.unionId)
  const { body } = await readUpload(session, row.upload)
  return {
    id: row.id,
    kind: row.kind,
    body,
    found: row.found,
    mends: mendsOf(row),
    target: { id: union.id, path: union.path, name: union.name },
    seen: progressWriter(session, row.id),
  }
}

export async function one(db: Session['db'], id: string): Promise<Import> {
  const [row] = await db.select().from(imports).where(eq(imports.id, id))
  return foundRow(row)
}
async function held({ db }: Session, id: string) {
  await hold(db, imports, id)
  return one(db, id)
}

export const issuesOf = ({ issues }: Pick<Import, 'issues'>) =>
  issues ? (JSON.parse(open('imports.issues', issues)) as Issue[]) : []
const mendsOf = ({ mended }: Import) => (mended ? (JSON.parse(open('imports.mended', mended)) as Mends) : {})
const shown = (
  { id, kind, state, fileName, unionId, at, doneAt, undoneAt, counts, kept }: Import,
  names: Map<string, string>,
): Row => ({ id, kind, state, fileName, unionId, unionName: names.get(unionId) ?? '', at, doneAt, undoneAt, counts, kept })
