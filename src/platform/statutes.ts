import { sql } from 'drizzle-orm'
import { addDays, type Day } from '#kit/dates'
import { type Calendar, type CalendarYear } from '#law/calendar'
import { type Period, periodUnits, sayPeriod } from '#law/deadlines'
import { nationalCalendar } from '#law/nationalcalendar'
import { scopeOfDivision } from '#law/place'
import { type OwnStatute, type Scope, statuteOn, type Statute, type StatuteId, type StatuteOf, statutes } from '#law/statutes'
import type { Db } from '#platform/db'
import type { Session } from '#platform/session'

/** The rules at one union: law of its place, and what it and the unions above ruled. Also a `Place` for rules that take one. */
export type Ruled = {
  scope: Scope
  own: readonly OwnStatute[]
  /** The rule in force on a day: an act asks with the day of the act. */
  on<Id extends StatuteId>(id: Id, day: Day): StatuteOf<Id>
}
export type Rulebook = {
  /** The rules at the union of a path; `scope` where the union says more about its place than the region. */
  at(path: string, scope?: Scope): Ruled
  /** The national calendar with the years that were loaded since the release. */
  calendar: Calendar
}

type OwnRow = {
  statute: string
  value: OwnStatute['value'] | null
  unit: OwnStatute['unit'] | null
  level: 'WARN' | 'INFO'
  from: Day
  path: string
  unionName: string
}
type Read = { own: OwnRow[] | null; years: CalendarYear[] | null }

// The release's own calendar never changes while the process runs: it is data of the program, not state.
const released = nationalCalendar()
const read = new WeakMap<Db, Promise<{ own: readonly OwnStatute[]; calendar: Calendar }>>()

/**
 * The rulebook of the region: own rulings and loaded years, in one round trip, read when first asked for and once a transaction.
 * Works for anybody at the gate and beyond his scope, since rules are public. What was ruled in this very transaction is not in it.
 */
export async function rulebookOf({ db, place }: Pick<Session, 'db' | 'place'>): Promise<Rulebook> {
  const { own: all, calendar } = await bookIn(db)
  return {
    calendar,
    at(path, scope = place) {
      const own = all.length ? all.filter((statute) => path.startsWith(statute.path)) : all
      return { scope, own, on: (id, day) => statuteOn(id, day, { scope, own }) }
    },
  }
}

/** All rulings of the region that hold or will hold, in the order of the tree. */
export const rulingsOf = async ({ db }: Pick<Session, 'db'>): Promise<readonly OwnStatute[]> => (await bookIn(db)).own

/** Forgets what was read in this transaction, after an act that ruled in it. */
export const forgetBook = ({ db }: Pick<Session, 'db'>) => read.delete(db)

function bookIn(db: Db) {
  const reading = read.get(db) ?? readBook(db)
  read.set(db, reading)
  return reading
}

/** The rules at one union, by default that of the post acted under: `(await statutesFor(session)).on('MEM-02.answer', day)`. */
export async function statutesFor(
  session: Pick<Session, 'db' | 'place' | 'user'>,
  path: string = session.user.post?.path ?? '',
  scope: Scope = session.place,
): Promise<Ruled> {
  return (await rulebookOf(session)).at(path, scope)
}

/** Where a region is, for whoever comes without a caller: the shell and the jobs. */
export async function placeOfRegion(db: Db, region: string): Promise<Scope> {
  const { rows } = await db.execute<{ division: string | null }>(sql`select division from regions where name = ${region}`)
  return scopeOfDivision(rows[0]?.division)
}

/** The national calendar that all working days on the server are counted by. */
export async function calendarFor(session: Pick<Session, 'db' | 'place'>): Promise<Calendar> {
  return (await rulebookOf(session)).calendar
}

async function readBook(db: Db) {
  const {
    rows: [found],
  } = await db.execute<Read>(sql`select
    (select json_agg(json_build_object('statute', o.statute, 'value', o.value, 'unit', o.unit, 'level', o.level, 'from', o.from_on,
        'path', o.union_path, 'unionName', d.name) order by o.union_path, o.statute, o.from_on, o.number)
      from own_statutes o join union_directory d on d.id = o.union_id
      where not exists (select from own_statute_withdrawals w where w.ruling_id = o.id)) as own,
    (select json_agg(json_build_object('year', y.year, 'rest', y.rest, 'work', y.work, 'source', y.notice))
      from (select distinct on (year) * from calendar_years order by year, number desc) y) as years`)
  const { own, years } = found!
  return { own: ownOf(own ?? []), calendar: years ? nationalCalendar(years) : released }
}

/** Each ruling holds until the day before the next of the same union on the same rule; one that gives back only ends the one before. */
export function ownOf(rows: readonly OwnRow[]): OwnStatute[] {
  return rows.flatMap((row, at) => {
    const next = rows[at + 1]
    const to = next?.path === row.path && next.statute === row.statute ? addDays(next.from, -1) : undefined
    const wordings = statutes.filter(({ id }) => id === row.statute)
    const law = wordings.find(({ unit }) => (unit ?? null) === row.unit) ?? wordings[0]
    if (row.value === null || !law || (to && to < row.from)) return []
    const { statute: id, value, level, from, path, unit, unionName } = row
    const says = `${unionName}规定：${said(law, value)}`
    return [
      {
        ...{ id, value, level, from, path, scope: 'national', verified: true, says },
        ...(unit && { unit }),
        ...(to && { to }),
        source: `${unionName}自行规定`,
        article: `（${from} 起施行）`,
      },
    ]
  })
}

const isPeriod = (unit: Statute['unit']): unit is Period['unit'] => periodUnits.includes(unit as Period['unit'])

/** What a wording says with other figures in the place of its own; one that names none gets it at its end. */
function said({ says, value: before, unit }: Statute, value: OwnStatute['value']): string {
  const figures = (one: OwnStatute['value']) => [one].flat().filter((each) => typeof each === 'number')
  const [old, now] = [figures(before), figures(value)]
  const words = says.replace(/（[^）]*）$/, '')
  const changed = words.replace(/\d+/g, (figure) => `${now[old.indexOf(Number(figure))] ?? figure}`)
  const [n] = now
  return changed !== words || n === undefined ? changed : `${words}：${isPeriod(unit) ? sayPeriod({ n, unit }) : n}`
}
