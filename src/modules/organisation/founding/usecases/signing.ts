import { sql } from 'drizzle-orm'
import { enforce, found, type Session } from '#platform/session'
import type { Signature } from '../contract.ts'
import { maySign, onceOnly, type State, surnameOf } from '../rules.ts'
import { sealed } from './group.ts'
import { lined } from './parts.ts'

type Invitation = {
  id: string
  union_id: string
  name: string
  superior_name: string
  head_name: string | null
  state: State
  units: { id: string; name: string }[]
}

async function behind({ db }: Session, code: string): Promise<Invitation> {
  const { rows } = await db.execute<Invitation>(sql`select * from founding_invitation(${code})`)
  return found(rows[0])
}

/** What a project's link shows to whoever holds it. */
export async function invitation(session: Session, { code }: { code: string }) {
  const { name, superior_name: superiorName, head_name: head, state, units } = await behind(session, code)
  return { name, superiorName, headName: head && surnameOf(head), isOpen: maySign(state) === null, units: units ?? [] }
}

/** One worker signs, once; the receipt lets him take it back. */
export async function sign(session: Session, { code, unitId, name, textVersion, ...numbers }: Signature) {
  const { db, today, now } = session
  const project = await behind(session, code)
  enforce(maySign(project.state))
  const { idNumber, indexes, mobile, sex } = sealed(numbers, today)
  const { rows } = await db.execute<{ receipt: string | null }>(sql`select founding_sign(${code}, ${sql.param(indexes)}::text[],
    ${unitId}::uuid, ${name}, ${idNumber}, ${mobile}, ${sex}, ${textVersion}, ${today}::date, ${now.toISOString()}::timestamptz) as receipt`)
  const receipt = rows[0]!.receipt
  enforce(onceOnly(receipt !== null))
  lined(session, { id: project.id, unionId: project.union_id }, { textVersion })
  return { receipt: receipt! }
}

/** Consent taken back, as easily as it was given. */
export async function takeBack(session: Session, { code, receipt }: { code: string; receipt: string }) {
  const project = await behind(session, code)
  const { rows } = await session.db.execute<{ done: boolean }>(sql`select founding_take_back(${code}, ${receipt}) as done`)
  lined(session, { id: project.id, unionId: project.union_id }, { done: rows[0]!.done })
  return { done: rows[0]!.done }
}
