import { expect, test } from 'vitest'
import {
  type CheckFacts,
  checkStateOf,
  cycleOf,
  fits,
  isReached,
  type Item,
  labelOf,
  mayBegin,
  mayConclude,
  mayHandIn,
  mayMark,
  mayOpen,
  mayPublish,
  mayRevoke,
  presets,
  scoreOf,
} from './rules.ts'

const item = (key: string, more: Partial<Item> = {}): Item => ({
  ...{ key, section: '组织', asks: `要求${key}`, cite: null, answer: 'word', fact: null, least: null, points: 50, isVeto: false },
  ...more,
})
const levels = [
  { title: '达标', least: 50 },
  { title: '示范', least: 90 },
]

test.for(presets)('$title can be published as it comes', (preset) => expect(mayPublish(preset)).toBeNull())

test('each of the presets that scores by points comes to a hundred', () => {
  for (const { items } of presets) expect(items.reduce((sum, { points }) => sum + points, 0)).toBe(100)
})

test.for([
  [[], levels, 'standards.items'],
  [[item('a'), item('a')], levels, 'standards.items'],
  [[item('a', { answer: 'fact' })], levels, 'standards.fact'],
  [[item('a')], [], 'standards.levels'],
  [[item('a'), item('b')], [...levels].reverse(), 'standards.levels'],
  [[item('a')], levels, 'standards.levels'],
  [[item('a'), item('b')], levels, undefined],
] as const)('publishing %o with %o: %s', ([items, wanted, code]) =>
  expect(mayPublish({ scoring: 'points', levels: wanted, items })?.code).toBe(code),
)

test.for([
  ['year', '2026-12-31', '2026'],
  ['halfYear', '2026-06-30', '2026-1'],
  ['halfYear', '2026-07-01', '2026-2'],
  ['once', '2026-07-01', '长期有效'],
] as const)('%s on %s is %s', ([cycle, day, label]) => expect(cycleOf(cycle, day)).toBe(label))

const at = (day: string) => new Date(`${day}T00:00:00Z`)
const none: CheckFacts = { handedInAt: null, returnedAt: null, concludedAt: null, revokedAt: null, level: null, validUntil: null }
test.for([
  [null, 'none'],
  [{}, 'open'],
  [{ handedInAt: at('2026-02-01') }, 'handedIn'],
  [{ handedInAt: at('2026-02-01'), returnedAt: at('2026-02-02') }, 'returned'],
  [{ handedInAt: at('2026-02-03'), returnedAt: at('2026-02-02') }, 'handedIn'],
  [{ handedInAt: at('2026-02-01'), concludedAt: at('2026-02-02') }, 'below'],
  [{ handedInAt: at('2026-02-01'), concludedAt: at('2026-02-02'), level: '达标', validUntil: '2026-03-02' }, 'accredited'],
  [{ handedInAt: at('2026-02-01'), concludedAt: at('2026-02-02'), level: '达标', validUntil: '2026-03-01' }, 'expired'],
  [{ concludedAt: at('2026-02-02'), level: '达标', revokedAt: at('2026-02-03') }, 'revoked'],
] as const)('%o on 2 March is %s', ([facts, state]) =>
  expect(checkStateOf(facts && { ...none, ...facts }, '2026-03-02')).toBe(state),
)

test('a veto item that is missing leaves no level, whatever the points', () => {
  const draft = {
    scoring: 'points' as const,
    levels,
    items: [item('a', { isVeto: true, points: 10 }), item('b', { points: 90 })],
  }
  expect(scoreOf(draft, new Set(['b']))).toEqual({ points: 90, level: null, vetoes: ['要求a'] })
  expect(scoreOf(draft, new Set(['a', 'b']))).toEqual({ points: 100, level: '示范', vetoes: [] })
})

test.for([
  [50, '达标'],
  [49, null],
  [89, '达标'],
  [90, '示范'],
] as const)('%i points make %s', ([points, level]) =>
  expect(scoreOf({ scoring: 'points', levels, items: [item('a', { points })] }, new Set(['a'])).level).toBe(level),
)

