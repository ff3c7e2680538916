import type { Field, Values } from '#platform/sheets'
import type { Session } from '#platform/session'

/** Where an import goes: the union chosen for it. */
export type Target = { id: string; path: string; name: string }
/** A row that reads well: where it stands in the file, and its values by field. */
export type Good<F extends readonly Field[] = readonly Field[]> = { sheetIndex: number; row: number; values: Values<F> }
/** What is wrong with a row beside how it is written: by field. */
export type Objection = { sheetIndex: number; row: number; key: string; reason: string }

/** What came of writing some rows: what was made (`ids` when the undo needs them), what was changed, what stood already, and what could not be. */
export type Outcome = { made: number; ids?: string[]; updated: number; same: number; objections: Objection[] }

/** One kind of import: what its workbook holds, how rows are written, and how that is taken back. */
export type Adapter<F extends readonly Field[] = readonly Field[]> = {
  fields: F
  /** Begins a pass over one file; the writer is called with batches of good rows, in order. What a dry run writes is rolled back. */
  writer(
    session: Session,
    target: Target,
    pass: { importId: string; isDry: boolean },
  ): Promise<(rows: Good<F>[]) => Promise<Outcome>>
  /** Takes back what was written; gives how many are gone and how many had to stay. */
  undo(session: Session, importId: string, made: readonly string[]): Promise<{ removed: number; kept: number }>
}

export const objectionsTo = <F extends readonly Field[]>(
  rows: readonly Good<F>[],
  key: string,
  reason: (row: Good<F>) => string | undefined,
) =>
  rows.flatMap((row) => {
    const said = reason(row)
    return said ? [{ sheetIndex: row.sheetIndex, row: row.row, key, reason: said }] : []
  })

/**
 * Finds the union that a roster means by a name: in full, in short, by code, with the usual endings left off, or as the only one whose
 * name contains it (二车间 for 恒达机械二车间分会). `null` when it may be several, `undefined` when there is none.
 */
export function finder(unions: readonly { id: string; name: string; shortName: string | null; code?: string | null }[]) {
  const byName = new Map<string, string | null>()
  const add = (name: string | null | undefined, id: string) => {
    const key = name ? bare(name) : ''
    if (key) byName.set(key, byName.has(key) && byName.get(key) !== id ? null : id)
  }
  for (const { id, name, shortName, code } of unions) {
    add(name, id)
    if (shortName && bare(shortName) !== bare(name)) add(shortName, id)
    add(code, id)
  }
  const seen = new Map<string, string | null | undefined>()
  const containing = (part: string) => {
    const named = unions.filter(({ name }) => bare(name).includes(part))
    // “二车间” is the workshop’s branch, not one of the groups below it that begin with its name.
    const ending = named.filter(({ name }) => bare(name).endsWith(part))
    const [first, ...others] = ending.length === 1 ? ending : named
    return first && (others.length === 0 ? first.id : null)
  }
  return (name: string): string | null | undefined => {
    const key = bare(name)
    if (byName.has(key)) return byName.get(key)
    if (!seen.has(key)) seen.set(key, key.length < 2 ? undefined : containing(key))
    return seen.get(key)
  }
}

const bare = (name: string) =>
  name
    .replace(/[\s（）()·]/g, '')
    .replace(/(工会委员会|委员会|工会小组|工会|分会|小组)$/, '')
    .toLowerCase()
