import { sql } from 'drizzle-orm'
import { due } from '#law/deadlines'
import { firstOf } from '#law/verdict'
import { memberRulesAt } from '#modules/organisation/memberRules'
import { holders, memberOf } from '#modules/organisation/members'
import { unionOf } from '#modules/organisation/unions'
import { enforce, personOf, type Session } from '#platform/session'
import { calendarFor } from '#platform/statutes'
import { scopeOf } from '#rules/organisation/unions'
import type { Goal } from '../contract.ts'
import type { Side } from '../contract/words.ts'
import { alreadyMoving, mayGo, mayTransfer, standingOf, unknownPerson } from '../rules.ts'
import { transfers } from '../tables.ts'

export type Place = {
  id: string
  path: string
  kind: string
  state: string
  name: string
  creditCode: string | null
  above: string | null
}

/** A union's place and state, also out of one's scope: for what is to be sent there. */
export async function placeOf({ db }: Pick<Session, 'db'>, unionId: string): Promise<Place | undefined> {
  const { rows } = await db.execute<Place>(
    sql`select id, path, kind, state, name, credit_code as "creditCode", above from union_place(${unionId})`,
  )
  return rows[0]
}

type Subject = { memberId: string; name: string; status: string; unionId: string; unionPath: string }

/** Opens a transfer of one person to another union. Whoever starts it has said his yes; `isAgreed` when the member has too. */
export async function begin(session: Session, subject: Subject, goal: Goal, startedBy: Side, isAgreed = startedBy === 'member') {
  const { db, now, today, user, line } = session
  const to = await placeOf(session, goal.unionId)
  enforce(firstOf(mayTransfer(subject.status), mayGo(subject.unionId, to)))
  const { acceptDays: promise } = await memberRulesAt({ db, place: scopeOf(to!.creditCode, session.place) }, to!.path, today)
  const by = user.post && startedBy !== 'member' ? `${user.post.unionName} ${user.post.title}` : null
  const said = {
    agreedAt: isAgreed ? now : null,
    releasedAt: startedBy === 'old' ? now : null,
    takenAt: startedBy === 'new' ? now : null,
  }
  const { ground, note } = goal
  const [made] = await db
    .insert(transfers)
    .values({
      ...{ memberId: subject.memberId, name: subject.name, fromUnionId: subject.unionId, fromPath: subject.unionPath },
      ...{ toUnionId: to!.id, toPath: to!.path, startedBy, ground, note, ...said, state: standingOf(said) },
      releasedBy: startedBy === 'old' ? by : null,
      takenBy: startedBy === 'new' ? by : null,
      ...{
        startedAt: now,
        startedOn: today,
        dueOn: due(today, { n: promise.value, unit: 'workingDay' }, await calendarFor(session)),
      },
    })
    .onConflictDoNothing()
    .returning({ id: transfers.id })
  enforce(made ? null : alreadyMoving)
  Object.assign(line, { unionId: subject.unionId, subject: made!.id, detail: { to: to!.id, startedBy } })
  return { id: made!.id }
}

/** A member asks to go: what is on file goes with him, he only says where. */
export async function start(session: Session, goal: Goal) {
  const { id, ...record } = await memberOf(session, personOf(session))
  return begin(session, { ...record, memberId: id }, goal, 'member')
}

/** The old union sends a member on. */
export async function startOld(session: Session, { memberId, ...goal }: Goal & { memberId: string }) {
  return begin(session, { ...(await memberOf(session, memberId)), memberId }, goal, 'old')
}

/** The new union asks for a member of another: it must know name and identity number, and learns nothing when they do not fit. */
export async function startNew(session: Session, { name, idNumber, ...goal }: Goal & { name: string; idNumber: string }) {
  await unionOf(session, goal.unionId)
  const [holder] = await holders(session, [idNumber])
  const known = holder && (await standingOfPerson(session, holder.id))
  if (!holder || known?.name !== name) enforce(unknownPerson)
  return begin(session, { ...holder!, memberId: holder!.id, name }, goal, 'new')
}

/** Name and standing of a person, also out of scope. */
export async function standingOfPerson({ db }: Pick<Session, 'db'>, id: string) {
  const { rows } = await db.execute<{ name: string; status: string }>(sql`select name, status from person_standing(${id})`)
  return rows[0]
}
