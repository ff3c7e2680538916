import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { badStyles } from './badstyles.ts'
import type { Issue } from './check.ts'
import { DECLARATION, OFFICE, SHEET_TYPE, STYLES_TYPE, sheetName } from './frame.ts'
import { guideLines, guideXml, type Outcome, type Tally } from './guide.ts'
import { markedText } from './marktext.ts'
import { type Content, packed } from './pack.ts'
import { openPackage, type Package, relsPath } from './package.ts'
import { openWorkbook, type Workbook } from './read.ts'
import { type Marks, recoloured } from './recolour.ts'
import type { Recognition } from './recognise.ts'
import { defaultLimits, type Limits } from './refusals.ts'
import type { Source } from './source.ts'
import { bareTitle, REASON_TITLE } from './titles.ts'
import { keyOf, openZip, textOf, textsOf, type Zip } from './zip.ts'

/** What a marked workbook is made of: the file, how it was read, what is wrong with it, and the counts for its first sheet. */
export type Marking = {
  source: Source
  found: readonly Recognition[]
  issues: Iterable<Issue>
  outcome: Outcome
  limits?: Limits
}

/**
 * Writes the user's own workbook back with bad cells in light red, the reasons in a further column, and a sheet 说明 with the counts
 * in front. Formats, formulas, pictures and other sheets stay; a text file becomes a workbook. Streams: only the issues are held.
 */
export async function markWorkbook(stream: Writable, marking: Marking): Promise<void> {
  await pipeline(markedBytes(marking), stream)
}

/** The same as bytes that are made as they are asked for, for a response body. */
export async function* markedBytes({ source, found, issues, outcome, limits = defaultLimits }: Marking): AsyncGenerator<Buffer> {
  const workbook = await openWorkbook(source, limits)
  const { marks, tallies } = await marksFor(workbook, found, issues)
  const lines = guideLines(outcome, tallies)
  if (workbook.kind === 'csv') yield* markedText(workbook.sheets[0]!, marks.get(0), lines)
  else yield* packed(markedParts(await openZip(source, limits.unpackedBytes), marks, lines))
}

async function marksFor(workbook: Workbook, found: readonly Recognition[], issues: Iterable<Issue>) {
  const rows = new Map<number, Map<number, { columns: Set<number>; reason: string }>>()
  const tallies = new Map<string, Tally>()
  for (const { sheetIndex, row, column, title, reason } of issues) {
    const sheet = workbook.sheets[sheetIndex]?.name ?? ''
    const tally = tallies.get(`${sheetIndex} ${title}`) ?? { sheet, title, cells: 0 }
    tallies.set(`${sheetIndex} ${title}`, { ...tally, cells: tally.cells + 1 })
    const ofSheet = rows.get(sheetIndex) ?? new Map()
    const mark = ofSheet.get(row) ?? { columns: new Set<number>(), reason: '' }
    if (column !== null) mark.columns.add(column)
    mark.reason += `${mark.reason ? '；' : ''}${title}：${reason}`
    rows.set(sheetIndex, ofSheet.set(row, mark))
  }
  const marks = new Map<number, Marks>()
  for (const [sheetIndex, ofSheet] of rows) {
    const recognition = found.find((each) => each.sheetIndex === sheetIndex)
    const reasonColumn = await reasonColumnOf(workbook, sheetIndex, recognition)
    marks.set(sheetIndex, { rows: ofSheet, reasonColumn, headerRow: recognition?.header?.last ?? 0, header: REASON_TITLE })
  }
  return { marks, tallies: [...tallies.values()].sort((a, b) => b.cells - a.cells) }
}

/** The reasons' own column when the workbook was marked before, or else the first to the right of everything. */
async function reasonColumnOf(workbook: Workbook, sheetIndex: number, recognition: Recognition | undefined): Promise<number> {
  const before = recognition?.columns.find(({ title }) => bareTitle(title) === REASON_TITLE)
  if (before) return before.column
  let width = 0
  for await (const { cells } of workbook.sheets[sheetIndex]!.rows()) width = Math.max(width, cells.length)
  return width
}

