/** A column of another module that names a person. `alongside`: columns that are unique together with it. */
export type Reference = { table: string; column: string; alongside?: readonly string[] }

const registered: Reference[] = []

/**
 * Says that `column` of `table` names a person, so that merging two records carries its rows over (and back), and undoing an
 * import leaves alone whom others already rely on. The table needs an `id`. Rows that would clash with one the kept record
 * already has (`alongside`) stay with the merged record.
 */
export function onMerge(table: string, column: string, alongside: readonly string[] = []) {
  if (![table, column, ...alongside].every((name) => /^[a-z_]+$/.test(name))) throw new Error(`not a column: ${table}.${column}`)
  if (!registered.some((one) => one.table === table && one.column === column)) registered.push({ table, column, alongside })
}

export const references = (): readonly Reference[] => registered
