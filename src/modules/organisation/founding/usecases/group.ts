import { and, eq } from 'drizzle-orm'
import { checkIdNumber } from '#kit/identifiers'
import { refuse } from '#law/verdict'
import { blindIndex, blindIndexes, seal } from '#platform/secrets'
import { enforce, found, Refused, type Session } from '#platform/session'
import { isCurrent } from '#rules/organisation/unions'
import { consentText, type NewMeeting, type NewMember, type NewTask, type PaperSignature, type Signature } from '../contract.ts'
import { mayEdit, maySign, mayWork } from '../rules.ts'
import { group, meetings, supporters, tasks } from '../tables.ts'
import { held, lined, placeOf } from './parts.ts'

export const ID_NUMBER = 'founding_supporters.id_number'
export const MOBILE = 'founding_supporters.mobile'

/** A task of the project: who does it by when, and with which paper it was done. */
export async function saveTask(session: Session, { id, version, foundingId, ...facts }: NewTask) {
  const { db } = session
  const founding = await held(session, foundingId)
  enforce(mayWork(founding.state))
  if (facts.doneOn && facts.doneOn > session.today) enforce(refuse('founding.future', '完成日期不能晚于今天'))
  if (facts.ownerId) await memberOf(session, foundingId, facts.ownerId)
  lined(session, founding, { kind: facts.kind, done: facts.doneOn !== null })
  if (id) {
    const [before] = await db
      .select()
      .from(tasks)
      .where(and(eq(tasks.id, id), eq(tasks.foundingId, foundingId)))
    enforce(isCurrent(found(before).version, version ?? 0))
    await db
      .update(tasks)
      .set({ ...facts, version: before!.version + 1 })
      .where(eq(tasks.id, id))
    return { id }
  }
  const position = await db.$count(tasks, eq(tasks.foundingId, foundingId))
  const [row] = await db
    .insert(tasks)
    .values({ ...placeOf(founding), ...facts, position })
    .returning({ id: tasks.id })
  return row!
}

async function memberOf({ db }: Session, foundingId: string, id: string) {
  const [row] = await db
    .select()
    .from(group)
    .where(and(eq(group.id, id), eq(group.foundingId, foundingId)))
  return found(row)
}

export async function dropTask(session: Session, { id }: { id: string }) {
  const { db } = session
  const [row] = await db.select().from(tasks).where(eq(tasks.id, id))
  const founding = await held(session, found(row).foundingId)
  enforce(mayWork(founding.state))
  await db.delete(tasks).where(eq(tasks.id, id))
  lined(session, founding, { kind: row!.kind })
  return { id }
}

/** A meeting or course, before it is held or after, with the list of who came (ORG-04). */
export async function saveMeeting(session: Session, { id, version, foundingId, ...facts }: NewMeeting) {
  const { db } = session
  const founding = await held(session, foundingId)
  enforce(mayWork(founding.state))
  lined(session, founding, { kind: facts.kind, attendance: facts.attendance.length })
  if (id) {
    const [before] = await db
      .select()
      .from(meetings)
      .where(and(eq(meetings.id, id), eq(meetings.foundingId, foundingId)))
    enforce(isCurrent(found(before).version, version ?? 0))
    await db
      .update(meetings)
      .set({ ...facts, version: before!.version + 1 })
      .where(eq(meetings.id, id))
    return { id }
  }
  const [row] = await db
    .insert(meetings)
    .values({ ...placeOf(founding), ...facts })
    .returning({ id: meetings.id })
  return row!
}

/** The columns of a signature: the numbers sealed, the sex read from the identity number. */
export function sealed({ idNumber, mobile }: Pick<Signature, 'idNumber' | 'mobile'>, day: string) {
  const read = checkIdNumber(idNumber, day)
  return {
    idNumber: seal(ID_NUMBER, idNumber),
    idNumberIndex: blindIndex(ID_NUMBER, idNumber),
    indexes: blindIndexes(ID_NUMBER, idNumber),
    mobile: mobile === null ? null : seal(MOBILE, mobile),
    sex: 'problem' in read ? null : read.sex,
  }
}

/** Signatures that were given on paper, keyed in by the group; who has signed already is named and not counted again. */
export async function enterSignatures(session: Session, { foundingId, rows }: { foundingId: string; rows: PaperSignature[] }) {
  const { db, today, now, user } = session
  const founding = await held(session, foundingId)
  enforce(maySign(founding.state))
  const before = await db
    .select({ index: supporters.idNumberIndex })
    .from(supporters)
    .where(eq(supporters.foundingId, foundingId))
  const known = new Set(before.map(({ index }) => index))
  const already: string[] = []
  for (const { name, unitId, signedOn, ...numbers } of rows) {
    if (signedOn > today) enforce(refuse('founding.future', `${name} 的签名日期不能晚于今天`))
    const { indexes, ...columns } = sealed(numbers, today)
    if (indexes.some((index) => known.has(index))) {
      already.push(name)
      continue
    }
    known.add(columns.idNumberIndex)
    await db.insert(supporters).values({
      ...{ ...placeOf(founding), ...columns, name, unitId, signedOn, way: 'paper' as const },
      ...{ textVersion: consentText.version, signedAt: now, enteredBy: user.account ?? null },
    })
  }
  const added = rows.length - already.length
  lined(session, founding, { added, already: already.length })
  return { added, already }
}

/** Strikes out a signature, with the reason: a person who does not work there, or who asked for it. */
export async function dropSignature(session: Session, { id, reason }: { id: string; reason: string }) {
  const { db } = session
  const [row] = await db.select().from(supporters).where(eq(supporters.id, id))
  const founding = await held(session, found(row).foundingId)
  enforce(mayEdit(founding.state))
  await db.delete(supporters).where(eq(supporters.id, id))
  lined(session, founding, { reason })
  return { id }
}

/** Somebody joins the preparatory group; who has signed with an account of his own can work on the project from then on. */
export async function addMember(session: Session, { foundingId, side, duty, supporterId, name }: NewMember) {
  const { db } = session
  const founding = await held(session, foundingId)
  enforce(mayWork(founding.state))
  const there = await db.select().from(group).where(eq(group.foundingId, foundingId))
  if (side === 'head' && there.some((one) => one.side === 'head'))
    throw new Refused({ code: 'founding.head-taken', reason: '筹备组已有负责人，换人请先请他退出' })
  const [signed] = supporterId
    ? await db
        .select()
        .from(supporters)
        .where(and(eq(supporters.id, supporterId), eq(supporters.foundingId, foundingId)))
    : []
  if (supporterId) found(signed)
  if (supporterId && there.some((one) => one.supporterId === supporterId))
    throw new Refused({ code: 'founding.member-twice', reason: '他已经在筹备组里' })
  const called = signed?.name ?? name
  if (!called) throw new Refused({ code: 'founding.member-name', reason: '请选一位签名的职工，或写姓名' })
  const account = signed?.account ?? null
  const [row] = await db
    .insert(group)
    .values({
      ...placeOf(founding),
      name: called,
      side,
      duty,
      supporterId,
      account: there.some((one) => one.account === account) ? null : account,
    })
    .returning({ id: group.id })
  lined(session, founding, { side })
  return row!
}

export async function dropMember(session: Session, { id }: { id: string }) {
  const { db } = session
  const [row] = await db.select().from(group).where(eq(group.id, id))
  const founding = await held(session, found(row).foundingId)
  enforce(mayEdit(founding.state))
  await db.delete(group).where(eq(group.id, id))
  lined(session, founding, { side: row!.side })
  return { id }
}
