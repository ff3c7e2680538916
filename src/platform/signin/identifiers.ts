import type { Pool } from 'pg'
import { blindIndex, blindIndexes } from '#platform/secrets'

export const MOBILE = 'accounts.mobile_sealed'
export const EMAIL = 'accounts.email_sealed'

/** A mobile number as people type it (spaces, dashes, +86, full-width digits) → eleven digits; anything else comes back trimmed. */
export function normalMobile(typed: string): string {
  const plain = typed.normalize('NFKC').replace(/[\s\-()]/g, '')
  return /^(?:\+?86)?(1[3-9]\d{9})$/.exec(plain)?.[1] ?? plain
}

export const normalEmail = (typed: string) => typed.normalize('NFKC').trim().toLowerCase()
export const normalUsername = (typed: string) => typed.normalize('NFKC').trim().toLowerCase()
export const isMobile = (text: string) => /^1[3-9]\d{9}$/.test(normalMobile(text))

/** Two to thirty letters, Chinese characters, digits, `.`, `_`, `-`; begins with a letter, so that it is never taken for a mobile. */
export const isUsername = (text: string) => /^[\p{Script=Han}a-z][\p{Script=Han}a-z0-9._-]{1,29}$/u.test(text)

/** The index under which the number stands in the accounts, or would stand if it did: the answer does not tell which. */
export async function storedIndex(pool: Pool, kind: 'mobile' | 'email', typed: string): Promise<string> {
  const [field, normal] = kind === 'mobile' ? [MOBILE, normalMobile(typed)] : [EMAIL, normalEmail(typed)]
  const { rows } = await pool.query<{ stored: string }>(
    `select ${kind}_index as stored from accounts where ${kind}_index = any($1)`,
    [blindIndexes(field, normal)],
  )
  return rows[0]?.stored ?? blindIndex(field, normal)
}

/** The account that a username, or a mobile number, names; its username, or one that nobody can have. */
export async function namedAccount(pool: Pool, typed: string): Promise<{ id: string | null; username: string }> {
  const [column, values] = isMobile(typed)
    ? ['mobile_index', blindIndexes(MOBILE, normalMobile(typed))]
    : ['username', [normalUsername(typed)]]
  const { rows } = await pool.query<{ id: string; username: string }>(
    `select id, username from accounts where ${column} = any($1)`,
    [values],
  )
  return rows[0] ?? { id: null, username: `nobody.${blindIndex('signin.unknown', normalUsername(typed)).slice(0, 20)}` }
}
