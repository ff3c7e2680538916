import { and, eq, isNull, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { unionOf } from '#modules/organisation/unions'
import { beyondScope } from '#platform/acts'
import type { Db } from '#platform/db'
import { blindIndexes } from '#platform/secrets'
import { enforce, found, type Session } from '#platform/session'
import { Facts, type NewFacts } from '../contract.ts'
import type { Came, MemberStatus, Went } from '../contract/words.ts'
import { mayAdmit, mayChange, mayFile } from '../rules.ts'
import {
  memberChanges,
  memberConsents,
  memberCorrections,
  memberLooks,
  memberMerges,
  members,
  memberships,
  memberTags,
} from '../tables.ts'
import { columnsOf, held, type Member, problemsOf, write } from './filing.ts'

export type Admission = { unionId: string; on: string; came: Extract<Came, 'join' | 'import' | 'rejoin'> }
/** Characters of a path that one level of the tree takes. */
const LABEL = 4

export type Place = { unionId: string; unionPath: string }
export type Holder = { id: string; index: string; unionId: string; unionPath: string; unionName: string; status: MemberStatus }

/** Who holds these identity numbers, in the whole region and not only in one's scope: at most the record's id, union and status. */
export async function holders({ db }: Pick<Session, 'db'>, idNumbers: readonly string[]): Promise<Holder[]> {
  const indexes = idNumbers.flatMap((number) => blindIndexes('members.id_number', number))
  return indexes.length ? holdersOf(db, indexes) : []
}

export async function holdersOf(db: Db, indexes: readonly string[]): Promise<Holder[]> {
  const list = sql.param(indexes as string[])
  const { rows } = await db.execute<Holder>(sql`
    select id, index, union_id as "unionId", union_path as "unionPath", union_name as "unionName", status
    from member_holders(${list}::text[])`)
  return rows
}

/** The next number of a membership card: nine digits and a check digit, so that a slip in typing is seen. */
export async function nextNumbers(db: Db, count: number): Promise<string[]> {
  const { rows } = await db.execute<{ n: number }>(sql`select nextval('member_numbers') as n from generate_series(1, ${count})`)
  return rows.map(({ n }) => withCheckDigit(String(n).padStart(9, '0')))
}
function withCheckDigit(digits: string) {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return digits + ((10 - (sum % 10)) % 10)
}

/**
 * Makes a person a member of `unionId` from the day `on`: with the record that is there (by `id`, or by the identity number,
 * also when it stands in another union as a worker or former member), or with a new one. Refuses who is a member elsewhere
 * (`members.elsewhere`). Gives the record's id and the number of the membership card.
 */
export async function admit(
  session: Session,
  facts: NewFacts & { id?: string; number?: string | null },
  { unionId, on, came }: Admission,
) {
  const { db, today } = session
  const { id, number, ...given } = facts
  const filed = Facts.parse(given)
  enforce(mayFile(filed, today))
  const union = await unionOf(session, unionId)
  const place = { unionId, unionPath: union.path }
  const [holder] = filed.idNumber ? await holders(session, [filed.idNumber]) : []
  enforce(mayAdmit(holder, unionId))
  const known = holder?.id ?? id
  const standing = { status: 'member' as const, joinedOn: on, leftOn: null, retainedOn: null, checkedOn: today }
  if (!known) {
    const columns = { ...columnsOf(filed, today), ...standing, ...place, number: number ?? (await nextNumbers(db, 1))[0]! }
    const row = await insert(db, columns as Member, today)
    await openStay(db, row.id, place, { on, came })
    return { id: row.id, number: row.number! }
  }
  return crossing(session, [known], unionId, async () => {
    const before = await held(session, known)
    enforce(mayAdmit({ ...before, unionName: union.name }, unionId))
    const own = number ?? before.number ?? (await nextNumbers(db, 1))[0]!
    const row = await write(db, before, { ...columnsOf(filed, today), ...standing, ...place, number: own }, today)
    await follow(db, [known], place)
    await openStay(db, known, place, { on, came: came === 'join' && before.leftOn ? 'rejoin' : came })
    return { id: known, number: row.number! }
  })
}

/** Inserts a record that is whole but for its problems. */
export async function insert(db: Db, columns: Member, today: string): Promise<Member> {
  const problems = await problemsOf(db, columns, today)
  const [row] = await db
    .insert(members)
    .values({ ...columns, problems })
    .returning()
  return found(row)
}

/** Ends a membership (`leave`, `expel`, `dissolve`, `death`) or lets it rest (`retain`: no dues, no vote; MEM-06), on a day. */
export async function release(
  session: Session,
  memberId: string,
  { on, went }: { on: string; went: Exclude<Went, 'transfer' | 'merge' | 'restore' | 'correct'> },
) {
  const before = await held(session, memberId)
  await end(session, before, { on, went })
  if (went === 'retain') await openStay(session.db, memberId, before, { on, came: 'retain', standing: 'retained' })
  const status = went === 'retain' ? 'retained' : went === 'expel' ? 'expelled' : 'left'
  const { id, version } = await write(
    session.db,
    before,
    { status, ...(went === 'retain' ? { retainedOn: on } : { leftOn: on }) },
    session.today,
  )
  return { id, version }
}

/** Lets a retained membership be a full one again. */
export async function restore(session: Session, memberId: string, { on }: { on: string }) {
  const before = await held(session, memberId)
  await end(session, before, { on, went: 'restore' })
  await openStay(session.db, memberId, before, { on, came: 'restore' })
  const { id, version } = await write(session.db, before, { status: 'member', retainedOn: null }, session.today)
  return { id, version }
}

/** Moves a person and all that is his to another union (转会): nothing is typed again, the course of membership goes on. */
export const relocate = (session: Session, memberId: string, unionId: string, { on }: { on: string }) =>
  crossing(session, [memberId], unionId, async (place) => {
    const before = await held(session, memberId)
    const stay = await end(session, before, { on, went: 'transfer' })
    if (stay) await openStay(session.db, memberId, place, { on, came: 'transfer', standing: stay.standing })
    const { id, version } = await write(session.db, before, place, session.today)
    await follow(session.db, [memberId], place)
    return { id, version }
  })

/** A transfer has one foot in each union, and neither has both in its scope: the step is done within what holds them all. */
export async function crossing<T>(
  { db }: Session,
  memberIds: readonly string[],
  unionId: string,
  work: (place: Place) => Promise<T>,
): Promise<T> {
  const { rows } = await db.execute<{ member: string | null; union: string | null }>(
    sql`select distinct member_path as member, union_path as union
      from unnest(${sql.param(memberIds as string[])}::uuid[]) person, places_of(person, ${unionId})`,
  )
  const unionPath = found(rows[0]?.union)
  let shared = unionPath
  for (const { member } of rows) while (!found(member).startsWith(shared)) shared = shared.slice(0, -LABEL)
  return beyondScope(db, shared, () => work({ unionId, unionPath }))
}

async function end({ db, today }: Session, member: Member, { on, went }: { on: string; went: Went }) {
  const [stay] = await db
    .select()
    .from(memberships)
    .where(and(eq(memberships.memberId, member.id), isNull(memberships.untilOn)))
  enforce(mayChange(member.status, went, { on, since: stay?.fromOn, today }))
  if (stay) await db.update(memberships).set({ untilOn: on, went }).where(eq(memberships.id, stay.id))
  return stay
}

export const openStay = (
  db: Db,
  memberId: string,
  { unionId, unionPath }: Place,
  { on, came, standing = 'full' }: { on: string; came: Came; standing?: 'full' | 'retained' },
) => db.insert(memberships).values({ memberId, unionId, unionPath, fromOn: on, came, standing })

/** What belongs to a person goes with him; where he was a member, and what was published there, stays. */
export async function follow(db: Db, memberIds: readonly string[], { unionId, unionPath }: Place) {
  const theirs = (column: PgColumn) => sql`${column} = any(${sql.param(memberIds as string[])}::uuid[])`
  await db.execute(sql`set local app.sensitive = 'on'`)
  for (const table of [memberTags, memberChanges, memberLooks, memberConsents, memberCorrections])
    await db.update(table).set({ unionId, unionPath }).where(theirs(table.memberId))
  await db.update(memberMerges).set({ unionId, unionPath }).where(theirs(memberMerges.keptId))
  await db.execute(sql`set local app.sensitive = 'off'`)
}
