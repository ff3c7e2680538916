import { ORPCError } from '@orpc/client'

/** What went wrong, as a person would say it; `cite` the article, `fault` the number to read to whoever mends it. */
export type Words = { title: string; cite?: string | undefined; fault?: string | undefined }

const said: Record<string, string> = {
  UNAUTHORIZED: '登录已过期，请重新登录',
  FORBIDDEN: '您现在的任职不能办这件事。右上角可以换一个任职再试',
  NOT_FOUND: '没有找到。可能已经移走，或者不在您的范围里',
  CONFLICT: '别人刚刚改过这里，请看过最新的内容再办',
  PAYLOAD_TOO_LARGE: '文件太大，请分开上传',
  TOO_MANY_REQUESTS: '太频繁了，请过一分钟再试',
}

/** Whether the call never reached the server, so that it may be tried again or queued. */
export const isOffline = (error: unknown) =>
  error instanceof TypeError ||
  (error instanceof ORPCError && /^(BAD_GATEWAY|SERVICE_UNAVAILABLE|GATEWAY_TIMEOUT)$/.test(error.code))

/** Turns a refusal, a turning-away or a fault into words for the screen. */
export function inWords(error: unknown): Words {
  if (isOffline(error)) return { title: '网络不通。您填的内容还在，请稍后再试' }
  if (!(error instanceof ORPCError))
    return { title: error instanceof Error && /[一-鿿]/.test(error.message) ? error.message : '页面出了故障，请刷新后再试' }
  const data: Partial<Record<'reason' | 'cite' | 'id' | 'fault' | 'issues', unknown>> = Object(error.data)
  if (typeof data.reason === 'string') return { title: data.reason, cite: text(data.cite) }
  if (error.code === 'BAD_REQUEST') return { title: malformed(data.issues) }
  // The server knows better than the code what exactly is missing.
  const own = error.status < 500 && /[一-鿿]/.test(error.message) ? error.message : undefined
  const title = own ?? said[error.code]
  return title ? { title } : { title: '系统出了故障，不是您操作有错', fault: text(data.id) ?? text(data.fault) }
}

const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined)

function malformed(issues: unknown) {
  const messages = Array.isArray(issues)
    ? issues.map((issue) => text(Object(issue).message)).filter((message) => message && /[一-鿿]/.test(message))
    : []
  return messages.length > 0 ? messages.join('；') : '有的地方没有填对，请看一遍再提交'
}
