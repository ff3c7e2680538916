import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Day } from '#kit/dates'
import { provinceOf } from '#kit/regions'
import type { Calendar } from '#law/calendar'
import { nationalCalendar, publishedYears } from '#law/nationalcalendar'
import { citeOf, type Scope, type Statute, type StatuteId, type StatuteOf, statuteOn, statutes } from '#law/statutes'
import type { Db } from '#platform/db'
import { type Rulebook, rulebookOf } from '#platform/statutes'

/** Whose rules: those of the union at a path, in the province that a credit code tells where the region does not say. */
export type Where = { path?: string | undefined; creditCode?: string | null | undefined }

/** The rules and the calendar that clocks count by, in one region. */
export type Law = {
  calendar: Calendar
  /** The rule of a day at a union. */
  on<Id extends StatuteId>(id: Id, day: Day, where: Where): StatuteOf<Id>
  /** The same text for all places that have the same rules. */
  placeOf(where: Where): string
  cite(statute: Statute): string
  /** The days on which the rule at a union changed, for what lasts longer than a rule. */
  changes(id: StatuteId, where: Where): readonly Day[]
  /** Changes whenever any answer may: then everything is worked out again. */
  stamp: string
}

/** The law as the region's database has it now. */
export async function lawOf(db: Db, place: Scope): Promise<Law> {
  const { rows } = await db.execute<{ ruled: string }>(sql`select concat_ws('/',
    (select max(number) from own_statutes), (select count(*) from own_statute_withdrawals), (select max(number) from calendar_years)) as ruled`)
  return makeLaw(place, await rulebookOf({ db, place }), rows[0]!.ruled)
}

const released: Rulebook = {
  calendar: nationalCalendar(),
  at: (_path, scope = 'national') => ({ scope, own: [], on: (id, day) => statuteOn(id, day, scope) }),
}

/** The law at a place by a rulebook, the release's own when none is given. */
export function makeLaw(place: Scope, book: Rulebook = released, ruled = ''): Law {
  const known = new Map<string, Statute>()
  const cites = new Map<Statute, string>()
  const turns = new Map<string, readonly Day[]>()
  return {
    calendar: book.calendar,
    on(id, day, { path = '', creditCode }) {
      const here = book.at(path, scopeAt(creditCode, place))
      const key = `${id} ${day} ${placeIn(here, path)}`
      const found = known.get(key) ?? here.on(id, day)
      known.set(key, found)
      return found as StatuteOf<typeof id>
    },
    placeOf: ({ path = '', creditCode }) => placeIn(book.at(path, scopeAt(creditCode, place)), path),
    cite: (statute) => cites.get(statute) ?? cites.set(statute, citeOf(statute)).get(statute)!,
    changes(id, { path = '', creditCode }) {
      const { scope, own } = book.at(path, scopeAt(creditCode, place))
      const key = `${id} ${placeIn({ scope, own }, path)}`
      const found = turns.get(key) ?? turnsOf(id, scope, own)
      turns.set(key, found)
      return found
    },
    stamp: `${place}/${release}/${ruled}`,
  }
}

const placeIn = ({ scope, own }: { scope: Scope; own: readonly unknown[] }, path: string) =>
  own.length ? `${scope} ${path}` : scope

function turnsOf(id: StatuteId, scope: Scope, own: readonly Statute[]): readonly Day[] {
  const texts = statutes.filter((each) => each.id === id && (each.scope === 'national' || scope.startsWith(each.scope)))
  return [...new Set([...texts, ...own.filter((each) => each.id === id)].map(({ from }) => from))].sort()
}

const release = createHash('md5')
  .update(JSON.stringify([statutes, publishedYears]))
  .digest('hex')

/** A region that says where it is has its rules; otherwise the province that the credit code tells. */
function scopeAt(creditCode: string | null | undefined, place: Scope): Scope {
  if (place !== 'national') return place
  const division = creditCode?.slice(2, 8) ?? ''
  return provinceOf(division) ? `CN-${Number(division.slice(0, 2))}` : 'national'
}
