import { sql } from 'drizzle-orm'
import { enforce, type Session } from '#platform/session'
import { type Counted, readTallies, type Tally } from '#platform/tallies'
import type { BreakdownInput, Cut, Part } from '../contract.ts'
import { mayAsk } from '../rules.ts'
import { countsOf, unionAsked } from './figures.ts'

/** A union's figures taken apart: by the unions directly below it, or by the kind, type of unit or sector of the union each belongs to. */
export async function breakdown(session: Session, { unionId, day = session.today, by, of }: BreakdownInput): Promise<Part[]> {
  enforce(mayAsk(day, day, session.today))
  const union = await unionAsked(session, { unionId })
  const below = by === 'child' ? await childrenOf(session, union.id) : []
  const nodes = [union.id, ...below.map(({ id }) => id)]
  const found = await readTallies(session.db, nodes, [day], by === 'child' ? {} : { by })
  const whole = found.find(({ node, slice }) => node === union.id && !slice)?.counts ?? {}
  const rest = by === 'child' ? childParts(found, below) : sliceParts(found, by)
  const own = rest.reduce((left, { tally }) => less(left, tally), whole)
  const parts =
    by === 'child' ? [...rest, { key: null, name: null, tally: own }] : withOwn(rest, own, await classOf(session, union.id, by))
  return parts
    .map(({ key, name, tally }) => ({ key, name, members: tally['standing.full'] ?? 0, counts: of ? countsOf(tally, of) : [] }))
    .filter(({ members }) => members > 0)
    .sort((a, b) => Number(a.key === null) - Number(b.key === null) || b.members - a.members)
}

type Piece = { key: string | null; name: string | null; tally: Tally }

/** Everybody directly below, dissolved unions as well: on an earlier day they had members. */
async function childrenOf({ db }: Session, id: string) {
  const { rows } = await db.execute<{ id: string; name: string }>(
    sql`select id, name from union_directory where parent_id = ${id} order by name`,
  )
  return rows
}

const childParts = (found: readonly Counted[], below: readonly { id: string; name: string }[]): Piece[] =>
  below.map(({ id, name }) => ({ key: id, name, tally: found.find(({ node }) => node === id)?.counts ?? {} }))

const sliceParts = (found: readonly Counted[], by: Cut): Piece[] =>
  found.filter(({ slice }) => slice).map(({ slice, counts }) => ({ key: slice.slice(by.length + 1), name: null, tally: counts }))

/** The union's own members belong to its own class. */
function withOwn(parts: readonly Piece[], own: Tally, key: string): Piece[] {
  const same = parts.find((part) => part.key === key)
  const rest = parts.filter((part) => part !== same)
  return [...rest, { key, name: null, tally: same ? less(same.tally, own, -1) : own }]
}

async function classOf({ db }: Session, id: string, by: Exclude<Cut, 'child'>) {
  const { rows } = await db.execute<Record<string, string>>(
    sql`select kind, unit_type as "unitType", coalesce(sector, '') as sector from unions where id = ${id}`,
  )
  return rows[0]![by]!
}

function less(a: Tally, b: Tally, sign = 1): Tally {
  const left = { ...a }
  for (const [cell, count] of Object.entries(b)) left[cell] = (left[cell] ?? 0) - sign * count
  return left
}
