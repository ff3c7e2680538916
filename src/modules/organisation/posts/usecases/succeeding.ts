import { and, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { Session } from '#platform/session'
import type { Ended } from '../contract.ts'
import type { Kind } from '../rules.ts'
import { appointments } from '../tables.ts'

type Which = { unionId: string; kinds: readonly Kind[]; memberId?: string | undefined }

const whichOf = ({ unionId, kinds, memberId }: Which) =>
  and(
    eq(appointments.unionId, unionId),
    inArray(appointments.kind, [...kinds]),
    isNull(appointments.endedOn),
    memberId ? eq(appointments.memberId, memberId) : undefined,
  )

/**
 * Ends who holds these posts at a union on a day, because a decided procedure (an election approved, a recall) put others there; whoever
 * decided on that asked the rules. A term that had run out before stays as it ran out. Gives how many ended.
 */
export async function endHeld(
  { db }: Pick<Session, 'db'>,
  which: Which,
  { on, why, basis }: { on: string; why: Ended; basis?: string },
): Promise<number> {
  const rows = await db
    .update(appointments)
    .set({
      endedOn: sql`greatest(${appointments.fromOn}, least(${on}::date, coalesce(${appointments.untilOn} + 1, ${on}::date)))`,
      endedWhy: why,
      ...(basis && { extensionBasis: sql`coalesce(${appointments.extensionBasis}, ${basis})` }),
    })
    .where(and(whichOf(which), lte(appointments.fromOn, on)))
    .returning({ id: appointments.id })
  return rows.length
}

/** Those who hold these posts stay until a later day: a delayed re-election the superior agreed to (ELEC-26). Gives how many. */
export async function prolongHeld(
  { db }: Pick<Session, 'db'>,
  which: Which,
  { untilOn, basis }: { untilOn: string; basis: string },
): Promise<number> {
  const rows = await db
    .update(appointments)
    .set({ untilOn, extensionBasis: basis })
    .where(and(whichOf(which), sql`${appointments.untilOn} < ${untilOn}::date`))
    .returning({ id: appointments.id })
  return rows.length
}

/** Who holds these posts at a union on a day, as their terms stand. */
export const heldAt = ({ db }: Pick<Session, 'db'>, which: Which, on: string) =>
  db
    .select({
      id: appointments.id,
      memberId: appointments.memberId,
      name: appointments.personName,
      kind: appointments.kind,
      untilOn: appointments.untilOn,
    })
    .from(appointments)
    .where(and(whichOf(which), sql`${appointments.inOffice} @> ${on}::date`))
