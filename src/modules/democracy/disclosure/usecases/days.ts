import type { Day } from '#kit/dates'
import { due, type Period } from '#law/deadlines'
import type { StatuteId } from '#law/statutes'
import type { Session } from '#platform/session'
import { rulebookOf } from '#platform/statutes'

/** The last day of a period that the rules at a union give, counted from a day. */
export async function dueOn(session: Pick<Session, 'db' | 'place'>, path: string, id: StatuteId, from: Day): Promise<Day> {
  const book = await rulebookOf(session)
  const { value, unit } = book.at(path).on(id, from)
  return due(from, { n: value as number, unit: unit as Period['unit'] }, book.calendar)
}
