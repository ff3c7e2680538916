import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { memberOf } from '#modules/organisation/members'
import { unionNames } from '#modules/organisation/unions'
import { issueTicket } from '#platform/files'
import { open } from '#platform/secrets'
import { found, personOf, type Session } from '#platform/session'
import { rulebookOf } from '#platform/statutes'
import type { Listing, Row } from '../contract.ts'
import { cites, isOpen, mayDecide } from '../rules.ts'
import { type Change, changes } from '../tables.ts'

const c = changes
export const JUDGMENT = 'standing_changes.judgment'
export const judgmentOf = ({ judgment }: Pick<Change, 'judgment'>) => judgment && open(JUDGMENT, judgment)

const isUnreported = and(eq(c.kind, 'expel'), eq(c.state, 'done'), isNull(c.reportedOn))

export async function list(session: Session, { page, size, kind, state, unionId, memberId, isUnreported: unfiled }: Listing) {
  const where = and(
    kind?.length ? inArray(c.kind, kind) : undefined,
    state?.length ? inArray(c.state, state) : undefined,
    unionId ? eq(c.unionId, unionId) : undefined,
    memberId ? eq(c.memberId, memberId) : undefined,
    unfiled ? isUnreported : undefined,
  )
  const rows = await session.db
    .select()
    .from(c)
    .where(where)
    .orderBy(desc(sql`${c.state} = 'open'`), desc(c.openedAt), desc(c.id))
    .limit(size)
    .offset((page - 1) * size)
  return { rows: await shown(session, rows), total: await session.db.$count(c, where) }
}

export async function get(session: Session, { id }: { id: string }): Promise<Row> {
  const [row] = await session.db.select().from(c).where(eq(c.id, id))
  return (await shown(session, [found(row)]))[0]!
}

export async function mine(session: Session): Promise<Row[]> {
  const rows = await session.db
    .select()
    .from(c)
    .where(eq(c.memberId, personOf(session)))
    .orderBy(desc(c.openedAt))
  return shown(session, rows)
}

async function shown(session: Session, rows: readonly Change[]): Promise<Row[]> {
  const names = await unionNames(session, [...new Set(rows.map(({ unionId }) => unionId))])
  const book = await rulebookOf(session)
  const monthsAt = (path: string) => book.at(path).on('MEM-09.idle', session.today).value
  const people = new Map<string, { name: string; number: string | null }>()
  // Who has since moved to a union out of scope has no name here any more.
  for (const id of new Set(rows.map(({ memberId }) => memberId)))
    people.set(id, await memberOf(session, id).catch(() => ({ name: '（已转出）', number: null })))
  // A crime is the most sensitive thing a record can hold: only who decides, and the person himself.
  const maySeeJudgment = !session.user.post || session.user.powers.includes('members.decide')
  return rows.map((row) => ({
    ...row,
    judgment: maySeeJudgment ? judgmentOf(row) : null,
    memberName: people.get(row.memberId)!.name,
    memberNumber: people.get(row.memberId)!.number,
    unionName: names.get(row.unionId) ?? '',
    cite: cites[row.kind],
    decidable: isOpen(row.state) ?? mayDecide(row, session.today, session.today, monthsAt(row.unionPath)),
  }))
}

export async function counts({ db }: Session) {
  const [open, told, unreported] = [
    await db.$count(c, eq(c.state, 'open')),
    await db.$count(c, and(eq(c.state, 'open'), eq(c.startedBy, 'member'))),
    await db.$count(c, isUnreported),
  ]
  return { open, told, unreported }
}

export const exportMany = (session: Session, input: Listing) => issueTicket(session, 'standing.export', input)
