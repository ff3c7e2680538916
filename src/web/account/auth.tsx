import { queryClient } from '#web/api'
import { forgetMe, whoAmI } from '#web/me'

/** A turned-down step of signing in, in the server's words for the person at the screen. */
export class NotSignedIn extends Error {}

/** Asks the sign-in endpoints plainly; better-auth's client library would be a third of the phone's first screen. */
export async function auth<Answer>(path: string, body?: Record<string, unknown>): Promise<Answer> {
  const response = await fetch(`/api/auth/${path}`, { credentials: 'same-origin', ...(body && posted(body)) })
  const answer: unknown = await response.json().catch(() => ({}))
  if (response.ok) return answer as Answer
  throw new NotSignedIn(messageOf(answer) ?? '没有办成，请核对后再试')
}

const posted = (body: Record<string, unknown>) => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})

/** The server's own words, where it has some for the person. */
function messageOf(answer: unknown): string | undefined {
  const { message } = Object(answer)
  return typeof message === 'string' && /[一-鿿]/.test(message) ? message : undefined
}

type Entered = { twoFactorRedirect?: boolean }

/** Signs in with an account name or a mobile number. Answers whether a second step is due. */
export const signIn = async (who: string, password: string): Promise<boolean> =>
  (await auth<Entered>('sign-in/username', { username: who, password })).twoFactorRedirect === true

/** Mainland mobile numbers; anything else is an account name. */
export const isMobile = (who: string) => /^1[3-9]\d{9}$/.test(who)

export const sendCode = (phoneNumber: string) => auth('phone-number/send-otp', { phoneNumber })
export const signInByCode = (phoneNumber: string, code: string) => auth<Entered>('phone-number/verify', { phoneNumber, code })
/** What the house offers to sign in with; `oidc` is the provider's title. */
export const offers = () => auth<{ sms: boolean; email: boolean; oidc: string | null }>('offers')
/** Goes to the outside provider and comes back to `next`. */
export async function signInOutside(next: string) {
  const { url } = await auth<{ url: string }>('sign-in/social', {
    provider: 'oidc',
    callbackURL: next,
    errorCallbackURL: location.pathname,
  })
  location.assign(url)
}
export const verifyTotp = (code: string) => auth('two-factor/verify-totp', { code })
export const verifyBackupCode = (code: string) => auth('two-factor/verify-backup-code', { code })

export const enableTotp = (password: string) =>
  auth<{ totpURI: string; backupCodes: string[] }>('two-factor/enable', { password })
export const changePassword = (currentPassword: string, newPassword: string) =>
  auth('change-password', { currentPassword, newPassword })
export const activate = (token: string, password: string) => auth('activate', { token, password })

/** The one-time token of a link: after the `#`, so that no server on the way writes it down. */
export const linkToken = () =>
  decodeURIComponent(location.hash.slice(1)) || (new URLSearchParams(location.search).get('token') ?? '')

export type Device = {
  id: string
  token: string
  userAgent?: string | null
  ipAddress?: string | null
  createdAt: string
  updatedAt: string
}
export const devices = () => auth<Device[]>('list-sessions')
export const signOutOf = (token: string) => auth('revoke-session', { token })
export const signOutEverywhere = () => auth('revoke-sessions', {})

/** Leaves this device, and takes along what it had read; what was not sent yet is asked about first. */
export async function signOut(to: string) {
  const account = queryClient.getQueryData(whoAmI.queryKey)?.account.id
  const { leave } = await import('#web/offline/leaving')
  if (account && !(await leave(account).catch(() => true))) return
  await auth('sign-out', {}).catch(() => undefined)
  queryClient.clear()
  forgetMe()
  location.assign(to)
}
