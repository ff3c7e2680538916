import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Session } from '#platform/session'
import { appointments } from '../tables.ts'

/** From when on nobody holds it: the day, but not before it began, and not later than its term ran anyway. */
const lastDay = (on: string) =>
  sql`greatest(${appointments.fromOn}, least(${on}::date, coalesce(${appointments.untilOn} + 1, ${on}::date)))`

/**
 * Ends every appointment at these unions on a day because the unions end (dissolved, or merged into another); whoever decided on that
 * asked the rules. Gives how many ended.
 */
export async function endAllAt({ db }: Pick<Session, 'db'>, unionIds: readonly string[], on: string): Promise<number> {
  if (!unionIds.length) return 0
  const rows = await db
    .update(appointments)
    .set({ endedOn: lastDay(on), endedWhy: 'dissolved' })
    .where(and(inArray(appointments.unionId, [...unionIds]), isNull(appointments.endedOn)))
    .returning({ id: appointments.id })
  return rows.length
}

/** Takes `endAllAt` of the same unions and day back: exactly what it ended is held again, for the term it had. */
export async function restoreAllAt({ db }: Pick<Session, 'db'>, unionIds: readonly string[], on: string): Promise<number> {
  if (!unionIds.length) return 0
  const itsWork = and(isNotNull(appointments.endedOn), eq(appointments.endedWhy, 'dissolved'))
  const rows = await db
    .update(appointments)
    .set({ endedOn: null, endedWhy: null })
    .where(and(inArray(appointments.unionId, [...unionIds]), itsWork, eq(appointments.endedOn, lastDay(on))))
    .returning({ id: appointments.id })
  return rows.length
}
