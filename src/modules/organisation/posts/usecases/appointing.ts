import { and, eq, sql } from 'drizzle-orm'
import { holdUnion } from '#modules/organisation/unions'
import type { Refusal } from '#law/verdict'
import { refuse } from '#law/verdict'
import { hold } from '#platform/db'
import { enforce, found, postOf, type Session } from '#platform/session'
import { statutesFor } from '#platform/statutes'
import type { Came, Ended, NewAppointment } from '../contract.ts'
import { bindingOf, extending, type Finding, findings, type Kind, mayEnd, postKinds } from '../rules.ts'
import { appointments } from '../tables.ts'
import { kindInForce } from './kinds.ts'
import { appointmentOf, stateOn } from './reading.ts'

const ROOT = 4

/** An appointment that a decided procedure hands over (an election approved, a union founded): no rule is asked again here. */
export type Installation = {
  unionId: string
  memberId: string
  kind: Kind
  fromOn: string
  untilOn?: string | undefined
  came: Came
  title?: string | undefined
  portfolio?: string | undefined
  fullTime?: boolean
  substituteFor?: string | undefined
  basis?: string | undefined
  proposedBy?: string | undefined
  waitsForConfirmation?: boolean
}

type Place = { id: string; path: string }

/** Puts a person into office. Answers the row; a clash of terms is a fault here, since callers ask the rules first. */
export async function install(session: Session, { unionId, memberId, kind, ...facts }: Installation) {
  const union = await holdUnion(session, unionId)
  const [row] = await session.db
    .insert(appointments)
    .values({ ...facts, unionId, unionPath: union.path, memberId, kind, personName: (await personOf(session, memberId)).name })
    .returning()
  const { secondFactor } = await kindInForce(session, kind, union.path)
  if (secondFactor) await session.db.execute(sql`select demand_second_factor(${memberId})`)
  return row!
}

type Person = { id: string; name: string; sex: 'male' | 'female' | null; status: string }
async function personOf({ db }: Session, id: string): Promise<Person> {
  const { rows } = await db.execute<Person>(
    sql`select id, name, sex, status from members where id = ${id} and merged_into is null`,
  )
  return found(rows[0])
}

/** Gives a person a post, once the rules allow it; what they only warn of is answered beside it. */
export async function appoint(session: Session, input: NewAppointment) {
  const union = await holdUnion(session, input.unionId)
  if (input.substituteFor) await enforceSubstitute(session, input)
  await enforceFree(session, input)
  const all = findings(await factsOf(session, input, union))
  enforce(bindingOf(all))
  const { ties: _ties, ...facts } = input
  const { id } = await install(session, { ...facts, proposedBy: session.user.account })
  const warned = all.map(({ code }) => code)
  Object.assign(session.line, { unionId: union.id, subject: id, detail: { kind: input.kind, came: input.came, warned } })
  return { id, warnings: asWarnings(all) }
}

async function factsOf(session: Session, input: NewAppointment, union: Awaited<ReturnType<typeof holdUnion>>) {
  const { db, user, today } = session
  const person = await personOf(session, input.memberId)
  const others = await db
    .select({ kind: appointments.kind })
    .from(appointments)
    .where(and(eq(appointments.memberId, person.id), eq(appointments.unionId, union.id), sql`${stateOn(today)} = 'inOffice'`))
  const { rows } = await db.execute<{ members: number; until: string | null }>(sql`select
    (select count(*)::int from (select 1 from members m where m.union_path >= ${union.path} and m.union_path < ${`${union.path}~`}
      and m.status = 'member' and m.merged_into is null limit 100) few) as members,
    (select max(a.until_on)::text from appointments a where a.union_id = ${union.id} and a.kind in ('chair', 'member', 'standingMember')
      and a.came = 'elected' and a.in_office @> ${today}::date) as until`)
  return {
    ...input,
    hasBasis: !!input.basis,
    isSubstitute: !!input.substituteFor,
    union: { kind: union.kind, unitType: union.unitType, members: rows[0]!.members },
    person: { id: person.id, isMember: person.status === 'member', sex: person.sex, otherKinds: others.map(({ kind }) => kind) },
    actor: { person: user.person, powers: user.powers, ...standing(session, union.path) },
    powers: (await kindInForce(session, input.kind, union.path)).powers,
    committeeUntil: rows[0]!.until ?? undefined,
    place: await statutesFor(session, union.path),
  }
}

const standing = (session: Session, path: string) => ({
  actsFromAbove: postOf(session).path.length < path.length,
  isRoot: path.length === ROOT,
})

async function enforceSubstitute(session: Session, { substituteFor, unionId, kind }: NewAppointment) {
  const of = await appointmentOf(session, substituteFor!)
  if (of.unionId !== unionId || of.kind !== kind) enforce(refuse('posts.substitute', '替补须是同一工会的同一职务'))
}

