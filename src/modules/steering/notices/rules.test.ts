import { expect, test } from 'vitest'
import { type Channel, mayConfigure, mayPrefer } from './rules.ts'

const known = {
  reach: { email: 'l***@example.org', sms: null, wecom: null, dingtalk: null },
  kinds: [
    { kind: 'duties.due', title: '法定期限', mayMute: false },
    { kind: 'transfers.arrived', title: '会员转入', mayMute: true },
  ],
}

test.for([
  ['none', [], undefined, undefined],
  ['email', [], undefined, undefined],
  ['email', [], 'li@example.org.cn', undefined],
  ['email', [], 'li@example', 'notices.email'],
  ['sms', [], undefined, 'notices.nowhere'],
  ['sms', [], '13900000001', 'notices.mobile'],
  ['wecom', [], undefined, 'notices.nowhere'],
  ['wecom', [], 'lihong', undefined],
  ['email', ['transfers.arrived'], undefined, undefined],
  ['email', ['duties.due'], undefined, 'notices.bound'],
  ['none', ['duties.due'], undefined, 'notices.bound'],
] as const)('by %s, without %s, to %s: %s', ([channel, muted, address, code]) =>
  expect(mayPrefer({ channel, muted, address }, known)?.code).toBe(code),
)

test.for([
  ['email', 'smtp://a:b@mail.example.org:587', '区总工会 <noreply@example.org.cn>', undefined],
  ['email', 'https://mail.example.org', 'a@example.org', 'notices.url'],
  ['email', 'smtp://mail.example.org', '区总工会', 'notices.from'],
  ['sms', 'https://sms.example.org/send', '0123456789abcdef', undefined],
  ['sms', 'https://sms.example.org/send', '0123456789abcde', 'notices.secret'],
  ['sms', 'http://sms.example.org/send', '0123456789abcdef', 'notices.url'],
  ['wecom', 'http://127.0.0.1:9000/send', '0123456789abcdef', undefined],
] as const)('%s over %s with %s: %s', ([channel, url, second, code]) =>
  expect(mayConfigure(channel as Channel, { url, [channel === 'email' ? 'from' : 'secret']: second })?.code).toBe(code),
)

test.for([
  ['08:30', undefined],
  ['23:59', undefined],
  ['24:00', 'notices.hour'],
  ['8:30', 'notices.hour'],
] as const)('a daily message at %s: %s', ([dailyAt, code]) =>
  expect(mayPrefer({ channel: 'none', muted: [], dailyAt }, known)?.code).toBe(code),
)
