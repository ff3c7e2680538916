import { isSame } from '#kit/merge'
import { open, seal } from '#platform/secrets'
import type { VisitRecord } from '../contract.ts'
import { isSealed, sealedFields } from '../rules.ts'

type Entry = { record: VisitRecord; sealed: string | null }

/** The whole record, sealed fields opened. */
export const wholeRecord = ({ record, sealed }: Entry): VisitRecord => ({
  ...record,
  ...(sealed && (JSON.parse(open('visits.sealed', sealed)) as VisitRecord)),
})

/** A whole record as its columns: the open fields, the sealed ones, and what is searched and counted by. */
export function columnsOf(whole: VisitRecord) {
  const entries = Object.entries(whole).filter(([, value]) => !isSame(value, null))
  const hidden = entries.filter(([field]) => isSealed(field))
  return {
    record: Object.fromEntries(entries.filter(([field]) => !isSealed(field))) as VisitRecord,
    sealed: hidden.length ? seal('visits.sealed', JSON.stringify(Object.fromEntries(hidden))) : null,
    visitedOn: whole.visitedOn ?? null,
    themes: whole.themes ?? [],
  }
}

/** The sealed fields alone. */
export const privateOf = (entry: Entry) => {
  const whole = wholeRecord(entry)
  return Object.fromEntries(sealedFields.map((field) => [field, whole[field as keyof VisitRecord] ?? null]))
}

export type Change = { field: string; from: unknown; to: unknown }
export const sealChanges = (changes: readonly Change[]) => seal('visit_revisions.changes_sealed', JSON.stringify(changes))
export const openChanges = (text: string) => JSON.parse(open('visit_revisions.changes_sealed', text)) as Change[]

export type Both = { base: unknown; stood: unknown; came: unknown }
export const sealBoth = (both: Both) => seal('visit_conflicts.values_sealed', JSON.stringify(both))
export const openBoth = (text: string) => JSON.parse(open('visit_conflicts.values_sealed', text)) as Both
