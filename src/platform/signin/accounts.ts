import { randomBytes } from 'node:crypto'
import type { ClientBase, Pool } from 'pg'
import { refuse, type Verdict } from '#law/verdict'
import { blindIndex, blindIndexes, open, seal } from '#platform/secrets'
import { enforce } from '#platform/session'
import { EMAIL, isMobile, isUsername, MOBILE, normalEmail, normalMobile, normalUsername } from './identifiers.ts'
import { newLink, useLink } from './links.ts'
import { mayUsePassword } from './passwords.ts'
import { inTransaction } from './pool.ts'

export type NewAccount = { name: string; username?: string; mobile?: string; email?: string; password?: string }
/** The link by which a person sets his own password; shown once, then only its hash is known. */
export type Activation = { link: string; token: string; expiresAt: Date }
export type Created = { accountId: string; activation: Activation | null }
export type Links = { region: string; personId: string }[]

/** Makes an account within a transaction. Without a password it can only be entered by an activation link. */
async function insertAccount(client: ClientBase, { name, username, mobile, email, password }: NewAccount): Promise<string> {
  const account = {
    name: name.trim(),
    username: username ? normalUsername(username) : `u${randomBytes(5).toString('hex')}`,
    mobile: mobile ? normalMobile(mobile) : null,
    email: email ? normalEmail(email) : null,
  }
  enforce(mayName(account))
  if (password !== undefined) enforce(mayUsePassword(password, [account.name, account.username, account.mobile]))
  await refuseTaken(client, account)
  const { rows } = await client.query<{ id: string }>(
    `insert into accounts (name, username, mobile_sealed, mobile_index, mobile_verified, email_sealed, email_index, email_verified)
     values ($1, $2, $3, $4, $3::text is not null, $5, $6, $5::text is not null) returning id`,
    [
      account.name,
      account.username,
      account.mobile && seal(MOBILE, account.mobile),
      account.mobile && blindIndex(MOBILE, account.mobile),
      account.email && seal(EMAIL, account.email),
      account.email && blindIndex(EMAIL, account.email),
    ],
  )
  const id = rows[0]?.id as string
  await setPassword(client, id, password)
  return id
}

function mayName({ name, username, mobile }: { name: string; username: string; mobile: string | null }): Verdict {
  if (!name) return refuse('accounts.name', '请填写姓名')
  if (!isUsername(username))
    return refuse('accounts.username', '账号须为 2 至 30 个汉字、小写字母、数字或 . _ -，并以汉字或字母开头')
  if (mobile !== null && !isMobile(mobile)) return refuse('accounts.mobile', '手机号应为 11 位数字')
  return null
}

async function refuseTaken(client: ClientBase, account: { username: string; mobile: string | null; email: string | null }) {
  const { rows } = await client.query<{ username: string; mobile: boolean | null }>(
    'select username, mobile_index = any($2) as mobile from accounts where username = $1 or mobile_index = any($2) or email_index = any($3)',
    [
      account.username,
      account.mobile ? blindIndexes(MOBILE, account.mobile) : [],
      account.email ? blindIndexes(EMAIL, account.email) : [],
    ],
  )
  const taken = rows[0]
  if (!taken) return
  const what = taken.username === account.username ? '账号' : taken.mobile ? '手机号' : '电子邮箱'
  enforce(refuse('accounts.taken', `这个${what}已有人使用`))
}

let unusable: Promise<string> | undefined
/** The hash of a password that nobody knows; made once, for hashing is slow by design and a seed makes thousands of accounts. */
const hashPassword = async (password: string) => (await import('better-auth/crypto')).hashPassword(password)
const unusableHash = () => (unusable ??= hashPassword(randomBytes(32).toString('base64url')))

/** Sets the password; without one, an unusable one: whoever guesses then waits as long as for a real one, and learns nothing. */
async function setPassword(client: ClientBase, accountId: string, password?: string) {
  await client.query("delete from account_credentials where account_id = $1 and provider = 'credential'", [accountId])
  await client.query(
    "insert into account_credentials (account_id, provider, subject, password) values ($1::uuid, 'credential', $1::text, $2)",
    [accountId, await (password === undefined ? unusableHash() : hashPassword(password))],
  )
}