/** Nobody holds the same post twice at once, and some posts have one holder at a time. */
async function enforceFree({ db }: Session, { unionId, kind, memberId, fromOn, untilOn, substituteFor }: NewAppointment) {
  const isSingle = 'single' in postKinds[kind] && !substituteFor
  const { rows } = await db.execute<{ name: string; until: string | null; own: boolean }>(sql`
    select person_name as name, (case when ended_on is null then until_on else ended_on - 1 end)::text as until, member_id = ${memberId} as own
    from appointments where union_id = ${unionId} and kind = ${kind} and (member_id = ${memberId} or (${isSingle} and substitute_for is null))
      and in_office && daterange(${fromOn}::date, ${untilOn ?? null}::date, '[]') order by member_id = ${memberId} desc limit 1`)
  const [taken] = rows
  if (!taken) return
  if (taken.own) enforce(refuse('posts.twice', `${taken.name}在这段时间已经担任这个职务`))
  const until = taken.until ? `至 ${taken.until}` : '，没有写明任期'
  enforce(
    refuse(
      'posts.taken',
      `${taken.name}在这段时间担任${postKinds[kind].title}（${until.replace(/^，/, '')}），请先办理卸任或交接`,
    ),
  )
}

const asWarnings = (all: readonly Finding[]): Refusal[] =>
  all.filter(({ level }) => level !== 'BLOCK').map(({ code, reason, cite }) => ({ code, reason, ...(cite && { cite }) }))

/** Corrects what an appointment says beside person, post and term. */
export async function amend(
  session: Session,
  { id, title, portfolio, fullTime }: { id: string; title: string; portfolio: string; fullTime: boolean },
) {
  await hold(session.db, appointments, id)
  const before = await appointmentOf(session, id)
  await session.db
    .update(appointments)
    .set({ title: title || null, portfolio: portfolio || null, fullTime })
    .where(eq(appointments.id, id))
  Object.assign(session.line, { unionId: before.unionId, subject: id, detail: { kind: before.kind } })
  return { id }
}

/** The superior consents to a delayed re-election: those in office stay until the day given. */
export async function extend(session: Session, { id, untilOn, basis }: { id: string; untilOn: string; basis: string }) {
  await hold(session.db, appointments, id)
  const before = await appointmentOf(session, id)
  if (before.state === 'ended') enforce(refuse('posts.ended', '已经卸任，不能延长'))
  const all = extending(
    before.untilOn,
    untilOn,
    session.today,
    standing(session, before.unionPath),
    await statutesFor(session, before.unionPath),
  )
  enforce(bindingOf(all))
  const { kind, unionId, substituteFor, memberId } = before
  if (before.state === 'expired')
    await enforceFreeBeside(session, id, { unionId, kind, memberId, substituteFor, from: before.untilOn!, untilOn })
  await session.db.update(appointments).set({ untilOn, extensionBasis: basis }).where(eq(appointments.id, id))
  Object.assign(session.line, { unionId, subject: id, detail: { kind, from: before.untilOn, to: untilOn } })
  return { id, warnings: asWarnings(all) }
}

type Beside = { unionId: string; kind: Kind; memberId: string; substituteFor: string | null; from: string; untilOn: string }

/** A term that had run out cannot be stretched over a successor who is in office already. */
async function enforceFreeBeside({ db }: Session, id: string, { unionId, kind, memberId, substituteFor, from, untilOn }: Beside) {
  const isSingle = 'single' in postKinds[kind] && !substituteFor
  const { rowCount } =
    await db.execute(sql`select 1 from appointments where id <> ${id} and union_id = ${unionId} and kind = ${kind}
    and (member_id = ${memberId} or (${isSingle} and substitute_for is null)) and in_office && daterange(${from}::date, ${untilOn}::date, '(]')`)
  if (rowCount) enforce(refuse('posts.taken', '这个职务已有继任者，不能再延长前任的任期'))
}

/** Ends an appointment from a day on. */
export async function end(session: Session, input: { id: string; on: string; why: Ended; basis?: string | undefined }) {
  await hold(session.db, appointments, input.id)
  const before = await appointmentOf(session, input.id)
  await finish(session, before, input)
  Object.assign(session.line, {
    unionId: before.unionId,
    subject: input.id,
    detail: { kind: before.kind, why: input.why, on: input.on },
  })
  return { id: input.id }
}

type Before = Awaited<ReturnType<typeof appointmentOf>>

/** The step that `end` and a hand-over share. The row is held by the caller. */
export async function finish(
  session: Session,
  before: Before,
  { on, why, basis }: { on: string; why: Ended; basis?: string | undefined },
) {
  if (before.endedOn) enforce(refuse('posts.ended', `已在 ${before.endedOn} 卸任`))
  const isDuringTerm = !before.untilOn || on <= before.untilOn
  enforce(mayEnd({ kind: before.kind, why, hasBasis: !!basis, isDuringTerm, on, fromOn: before.fromOn }))
  await session.db
    .update(appointments)
    .set({ endedOn: on, endedWhy: why, ...(basis && { basis }) })
    .where(eq(appointments.id, before.id))
}

export type { Place }