async function* markedParts(zip: Zip, marks: ReadonlyMap<number, Marks>, lines: readonly string[][]): AsyncGenerator<Content> {
  const contents = await openPackage(zip)
  const { xml, badOf } = badStyles(
    contents.stylesPath === undefined ? null : await textOf(zip, contents.stylesPath, 64 * 2 ** 20),
  )
  const folder = contents.path.slice(0, contents.path.lastIndexOf('/') + 1)
  const guide = freePath(zip, `${folder}worksheets/sheet`)
  const stylesPath = contents.stylesPath ?? `${folder}styles.xml`
  const changed = new Map<string, string>([
    [keyOf('[Content_Types].xml'), await typesWith(zip, guide, contents.stylesPath === undefined ? stylesPath : null)],
    [keyOf(contents.path), workbookWith(contents)],
    [keyOf(relsPath(contents.path)), await relationsWith(zip, contents, guide, stylesPath)],
    [keyOf(stylesPath), xml],
  ])
  for (const [key, part] of zip.parts) {
    const text = changed.get(key)
    const sheet = contents.sheets.findIndex((entry) => entry.part === part)
    if (text !== undefined) yield { name: part.name, text: [text] }
    else if (sheet >= 0) yield { name: part.name, text: recoloured(textsOf(zip, part), marks.get(sheet) ?? null, badOf) }
    else if (!part.name.endsWith('/')) yield { name: part.name, source: zip.source, part }
  }
  if (contents.stylesPath === undefined) yield { name: stylesPath, text: [xml] }
  yield { name: guide, text: [guideXml(lines, 0, isStrict(contents.xml))] }
}

function freePath(zip: Zip, stem: string): string {
  for (let n = 1; ; n++) if (!zip.parts.has(keyOf(`${stem}${n}.xml`))) return `${stem}${n}.xml`
}

const GUIDE_ID = 'rIdGongqiaoNotes'

async function typesWith(zip: Zip, guide: string, newStyles: string | null): Promise<string> {
  const xml = (await textOf(zip, '[Content_Types].xml')) ?? `${DECLARATION}<Types></Types>`
  const p = /<((?:[\w.-]+:)?)Types/.exec(xml)?.[1] ?? ''
  const line = (path: string, type: string) => `<${p}Override PartName="/${path}" ContentType="${type}"/>`
  return xml.replace(
    `</${p}Types>`,
    `${line(guide, SHEET_TYPE)}${newStyles === null ? '' : line(newStyles, STYLES_TYPE)}</${p}Types>`,
  )
}

async function relationsWith(zip: Zip, { path, xml, stylesPath }: Package, guide: string, styles: string): Promise<string> {
  const rels = (await textOf(zip, relsPath(path))) ?? ''
  const p = /<((?:[\w.-]+:)?)Relationships/.exec(rels)?.[1] ?? ''
  const line = (id: string, type: string, target: string) =>
    `<${p}Relationship Id="${id}" Type="${officeIn(xml).namespace}/${type}" Target="/${target}"/>`
  const added = line(GUIDE_ID, 'worksheet', guide) + (stylesPath === undefined ? line(`${GUIDE_ID}Styles`, 'styles', styles) : '')
  return rels.replace(`</${p}Relationships>`, `${added}</${p}Relationships>`)
}

const isStrict = (xml: string) => xml.includes('http://purl.oclc.org/ooxml/')

/** The prefix and the namespace of relations in a workbook; ISO's strict form has another namespace than everybody's. */
function officeIn(xml: string): { prefix: string; namespace: string } {
  const found = /\sxmlns:([\w.-]+)\s*=\s*["']([^"']*officeDocument\/(?:2006\/)?relationships)["']/.exec(xml)
  return { prefix: found?.[1] ?? 'r', namespace: found?.[2] ?? OFFICE }
}

/** The list of sheets with ours in front and shown first; names that belong to one sheet count on by one. */
function workbookWith({ xml, sheets }: Package): string {
  const open = /<((?:[\w.-]+:)?)sheets[^>]*>/.exec(xml)!
  const p = open[1] ?? ''
  const ids = [...xml.matchAll(/\ssheetId\s*=\s*["'](\d+)["']/g)].map(([, id]) => Number(id))
  const name = sheetName(
    '说明',
    sheets.map((sheet) => sheet.name),
  )
  const { prefix, namespace } = officeIn(xml)
  const entry = `<${p}sheet name="${name}" sheetId="${Math.max(0, ...ids) + 1}" xmlns:${prefix}="${namespace}" ${prefix}:id="${GUIDE_ID}"/>`
  return xml
    .replace(open[0], () => `${open[0]}${entry}`)
    .replace(/\slocalSheetId\s*=\s*["'](\d+)["']/g, (_, index: string) => ` localSheetId="${Number(index) + 1}"`)
    .replace(/(<(?:[\w.-]+:)?workbookView\b[^>]*?)\s(?:activeTab|firstSheet)\s*=\s*["'][^"']*["']/g, '$1')
    .replace(/(<(?:[\w.-]+:)?workbookView\b[^>]*?)\s(?:activeTab|firstSheet)\s*=\s*["'][^"']*["']/g, '$1')
}
