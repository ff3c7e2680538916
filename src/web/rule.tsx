import type { z } from 'zod'

/** A field rule for an Ant Design `Form.Item`, from the same shape the server checks: `rules={[rule(Proposal.shape.title)]}`. */
export const rule = (shape: z.ZodType) => ({
  required: !shape.safeParse(undefined).success,
  validator: async (_: unknown, value: unknown) => {
    const message = faultOf(shape, value)
    if (message) throw new Error(message)
  },
})

/** What is wrong with a value, in the user's words; `undefined` when nothing is. An emptied field counts as not filled in. */
export function faultOf(shape: z.ZodType, value: unknown): string | undefined {
  const result = shape.safeParse(value === '' || value === null ? undefined : value)
  const issue = result.error?.issues[0]
  if (!issue) return undefined
  // A shape that brings its own Chinese message knows better.
  return /[一-鿿]/.test(issue.message) ? issue.message : inChinese(issue, value)
}

function inChinese(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined || value === '' || value === null) return '请填写'
  if (issue.code === 'too_small') return `${unit(issue.origin, '至少', '不小于')} ${issue.minimum}${counted(issue.origin)}`
  if (issue.code === 'too_big') return `${unit(issue.origin, '最多', '不大于')} ${issue.maximum}${counted(issue.origin)}`
  if (issue.code === 'invalid_format') return formats[issue.format] ?? '格式不对'
  return issue.code === 'invalid_value' ? '请从列出的里面选' : '填得不对'
}

const formats: Record<string, string> = {
  email: '邮箱地址不对',
  date: '日期不对，应如 2026-11-24',
  url: '网址不对，应以 https:// 开头',
}
const isCounted = (origin: string) => origin === 'string' || origin === 'array' || origin === 'set'
const unit = (origin: string, many: string, much: string) => (isCounted(origin) ? many : much)
const counted = (origin: string) => (isCounted(origin) ? (origin === 'string' ? ' 个字' : ' 项') : '')
