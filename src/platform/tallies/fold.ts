import type { Pool } from 'pg'
import { type Db, everywhere, within } from '#platform/db'
import { everyChange, type Fact, placeInYear, targetsOf, yearOf } from './facts.ts'
import { added, cellIn, codeOf, dayIn, everyPair, fromMap, netOf, pack, type Pairs, pairsOf, signed, unpack } from './packing.ts'

/** Rows of `tally_facts` added in one transaction. */
const BATCH = 20_000
/** Nodes brought to the new day in one transaction. */
const NODES = 500

export type Folding = { pool: Pool; region: string; today: string }

/**
 * Adds what has happened since into the sums, and brings the sums to today. Figures are exact without it; it makes reading them fast.
 * To be called every few seconds and after an act on many rows. One at a time: whoever finds another at work leaves it to him.
 * Gives how many facts were added.
 */
export async function foldTallies({ pool, region, today }: Folding): Promise<number> {
  const frame = { region, role: 'post' as const, ...everywhere }
  let folded = 0
  for (;;) {
    const count = await within(pool, frame, (db) => (async () => ((await isAlone(db)) ? foldBatch(db, today) : 0))())
    folded += count
    if (count < BATCH) break
  }
  while (await within(pool, frame, async (db) => (await isAlone(db)) && (await advance(db, today)) === NODES));
  return folded
}

async function isAlone({ $client }: Db) {
  await $client.query(`set local app.sensitive = 'on'`)
  const { rows } = await $client.query(`select pg_try_advisory_xact_lock(7410031, hashtext(current_schema())) as mine`)
  return rows[0]!.mine as boolean
}

export const factColumns = `sign, own, above, kind, unit_type as "unitType", sector, from_on::text as "fromOn", until_on::text as "untilOn",
  standing, came, went, birth_on::text as "birthOn", facts, tag, sensitive`

async function foldBatch(db: Db, today: string) {
  const { rows } = await db.$client.query<Fact>(
    `delete from tally_facts where id in (select id from tally_facts order by id limit ${BATCH}) returning ${factColumns}`,
  )
  if (!rows.length) return 0
  const cells = await cellNumbers(db, rows)
  const sums = sumsOf(rows, cells)
  await addYears(db, sums)
  await addSums(db, sums, today)
  return rows.length
}

/** The number of each cell; new cells get theirs. */
async function cellNumbers({ $client }: Db, facts: readonly Fact[]) {
  const { rows } = await $client.query<{ id: number; name: string }>('select id, name from tally_cells')
  const numbers = new Map(rows.map(({ id, name }) => [name, id]))
  const made: string[] = []
  for (const fact of facts)
    everyChange(fact, (_day, cell) => {
      if (numbers.has(cell)) return
      numbers.set(cell, numbers.size + 1)
      made.push(cell)
    })
  if (made.length)
    await $client.query('insert into tally_cells (id, name) select * from unnest($1::smallint[], $2::text[])', [
      made.map((name) => numbers.get(name)),
      made,
    ])
  return numbers
}

/** Changes by node and slice, then by year. */
type Sum = { node: string; slice: string; years: Map<number, Pairs> }

function sumsOf(facts: readonly Fact[], cells: ReadonlyMap<string, number>): Sum[] {
  const places = new Map<string, { targets: ReturnType<typeof targetsOf>; years: Map<number, number[]> }>()
  for (const fact of facts) {
    const key = [fact.own, fact.above.join(), fact.kind, fact.unitType, fact.sector, fact.sensitive].join('|')
    let place = places.get(key)
    if (!place) places.set(key, (place = { targets: targetsOf(fact), years: new Map() }))
    const { years } = place
    everyChange(fact, (day, cell, change) => {
      const year = yearOf(day)
      const codes = years.get(year) ?? []
      if (!codes.length) years.set(year, codes)
      codes.push(signed(codeOf(placeInYear(day), cells.get(cell)!), change))
    })
  }
  const sums = new Map<string, Sum>()
  for (const { targets, years } of places.values()) {
    const packed = [...years].map(([year, codes]) => [year, pairsOf(codes)] as const)
    for (const { node, slice } of targets) {
      const key = `${node}|${slice}`
      let sum = sums.get(key)
      if (!sum) sums.set(key, (sum = { node, slice, years: new Map() }))
      for (const [year, pairs] of packed) {
        const before = sum.years.get(year)
        sum.years.set(year, before ? added(before, pairs) : pairs)
      }
    }
  }
  return [...sums.values()]
}

type Row = { node: string; slice: string; year: number; events: Pairs }

