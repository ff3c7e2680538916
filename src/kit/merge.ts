/** A record as it crosses the wire: field by field, plain JSON. */
export type Values = Readonly<Record<string, unknown>>
/**
 * How two changes of one field meet. `whole`: one value, so two different ones conflict. `set`: a list of texts, each kept or taken
 * out by itself. `map`: a table of keys, each key a field of its own (named `field.key` in a conflict).
 */
export type FieldKind = 'whole' | 'set' | 'map'
export type Kinds = Readonly<Record<string, FieldKind>>
/** A field that both sides changed, each in another way: neither is taken, both are here. */
export type Conflict = { field: string; base: unknown; left: unknown; right: unknown }
export type Merged = { values: Record<string, unknown>; conflicts: Conflict[] }

/**
 * Merges two changed copies of one record with the copy both began from, field by field. Deterministic and symmetric: `left` and
 * `right` exchanged give the same values and the same conflicts with their sides exchanged. A field in conflict keeps its base value
 * in `values`; no changed value is ever dropped. Fields without a kind are `whole`.
 */
export function merge(base: Values, left: Values, right: Values, kinds: Kinds = {}): Merged {
  const values: Record<string, unknown> = {}
  const conflicts: Conflict[] = []
  for (const field of fieldsOf(base, left, right)) {
    const met = mergers[kinds[field] ?? 'whole'](field, base[field], left[field], right[field])
    if (!isEmpty(met.value)) values[field] = met.value
    conflicts.push(...met.conflicts)
  }
  return { values, conflicts }
}

/** The fields in which a copy differs from the one it began from, with both values: what a device sends. */
export function changedFields(base: Values, mine: Values): string[] {
  return fieldsOf(base, mine).filter((field) => !isSame(base[field], mine[field]))
}

/** Whether two values say the same; nothing, null, an empty text and an empty list all say nothing. */
export const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other)

/** Puts one value into a record at the name a conflict carries (`place`, or `met.worker`); gives a new record. */
export function withField(values: Values, field: string, value: unknown): Record<string, unknown> {
  const [name, key] = pathOf(field)
  if (key === undefined) return without({ ...values, [name]: value })
  return without({ ...values, [name]: without({ ...asMap(values[name]), [key]: value }) })
}

/** The value at the name a conflict carries. */
export function fieldOf(values: Values, field: string): unknown {
  const [name, key] = pathOf(field)
  return key === undefined ? values[name] : asMap(values[name])[key]
}

type Met = { value: unknown; conflicts: Conflict[] }
type Merger = (field: string, base: unknown, left: unknown, right: unknown) => Met

const mergers: Record<FieldKind, Merger> = { whole: mergeWhole, set: mergeSet, map: mergeMap }

function mergeWhole(field: string, base: unknown, left: unknown, right: unknown): Met {
  if (isSame(left, right) || isSame(base, right)) return { value: isSame(left, right) ? lower(left, right) : left, conflicts: [] }
  if (isSame(base, left)) return { value: right, conflicts: [] }
  return { value: base, conflicts: [{ field, base, left, right }] }
}

function mergeSet(_field: string, base: unknown, left: unknown, right: unknown): Met {
  const [was, one, other] = [asList(base), asList(left), asList(right)]
  const kept = was.filter((item) => one.includes(item) && other.includes(item))
  const added = [...one, ...other].filter((item) => !was.includes(item))
  return { value: [...kept, ...[...new Set(added)].sort()], conflicts: [] }
}

function mergeMap(field: string, base: unknown, left: unknown, right: unknown): Met {
  const { values, conflicts } = merge(asMap(base), asMap(left), asMap(right))
  return { value: values, conflicts: conflicts.map((conflict) => ({ ...conflict, field: `${field}.${conflict.field}` })) }
}

const fieldsOf = (...records: Values[]) => [...new Set(records.flatMap((record) => Object.keys(record)))].sort()
const asList = (value: unknown) => [...new Set(Array.isArray(value) ? value.map(String) : [])]
const asMap = (value: unknown): Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {}
const isEmpty = (value: unknown) => canonical(value) === ''
const without = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)))
/** Values that say the same may be written differently; the choice between them must not depend on the side. */
const lower = (one: unknown, other: unknown) => (JSON.stringify(one ?? null) <= JSON.stringify(other ?? null) ? one : other)

function pathOf(field: string): [name: string, key: string | undefined] {
  const dot = field.indexOf('.')
  return dot < 0 ? [field, undefined] : [field.slice(0, dot), field.slice(dot + 1)]
}

function canonical(value: unknown): string {
  if (value === undefined || value === null || value === '') return ''
  if (Array.isArray(value)) return value.length ? `[${value.map(canonical).join()}]` : ''
  if (typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const text = canonical(inner)
    return text === '' ? [] : [`${JSON.stringify(key)}:${text}`]
  })
  return entries.length ? `{${entries.sort().join()}}` : ''
}
