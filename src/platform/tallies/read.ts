import type { Db } from '#platform/db'
import { everyChange, type Fact, numberOf, openingOf, type Slice, targetsOf, yearOf } from './facts.ts'
import { factColumns } from './fold.ts'
import { addBetween, CELLS, everyPair, unpack } from './packing.ts'

/** Figures by name: `sex.male`, `age.35`, `standing.full`, `tag.migrant`. What is nought is missing. */
export type Tally = Record<string, number>

/** Figures of a node and all below it, and of its slice of a kind, on a day. */
export type Counted = { node: string; slice: string; day: string; counts: Tally }

type Row = {
  what: 'sum' | 'year' | null
  node: string
  slice: string
  asOf: string
  year: number
  body: Buffer
  opening: Buffer
  whole: boolean
  fact: Fact | null
  cells: Record<string, number> | null
}

/**
 * The figures of some nodes at the end of some days, exact, in one statement: the packed sums, what happened between their day and the
 * days asked for, and what is not folded yet. Only nodes within the caller's scope; nodes without anybody are missing.
 * `by` adds the node's slices of that kind (who stands below it, not with it itself); `sensitive` reads the closed tags instead.
 */
export async function readTallies(
  db: Db,
  nodes: readonly string[],
  days: readonly string[],
  { by, sensitive = false }: { by?: Slice | undefined; sensitive?: boolean } = {},
): Promise<Counted[]> {
  if (sensitive) await db.$client.query(`set local app.sensitive = 'on'`)
  const name = sensitive ? 'sensitive' : ''
  const wanted = [...new Set(days)]
  const { rows } = await db.$client.query<Row>({
    name: 'tallies.read',
    text: statement,
    values: [nodes, name, by ? `${by}:` : null, wanted, wanted.map(yearOf)],
  })
  if (sensitive) await db.$client.query(`set local app.sensitive = 'off'`)
  return sumUp(rows.slice(1), rows[0]!.cells ?? {}, {
    nodes: new Set(nodes),
    days: wanted,
    isWanted: (slice) => slice === name || !!(by && slice.startsWith(`${by}:`)),
  })
}

// One statement and so one snapshot: a fold that commits meanwhile is seen whole or not at all.
const statement = `
  with t as materialized (
    select union_id, slice, as_of, counts, opening from tallies
    where union_id = any ($1::uuid[]) and (slice = $2 or starts_with(slice, $3)))
  select null::text as what, null::uuid as node, null::text as slice, null::text as "asOf", null::smallint as year, null::bytea as body, null::bytea as opening,
    null::boolean as whole, null::jsonb as fact, (select jsonb_object_agg(name, id) from tally_cells) as cells
  union all
  select 'sum', union_id, slice, as_of::text, null, counts, opening, null, null, null from t
  union all
  select 'year', y.union_id, y.slice, t.as_of::text, y.year, case when e.whole then y.net else y.events end, null, e.whole, null, null
  from t join tally_years y on y.union_id = t.union_id and y.slice = t.slice
    and (y.year = 0 or y.year between least(extract(year from t.as_of), (select min(d) from unnest($5::int[]) d))
      and greatest(extract(year from t.as_of), (select max(d) from unnest($5::int[]) d))),
    lateral (select y.year > 0 and y.year <> extract(year from t.as_of) and y.year <> all ($5::int[]) as whole) e
  where exists (select 1 from unnest($4::date[]) d where d <> t.as_of and d <> date_trunc('year', t.as_of)::date - 1)
  union all
  select null, null, null, null, null, null, null, null, to_jsonb(f), null from (select ${factColumns} from tally_facts_of($1::uuid[])) f`

type Asked = { nodes: ReadonlySet<string>; days: readonly string[]; isWanted: (slice: string) => boolean }

function sumUp(rows: readonly Row[], cells: Record<string, number>, { nodes, days, isWanted }: Asked): Counted[] {
  const found = new Map<string, Omit<Counted, 'counts'> & { sums: Int32Array }>()
  const sumsAt = (node: string, slice: string, day: string) => {
    const key = `${node}|${slice}|${day}`
    let counted = found.get(key)
    if (!counted) found.set(key, (counted = { node, slice, day, sums: new Int32Array(CELLS) }))
    return counted.sums
  }
  const names: string[] = []
  for (const [name, id] of Object.entries(cells)) names[id] = name
  // A value that nobody had before has no number until it is folded.
  const numberFor = (name: string) => (cells[name] ??= names.push(name) - 1)
  for (const row of rows) {
    if (row.what === 'sum') for (const day of days) addSum(row, day, sumsAt(row.node, row.slice, day))
    if (row.what === 'year') for (const day of days) addYear(row, day, sumsAt(row.node, row.slice, day))
    if (!row.fact) continue
    for (const { node, slice } of targetsOf(row.fact))
      if (nodes.has(node) && isWanted(slice))
        everyChange(row.fact, (on, cell, change) => {
          for (const day of days) if (on <= day) sumsAt(node, slice, day)[numberFor(cell)]! += change
        })
  }
  return [...found.values()].map(({ sums, ...at }) => ({ ...at, counts: named(sums, names) }))
}

function named(sums: Int32Array, names: readonly string[]): Tally {
  const counts: Tally = {}
  names.forEach((name, cell) => sums[cell] && (counts[name] = sums[cell]))
  return counts
}

function addSum({ asOf, body, opening }: Row, day: string, sums: Int32Array) {
  everyPair(unpack(day === openingOf(asOf) ? opening : body), (cell, value) => (sums[cell]! += value))
}

/** Adds what a piece of history says happened between the day of the sums and the day asked for, or takes it away again. */
function addYear({ asOf, year, body, whole }: Row, day: string, sums: Int32Array) {
  if (day === asOf || day === openingOf(asOf)) return
  const sign = day > asOf ? 1 : -1
  const [from, to] = day > asOf ? [asOf, day] : [day, asOf]
  if (year && (year < yearOf(from) || year > yearOf(to))) return
  if (whole) everyPair(unpack(body), (cell, value) => (sums[cell]! += sign * value))
  else addBetween(unpack(body), [numberOf(from), numberOf(to)], sums, sign)
}
