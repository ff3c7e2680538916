import { and, eq, isNull, sql } from 'drizzle-orm'
import { enforce, found, type Session } from '#platform/session'
import { mayChange } from '../rules.ts'
import { members, memberships } from '../tables.ts'
import { crossing, follow, type Place } from './stays.ts'

/** How many records moved, and how many memberships of them rest now. */
export type Moved = { moved: number; retained: number }

const listed = (ids: readonly string[]) => sql`any(${sql.param(ids as string[])}::uuid[])`

/**
 * Moves many people and all that is theirs to one union on a day, one statement a table however many they are; with `isRetained` the
 * memberships of members rest there from that day (工会法 13). The same course of membership as one by one. Refuses all when one may not.
 */
export const relocateMany = async (
  session: Session,
  ids: readonly string[],
  unionId: string,
  { on, isRetained = false }: { on: string; isRetained?: boolean },
): Promise<Moved> =>
  ids.length === 0
    ? { moved: 0, retained: 0 }
    : crossing(session, ids, unionId, async (place) => {
        const { db } = session
        const resting = await mayGo(session, ids, { on, isRetained })
        await moveStays(session, ids, place, { on, resting })
        await db
          .update(members)
          .set({ ...place, version: sql`${members.version} + 1` })
          .where(sql`${members.id} = ${listed(ids)}`)
        await follow(db, ids, place)
        if (resting.length) await rest(session, resting, on)
        return { moved: ids.length, retained: resting.length }
      })

/** Holds everybody, and gives those whose membership is to rest; refuses with the first who may not go. */
async function mayGo({ db, today }: Session, ids: readonly string[], { on, isRetained }: { on: string; isRetained: boolean }) {
  const people = await db
    .select({ id: members.id, status: members.status })
    .from(members)
    .where(sql`${members.id} = ${listed(ids)}`)
    .orderBy(members.id)
    .for('update')
  const open = await db
    .select({ memberId: memberships.memberId, fromOn: memberships.fromOn })
    .from(memberships)
    .where(and(sql`${memberships.memberId} = ${listed(ids)}`, isNull(memberships.untilOn)))
  const since = new Map(open.map(({ memberId, fromOn }) => [memberId, fromOn]))
  found(people.length === new Set(ids).size || undefined)
  for (const { id, status } of people) enforce(mayChange(status, 'transfer', { on, since: since.get(id), today }))
  return isRetained ? people.filter(({ status }) => status === 'member').map(({ id }) => id) : []
}

/** Ends the open stays and begins the same ones at the new place; a membership that is to rest was full there for no day at all. */
async function moveStays(
  { db }: Session,
  ids: readonly string[],
  { unionId, unionPath }: Place,
  { on, resting }: { on: string; resting: readonly string[] },
) {
  const ended = await db
    .update(memberships)
    .set({ untilOn: on, went: 'transfer' })
    .where(and(sql`${memberships.memberId} = ${listed(ids)}`, isNull(memberships.untilOn)))
    .returning({ memberId: memberships.memberId, standing: memberships.standing })
  const stay = { unionId, unionPath, fromOn: on }
  const rests = new Set(resting)
  const begun = ended.flatMap(({ memberId, standing }): (typeof memberships.$inferInsert)[] =>
    rests.has(memberId)
      ? [
          { ...stay, memberId, standing, came: 'transfer', untilOn: on, went: 'retain' },
          { ...stay, memberId, standing: 'retained', came: 'retain', untilOn: null, went: null },
        ]
      : [{ ...stay, memberId, standing, came: 'transfer', untilOn: null, went: null }],
  )
  const text = JSON.stringify(begun)
  if (begun.length)
    await db.execute(sql`insert into memberships (member_id, union_id, union_path, standing, from_on, until_on, came, went)
      select "memberId", "unionId", "unionPath", standing, "fromOn", "untilOn", came, went from jsonb_to_recordset(${text}::jsonb)
        as stay("memberId" uuid, "unionId" uuid, "unionPath" text, standing text, "fromOn" date, "untilOn" date, came text, went text)`)
}

/** What is asked of a full member only is no problem of a resting membership. */
const rest = ({ db }: Session, ids: readonly string[], on: string) =>
  db
    .update(members)
    .set({
      status: 'retained',
      retainedOn: on,
      problems: sql`array_remove(array_remove(${members.problems}, 'retireDue'), 'noNumber')`,
      version: sql`${members.version} + 1`,
    })
    .where(and(sql`${members.id} = ${listed(ids)}`, eq(members.status, 'member')))
