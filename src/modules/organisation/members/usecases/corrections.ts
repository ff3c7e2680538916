import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Paging } from '#kit/contract'
import { hold } from '#platform/db'
import { open, seal } from '#platform/secrets'
import { enforce, found, personOf, type Session } from '#platform/session'
import { refuse } from '#law/verdict'
import type { Changes } from '../contract.ts'
import type { MemberField } from '../contract/words.ts'
import { mayDecide, mayFile } from '../rules.ts'
import { memberCorrections, members } from '../tables.ts'
import { clear, held, type Member } from './filing.ts'
import { amend, asChange, differing } from './record.ts'

const SEALED = 'member_corrections.wanted_sealed'
type Asked = typeof memberCorrections.$inferSelect

const stateOf = ({ withdrawnAt, decision }: Asked) => (withdrawnAt ? 'withdrawn' : (decision ?? 'asked')) as 'asked'

/** A request beside the record as it is now. */
function shown(asked: Asked, member: Member, unionName: string) {
  const wanted = JSON.parse(open(SEALED, asked.wantedSealed)) as Changes
  const now: Partial<Record<MemberField, unknown>> = { ...member, ...clear(member) }
  const isOpen = stateOf(asked) === 'asked'
  const changes = (asked.fields as MemberField[]).map((field) =>
    asChange(field, isOpen ? ((now[field] as string) ?? null) : null, (wanted[field] as string) ?? null),
  )
  const { id, memberId, askedAt, note, decidedAt, reason } = asked
  return { id, memberId, memberName: member.name, unionName, askedAt, state: stateOf(asked), changes, note, decidedAt, reason }
}

const isOpen = and(isNull(memberCorrections.decidedAt), isNull(memberCorrections.withdrawnAt))
const unionName = sql<string>`(select d.name from union_directory d where d.id = member_corrections.union_id)`

/** What members asked to have put right: the oldest first while it waits, the latest first when it is history. */
export async function corrections({ db }: Session, { page, size, isOpen: wantsOpen }: Paging & { isOpen: boolean }) {
  const where = wantsOpen ? isOpen : sql`not (${isOpen})`
  const rows = await db
    .select({ asked: memberCorrections, member: members, unionName })
    .from(memberCorrections)
    .innerJoin(members, eq(members.id, memberCorrections.memberId))
    .where(where)
    .orderBy(wantsOpen ? asc(memberCorrections.askedAt) : desc(memberCorrections.askedAt))
    .limit(size)
    .offset((page - 1) * size)
  return {
    rows: rows.map(({ asked, member, unionName: name }) => shown(asked, member, name)),
    total: await db.$count(memberCorrections, where),
  }
}

/** What one person asked for, the latest first. */
export async function correctionsOf({ db }: Session, memberId: string) {
  const rows = await db
    .select({ asked: memberCorrections, member: members, unionName })
    .from(memberCorrections)
    .innerJoin(members, eq(members.id, memberCorrections.memberId))
    .where(eq(memberCorrections.memberId, memberId))
    .orderBy(desc(memberCorrections.askedAt))
    .limit(50)
  return rows.map(({ asked, member, unionName: name }) => shown(asked, member, name))
}

/** A person asks to have his record put right. */
export async function requestCorrection(
  session: Session,
  { wanted, note }: { wanted: Changes; note?: string | null | undefined },
) {
  const { db, now, today, line } = session
  const me = personOf(session)
  const [row] = await db.select().from(members).where(eq(members.id, me))
  const member = found(row)
  const made = differing(member, wanted)
  enforce(made.length ? null : refuse('members.nothing-to-correct', '填的内容和档案一样，没有要更正的'))
  const facts: Changes = Object.fromEntries(made.map(({ field, after }) => [field, after]))
  enforce(facts.idNumber ? mayFile({ idType: member.idType, idNumber: facts.idNumber }, today) : null)
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into member_corrections (member_id, union_id, union_path, asked_at, fields, wanted_sealed, note)
    values (${me}, ${member.unionId}, ${member.unionPath}, ${now.toISOString()}, ${sql.param(made.map(({ field }) => field))}::text[],
      ${seal(SEALED, JSON.stringify(facts))}, ${note || null}) returning id`)
  Object.assign(line, { unionId: member.unionId, subject: me, detail: { fields: made.map(({ field }) => field) } })
  return { id: rows[0]!.id }
}

/** A person takes his request back. */
export async function withdrawCorrection(session: Session, { id }: { id: string }) {
  const { db, now, line } = session
  const me = personOf(session)
  const [asked] = await db
    .select()
    .from(memberCorrections)
    .where(and(eq(memberCorrections.id, id), eq(memberCorrections.memberId, me)))
  enforce(mayDecide(found(asked)))
  await db
    .update(memberCorrections)
    .set({ withdrawnAt: now })
    .where(and(eq(memberCorrections.id, id), isOpen))
  Object.assign(line, { unionId: asked!.unionId, subject: me })
  return { id }
}

/** A cadre decides, with a reason the person reads; what is accepted is in the record at once. */
export async function decideCorrection(
  session: Session,
  { id, isAccepted, reason }: { id: string; isAccepted: boolean; reason: string },
) {
  const { db, now, user, line } = session
  await hold(db, memberCorrections, id)
  const [row] = await db
    .select()
    .from(memberCorrections)
    .where(inArray(memberCorrections.id, [id]))
  const asked = found(row)
  enforce(mayDecide(asked))
  if (isAccepted) {
    const before = await held(session, asked.memberId)
    await amend(session, before, JSON.parse(open(SEALED, asked.wantedSealed)) as Changes, 'members.decideCorrection')
  }
  const by = { byAccount: user.account ?? null, byPost: user.post ? `${user.post.unionName}${user.post.title}` : null }
  await db
    .update(memberCorrections)
    .set({ decidedAt: now, decision: isAccepted ? 'accepted' : 'refused', reason, ...by })
    .where(eq(memberCorrections.id, id))
  Object.assign(line, { unionId: asked.unionId, subject: asked.memberId, detail: { fields: asked.fields, isAccepted } })
  return { id }
}
