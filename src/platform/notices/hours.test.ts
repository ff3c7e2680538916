import { expect, test } from 'vitest'
import { afterQuiet, channelFor, leavesAt, restsUntil, triedAgainAt, UNSAID } from './hours.ts'

const at = (text: string) => new Date(`${text}:00+08:00`)
const said = (date: Date | null) => date && new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)
const ordinary = { isUrgent: false, isByLaw: false, until: null, mayMute: true, kind: 'tests.arrived' }

test.for([
  ['2026-03-02T20:59', '2026-03-02T20:59'],
  ['2026-03-02T21:00', '2026-03-03T08:00'],
  ['2026-03-03T00:00', '2026-03-03T08:00'],
  ['2026-03-03T07:59', '2026-03-03T08:00'],
  ['2026-03-03T08:00', '2026-03-03T08:00'],
] as const)('quiet from nine in the evening to eight: %s becomes %s', ([from, to]) =>
  expect(said(afterQuiet(at(from), UNSAID))).toBe(to),
)

test.for([
  ['12:00', '14:00', '2026-03-02T13:00', '2026-03-02T14:00'],
  ['12:00', '14:00', '2026-03-02T14:00', '2026-03-02T14:00'],
  ['00:00', '00:00', '2026-03-02T03:00', '2026-03-02T03:00'],
] as const)('quiet from %s to %s, at %s: %s', ([quietFrom, quietUntil, from, to]) =>
  expect(said(afterQuiet(at(from), { quietFrom, quietUntil }))).toBe(to),
)

test.for([
  ['the ordinary waits for the daily message', ordinary, {}, '2026-03-02T08:59', '2026-03-02T09:00'],
  ['and for tomorrow’s when it has gone', ordinary, {}, '2026-03-02T09:01', '2026-03-03T09:00'],
  ['without a daily message it leaves at once', ordinary, { isDaily: false }, '2026-03-02T10:00', '2026-03-02T10:00'],
  ['the urgent leaves at once', { ...ordinary, isUrgent: true }, {}, '2026-03-02T20:00', '2026-03-02T20:00'],
  ['but not in the night', { ...ordinary, isUrgent: true }, {}, '2026-03-02T23:00', '2026-03-03T08:00'],
  ['not even by law, when the term ends later', law('2026-03-03T08:00'), {}, '2026-03-02T23:00', '2026-03-03T08:00'],
  ['a term by law that ends in the night is told at once', law('2026-03-03T07:59'), {}, '2026-03-02T23:00', '2026-03-02T23:00'],
  ['one that has passed is not', law('2026-03-02T22:59'), {}, '2026-03-02T23:00', '2026-03-03T08:00'],
  [
    'no daily message comes after the term',
    { ...ordinary, until: at('2026-03-03T08:30') },
    {},
    '2026-03-02T10:00',
    '2026-03-02T10:00',
  ],
  ['a daily message in quiet hours waits for their end', ordinary, { dailyAt: '06:00' }, '2026-03-02T10:00', '2026-03-03T08:00'],
  ['what is muted stays inside', ordinary, { muted: ['tests.arrived'] }, '2026-03-02T10:00', null],
  [
    'what may not be muted leaves',
    { ...ordinary, mayMute: false },
    { muted: ['tests.arrived'] },
    '2026-03-02T08:00',
    '2026-03-02T09:00',
  ],
  ['who wants nothing outside gets nothing', law('2026-03-03T07:00'), { channel: 'none' as const }, '2026-03-02T23:00', null],
] as const)('%s', ([, notice, preference, now, expected]) =>
  expect(said(leavesAt(notice, { ...UNSAID, ...preference }, at(now)))).toBe(expected),
)

function law(until: string) {
  return { ...ordinary, isUrgent: true, isByLaw: true, mayMute: false, until: at(until) }
}

test.for([
  [null, false, ['email', 'sms'], 'email'],
  [null, false, ['sms'], null],
  [null, true, ['sms'], 'sms'],
  ['sms', false, ['email', 'sms'], 'sms'],
  ['wecom', true, ['email', 'sms'], null],
  ['none', true, ['email', 'sms'], null],
] as const)('preferring %s, urgent %s, reachable by %s: %s', ([preferred, isUrgent, has, expected]) =>
  expect(channelFor(preferred, isUrgent, (channel) => (has as readonly string[]).includes(channel))).toBe(expected),
)

test('a message is tried six times more, then it is dead; a channel rests from a minute to an hour, or as long as it asks', () => {
  const now = at('2026-03-02T10:00')
  const minutes = (date: Date | null) => date && (date.getTime() - now.getTime()) / 60_000
  expect([1, 2, 3, 4, 5, 6, 7].map((attempts) => minutes(triedAgainAt(attempts, now)))).toEqual([1, 5, 30, 120, 360, 1440, null])
  expect([1, 2, 7, 50].map((failures) => minutes(restsUntil(failures, now)))).toEqual([1, 2, 60, 60])
  expect(minutes(restsUntil(1, now, 7200))).toBe(120)
})
