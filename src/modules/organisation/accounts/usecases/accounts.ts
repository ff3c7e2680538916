import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Paging } from '#kit/contract'
import { heldKinds, isHeadOf, titlesOf } from '#modules/organisation/posts'
import { memberOf } from '#modules/organisation/members'
import { kindOf } from '#rules/organisation/posts'
import { open } from '#platform/secrets'
import { enforce, found, type Session } from '#platform/session'
import { createAccount, linkPerson, resetAccount } from '#platform/signin/accounts'
import { endSessionsOf } from '#platform/signin/sessions'
import type { Account, AccountState } from '../contract.ts'
import { mayConfirmReset, mayInvite, mayLock, mayReset } from '../rules.ts'
import { accountList, accountResets } from '../tables.ts'
import { asSignin } from './signing.ts'

/** Roles whose accounts watch others: nobody closes them from the side. */
const guards = ['securityAdministrator', 'auditAdministrator']
type Row = typeof accountList.$inferSelect & { unionName: string }

const columns = {
  ...{ id: accountList.id, name: accountList.name, username: accountList.username, disabledAt: accountList.disabledAt },
  ...{ hasSecondFactor: accountList.hasSecondFactor, requiresSecondFactor: accountList.requiresSecondFactor },
  ...{ personId: accountList.personId, personName: accountList.personName, unionId: accountList.unionId },
  ...{ unionPath: accountList.unionPath, isInvited: accountList.isInvited, lastSeenAt: accountList.lastSeenAt },
  ...{ sessions: accountList.sessions, createdAt: accountList.createdAt },
  unionName: sql<string>`(select u.name from unions u where u.id = ${accountList.unionId})`,
}

const stateOf = ({ disabledAt, isInvited }: Row): AccountState => (disabledAt ? 'locked' : isInvited ? 'invited' : 'open')

/** The accounts of one's scope with the posts their people hold. */
export async function list(
  session: Session,
  { page, size, text, state }: Paging & { text: string; state?: AccountState | undefined },
) {
  const { db } = session
  const where = and(
    text
      ? sql`(${accountList.personName} like ${`%${text.replace(/[%_\\]/g, '\\$&')}%`} or ${accountList.username} = lower(${text}))`
      : undefined,
    state && sql`(case when disabled_at is not null then 'locked' when is_invited then 'invited' else 'open' end) = ${state}`,
  )
  const rows = await db
    .select(columns)
    .from(accountList)
    .where(where)
    .orderBy(asc(accountList.unionPath), asc(accountList.personName), asc(accountList.id))
    .limit(size)
    .offset((page - 1) * size)
  return { rows: await shown(session, rows), total: await db.$count(accountList, where) }
}

async function shown(session: Session, rows: Row[]): Promise<Account[]> {
  const titles = await titlesOf(
    session,
    rows.map(({ personId }) => personId),
  )
  const resets = rows.length
    ? await openResets(
        session,
        rows.map(({ id }) => id),
      )
    : []
  return rows.map((row) => {
    const reset = resets.find(({ accountId }) => accountId === row.id)
    return {
      ...{ id: row.id, name: row.personName, username: row.username, memberId: row.personId, unionId: row.unionId },
      ...{ unionName: row.unionName, state: stateOf(row), hasSecondFactor: row.hasSecondFactor, sessions: row.sessions },
      needsSecondFactor: row.requiresSecondFactor,
      lastSeenAt: row.lastSeenAt,
      posts: titles.get(row.personId) ?? [],
      reset: reset
        ? {
            id: reset.id,
            reason: reset.reason,
            isConfirmed: reset.confirmedBy !== null,
            isOwn: reset.askedBy === session.user.account,
          }
        : null,
    }
  })
}

const openResets = ({ db }: Session, accounts: string[]) =>
  db
    .select()
    .from(accountResets)
    .where(and(inArray(accountResets.accountId, accounts), isNull(accountResets.usedAt)))

async function accountOf({ db }: Session, id: string): Promise<Row> {
  const [row] = await db.select(columns).from(accountList).where(eq(accountList.id, id))
  return found(row)
}

/** Office holders of one's scope who have no account yet: whom to invite. */
export async function withoutAccount({ db, today }: Session, { page, size }: Paging) {
  const { rows } = await db.execute<{
    memberId: string
    name: string
    kind: string
    title: string | null
    unionName: string
    total: number
  }>(sql`
    select "memberId", name, kind, title, "unionName", count(*) over ()::int as total from (
      select distinct on (a.member_id) a.member_id as "memberId", a.person_name as name, a.kind, a.title, u.name as "unionName", a.union_path as path
      from appointments a join unions u on u.id = a.union_id
      where a.in_office @> ${today}::date and not has_account(a.member_id) order by a.member_id, a.from_on) first
    order by path, name limit ${size} offset ${(page - 1) * size}`)
  return {
    rows: rows.map(({ memberId, name, kind, title, unionName }) => ({
      memberId,
      name,
      unionName,
      post: title ?? kindOf(kind)?.title ?? kind,
    })),
    total: rows[0]?.total ?? 0,
  }
}

