import { expect, test } from 'vitest'
import { mayUsePassword } from './passwords.ts'

const names = ['李建国', 'lijianguo', '13900000001', null, undefined]
const reason = (password: string) => mayUsePassword(password, names)?.reason

test.for([
  'password12',
  'Password123!',
  'P@ssw0rd2026',
  'woaini1314520',
  'qwertyuiop',
  'Qwerty123456',
  '1qaz2wsx3edc',
  'abcdefghijkl',
  '9876543210',
  '1234567890',
  '1111111111',
  'abcabcabcabc',
  '13812345678',
  'li19880315',
  'admin@2026!',
  'gonghui2026',
  '110101199003077774',
  'iloveyou520',
])('%s is too common', (password) => {
  expect(reason(password)).toMatch(/太常见/)
})

test.for(['lijianguo#77', 'x13900000001x', 'LIJIANGUO-river', '李建国最棒最棒最棒最棒', 'ouguangnaijil..ougnaijil'])(
  '%s holds a name of the person',
  (password) => {
    expect(reason(password)).toBe('密码不能包含姓名、账号或手机号')
  },
)

test.for(['九个字符的密码不行', 'Xk2#9pLq!'])('%s is too short', (password) => {
  expect(reason(password)).toBe('密码至少 10 个字符')
})

test.for(['江边 三棵 槐树 7', 'correct horse battery', 'Xk2#9pLq!v', 'tEn-char-p4', '周末去爬山看日出好不好'])(
  '%s will do',
  (password) => {
    expect(reason(password)).toBeUndefined()
  },
)

test('more than 128 characters are refused, for hashing takes its time', () => {
  expect(reason('江边三棵槐树x'.repeat(20))).toBe('密码最多 128 个字符')
})
