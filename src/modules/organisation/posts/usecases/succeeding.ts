import { and, eq, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import type { Session } from '#platform/session'
import type { Ended } from '../contract.ts'
import type { Kind } from '../rules.ts'
import { appointments } from '../tables.ts'

/** `isSubstitute`: only those who stand in for somebody, or only those who do not; both when it is not said. */
type Which = { unionId: string; kinds: readonly Kind[]; memberId?: string | undefined; isSubstitute?: boolean }

const whichOf = ({ unionId, kinds, memberId, isSubstitute }: Which) =>
  and(
    eq(appointments.unionId, unionId),
    inArray(appointments.kind, [...kinds]),
    isNull(appointments.endedOn),
    memberId ? eq(appointments.memberId, memberId) : undefined,
    isSubstitute === undefined ? undefined : (isSubstitute ? isNotNull : isNull)(appointments.substituteFor),
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

/** The head who left last and has no successor yet: whom an acting head (主持工作) stands in for. */
export async function vacated(
  { db, today }: Pick<Session, 'db' | 'today'>,
  unionId: string,
): Promise<{ id: string; endedOn: string } | null> {
  const { rows } = await db.execute<{ id: string; endedOn: string }>(sql`
    select a.id, upper(a.in_office)::text as "endedOn" from appointments a
    where a.union_id = ${unionId} and a.kind in ('chair', 'organiser') and a.substitute_for is null and not isempty(a.in_office)
      and upper(a.in_office) <= ${today}::date and not a.waits_for_confirmation
      and not exists (select 1 from appointments b where b.union_id = a.union_id and b.kind in ('chair', 'organiser') and b.substitute_for is null
        and b.id <> a.id and b.ended_why is distinct from 'mistake' and (upper(b.in_office) is null or upper(b.in_office) > upper(a.in_office)))
    order by upper(a.in_office) desc limit 1`)
  return rows[0] ?? null
}
