/** What went wrong, in words for the person at the screen. Reasons that would tell who has an account share one message. */
const said: Record<string, string> = {
  INVALID_USERNAME_OR_PASSWORD: '账号或密码不正确',
  INVALID_USERNAME: '账号或密码不正确',
  USERNAME_TOO_SHORT: '账号或密码不正确',
  USERNAME_TOO_LONG: '账号或密码不正确',
  INVALID_PASSWORD: '密码不正确',
  PASSWORD_TOO_LONG: '账号或密码不正确',
  OTP_NOT_FOUND: '验证码不正确或已过期',
  OTP_EXPIRED: '验证码不正确或已过期',
  INVALID_OTP: '验证码不正确或已过期',
  INVALID_CODE: '动态码不正确，请核对手机时间后重试',
  INVALID_BACKUP_CODE: '备用码不正确或已使用',
  INVALID_TWO_FACTOR_COOKIE: '验证已超时，请重新登录',
  TOO_MANY_ATTEMPTS: '验证码不正确或已过期',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: '尝试次数过多，请重新登录',
  ACCOUNT_TEMPORARILY_LOCKED: '动态码错误次数过多，请 15 分钟后再试',
  TOTP_ALREADY_ENABLED: '已经设置过动态码',
  TOTP_NOT_ENABLED: '还没有设置动态码',
  ACCOUNT_DISABLED: '这个账号已停用，请联系管理员',
  UNAUTHORIZED: '请先登录',
  SESSION_EXPIRED: '登录已过期，请重新登录',
  INVALID_ORIGIN: '打开本页的地址与系统设置的地址（GONGQIAO_URL）不一致，请换用系统设置的地址',
  MISSING_OR_NULL_ORIGIN: '打开本页的地址与系统设置的地址（GONGQIAO_URL）不一致，请换用系统设置的地址',
  VALIDATION_ERROR: '提交的内容不完整',
}
const oneForAll: Record<string, string> = {
  INVALID_USERNAME: 'INVALID_USERNAME_OR_PASSWORD',
  USERNAME_TOO_SHORT: 'INVALID_USERNAME_OR_PASSWORD',
  USERNAME_TOO_LONG: 'INVALID_USERNAME_OR_PASSWORD',
  PASSWORD_TOO_LONG: 'INVALID_USERNAME_OR_PASSWORD',
  OTP_NOT_FOUND: 'INVALID_OTP',
  OTP_EXPIRED: 'INVALID_OTP',
  TOO_MANY_ATTEMPTS: 'INVALID_OTP',
  USER_NOT_FOUND: 'INVALID_OTP',
  UNEXPECTED_ERROR: 'INVALID_OTP',
}

export const answer = (status: number, code: string, message: string, more: Record<string, unknown> = {}) =>
  Response.json({ code, message, ...more }, { status, headers: { 'cache-control': 'no-store' } })

const clock = new Intl.DateTimeFormat('zh-CN', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Asia/Shanghai',
})

/** Refused until `until`: says when it may be tried again. */
export function locked(until: Date, what = '尝试次数过多'): Response {
  const seconds = Math.max(1, Math.ceil((until.getTime() - Date.now()) / 1000))
  const when = seconds < 120 ? `${seconds} 秒后` : `${clock.format(until)} 后（约 ${Math.ceil(seconds / 60)} 分钟）`
  const response = answer(429, 'signin.locked', `${what}，请于${when}再试`, { until: until.toISOString() })
  response.headers.set('retry-after', String(seconds))
  return response
}

/** The library's refusal in our words and, where the difference would tell a stranger something, made alike. */
export async function inOurWords(response: Response): Promise<Response> {
  if (response.status < 400 || response.headers.get('content-type')?.includes('html')) return response
  if (response.status === 429)
    return locked(new Date(Date.now() + 1000 * Number(response.headers.get('x-retry-after') ?? 60)), '请求过于频繁')
  const body = (await response.json().catch(() => ({}))) as { code?: string }
  const code = oneForAll[body.code ?? ''] ?? body.code ?? `HTTP_${response.status}`
  const status = code in said && code !== body.code ? (code === 'INVALID_OTP' ? 400 : 401) : response.status
  const message = said[code] ?? (response.status >= 500 ? '登录服务出错，请稍后再试' : '无法完成这个操作')
  const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-store' })
  for (const cookie of response.headers.getSetCookie()) headers.append('set-cookie', cookie)
  return new Response(JSON.stringify({ code, message }), { status, headers })
}
