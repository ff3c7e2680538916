import { readTallies, type Tally } from '#platform/tallies'
import { enforce, found, postOf, type Session } from '#platform/session'
import { type Dimension, dimensions, type Figures } from '../contract.ts'
import { lastYearsEnd, mayAsk, pointsOf, told } from '../rules.ts'
import type { Step } from '../contract.ts'

export type At = { unionId?: string | undefined; day?: string | undefined }

type Whose = { id: string; name: string; kind: string }

/** The union asked about, or one's own; 404 outside one's scope. By a prepared statement, because every page asks it. */
export async function unionAsked(session: Session, { unionId = postOf(session).unionId }: At): Promise<Whose> {
  const { rows } = await session.db.$client.query<Whose>({
    name: 'insight.union',
    text: 'select id, name, kind from unions where id = $1',
    values: [unionId],
  })
  return found(rows[0])
}

/** The figures of one union on some days, by day. */
async function talliesOn({ db }: Session, unionId: string, days: readonly string[], sensitive = false) {
  const counted = await readTallies(db, [unionId], days, { sensitive })
  return (day: string): Tally => counted.find((one) => one.day === day)?.counts ?? {}
}

/** All figures of a union on a day. */
export const overviewTally = async (session: Session, unionId: string, day: string) =>
  (await talliesOn(session, unionId, [day]))(day)

/** The most first; ages as they rise, the unknown last. */
const inOrder = (counts: { value: string; count: number }[], dimension: string) =>
  counts.sort((a, b) => (dimension === 'age' ? Number(a.value || 999) - Number(b.value || 999) : b.count - a.count))

/** The values of a dimension and how many have each. */
export const countsOf = (tally: Tally, dimension: Dimension | 'came' | 'went') =>
  inOrder(
    Object.entries(tally)
      .filter(([cell]) => cell.startsWith(`${dimension}.`))
      .map(([cell, count]) => ({ value: cell.slice(dimension.length + 1), count })),
    dimension,
  )

const standings = (tally: Tally, day: string) => ({
  day,
  members: tally['standing.full'] ?? 0,
  retained: tally['standing.retained'] ?? 0,
})

/** All dimensions in one walk over the figures. */
function figuresOf(tally: Tally, day: string, today: string): Figures {
  const by = Object.fromEntries(
    dimensions.map((dimension) => [dimension, [] as { value: string; count: number }[]]),
  ) as Figures['by']
  for (const cell in tally) {
    const at = cell.indexOf('.')
    by[cell.slice(0, at) as Dimension]?.push({ value: cell.slice(at + 1), count: tally[cell]! })
  }
  for (const dimension of dimensions) inOrder(by[dimension], dimension)
  return { ...standings(tally, day), workers: day === today ? (tally['standing.worker'] ?? 0) : null, by }
}

const minus = (a: Tally, b: Tally): Tally =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])]
      .map((cell) => [cell, (a[cell] ?? 0) - (b[cell] ?? 0)] as const)
      .filter(([, n]) => n !== 0),
  )
const sum = (tally: Tally, cells: readonly string[]) => cells.reduce((total, cell) => total + (tally[cell] ?? 0), 0)
export const joinedCells = ['came.join', 'came.import', 'came.rejoin']
export const leftCells = ['went.leave', 'went.expel', 'went.dissolve', 'went.death', 'went.correct']

/** Everything of a union on a day, beside an earlier one, and who came and went between the two. */
export async function overview(
  session: Session,
  { unionId, day = session.today, since = lastYearsEnd(day) }: At & { since?: string | undefined },
) {
  enforce(mayAsk(since, day, session.today))
  const union = await unionAsked(session, { unionId })
  const on = await talliesOn(session, union.id, [day, since])
  const between = minus(on(day), on(since))
  const flow = {
    fromDay: since,
    came: countsOf(between, 'came'),
    went: countsOf(between, 'went'),
    joined: sum(between, joinedCells),
    left: sum(between, leftCells),
  }
  return { union, figures: figuresOf(on(day), day, session.today), before: standings(on(since), since), flow }
}

/** The closed tags, in round figures. */
export async function groups(session: Session, { unionId, day = session.today }: At) {
  enforce(mayAsk(day, day, session.today))
  const union = await unionAsked(session, { unionId })
  const of = (await talliesOn(session, union.id, [day]))(day)['standing.full'] ?? 0
  const closed = (await talliesOn(session, union.id, [day], true))(day)
  return countsOf(closed, 'tag').map(({ value, count }) => ({ tag: value, count: told(count, of) }))
}

export async function trend(
  session: Session,
  { unionId, from, to, step }: { unionId?: string | undefined; from: string; to: string; step: Step },
) {
  enforce(mayAsk(from, to, session.today))
  const union = await unionAsked(session, { unionId })
  const days = pointsOf(from, to, step)
  const on = await talliesOn(session, union.id, [from, ...days])
  return days.map((day, at) => {
    const between = minus(on(day), on(days[at - 1] ?? from))
    return { day, members: on(day)['standing.full'] ?? 0, joined: sum(between, joinedCells), left: sum(between, leftCells) }
  })
}
