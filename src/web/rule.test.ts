import { expect, test } from 'vitest'
import { z } from 'zod'
import { faultOf, rule } from './rule.tsx'

const title = z.string().trim().min(2).max(4)

test.for([
  [title, '', '请填写'],
  [title, undefined, '请填写'],
  [title, '甲', '至少 2 个字'],
  [title, '甲乙丙丁戊', '最多 4 个字'],
  [title, '甲乙', undefined],
  [title.optional(), '', undefined],
  [z.number().max(100), 101, '不大于 100'],
  [z.array(z.string()).min(1), [], '至少 1 项'],
  [z.iso.date(), '2026-13-01', '日期不对，应如 2026-11-24'],
  [z.enum(['open', 'closed']), 'ajar', '请从列出的里面选'],
  [z.string().regex(/^1\d{10}$/, '手机号码应为 11 位'), '138', '手机号码应为 11 位'],
] as const)('case %#: the field says what is wrong in Chinese', ([shape, value, message]) =>
  expect(faultOf(shape, value)).toBe(message),
)

test('a field is marked as required only when the server requires it', () => {
  expect([rule(title).required, rule(title.optional()).required]).toEqual([true, false])
})