async function addYears({ $client }: Db, sums: readonly Sum[]) {
  const rows: Row[] = sums.flatMap(({ node, slice, years }) =>
    [...years].flatMap(([year, events]) => (events.length ? [{ node, slice, year, events }] : [])),
  )
  const keys = [rows.map(({ node }) => node), rows.map(({ slice }) => slice), rows.map(({ year }) => year)]
  const { rows: there } = await $client.query<{ key: string; events: Buffer }>(
    `select y.union_id || '|' || y.slice || '|' || y.year as key, y.events from unnest($1::uuid[], $2::text[], $3::smallint[]) k(union_id, slice, year)
     join tally_years y using (union_id, slice, year)`,
    keys,
  )
  const before = new Map(there.map(({ key, events }) => [key, unpack(events)]))
  const events = rows.map((row) => {
    const had = before.get(`${row.node}|${row.slice}|${row.year}`)
    return had ? added(had, row.events) : row.events
  })
  await $client.query(
    `insert into tally_years (union_id, union_path, slice, year, net, events)
     select k.union_id, u.path, k.slice, k.year, k.net, k.events
     from unnest($1::uuid[], $2::text[], $3::smallint[], $4::bytea[], $5::bytea[]) k(union_id, slice, year, net, events)
     join unions u on u.id = k.union_id
     on conflict (union_id, slice, year) do update set net = excluded.net, events = excluded.events`,
    [...keys, events.map((pairs) => pack(netOf(pairs))), events.map(pack)],
  )
}

async function addSums(db: Db, sums: readonly Sum[], today: string) {
  const { rows } = await db.$client.query<{ key: string; day: string; counts: Buffer }>(
    `select t.union_id || '|' || t.slice as key, t.as_of::text as day, t.counts from unnest($1::uuid[], $2::text[]) k(union_id, slice)
     join tallies t using (union_id, slice)`,
    [sums.map(({ node }) => node), sums.map(({ slice }) => slice)],
  )
  const before = new Map(rows.map(({ key, day, counts }) => [key, { day, counts: unpack(counts) }]))
  await writeSums(
    db,
    sums.map(({ node, slice, years }) => {
      const { day, counts } = before.get(`${node}|${slice}`) ?? { day: today, counts: new Int32Array() }
      return { node, slice, day, counts: added(counts, until(years, day)) }
    }),
  )
}

/** What the events of some years come to at the end of a day. */
function until(years: ReadonlyMap<number, Pairs>, day: string): Pairs {
  const totals = new Map<number, number>()
  const [lastYear, lastDay] = [yearOf(day), placeInYear(day)]
  for (const [year, events] of years)
    if (year <= lastYear)
      everyPair(events, (code, value) => {
        if (year < lastYear || dayIn(code) <= lastDay) totals.set(cellIn(code), (totals.get(cellIn(code)) ?? 0) + value)
      })
  return fromMap(totals)
}

type Written = { node: string; slice: string; day: string; counts: Pairs }

const writeSums = ({ $client }: Db, sums: readonly Written[]) =>
  $client.query(
    `insert into tallies (union_id, union_path, slice, as_of, counts)
     select k.union_id, u.path, k.slice, k.as_of, k.counts
     from unnest($1::uuid[], $2::text[], $3::date[], $4::bytea[]) k(union_id, slice, as_of, counts) join unions u on u.id = k.union_id
     on conflict (union_id, slice) do update set as_of = excluded.as_of, counts = excluded.counts`,
    [
      sums.map(({ node }) => node),
      sums.map(({ slice }) => slice),
      sums.map(({ day }) => day),
      sums.map(({ counts }) => pack(counts)),
    ],
  )

/** Brings sums of an earlier day to today: the birthdays since then, and whatever was dated ahead. Gives how many nodes. */
async function advance(db: Db, today: string): Promise<number> {
  const { rows } = await db.$client.query<{
    node: string
    slice: string
    day: string
    counts: Buffer
    years: { year: number; events: string }[]
  }>(
    `select t.union_id as node, t.slice, t.as_of::text as day, t.counts, (
        select coalesce(jsonb_agg(jsonb_build_object('year', y.year, 'events', encode(y.events, 'base64'))), '[]') from tally_years y
        where y.union_id = t.union_id and y.slice = t.slice and y.year between extract(year from t.as_of) and $2) as years
     from tallies t where t.as_of < $1 order by t.as_of limit ${NODES}`,
    [today, yearOf(today)],
  )
  await writeSums(
    db,
    rows.map(({ node, slice, day, counts, years }) => {
      const events = new Map(years.map((one) => [one.year, unpack(Buffer.from(one.events, 'base64'))]))
      const since = added(until(events, today), negated(until(events, day)))
      return { node, slice, day: today, counts: added(unpack(counts), since) }
    }),
  )
  return rows.length
}

const negated = (pairs: Pairs) => pairs.map((value, at) => (at % 2 ? -value : value))