/** Opens an account for a person: no password, but a link by which he sets his own. */
export async function invite(session: Session, { memberId, username }: { memberId: string; username?: string | undefined }) {
  const { db, user, region, line } = session
  const member = await memberOf(session, memberId)
  const { rows } = await db.execute<{ has: boolean }>(sql`select has_account(${memberId}) as has`)
  enforce(mayInvite({ hasAccount: rows[0]!.has, isSelf: user.person === memberId, status: member.status }))
  const mobile = member.mobile ? open('members.mobile', member.mobile) : undefined
  const needsFactor = (await heldKinds(session, memberId)).some((kind) => kindOf(kind)?.secondFactor)
  const made = await asSignin(db, async (pool) => {
    const { accountId, activation } = await createAccount(pool, '', {
      name: member.name,
      ...(username && { username }),
      ...(mobile && { mobile }),
    })
    await linkPerson(pool, accountId, { region, personId: memberId })
    if (needsFactor) await pool.query('update accounts set requires_second_factor = true where id = $1', [accountId])
    const { rows: names } = await pool.query<{ username: string }>('select username from accounts where id = $1', [accountId])
    return { id: accountId, path: activation!.link, expiresAt: activation!.expiresAt, username: names[0]!.username }
  })
  Object.assign(line, { unionId: member.unionId, subject: memberId, detail: { account: made.id } })
  return { ...made, name: member.name }
}

async function setDisabled(session: Session, id: string, isDisabled: boolean) {
  await asSignin(session.db, async (pool) => {
    await pool.query('update accounts set disabled_at = case when $2 then now() end where id = $1', [id, isDisabled])
    if (isDisabled) await endSessionsOf(pool, id)
  })
}

/** Closes an account at once: its sessions end, its posts stay on record but give nobody a way in. */
export async function lock(session: Session, { id, reason }: { id: string; reason: string }) {
  const account = await accountOf(session, id)
  const held = await heldKinds(session, account.personId)
  const isOwn = id === session.user.account
  enforce(mayLock({ isOwn, isLocked: !!account.disabledAt, guards: held.some((kind) => guards.includes(kind)) }))
  await setDisabled(session, id, true)
  Object.assign(session.line, {
    unionId: account.unionId,
    subject: account.personId,
    detail: { account: id, reasonLength: reason.length },
  })
  return { id }
}

export async function unlock(session: Session, { id }: { id: string; reason: string }) {
  const account = await accountOf(session, id)
  await setDisabled(session, id, false)
  Object.assign(session.line, { unionId: account.unionId, subject: account.personId, detail: { account: id } })
  return { id }
}

/** Ends every sign-in session of an account. */
export async function signOut(session: Session, { id }: { id: string }) {
  const account = await accountOf(session, id)
  const ended = await asSignin(session.db, (pool) => endSessionsOf(pool, id))
  Object.assign(session.line, { unionId: account.unionId, subject: account.personId, detail: { account: id, ended } })
  return { id, ended }
}

/** Asks for a second person's word before an account with authority is set back. */
export async function askReset(session: Session, { id, reason }: { id: string; reason: string }) {
  const { db, user, now, line } = session
  const { unionId, unionPath, personId } = await accountOf(session, id)
  await db.delete(accountResets).where(and(eq(accountResets.accountId, id), isNull(accountResets.usedAt)))
  const [row] = await db
    .insert(accountResets)
    .values({ accountId: id, unionId, unionPath, reason, askedBy: user.account!, askedAt: now })
    .returning({ id: accountResets.id })
  Object.assign(line, { unionId, subject: personId, detail: { account: id } })
  return row!
}

/** Requests that wait for a second person's word, in one's scope. */
export const resets = ({ db }: Session) =>
  db
    .select({
      id: accountResets.id,
      name: accountList.personName,
      unionName: sql<string>`(select u.name from unions u where u.id = ${accountResets.unionId})`,
      reason: accountResets.reason,
      askedAt: accountResets.askedAt,
    })
    .from(accountResets)
    .innerJoin(accountList, eq(accountList.id, accountResets.accountId))
    .where(and(isNull(accountResets.usedAt), isNull(accountResets.confirmedAt)))
    .orderBy(asc(accountResets.askedAt))

export async function confirmReset(session: Session, { id }: { id: string }) {
  const { db, user, now, line } = session
  const [reset] = await db.select().from(accountResets).where(eq(accountResets.id, id)).for('update')
  const { askedBy, accountId, confirmedBy, unionPath, unionId } = found(reset)
  enforce(
    mayConfirmReset({
      askedBy,
      account: user.account!,
      accountId,
      isConfirmed: !!confirmedBy,
      isHead: isHeadOf(session, unionPath),
    }),
  )
  await db.update(accountResets).set({ confirmedBy: user.account!, confirmedAt: now }).where(eq(accountResets.id, id))
  Object.assign(line, { unionId, subject: id, detail: { account: accountId } })
  return { id }
}

/** Takes password and sessions (and the second factor, when asked) away and gives a new activation link. */
export async function reset(session: Session, { id, secondFactor }: { id: string; secondFactor: boolean }) {
  const { db, user, now, line } = session
  const account = await accountOf(session, id)
  const [request] = await db
    .select()
    .from(accountResets)
    .where(and(eq(accountResets.accountId, id), isNull(accountResets.usedAt)))
    .for('update')
  const held = await heldKinds(session, account.personId)
  enforce(
    mayReset({
      isOwn: id === user.account,
      hasAuthority: held.some((kind) => kindOf(kind)?.secondFactor) || account.requiresSecondFactor,
      hasSecondFactor: account.hasSecondFactor,
      takesSecondFactor: secondFactor,
      confirmedAt: request?.confirmedAt ?? null,
      now,
    }),
  )
  const { link, expiresAt } = await asSignin(db, (pool) => resetAccount(pool, '', id, { secondFactor }))
  if (request) await db.update(accountResets).set({ usedAt: now }).where(eq(accountResets.id, request.id))
  Object.assign(line, { unionId: account.unionId, subject: account.personId, detail: { account: id, secondFactor } })
  return { id, name: account.personName, path: link, expiresAt }
}
