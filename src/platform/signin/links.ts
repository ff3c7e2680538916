import { createHash, randomBytes } from 'node:crypto'
import type { ClientBase, Pool } from 'pg'
import { refuse } from '#law/verdict'
import { enforce } from '#platform/session'

type Purpose = 'setup' | 'activate'
const HOURS = { setup: 24, activate: 7 * 24 } as const
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** A new one-time token; earlier ones of the same purpose and account no longer work. The database keeps its hash alone. */
export async function newLink(
  db: Pool | ClientBase,
  purpose: Purpose,
  accountId: string | null,
): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(24).toString('base64url')
  await db.query('delete from signin_links where purpose = $1 and account_id is not distinct from $2 and used_at is null', [
    purpose,
    accountId,
  ])
  const { rows } = await db.query<{ expires_at: Date }>(
    `insert into signin_links (token_hash, purpose, account_id, expires_at)
     values ($1, $2, $3, now() + make_interval(hours => $4)) returning expires_at`,
    [hashOf(token), purpose, accountId, HOURS[purpose]],
  )
  return { token, expiresAt: rows[0]?.expires_at ?? new Date() }
}

/** Uses up a token within the transaction: of two at the same moment one waits, and is refused. Returns the account it is for. */
export async function useLink(client: ClientBase, purpose: Purpose, token: string): Promise<string | null> {
  const { rows } = await client.query<{ account_id: string | null }>(
    `update signin_links set used_at = now()
     where token_hash = $1 and purpose = $2 and used_at is null and expires_at > now() returning account_id`,
    [hashOf(token), purpose],
  )
  if (!rows[0]) enforce(refuse('signin.linkSpent', '链接无效、已使用或已过期，请向管理员索取新的链接'))
  return rows[0]?.account_id ?? null
}
