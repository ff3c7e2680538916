import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarText } from './rules/ics.ts'
import { type Days, levelOf, mayExcuse, mayRecordAssembly, stateOf, stepsOf, urgeStateOf } from './rules.ts'

const days: Days = {
  since: '2026-01-01',
  warnOn: ['2026-03-01', '2026-03-24'],
  dueOn: '2026-03-31',
  escalateOn: ['2026-04-07', '2026-04-30'],
  closedOn: null,
  closedAs: null,
}

test.for([
  ['2026-02-28', 'open', 0],
  ['2026-03-01', 'warned', 0],
  ['2026-03-31', 'warned', 0],
  ['2026-04-01', 'overdue', 0],
  ['2026-04-06', 'overdue', 0],
  ['2026-04-07', 'escalated', 1],
  ['2026-04-29', 'escalated', 1],
  ['2026-04-30', 'escalated', 2],
] as const)('on %s it is %s, %i levels up', ([day, state, level]) => {
  expect([stateOf(days, day), levelOf(days, day)]).toEqual([state, level])
})

test('what was done is done from its day on, however late', () => {
  const done = { ...days, closedOn: '2026-04-10', closedAs: 'fulfilled' } as const
  expect([stateOf(done, '2026-04-09'), stateOf(done, '2026-04-10'), levelOf(done, '2027-01-01')]).toEqual([
    'escalated',
    'fulfilled',
    1,
  ])
})

test.for([
  ['00010001', '0001', undefined],
  ['0001', '0001', 'supervision.superior'],
  ['00020001', '0001', 'supervision.superior'],
] as const)('a duty at %s excused from %s: %s', ([unionPath, post, code]) =>
  expect(mayExcuse({ state: 'overdue', unionPath }, post)?.code).toBe(code),
)

test.for([
  [{ closedOn: null, answeredOn: null, replyBy: '2026-04-20' }, 'waiting'],
  [{ closedOn: null, answeredOn: null, replyBy: '2026-04-19' }, 'late'],
  [{ closedOn: null, answeredOn: '2026-04-20', replyBy: '2026-04-19' }, 'answered'],
  [{ closedOn: '2026-04-20', answeredOn: null, replyBy: '2026-04-19' }, 'closed'],
] as const)('%o on 20 April is %s', ([note, state]) => expect(urgeStateOf(note, '2026-04-20')).toBe(state))

test.for([
  ['2026-03-02', 30, undefined],
  ['2026-03-03', 30, 'supervision.future'],
  ['2026-03-02', 31, 'supervision.present'],
  ['2019-12-31', 30, 'supervision.before'],
] as const)('an assembly on %s with %i of 30: %s', ([heldOn, present, code]) =>
  expect(
    mayRecordAssembly({ heldOn, present, expected: 30 }, { kind: 'basic', foundedOn: '2020-01-01' }, '2026-03-02')?.code,
  ).toBe(code),
)

test('the working is shown: beginning, length, a rest day that moved it, the day', () => {
  const law = [{ id: 'PI-08.answer', says: '15 日内答复', cite: '平台默认值', isLaw: false, period: '15 日' }]
  const steps = stepsOf({ since: '2026-02-06', dueOn: '2026-02-24', isEstimate: false, basis: { law, lastDay: '2026-02-21' } })
  expect(steps.map(({ label, value }) => `${label} ${value}`)).toEqual([
    '起算日 2026-02-06，当日不计入',
    '期限 15 日',
    '届满 2026-02-21 是休息日，顺延到之后的第一个工作日',
    '到期日 2026-02-24',
  ])
})

test('every calendar has lines of at most 75 octets that end in CRLF, cut within no character, and unfold to what was said', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (title) => {
      const text = calendarText([{ id: 'x', day: '2026-12-31', title, text: title }], new Date('2026-01-01T00:00:00Z'))
      const lines = text.split('\r\n')
      expect(lines.at(-1)).toBe('')
      for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      const summary = text
        .replaceAll('\r\n ', '')
        .split('\r\n')
        .find((line) => line.startsWith('SUMMARY:'))!
      const said = summary.slice(8).replace(/\\(.)/g, (_, c: string) => (c === 'n' ? '\n' : c))
      expect(said).toBe(title.replace(/\r?\n/g, '\n'))
      expect(text).toContain('DTEND;VALUE=DATE:20270101')
    }),
  )
})
