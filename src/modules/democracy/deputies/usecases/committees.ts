import { eq } from 'drizzle-orm'
import { memberOf } from '#modules/organisation/members'
import { enforce, found, type Session } from '#platform/session'
import type { NewCommittee } from '../contract.ts'
import { mayForm } from '../rules.ts'
import { committeeMembers, committees } from '../tables.ts'
import { termById } from './reading.ts'
import { deputiesOn } from './sitting.ts'

/** Forms a special committee (专门委员会、小组); its head is a deputy, the congress adopts who sits on it (WC-25). */
export async function form(session: Session, { termId, title, members, adoptedOn, adoptedAt }: NewCommittee) {
  const { db, today, line } = session
  const term = await termById(session, termId)
  const sitting = await deputiesOn(session, term.unionId, today)
  enforce(mayForm(members, new Set(sitting.map(({ memberId }) => memberId))))
  const place = { unionId: term.unionId, unionPath: term.unionPath }
  const [row] = await db
    .insert(committees)
    .values({ ...place, termId, title, adoptedOn, adoptedAt })
    .returning({ id: committees.id })
  const people = []
  for (const { memberId, isHead } of members)
    people.push({ ...place, committeeId: row!.id, memberId, isHead, name: (await memberOf(session, memberId)).name })
  await db.insert(committeeMembers).values(people)
  Object.assign(line, { unionId: term.unionId, subject: row!.id })
  return row!
}

export async function dissolve({ db, line }: Session, { id, on }: { id: string; on: string }) {
  const [row] = await db
    .update(committees)
    .set({ endedOn: on })
    .where(eq(committees.id, id))
    .returning({ unionId: committees.unionId })
  Object.assign(line, { unionId: found(row).unionId, subject: id })
  return { id }
}
