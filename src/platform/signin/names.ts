import type { Pool } from 'pg'
import type { Ring } from '#platform/secrets'

export const BASE_PATH = '/api/auth'
/** The header in which the handler tells the library the caller's address, after taking away what the client may have put there. */
export const ADDRESS = 'x-gongqiao-address'
/** The cookie of a sign-in that waits for its second factor. */
export const CHALLENGE = 'two_factor'
export const LONGEST_SESSION_DAYS = 30

/** An outside identity provider (OIDC), found by its discovery document. */
export type OidcProvider = { discoveryUrl: string; clientId: string; clientSecret: string; title: string; scopes?: string[] }
export type Delivery = { channel: 'mobile' | 'email'; index: string; code: string; purpose: 'sign-in' | 'reset' }

export type AuthSettings = {
  pool: Pool
  keys: Ring
  baseUrl: string
  trustedOrigins: readonly string[]
  oidc?: OidcProvider | undefined
  deliver: (delivery: Delivery) => void
  fault: (error: unknown) => void
}
