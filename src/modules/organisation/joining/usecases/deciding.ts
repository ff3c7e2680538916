import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { firstOf } from '#law/verdict'
import { admit, holders } from '#modules/organisation/members'
import { begin, standingOfPerson } from '#modules/organisation/transfers'
import { hold } from '#platform/db'
import { enforce, found, postOf, Refused, type Session } from '#platform/session'
import { isCurrent, isOpen, mayApprove, mayAskOver } from '../rules.ts'
import { type Application, applications } from '../tables.ts'
import { idIndexes, idNumberOf, mobileOf } from './filing.ts'
import { findingsOf } from './matching.ts'

type Approval = { id: string; version?: number; checkedHow?: string | undefined; memberId?: string | undefined }

/** The application, held until the act ends, when it still waits for an answer. */
export async function heldOpen({ db }: Session, id: string, version?: number): Promise<Application> {
  await hold(db, applications, id)
  const [row] = await db.select().from(applications).where(eq(applications.id, id))
  enforce(firstOf(isOpen(found(row).state), version === undefined ? null : isCurrent(row!.version, version)))
  return row!
}

const decision = ({ now, today, user }: Session, row: Application) => ({
  decidedAt: now,
  decidedOn: today,
  byAccount: user.account ?? null,
  byPost: user.post ? `${user.post.unionName} ${user.post.title}` : null,
  version: row.version + 1,
})

/** The committee approves: membership begins today, with a number (章程 第二条, MEM-02). */
export async function approve(session: Session, { id, version, checkedHow, memberId }: Approval) {
  const row = await heldOpen(session, id, version)
  postOf(session)
  const finding = found((await findingsOf(session, [row])).get(id))
  enforce(mayApprove(finding.match, checkedHow))
  const record = memberId ?? finding.memberId ?? row.memberId
  const facts = {
    idNumber: idNumberOf(row),
    mobile: mobileOf(row),
    employer: row.employer,
    job: row.job,
    newForm: row.newForm,
    employmentForm: row.employmentForm,
    basis: row.basis,
  }
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null))
  const { id: memberOf, number } = await admit(
    session,
    { name: row.name, idType: row.idType, ...known, ...(record && { id: record }) },
    { unionId: finding.unionId ?? row.unionId, on: session.today, came: 'join' },
  )
  const approved = { state: 'approved' as const, number, memberId: memberOf, checkedHow: checkedHow ?? null }
  await session.db
    .update(applications)
    .set({ ...decision(session, row), ...approved })
    .where(eq(applications.id, id))
  await closeOthers(session, row)
  Object.assign(session.line, { unionId: row.unionId, subject: id, detail: { match: finding.match } })
  return { id, number }
}

/** What the same person filed twice at this union is answered with the one that was approved. */
async function closeOthers(session: Session, row: Application) {
  const number = idNumberOf(row)
  if (number === null) return
  const same = and(eq(applications.unionId, row.unionId), inArray(applications.idNumberIndex, idIndexes(number)))
  await session.db
    .update(applications)
    .set({ ...decision(session, row), state: 'refused', reason: '同一人已有一份申请获批准' })
    .where(and(same, ne(applications.id, row.id), eq(applications.state, 'applied')))
}

/** Approves those who agree with the rolls; each of the others is left, with the reason. */
export async function approveMany(session: Session, { ids }: { ids: string[] }) {
  const { db } = session
  const approved: { id: string; number: string }[] = []
  const left: { id: string; reason: string }[] = []
  for (const id of [...new Set(ids)].toSorted()) {
    await db.execute(sql`savepoint one`)
    try {
      approved.push(await approve(session, { id }))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      await db.execute(sql`rollback to savepoint one`)
      left.push({ id, reason: error.refusal.reason })
    }
  }
  Object.assign(session.line, {
    unionId: postOf(session).unionId,
    subject: undefined,
    detail: { ids: approved.map(({ id }) => id), left: left.length },
  })
  return { approved, left }
}

/** Who is in membership elsewhere is asked over: the application becomes a transfer, to which his own account already said yes. */
export async function asTransfer(session: Session, { id, version }: { id: string; version: number }) {
  const row = await heldOpen(session, id, version)
  const number = idNumberOf(row)
  const [holder] = number ? await holders(session, [number]) : []
  const known = holder && (await standingOfPerson(session, holder.id))
  enforce(mayAskOver(known?.status, known?.name === row.name))
  const subject = { ...holder!, memberId: holder!.id, name: known!.name }
  const goal = { unionId: row.unionId, ground: 'newEmployer' as const, note: null }
  const { id: transferId } = await begin(session, subject, goal, 'new', row.channel === 'account' && row.memberId === holder!.id)
  await session.db
    .update(applications)
    .set({ ...decision(session, row), state: 'transferring', memberId: holder!.id, reason: '会籍在其他工会，已改办转会' })
    .where(eq(applications.id, id))
  Object.assign(session.line, { unionId: row.unionId, subject: id, detail: { transferId } })
  return { id, transferId }
}

/** Refused with the reason, which the applicant reads; he may apply again. */
export async function refuseOne(session: Session, { id, version, reason }: { id: string; version: number; reason: string }) {
  const row = await heldOpen(session, id, version)
  await session.db
    .update(applications)
    .set({ ...decision(session, row), state: 'refused', reason })
    .where(eq(applications.id, id))
  Object.assign(session.line, { unionId: row.unionId, subject: id })
  return { id }
}
