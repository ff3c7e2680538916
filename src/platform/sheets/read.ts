import { csvRows, dialectOf } from './csv.ts'
import { fillDown, type Merge, mergesOf } from './merges.ts'
import { openPackage } from './package.ts'
import { defaultLimits, type Limits, unreadable } from './refusals.ts'
import { type Row, rowsIn } from './rows.ts'
import { bytesAt, type Source, sizeOf } from './source.ts'
import { sharedStrings } from './strings.ts'
import { openZip, textsOf, type Zip } from './zip.ts'

/** One sheet: `rows()` reads it from the start, as often as asked; stopping early is free. `index` counts from 0. */
export type Sheet = { name: string; index: number; hidden: boolean; merges: Merge[]; rows(): AsyncGenerator<Row> }

/** A workbook opened for reading; a text file is a workbook of one sheet. */
export type Workbook = { kind: 'xlsx' | 'csv'; sheets: Sheet[] }

/**
 * Opens an .xlsx or .csv file, by what is in it and not by its name. Every sheet has been unpacked once and proved whole.
 * Throws `Refused` (`sheets.old`, `sheets.encrypted`, `sheets.corrupt`, `sheets.bomb` …) with the way out in Chinese.
 */
export async function openWorkbook(source: Source, limits: Limits = defaultLimits): Promise<Workbook> {
  const size = await sizeOf(source)
  if (size === 0) throw unreadable('empty')
  if (size > limits.fileBytes) throw unreadable('large', `最大 ${Math.floor(limits.fileBytes / 2 ** 20)} MB`)
  const head = await bytesAt(source, 0, 8)
  if (head.readUIntBE(0, Math.min(4, head.length)) === 0xd0cf11e0) throw unreadable(await compoundKind(source, size))
  if (head.toString('latin1', 0, 2) === 'PK') return openXlsx(await openZip(source, limits.unpackedBytes), limits)
  const dialect = await dialectOf(source)
  const sheet: Sheet = { name: '', index: 0, hidden: false, merges: [], rows: () => csvRows(source, dialect, limits) }
  return { kind: 'csv', sheets: [sheet] }
}

/** The sheets of a file one after another; see `openWorkbook`. */
export async function* readSheets(source: Source, limits: Limits = defaultLimits): AsyncGenerator<Sheet> {
  yield* (await openWorkbook(source, limits)).sheets
}

async function openXlsx(zip: Zip, limits: Limits): Promise<Workbook> {
  const contents = await openPackage(zip)
  let strings: Promise<string[]> | undefined
  const lookups = async () => {
    strings ??= contents.strings ? sharedStrings(zip, contents.strings) : Promise.resolve([])
    return { strings: await strings, meanings: contents.meanings, since1904: contents.since1904, limits }
  }
  const sheets: Sheet[] = []
  for (const { name, hidden, part } of contents.sheets) {
    const merges = await mergesOf(zip, part, limits.merges)
    const rows = async function* () {
      const fill = fillDown(merges)
      for await (const batch of rowsIn(textsOf(zip, part), await lookups())) {
        for (const row of batch) {
          fill(row)
          yield row
        }
      }
    }
    sheets.push({ name, index: sheets.length, hidden, merges, rows })
  }
  return { kind: 'xlsx', sheets }
}

/** A compound file is an old workbook, or a new one behind a password; both names stand in its directory as UTF-16. */
async function compoundKind(source: Source, size: number) {
  const bytes = await bytesAt(source, 0, Math.min(size, 64 * 2 ** 20))
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old'
}
