import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { memberOf } from '#modules/organisation/members'
import { hold } from '#platform/db'
import { enforce, found, personOf, type Session } from '#platform/session'
import { mayDecide, mayNominate } from '../rules.ts'
import { nominations } from '../tables.ts'

type New = { nomineeName: string; nomineePlace: string | null; reason: string }

/** A worker names a colleague who does much for others. */
export async function nominate(session: Session, { nomineeName, nomineePlace, reason }: New) {
  const { db, now, line } = session
  const me = await memberOf(session, personOf(session))
  const waiting = and(eq(nominations.byMember, me.id), isNull(nominations.decidedAt), isNull(nominations.withdrawnAt))
  const isMember = me.status === 'member' || me.status === 'worker'
  enforce(mayNominate(isMember, await db.$count(nominations, waiting), nomineeName === me.name))
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into activist_nominations (union_id, union_path, by_member, nominee_name, nominee_place, reason, at)
    values (${me.unionId}, ${me.unionPath}, ${me.id}, ${nomineeName}, ${nomineePlace}, ${reason}, ${now.toISOString()}) returning id`)
  Object.assign(line, { unionId: me.unionId, subject: rows[0]!.id })
  return rows[0]!
}

async function own({ db, ...session }: Session, id: string) {
  const [row] = await db
    .select()
    .from(nominations)
    .where(and(eq(nominations.id, id), eq(nominations.byMember, personOf(session))))
  return found(row)
}

export async function takeBack(session: Session, { id }: { id: string }) {
  const { db, now, line } = session
  await hold(db, nominations, id)
  const row = await own(session, id)
  enforce(mayDecide(row))
  await db.update(nominations).set({ withdrawnAt: now }).where(eq(nominations.id, id))
  Object.assign(line, { unionId: row.unionId, subject: id })
  return { id }
}

export async function myNominations(session: Session) {
  const rows = await session.db
    .select()
    .from(nominations)
    .where(eq(nominations.byMember, personOf(session)))
    .orderBy(desc(nominations.at))
  return rows.map(({ id, nomineeName, nomineePlace, reason, at, withdrawnAt, decision, decisionReason }) => ({
    ...{ id, nomineeName, nomineePlace, reason, at, decisionReason },
    state: withdrawnAt ? ('withdrawn' as const) : (decision ?? ('waiting' as const)),
  }))
}