async function activation(client: ClientBase, accountId: string, baseUrl: string): Promise<Activation> {
  const { token, expiresAt } = await newLink(client, 'activate', accountId)
  // After `#`, a token reaches neither access logs nor the proxy.
  return { link: `${baseUrl}/activate#${token}`, token, expiresAt }
}

/** Makes an account for someone: with the password given, or with an activation link to be handed over. No default passwords. */
export const createAccount = (pool: Pool, baseUrl: string, account: NewAccount): Promise<Created> =>
  inTransaction(pool, async (client) => {
    const accountId = await insertAccount(client, account)
    return { accountId, activation: account.password === undefined ? await activation(client, accountId, baseUrl) : null }
  })

/** Takes password, sessions and (when asked) second factor away, and gives a new activation link. */
export const resetAccount = (pool: Pool, baseUrl: string, accountId: string, also: { secondFactor: boolean }) =>
  inTransaction(pool, async (client) => {
    const { rowCount } = await client.query('select 1 from accounts where id = $1 for update', [accountId])
    if (!rowCount) enforce(refuse('accounts.unknown', '没有这个账号'))
    await setPassword(client, accountId)
    await client.query('delete from account_sessions where account_id = $1', [accountId])
    await client.query('delete from signin_attempts where key = $1', [`account:${accountId}`])
    if (also.secondFactor) {
      await client.query('delete from account_second_factors where account_id = $1', [accountId])
      await client.query('update accounts set has_second_factor = false where id = $1', [accountId])
    }
    return activation(client, accountId, baseUrl)
  })

/** The person behind an activation link sets the password. Returns the account; every earlier session has ended. */
export const activate = (pool: Pool, { token, password }: { token: string; password: string }) =>
  inTransaction(pool, async (client) => {
    const accountId = (await useLink(client, 'activate', token)) as string
    const { rows } = await client.query<{ name: string; username: string; mobile_sealed: string | null }>(
      'select name, username, mobile_sealed from accounts where id = $1',
      [accountId],
    )
    const own = rows[0]
    enforce(mayUsePassword(password, [own?.name, own?.username, own?.mobile_sealed && open(MOBILE, own.mobile_sealed)]))
    await setPassword(client, accountId, password)
    await client.query('delete from account_sessions where account_id = $1', [accountId])
    return { accountId, username: own?.username as string }
  })

/** The link that makes the first account, for printing at first start; null when there is an account already. */
export async function firstRunLink(pool: Pool, baseUrl: string): Promise<string | null> {
  const { rowCount } = await pool.query('select 1 from accounts limit 1')
  return rowCount ? null : `${baseUrl}/setup#${(await newLink(pool, 'setup', null)).token}`
}

/**
 * Makes the first account. `found` then creates the federation, its administrator's person and posts, and says which person the
 * account belongs to; when it fails, neither account nor used token remain. Refused once there is any account.
 */
export const completeSetup = (
  pool: Pool,
  input: { token: string; account: string; password: string; name: string },
  found: (first: { accountId: string; name: string }) => Promise<Links | void>,
) =>
  inTransaction(pool, async (client) => {
    await useLink(client, 'setup', input.token)
    await client.query('select pg_advisory_xact_lock(7410028)')
    const { rowCount } = await client.query('select 1 from accounts limit 1')
    if (rowCount) enforce(refuse('signin.alreadySetUp', '系统已经完成初始设置，请直接登录'))
    const accountId = await insertAccount(client, { name: input.name, username: input.account, password: input.password })
    for (const link of (await found({ accountId, name: input.name.trim() })) ?? []) await linkPerson(client, accountId, link)
    return { accountId }
  })

/** Ties an account to a person of a region; an account has one person in each. */
export async function linkPerson(db: Pool | ClientBase, accountId: string, { region, personId }: Links[number]): Promise<void> {
  await db.query(
    `insert into account_persons (account_id, region, person_id) values ($1, $2, $3)
     on conflict (account_id, region) do update set person_id = excluded.person_id`,
    [accountId, region, personId],
  )
}
