/** A column of another module that names a person. `alongside`: columns that are unique together with it. */
export type Reference = { table: string; column: string; alongside?: readonly string[] }

const registered: Reference[] = []

/**
 * Says that `column` of `table` names a person, so that merging two records carries its rows over (and back), and undoing an
 * import leaves alone whom others already rely on. The table needs an `id`. Rows that would clash with one the kept record
 * already has (`alongside`) stay with the merged record. Gives what takes it back.
 */
export function onMerge(table: string, column: string, alongside: readonly string[] = []): () => void {
  if (![table, column, ...alongside].every((name) => /^[a-z_]+$/.test(name))) throw new Error(`not a column: ${table}.${column}`)
  const isSame = (one: Reference) => one.table === table && one.column === column
  if (!registered.some(isSame)) registered.push({ table, column, alongside })
  return () => void registered.splice(registered.findIndex(isSame), 1)
}

export const references = (): readonly Reference[] => registered
