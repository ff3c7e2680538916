import { desc, eq, sql } from 'drizzle-orm'
import { type CalendarYear, statutoryHolidays } from '#law/calendar'
import { nationalCalendar, publishedYears } from '#law/nationalcalendar'
import { holdUnion } from '#modules/organisation/unions'
import { duties } from '#platform/duties'
import { enforce, postOf, type Session } from '#platform/session'
import { calendarFor, forgetBook } from '#platform/statutes'
import type { Impact, Year, YearWanted } from '../contract.ts'
import { changedDays, isFresh, mayLoadYear, mayLoadYearAt, thenDue } from '../rules.ts'
import { calendarYears } from '../tables.ts'
import { countsOf, fingerprintOf, runningIn, unionsBelow, withNames } from './impact.ts'
import { bySession } from './ruling.ts'

const y = calendarYears
const NAMED = 100
const RELEASE = '国务院办公厅放假安排（随版本附带）'

/** One year as it holds: the newest that was entered, else the release's, else the statutory holidays alone. */
export async function year({ db }: Session, { year: wanted }: { year: number }): Promise<Year> {
  const rows = await db.select().from(y).where(eq(y.year, wanted)).orderBy(desc(y.number))
  const held = rows[0] ?? publishedYears.find((one) => one.year === wanted)
  const years = await db.selectDistinct({ year: y.year }).from(y)
  const known = new Set([...publishedYears.map((one) => one.year), ...years.map((one) => one.year)])
  return {
    year: wanted,
    rest: [...(held?.rest ?? statutoryHolidays(wanted))].sort(),
    work: [...(held?.work ?? [])].sort(),
    notice: rows[0]?.notice ?? (held ? RELEASE : null),
    loaded: rows.map(({ id, notice, setAt, byPost, impact, reason }) => ({
      id,
      notice,
      setAt,
      byPost,
      moved: impact.moved,
      reason,
    })),
    years: [...known].sort((a, b) => a - b),
  }
}

async function before(session: Session, wanted: number): Promise<CalendarYear | null> {
  const held = await year(session, { year: wanted })
  return held.notice ? held : null
}

/** Which running deadlines a year's notice moves, and to which day. */
export async function yearImpact(session: Session, wanted: YearWanted): Promise<Impact> {
  const { path } = postOf(session)
  const held = await year(session, { year: wanted.year })
  const changed = changedDays(held, wanted)
  const now = await calendarFor(session)
  const then = nationalCalendar([...(await loadedYears(session)), wanted])
  // A day that changes can only move what had not run out before it.
  const first = changed[0]
  const running = first ? await runningIn(session, path, sql`${duties.dueOn} >= ${first}`) : []
  const counted = running.map((one) => ({ ...one, thenOn: thenDue(one, now, then) }))
  const moved = counted.filter(({ thenOn, dueOn }) => thenOn !== dueOn)
  const below = await unionsBelow(session, path)
  return {
    unions: below.length,
    kinds: countsOf(below.map(({ kind }) => kind)),
    shielded: 0,
    list: [],
    kept: running.length - moved.length,
    moved: moved.length,
    running: await withNames(session, moved.slice(0, NAMED)),
    clocks: [...new Set(moved.map(({ clock }) => clock))].sort(),
    uses: [],
    fingerprint: fingerprintOf([wanted, held.rest, held.work, moved.map((one) => [one.id, one.dueOn, one.thenOn])]),
  }
}

async function loadedYears({ db }: Session): Promise<CalendarYear[]> {
  return db.selectDistinctOn([y.year], { year: y.year, rest: y.rest, work: y.work }).from(y).orderBy(y.year, desc(y.number))
}

type Loading = YearWanted & { notice: string; reason: string; fingerprint: string }

/** Enters the State Council's notice for a year: from now on all working days are counted by it. */
export async function loadYear(session: Session, { notice, reason, fingerprint, ...wanted }: Loading) {
  const { db, now, today, line } = session
  const union = await holdUnion(session, postOf(session).unionId)
  enforce(mayLoadYearAt(union) ?? mayLoadYear(wanted, await before(session, wanted.year), today))
  const report = await yearImpact(session, wanted)
  enforce(isFresh(fingerprint, report.fingerprint))
  const { unions, moved, kept } = report
  const days = { rest: [...wanted.rest].sort(), work: [...wanted.work].sort() }
  const [made] = await db
    .insert(y)
    .values({
      ...{ unionId: union.id, unionPath: union.path, year: wanted.year, ...days, notice, reason, fingerprint },
      ...{ impact: { unions, moved, kept }, setAt: now, ...bySession(session) },
    })
    .returning({ id: y.id })
  forgetBook(session)
  Object.assign(line, { unionId: union.id, subject: made!.id, detail: { year: wanted.year, moved } })
  return { id: made!.id }
}
