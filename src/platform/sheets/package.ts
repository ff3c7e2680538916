import { type Meaning, meaningsIn } from './formats.ts'
import { unreadable } from './refusals.ts'
import { attributesOf, tagsOf } from './xml.ts'
import { keyOf, type Part, textOf, type Zip } from './zip.ts'

/** A sheet as the workbook lists it. */
export type SheetEntry = { name: string; hidden: boolean; part: Part; path: string }

/** What the workbook says of itself: its parts by role, its sheets in order, how its days count. */
export type Package = {
  path: string
  xml: string
  sheets: SheetEntry[]
  strings: Part | undefined
  stylesPath: string | undefined
  meanings: Meaning[]
  since1904: boolean
}

/** Reads the list of contents of a workbook; refuses a package that is something else. */
export async function openPackage(zip: Zip): Promise<Package> {
  const path = mainPath((await textOf(zip, '_rels/.rels')) ?? '')
  if (zip.parts.has('xl/workbook.bin')) throw unreadable('binary')
  const xml = path === undefined ? null : await textOf(zip, path)
  if (path === undefined || xml === null || !/<(?:[\w.-]+:)?workbook[\s>]/.test(xml)) throw unreadable(await otherKind(zip))
  const targets = await targetsOf(zip, path)
  const stylesPath = targets.find(({ type }) => type === 'styles')?.path
  const stringsPath = targets.find(({ type }) => type === 'sharedStrings')?.path
  const styles = stylesPath === undefined ? null : await textOf(zip, stylesPath, 64 * 2 ** 20)
  return {
    path,
    xml,
    sheets: sheetsIn(xml, targets, zip),
    strings: stringsPath === undefined ? undefined : zip.parts.get(keyOf(stringsPath)),
    stylesPath,
    meanings: styles === null ? [] : meaningsIn(styles),
    since1904: tagsOf(xml, 'workbookPr').some(({ date1904 }) => date1904 === '1' || date1904 === 'true'),
  }
}

function mainPath(rels: string): string | undefined {
  return tagsOf(rels, 'Relationship')
    .find(({ Type }) => Type?.endsWith('/officeDocument'))
    ?.Target?.replace(/^\//, '')
}

async function otherKind(zip: Zip) {
  if ((await textOf(zip, 'mimetype'))?.includes('opendocument.spreadsheet')) return 'ods'
  return 'foreign'
}

type Target = { id: string; type: string; path: string }

async function targetsOf(zip: Zip, path: string): Promise<Target[]> {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : ''
  const rels = (await textOf(zip, relsPath(path))) ?? ''
  return tagsOf(rels, 'Relationship').map(({ Id, Type, Target }) => ({
    id: Id ?? '',
    type: Type?.slice(Type.lastIndexOf('/') + 1) ?? '',
    path: resolved(folder, Target ?? ''),
  }))
}

/** The part that lists what another part refers to. */
export function relsPath(path: string): string {
  const cut = path.lastIndexOf('/') + 1
  return `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`
}

function resolved(folder: string, target: string): string {
  return new URL(target, `zip:///${folder}`).pathname.slice(1)
}

function sheetsIn(xml: string, targets: Target[], zip: Zip): SheetEntry[] {
  const listed = /<(?:[\w.-]+:)?sheets[\s>][\s\S]*?<\/(?:[\w.-]+:)?sheets>/.exec(xml)?.[0] ?? ''
  const entries = [...listed.matchAll(/<(?:[\w.-]+:)?sheet\s([^>]*)>/g)].map(([, inside]) => attributesOf(inside!))
  return entries.flatMap((entry) => {
    const id = Object.entries(entry).find(([name]) => name === 'id' || name.endsWith(':id'))?.[1]
    const target = targets.find((each) => each.id === id)
    if (target?.type !== 'worksheet') return []
    const part = zip.parts.get(keyOf(target.path))
    if (!part) throw unreadable('corrupt')
    return [{ name: entry['name'] ?? '', hidden: /hidden/i.test(entry['state'] ?? ''), part, path: target.path }]
  })
}
