import { queryClient } from '#web/api'

/** What better-auth answers when it does not do as asked, in its codes. */
const said: Record<string, string> = {
  INVALID_USERNAME_OR_PASSWORD: '账号或密码不对',
  INVALID_PHONE_NUMBER_OR_PASSWORD: '手机号码或密码不对',
  INVALID_EMAIL_OR_PASSWORD: '账号或密码不对',
  INVALID_PHONE_NUMBER: '手机号码应为 11 位数字',
  INVALID_OTP: '验证码不对',
  OTP_EXPIRED: '验证码过期了，请重新获取',
  OTP_NOT_FOUND: '请先获取验证码',
  TOO_MANY_ATTEMPTS: '试的次数太多，请重新获取验证码',
  INVALID_CODE: '验证码不对，请看手机上最新的 6 位数字',
  INVALID_TWO_FACTOR_COOKIE: '登录超时，请从头再登录一次',
  INVALID_BACKUP_CODE: '备用码不对，或已经用过',
  INVALID_PASSWORD: '密码不对',
  PASSWORD_TOO_SHORT: '密码太短，至少 10 个字符',
}

/** A turned-down step of signing in, in the user's words. */
export class NotSignedIn extends Error {}

/** Asks better-auth's own HTTP endpoints; its client library would be a third of the phone's first screen. */
export async function auth<Answer>(path: string, body?: Record<string, unknown>): Promise<Answer> {
  const send = { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const response = await fetch(`/api/auth/${path}`, { credentials: 'same-origin', ...(body && send) })
  const answer = await response.json().catch(() => ({}))
  if (response.ok) return answer
  if (response.status === 429) throw new NotSignedIn(`试的次数太多，请${waitOf(response)}再试`)
  const { code, message } = Object(answer)
  throw new NotSignedIn(said[code] ?? (/[一-鿿]/.test(message) ? message : '没有登录成功，请核对后再试'))
}

function waitOf(response: Response) {
  const seconds = Number(response.headers.get('x-retry-after') ?? response.headers.get('retry-after'))
  return seconds > 60 ? `过 ${Math.ceil(seconds / 60)} 分钟` : '过一分钟'
}

type Entered = { twoFactorRedirect?: boolean }

/** Signs in with an account name or a mobile number. Answers whether a second step is due. */
export async function signIn(who: string, password: string): Promise<boolean> {
  const entered = isMobile(who)
    ? await auth<Entered>('sign-in/phone-number', { phoneNumber: who, password })
    : await auth<Entered>('sign-in/username', { username: who, password })
  return entered.twoFactorRedirect === true
}

/** Mainland mobile numbers; anything else is an account name. */
export const isMobile = (who: string) => /^1[3-9]\d{9}$/.test(who)

export const sendCode = (phoneNumber: string) => auth('phone-number/send-otp', { phoneNumber })
export const signInByCode = (phoneNumber: string, code: string) => auth<Entered>('phone-number/verify', { phoneNumber, code })
export const verifyTotp = (code: string, trustDevice: boolean) => auth('two-factor/verify-totp', { code, trustDevice })
export const verifyBackupCode = (code: string) => auth('two-factor/verify-backup-code', { code })

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

/** Leaves this device, and takes along what it had read. */
export async function signOut(to: string) {
  await auth('sign-out', {}).catch(() => undefined)
  queryClient.clear()
  location.assign(to)
}
