import type { Limit } from './attempts.ts'
import { limits } from './attempts.ts'

/** What the handler knows of a call before the library sees it. Calls that are not here do not exist for the outside. */
export type Call = {
  method: 'GET' | 'POST'
  /** The identifier in the body that becomes a blind index or a username. */
  names?: 'username' | 'phoneNumber' | 'email'
  /** Someone may be guessing: attempts are counted by account (or session) and by address. */
  guessed?: Limit
  /** A message leaves: at most so often for one number. */
  sends?: 'sms' | 'email'
  /** The property of the body that holds a new password. */
  password?: 'newPassword' | 'password'
  /** Success shows the second factor. */
  factor?: true
  /** An account with authority over others must have shown its second factor in this session. */
  strong?: true
}

const get: Call = { method: 'GET' }
const post: Call = { method: 'POST' }

export const calls: Record<string, Call> = {
  '/get-session': get,
  '/list-sessions': get,
  '/list-accounts': { ...get, strong: true },
  '/sign-in/username': { ...post, names: 'username', guessed: limits.account },
  '/sign-in/email-otp': { ...post, names: 'email', guessed: limits.code },
  '/sign-in/social': post,
  '/sign-out': post,
  '/revoke-session': post,
  '/revoke-sessions': post,
  '/revoke-other-sessions': post,
  '/change-password': { ...post, guessed: limits.account, password: 'newPassword', strong: true },
  '/phone-number/send-otp': { ...post, names: 'phoneNumber', sends: 'sms' },
  '/phone-number/verify': { ...post, names: 'phoneNumber', guessed: limits.code },
  '/phone-number/request-password-reset': { ...post, names: 'phoneNumber', sends: 'sms' },
  '/phone-number/reset-password': { ...post, names: 'phoneNumber', guessed: limits.code, password: 'newPassword' },
  '/email-otp/send-verification-otp': { ...post, names: 'email', sends: 'email' },
  '/email-otp/request-password-reset': { ...post, names: 'email', sends: 'email' },
  '/email-otp/reset-password': { ...post, names: 'email', guessed: limits.code, password: 'password' },
  '/two-factor/enable': { ...post, guessed: limits.account },
  '/two-factor/disable': { ...post, guessed: limits.account, strong: true },
  '/two-factor/verify-totp': { ...post, guessed: limits.account, factor: true },
  '/two-factor/verify-backup-code': { ...post, guessed: limits.account, factor: true },
  '/two-factor/generate-backup-codes': { ...post, guessed: limits.account, strong: true },
  '/link-social': { ...post, strong: true },
  '/unlink-account': { ...post, strong: true },
}

/** The call of a path; the way back from the outside provider carries its name in the path. */
export const callOf = (path: string, method: string): Call | undefined => {
  if (path === '/callback/oidc') return method === 'GET' ? get : undefined
  const call = Object.hasOwn(calls, path) ? calls[path] : undefined
  return call?.method === method ? call : undefined
}
