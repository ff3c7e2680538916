import { checkRows, type Issue, openWorkbook } from '#platform/sheets'
import type { Session } from '#platform/session'
import type { Counts, Found, ImportKind } from '../contract.ts'
import type { Adapter, Good, Objection, Target } from './adapter.ts'
import { employerAdapter } from './employers.ts'
import { memberAdapter } from './members.ts'
import { unionAdapter } from './unions.ts'

export const adapters: Record<ImportKind, Adapter> = {
  members: memberAdapter as unknown as Adapter,
  employers: employerAdapter as unknown as Adapter,
  unions: unionAdapter as unknown as Adapter,
}

/** Issues kept for the screen and the marked workbook; beyond these only their number is known. */
const ISSUES_KEPT = 20_000
const BATCH = 2000

export type Mends = Record<string, Record<string, string>>
export type Pass = { counts: Counts; issues: Issue[]; ids: string[] }

/**
 * Reads a workbook once from end to end and writes its good rows in batches, within the open transaction: the caller commits it,
 * or rolls it back when it was only to see what would happen. Holds one batch and the issues, never the whole file.
 */
export async function passOver(
  session: Session,
  {
    id,
    kind,
    body,
    found,
    mends,
    target,
    isDry = false,
    seen,
  }: {
    id: string
    kind: ImportKind
    body: Buffer
    found: readonly Found[]
    mends: Mends
    target: Target
    isDry?: boolean
    seen?: (done: number) => Promise<void>
  },
): Promise<Pass> {
  const { fields, writer } = adapters[kind]
  const write = await writer(session, target, { importId: id, isDry })
  const counts: Counts = { read: 0, fresh: 0, update: 0, same: 0, bad: 0, skipped: 0, issues: 0 }
  const result: Pass = { counts, issues: [], ids: [] }
  const titles = new Map(fields.map(({ key, title }) => [key as string, title]))
  const places = new Map(found.map((sheet) => [sheet.sheetIndex, new Map(sheet.columns.map((column) => [column.key, column]))]))
  const note = (issues: readonly Issue[]) => {
    counts.issues += issues.length
    for (const issue of issues) if (result.issues.length < ISSUES_KEPT) result.issues.push(issue)
  }
  const asIssue = ({ sheetIndex, row, key, reason }: Objection): Issue => {
    const place = places.get(sheetIndex)?.get(key)
    return {
      sheetIndex,
      row,
      key,
      reason,
      column: place?.column ?? null,
      letter: place?.letter ?? '',
      title: place?.title ?? titles.get(key) ?? key,
      raw: read.get(`${sheetIndex}/${row}`)?.[key]?.toString() ?? '',
    }
  }
  let batch: Good[] = []
  // What the refused cells of a batch say, for the list of what must be mended.
  const read = new Map<string, Readonly<Record<string, unknown>>>()
  const flush = async () => {
    const { made, ids = [], updated, same, objections } = await write(batch)
    read.clear()
    for (const { sheetIndex, row, values } of batch) read.set(`${sheetIndex}/${row}`, values)
    counts.fresh += made
    counts.update += updated
    counts.same += same
    counts.bad += new Set(objections.map(({ sheetIndex, row }) => `${sheetIndex}/${row}`)).size
    note(objections.map(asIssue))
    for (const made of ids) result.ids.push(made)
    batch = []
    await seen?.(counts.read)
  }
  const mended = (sheetIndex: number, row: number) => mends[`${sheetIndex}/${row}`]
  for await (const { skip, issues, values, sheetIndex, row } of checkRows(await openWorkbook(body), found, fields, mended)) {
    if (skip !== null) {
      counts.skipped++
      continue
    }
    counts.read++
    if (issues.length) {
      counts.bad++
      note(issues)
    } else if (batch.push({ sheetIndex, row, values }) >= BATCH) await flush()
  }
  await flush()
  result.issues.sort((a, b) => a.sheetIndex - b.sheetIndex || a.row - b.row || (a.column ?? 0) - (b.column ?? 0))
  return result
}
