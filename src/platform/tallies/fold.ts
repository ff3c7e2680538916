import type { Pool } from 'pg'
import { type Db, everywhere, within } from '#platform/db'
import { everyChange, type Fact, numberOf, openingOf, targetsOf, yearIn, yearOf } from './facts.ts'
import { added, codeOf, dayIn, everyPair, netOf, pack, type Pairs, pairsOf, signed, unpack } from './packing.ts'

/** Rows of `tally_facts` added in one transaction. */
const BATCH = 50_000
/** Up to so many pairs the whole history of a node is one row, and above it a row a year: most nodes are small, and small rows are dear. */
const WHOLE = 4096
/** Nodes written in one statement. */
const NODES = 200

/** `whole`: up to so many changes a node's history is one row. */
export type Folding = { pool: Pool; region: string; today: string; whole?: number }

/**
 * Adds what has happened since into the sums, and brings the sums to today. Figures are exact without it; it makes reading them fast.
 * To be called every few seconds and after an act on many rows. One at a time: whoever finds another at work leaves it to him.
 * Gives how many facts were added.
 */
export async function foldTallies({ pool, region, today, whole = WHOLE }: Folding): Promise<number> {
  const frame = { region, role: 'post' as const, ...everywhere }
  let folded = 0
  for (;;) {
    const count = await within(pool, frame, (db) => (async () => ((await isAlone(db)) ? foldBatch(db, today, whole) : 0))())
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

async function foldBatch(db: Db, today: string, most: number) {
  const { rows } = await db.$client.query<Fact>(
    `delete from tally_facts where id in (select id from tally_facts order by id limit ${BATCH}) returning ${factColumns}`,
  )
  if (!rows.length) return 0
  const parts = partsOf(rows, await cellNumbers(db, rows))
  // Some nodes at a time: what the database is handed in one statement stays small.
  for (let at = 0; at < parts.length; at += NODES) {
    const some = parts.slice(at, at + NODES).map(({ node, slice, codes }) => ({ node, slice, events: pairsOf(codes) }))
    const kept = await keptSums(db, some, today)
    const histories = await keptHistories(db, some, kept)
    const written = some.map((sum) => grown(sum, kept.get(keyOf(sum))!, histories.get(keyOf(sum)) ?? new Map(), most))
    await writeHistories(db, written)
    await writeSums(db, written)
  }
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

type Key = { node: string; slice: string }
const keyOf = ({ node, slice }: Key) => `${node}|${slice}`
type Sum = Key & { events: Pairs }
type Parts = Key & { codes: number[][] }

/** The changes at each node and slice, as they come from its places: not yet put together, since a place counts at many nodes. */
function partsOf(facts: readonly Fact[], cells: ReadonlyMap<string, number>): Parts[] {
  const all = new Map<string, Parts>()
  for (const { targets, codes } of placesOf(facts, cells))
    for (const target of targets) {
      const parts = all.get(keyOf(target))
      if (parts) parts.codes.push(codes)
      else all.set(keyOf(target), { ...target, codes: [codes] })
    }
  return [...all.values()]
}

/** The changes of each place: worked out once, then added wherever the place counts. */
function placesOf(facts: readonly Fact[], cells: ReadonlyMap<string, number>) {
  const places = new Map<string, { targets: Key[]; codes: number[] }>()
  for (const fact of facts) {
    const key = [fact.own, fact.above.join(), fact.kind, fact.unitType, fact.sector, fact.sensitive].join('|')
    let place = places.get(key)
    if (!place) places.set(key, (place = { targets: targetsOf(fact), codes: [] }))
    const { codes } = place
    everyChange(fact, (day, cell, change) => codes.push(signed(codeOf(numberOf(day), cells.get(cell)!), change)))
  }
  return places.values()
}

type Kept = { day: string; counts: Pairs; opening: Pairs; split: boolean }

/** The sums as they are; a node met for the first time begins with nothing, today. */
async function keptSums({ $client }: Db, sums: readonly Sum[], today: string) {
  const { rows } = await $client.query<{ key: string; day: string; counts: Buffer; opening: Buffer; split: boolean }>(
    `select t.union_id || '|' || t.slice as key, t.as_of::text as day, t.counts, t.opening, t.split
     from unnest($1::uuid[], $2::text[]) k(union_id, slice) join tallies t using (union_id, slice)`,
    [sums.map(({ node }) => node), sums.map(({ slice }) => slice)],
  )
  const kept = new Map<string, Kept>(
    sums.map((sum) => [keyOf(sum), { day: today, counts: new Int32Array(), opening: new Int32Array(), split: false }]),
  )
  for (const { key, day, counts, opening, split } of rows)
    kept.set(key, { day, counts: unpack(counts), opening: unpack(opening), split })
  return kept
}

/** By year; a history in one piece stands under 0. */
type History = Map<number, Pairs>

function byYear(events: Pairs): History {
  const years = new Map<number, number[]>()
  everyPair(events, (code, value) => {
    const year = yearIn(dayIn(code))
    const pairs = years.get(year)
    if (pairs) pairs.push(code, value)
    else years.set(year, [code, value])
  })
  return new Map([...years].map(([year, pairs]) => [year, Int32Array.from(pairs)]))
}

async function keptHistories({ $client }: Db, sums: readonly Sum[], kept: ReadonlyMap<string, Kept>) {
  const wanted = sums.flatMap((sum) =>
    (kept.get(keyOf(sum))!.split ? [...byYear(sum.events).keys()] : [0]).map((year) => ({ ...sum, year })),
  )
  const { rows } = await $client.query<{ key: string; year: number; events: Buffer }>(
    `select y.union_id || '|' || y.slice as key, y.year, y.events
     from unnest($1::uuid[], $2::text[], $3::smallint[]) k(union_id, slice, year) join tally_years y using (union_id, slice, year)`,
    [wanted.map(({ node }) => node), wanted.map(({ slice }) => slice), wanted.map(({ year }) => year)],
  )
  const histories = new Map<string, History>()
  for (const { key, year, events } of rows) histories.set(key, (histories.get(key) ?? new Map()).set(year, unpack(events)))
  return histories
}

type Written = Key & Kept & { history: History; isNewlySplit: boolean }

/** A node's sums and the pieces of its history that change. */
function grown({ node, slice, events }: Sum, { day, counts, opening, split }: Kept, before: History, most: number): Written {
  const upTo = (end: string, sums: Pairs) =>
    added(
      sums,
      netOf(events, (at) => at <= numberOf(end)),
    )
  const sum = { node, slice, day, counts: upTo(day, counts), opening: upTo(openingOf(day), opening) }
  const whole = split ? events : added(before.get(0) ?? new Int32Array(), events)
  if (!split && whole.length <= 2 * most) return { ...sum, split, history: new Map([[0, whole]]), isNewlySplit: false }
  const years = [...byYear(whole)].map(([year, pairs]) => [year, added(before.get(year) ?? new Int32Array(), pairs)] as const)
  return { ...sum, split: true, history: new Map(years), isNewlySplit: !split }
}

async function writeHistories({ $client }: Db, written: readonly Written[]) {
  const split = written.filter(({ isNewlySplit }) => isNewlySplit)
  if (split.length)
    await $client.query(
      'delete from tally_years y using unnest($1::uuid[], $2::text[]) k(node, slice) where y.union_id = k.node and y.slice = k.slice and y.year = 0',
      [split.map(({ node }) => node), split.map(({ slice }) => slice)],
    )
  const rows = written.flatMap(({ node, slice, history }) =>
    [...history].map(([year, events]) => ({ node, slice, year, events })),
  )
  const bodies = rows.flatMap(({ year, events }) => [pack(year ? netOf(events) : new Int32Array()), pack(events)])
  const starts: number[] = []
  bodies.reduce((at, { length }) => (starts.push(at), at + length), 1)
  // One piece of bytes, cut up by the database: a list of pieces would travel as letters.
  await $client.query(
    `insert into tally_years (union_id, union_path, slice, year, net, events)
     select k.union_id, u.path, k.slice, k.year, substring($4::bytea from k.net_at for k.events_at - k.net_at),
       substring($4::bytea from k.events_at for k.size)
     from unnest($1::uuid[], $2::text[], $3::smallint[], $5::int[], $6::int[], $7::int[]) k(union_id, slice, year, net_at, events_at, size)
     join unions u on u.id = k.union_id
     on conflict (union_id, slice, year) do update set net = excluded.net, events = excluded.events`,
    [
      rows.map(({ node }) => node),
      rows.map(({ slice }) => slice),
      rows.map(({ year }) => year),
      Buffer.concat(bodies),
      rows.map((_, at) => starts[2 * at]),
      rows.map((_, at) => starts[2 * at + 1]),
      rows.map((_, at) => bodies[2 * at + 1]!.length),
    ],
  )
}

const writeSums = ({ $client }: Db, sums: readonly (Key & Kept)[]) =>
  $client.query(
    `insert into tallies (union_id, union_path, slice, as_of, counts, opening, split)
     select k.union_id, u.path, k.slice, k.as_of, k.counts, k.opening, k.split
     from unnest($1::uuid[], $2::text[], $3::date[], $4::bytea[], $5::bytea[], $6::boolean[]) k(union_id, slice, as_of, counts, opening, split)
     join unions u on u.id = k.union_id
     on conflict (union_id, slice) do update set as_of = excluded.as_of, counts = excluded.counts, opening = excluded.opening,
       split = excluded.split`,
    [
      sums.map(({ node }) => node),
      sums.map(({ slice }) => slice),
      sums.map(({ day }) => day),
      sums.map(({ counts }) => pack(counts)),
      sums.map(({ opening }) => pack(opening)),
      sums.map(({ split }) => split),
    ],
  )

type Behind = Key & { day: string; counts: Buffer; opening: Buffer; split: boolean; events: string[] }

/** Brings sums of an earlier day to today: the birthdays since then, and whatever was dated ahead. Gives how many nodes. */
async function advance(db: Db, today: string): Promise<number> {
  const { rows } = await db.$client.query<Behind>(
    `select t.union_id as node, t.slice, t.as_of::text as day, t.counts, t.opening, t.split,
        array(select encode(y.events, 'base64') from tally_years y where y.union_id = t.union_id and y.slice = t.slice
          and (y.year = 0 or y.year between extract(year from t.as_of) and $2)) as events
     from tallies t where t.as_of < $1 order by t.as_of limit ${NODES}`,
    [today, yearOf(today)],
  )
  if (!rows.length) return 0
  await writeSums(
    db,
    rows.map(({ day, counts, opening, events, ...row }) => {
      const pieces = events.map((body) => unpack(Buffer.from(body, 'base64')))
      const since = (upTo: string) =>
        pieces.map((pairs) => netOf(pairs, (at) => at > numberOf(day) && at <= numberOf(upTo))).reduce(added, unpack(counts))
      const isNewYear = openingOf(day) !== openingOf(today)
      return { ...row, day: today, counts: since(today), opening: isNewYear ? since(openingOf(today)) : unpack(opening) }
    }),
  )
  return rows.length
}
