import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { maskName } from '#kit/identifiers'
import { pinyinOf } from '#kit/pinyin'
import { due } from '#law/deadlines'
import { firstOf } from '#law/verdict'
import { memberRulesAt } from '#modules/organisation/memberRules'
import { memberOf } from '#modules/organisation/members'
import { placeOf } from '#modules/organisation/transfers'
import { unionOf } from '#modules/organisation/unions'
import { beyondScope } from '#platform/acts'
import { hold } from '#platform/db'
import { blindIndex, blindIndexes, open, seal } from '#platform/secrets'
import { enforce, found, personOf, Refused, type Session } from '#platform/session'
import { calendarFor } from '#platform/statutes'
import { mayFile } from '#rules/organisation/members'
import { scopeOf } from '#rules/organisation/unions'
import type { Apply, Enter, Progress, Work } from '../contract.ts'
import type { Channel } from '../contract/words.ts'
import { isOpen, mayApplyTo, mayConsent, mayFileMore, mayJoin, mayWork } from '../rules.ts'
import { type Application, applications } from '../tables.ts'

const ID_NUMBER = 'join_applications.id_number'
const MOBILE = 'join_applications.mobile'

export const hashOf = (code: string) => createHash('sha256').update(`joining/${code}`).digest('hex')
export const idNumberOf = ({ idNumber }: Application) => (idNumber === null ? null : open(ID_NUMBER, idNumber))
export const mobileOf = ({ mobile }: Application) => (mobile === null ? null : open(MOBILE, mobile))
export const idIndexes = (number: string) => blindIndexes(ID_NUMBER, number)

/** The promised period in force on a day for a union, and where it stands. */
async function promiseOf(session: Session, day: string, { path, creditCode }: { path: string; creditCode: string | null }) {
  const at = { db: session.db, place: scopeOf(creditCode, session.place) }
  return (await memberRulesAt(at, path, day)).answerDays
}

/** Whether a union takes applications, and by when it promises to answer. */
export async function place(session: Session, { unionId }: { unionId: string }) {
  const row = found(await placeOf(session, unionId))
  const promise = await promiseOf(session, session.today, row)
  const days = `${promise.value} 个工作日`
  return { id: row.id, name: row.name, above: row.above, isOpen: mayApplyTo(row) === null, days, cite: promise.cite }
}

type Who = { name: string; idType: string; idNumber: string | null; mobile: string | null }
type Came = {
  channel: Channel
  code?: string | undefined
  account?: string | undefined
  memberId?: string | undefined
  paper?: string
}

async function file(session: Session, who: Who, work: Work, came: Came): Promise<Application> {
  const { db, now, today, line } = session
  const at = await placeOf(session, work.unionId)
  enforce(firstOf(mayApplyTo(at), mayConsent(work), mayWork(work), mayFile(who, today)))
  const promise = await promiseOf(session, today, at!)
  const { full, initials } = pinyinOf(who.name)
  const row = {
    ...work,
    unionPath: at!.path,
    name: who.name,
    pinyin: full,
    initials,
    idType: who.idType as Application['idType'],
    idNumber: who.idNumber && seal(ID_NUMBER, who.idNumber),
    idNumberIndex: who.idNumber && blindIndex(ID_NUMBER, who.idNumber),
    mobile: who.mobile && seal(MOBILE, who.mobile),
    mobileIndex: who.mobile && blindIndex(MOBILE, who.mobile),
    channel: came.channel,
    codeHash: came.code ? hashOf(came.code) : null,
    account: came.account ?? null,
    memberId: came.memberId ?? null,
    paper: came.paper ?? null,
    appliedAt: now,
    appliedOn: today,
    dueOn: due(today, { n: promise.value, unit: 'workingDay' }, await calendarFor(session)),
  }
  const [made] = await db.insert(applications).values(row).returning()
  Object.assign(line, { unionId: work.unionId, subject: made!.id, detail: { channel: came.channel } })
  return made!
}

/** Anyone applies, without an account: the code made on his phone is his key, and makes a retry harmless. */
export async function apply(session: Session, { code, name, idType, idNumber, mobile, ...work }: Apply): Promise<Progress> {
  const { db } = session
  const before = await byCode(session, code)
  if (before) return repeated(session, before)
  const { rows } = await db.execute<{ n: number }>(
    sql`select open_applications(${sql.param(blindIndexes(MOBILE, mobile))}::text[]) as n`,
  )
  enforce(mayFileMore(rows[0]!.n))
  const at = await placeOf(session, work.unionId)
  enforce(mayApplyTo(at))
  // The public sees no union's rows: the application is laid on the table of the union it names.
  const made = await beyondScope(db, at!.path, () =>
    file(session, { name, idType, idNumber, mobile }, work, { channel: 'phone', code }),
  )
  return progressOf(session, made)
}

