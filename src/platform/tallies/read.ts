import type { Db } from '#platform/db'
import { everyChange, type Fact, numberOf, openingOf, type Slice, targetsOf, yearOf } from './facts.ts'
import { factColumns } from './fold.ts'
import { cellIn, dayIn, everyPair, unpack } from './packing.ts'

/** Figures by name: `sex.male`, `age.35`, `standing.full`, `tag.migrant`. What is nought is missing. */
export type Tally = Record<string, number>

/** Figures of a node and all below it, and of its slice of a kind, on a day. */
export type Counted = { node: string; slice: string; day: string; counts: Tally }

type Kept = {
  what: 'sum' | 'year'
  node: string
  slice: string
  asOf: string
  year: number
  body: Buffer
  opening: Buffer
  whole: boolean
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
  const { rows } = await db.$client.query<
    { kept: Kept | null; body: Buffer | null; fact: Fact | null; cells: Record<string, number> | null } & Kept
  >({
    name: 'tallies.read',
    text: statement,
    values: [nodes, name, by ? `${by}:` : null, wanted, wanted.map(yearOf)],
  })
  if (sensitive) await db.$client.query(`set local app.sensitive = 'off'`)
  const cells = new Map(Object.entries(rows[0]!.cells ?? {}).map(([cell, id]) => [id, cell]))
  return sumUp(rows.slice(1), cells, {
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
type Got = Kept & { fact: Fact | null }

function sumUp(rows: readonly Got[], cells: ReadonlyMap<number, string>, { nodes, days, isWanted }: Asked): Counted[] {
  const found = new Map<string, Counted>()
  const at = (node: string, slice: string, day: string) => {
    const key = `${node}|${slice}|${day}`
    let counted = found.get(key)
    if (!counted) found.set(key, (counted = { node, slice, day, counts: {} }))
    return counted.counts
  }
  const add = (counts: Tally, cell: string, value: number) => {
    const sum = (counts[cell] ?? 0) + value
    if (sum) counts[cell] = sum
    else delete counts[cell]
  }
  for (const { what, node, slice, asOf, year, body, opening, whole, fact } of rows) {
    if (fact)
      for (const target of targetsOf(fact))
        if (nodes.has(target.node) && isWanted(target.slice))
          everyChange(fact, (day, cell, change) => {
            for (const asked of days) if (day <= asked) add(at(target.node, target.slice, asked), cell, change)
          })
    if (what === 'sum') {
      const [now, then] = [unpack(body), unpack(opening)]
      for (const day of days)
        everyPair(day === openingOf(asOf) ? then : now, (cell, value) => add(at(node, slice, day), cells.get(cell)!, value))
    }
    if (what === 'year') {
      const pairs = unpack(body)
      for (const day of days) {
        if (day === openingOf(asOf)) continue
        const sign = day > asOf ? 1 : -1
        const [from, to] = day > asOf ? [asOf, day] : [day, asOf]
        const isIn = between(from, to, year)
        if (isIn)
          everyPair(
            pairs,
            (code, value) =>
              (whole || isIn(dayIn(code))) && add(at(node, slice, day), cells.get(whole ? code : cellIn(code))!, sign * value),
          )
      }
    }
  }
  return [...found.values()]
}

/** Whether a piece of history says what happened after `from` and not after `to`, and which of its days do. */
function between(from: string, to: string, year: number) {
  if (from === to || (year && (year < yearOf(from) || year > yearOf(to)))) return undefined
  const [after, upTo] = [numberOf(from), numberOf(to)]
  return (dayNumber: number) => dayNumber > after && dayNumber <= upTo
}