test('item by item the share of the items counts, rounded down', () => {
  const items = [item('a'), item('b'), item('c')]
  expect(scoreOf({ scoring: 'pass', levels, items }, new Set(['a', 'b'])).points).toBe(66)
})

test.for([
  [80, 80, true],
  [79.9, 80, false],
  [null, 80, false],
  [1, null, true],
  [0, null, false],
] as const)('%s against %s: %s', ([value, least, reached]) => expect(isReached(value, least)).toBe(reached))

test('a standard is for the kinds and types it names', () => {
  const union = { kind: 'basic', unitType: 'school' }
  expect(fits({ forKinds: ['basic'], forUnitTypes: [] }, union)).toBe(true)
  expect(fits({ forKinds: ['joint'], forUnitTypes: [] }, union)).toBe(false)
  expect(fits({ forKinds: ['basic'], forUnitTypes: ['office'] }, union)).toBe(false)
  expect(mayOpen({ publishedAt: at('2026-01-01'), withdrawnAt: null }, true, true)).toBeNull()
  expect(mayOpen({ publishedAt: null, withdrawnAt: null }, true, true)?.code).toBe('standards.withdrawn')
  expect(mayOpen({ publishedAt: at('2026-01-01'), withdrawnAt: null }, true, false)?.code).toBe('standards.foreign')
  expect(mayOpen({ publishedAt: at('2026-01-01'), withdrawnAt: null }, false, true)?.code).toBe('standards.kind')
})

test.for([
  [null, undefined],
  [{ state: 'open', cycle: '2026' }, 'standards.begun'],
  [{ state: 'handedIn', cycle: '2025' }, 'standards.begun'],
  [{ state: 'accredited', cycle: '2026' }, 'standards.accredited'],
  [{ state: 'accredited', cycle: '2026·2' }, 'standards.accredited'],
  [{ state: 'accredited', cycle: '2025' }, undefined],
  [{ state: 'below', cycle: '2026' }, undefined],
  [{ state: 'revoked', cycle: '2026' }, undefined],
] as const)('after %o another check in 2026: %s', ([last, code]) => expect(mayBegin(last, '2026')?.code).toBe(code))

test('a second attempt in a cycle says so', () => expect([labelOf('2026', 0), labelOf('2026', 1)]).toEqual(['2026', '2026·2']))

const said = (isMet: boolean | null, note: string | null = null, files = 0) => new Map([['a', { isMet, note, files }]])
test.for([
  ['open', item('a', { answer: 'fact', fact: 'x' }), said(null), undefined],
  ['open', item('a'), said(null), 'standards.unanswered'],
  ['open', item('a'), said(true), 'standards.word'],
  ['open', item('a'), said(true, '有'), undefined],
  ['open', item('a'), said(false), undefined],
  ['open', item('a', { answer: 'file' }), said(true), 'standards.evidence'],
  ['returned', item('a', { answer: 'file' }), said(true, null, 1), undefined],
  ['handedIn', item('a'), said(true, '有'), 'standards.state'],
] as const)('handing in while %s, %o answered %o: %s', ([state, one, own, code]) =>
  expect(mayHandIn(state, [one], own)?.code).toBe(code),
)

const review = { state: 'handedIn' as const, fromAbove: true }
test('a superior reviews, with a reason where he sees it otherwise, and ends it when all is reviewed', () => {
  expect(mayMark(review, true, 'met', '')).toBeNull()
  expect(mayMark(review, true, 'notMet', '')?.code).toBe('standards.reason')
  expect(mayMark(review, true, 'notMet', '材料不齐')).toBeNull()
  expect(mayMark({ ...review, fromAbove: false }, true, 'met', '')?.code).toBe('standards.own')
  expect(mayMark({ ...review, state: 'open' }, true, 'met', '')?.code).toBe('standards.state')
  expect(mayConclude(review, [item('a'), item('b')], new Set(['a']))?.code).toBe('standards.unreviewed')
  expect(mayConclude(review, [item('a')], new Set(['a']))).toBeNull()
  expect(mayRevoke('accredited', true)).toBeNull()
  expect(mayRevoke('expired', true)?.code).toBe('standards.state')
  expect(mayRevoke('accredited', false)?.code).toBe('standards.own')
})