/** The same application sent again, after a lost answer. */
function repeated(session: Session, before: Application) {
  Object.assign(session.line, { unionId: before.unionId, subject: before.id, detail: { repeated: true } })
  return progressOf(session, before)
}

/** A clerk enters what a person brought or said at the desk (ICT-02): the same case, with who entered it. */
export async function enter(session: Session, { code, paper, name, idType, idNumber, mobile, ...work }: Enter) {
  await unionOf(session, work.unionId)
  const before = await byCode(session, code)
  if (before) return { id: before.id }
  const { id } = await file(session, { name, idType, idNumber, mobile }, work, { channel: 'desk', code, paper })
  return { id }
}

/** A worker with an account applies: what his record holds is not asked again. */
export async function applyMine(session: Session, work: Work): Promise<Progress> {
  const { db, user } = session
  const memberId = personOf(session)
  const record = await memberOf(session, memberId)
  const at = await placeOf(session, work.unionId)
  enforce(firstOf(mayJoin(record.status, (await placeOf(session, record.unionId))?.name ?? ''), mayApplyTo(at)))
  const [before] = await db.select().from(applications).where(eq(applications.account, user.account!))
  if (before?.state === 'applied' && before.unionId === work.unionId)
    throw new Refused({ code: 'joining.open', reason: '您已有一份申请在等答复' })
  const { name, idType, idNumber, mobile } = record
  const who = {
    name,
    idType,
    idNumber: idNumber && open('members.id_number', idNumber),
    mobile: mobile && open('members.mobile', mobile),
  }
  // His own account sees only what is his: the application is laid on the table of the union it names.
  const made = await beyondScope(db, at!.path, () =>
    file(session, who, work, { channel: 'account', account: user.account, memberId }),
  )
  return progressOf(session, made)
}

async function byCode({ db }: Session, code: string): Promise<Application | undefined> {
  const { rows } = await db.execute<{ id: string; path: string }>(sql`select id, path from application_of_code(${hashOf(code)})`)
  const [hit] = rows
  if (!hit) return undefined
  // Whoever knows the code is the applicant; it opens this one application.
  return beyondScope(db, hit.path, async () => (await db.select().from(applications).where(eq(applications.id, hit.id)))[0])
}

/** The state of an application, to whoever has its code. */
export async function progress(session: Session, { code }: { code: string }): Promise<Progress> {
  return progressOf(session, found(await byCode(session, code)))
}

/** One's own applications, newest first. */
export async function mine(session: Session): Promise<Progress[]> {
  const rows = await session.db.select().from(applications).where(eq(applications.account, session.user.account!))
  const mine: Progress[] = []
  // One after another: each reaches beyond the scope on the one connection.
  for (const row of rows.toSorted((a, b) => +b.appliedAt - +a.appliedAt)) mine.push(await progressOf(session, row))
  return mine
}

async function progressOf(session: Session, row: Application): Promise<Progress> {
  const at = await placeOf(session, row.unionId)
  const { id, unionId, state, appliedOn, dueOn, decidedOn, reason, number, version } = row
  const { cite } = await promiseOf(session, appliedOn, { path: row.unionPath, creditCode: at?.creditCode ?? null })
  return {
    id,
    unionId,
    unionName: at?.name ?? '',
    name: maskName(row.name),
    state,
    appliedOn,
    dueOn,
    decidedOn,
    reason,
    number,
    cite,
    version,
  }
}

export async function withdraw(session: Session, { code }: { code: string }) {
  const before = found(await byCode(session, code))
  return beyondScope(session.db, before.unionPath, () => takeBack(session, before.id))
}
export const withdrawMine = (session: Session, { id }: { id: string }) => takeBack(session, id)

async function takeBack({ db, now, today, line }: Session, id: string) {
  await hold(db, applications, id)
  const [row] = await db.select().from(applications).where(eq(applications.id, id))
  enforce(isOpen(found(row).state))
  const end = { state: 'withdrawn' as const, decidedAt: now, decidedOn: today, version: row!.version + 1 }
  await db.update(applications).set(end).where(eq(applications.id, id))
  Object.assign(line, { unionId: row!.unionId, subject: id })
  return { id }
}
