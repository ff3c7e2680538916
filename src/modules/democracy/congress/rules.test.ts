import { expect, test } from 'vitest'
import { nationalCalendar } from '#law/nationalcalendar'
import { statuteOn } from '#law/statutes'
import {
  mayAddItem,
  mayBegin,
  mayConvene,
  mayCountHands,
  maySkip,
  passes,
  presidiumFinding,
  type StepFacts,
  stepsOf,
} from './rules.ts'

const day = '2026-11-25'

test.for([
  [199, 'congress.quorum'],
  [200, undefined],
  [201, undefined],
] as const)('WC-14: %i of 300 deputies present: %s', ([present, code]) => {
  const verdict = mayConvene({ present, expected: 300 }, day)
  expect(verdict?.code).toBe(code)
  if (code)
    expect(verdict).toMatchObject({ reason: expect.stringContaining('三分之二至少 200'), cite: '《企业民主管理规定》第十七条' })
})

test.for([
  [1, 1, true],
  [2, 3, true],
  [1, 2, false],
  [66, 100, false],
  [67, 100, true],
] as const)('WC-14: %i of %i: %s', ([present, expected, holds]) =>
  expect(mayConvene({ present, expected }, day) === null).toBe(holds),
)

test.for([
  [150, 300, false],
  [151, 300, true],
  [150, 299, true],
  [149, 299, false],
] as const)('WC-15: %i of all %i deputies in favour: %s, whoever was present', ([yes, expected, met]) =>
  expect(passes({ yes, expected, matter: 'rules' }, day).met).toBe(met),
)

test.for([
  ['CN-31', true],
  ['CN-33', false],
] as const)('CC-01: a collective agreement with exactly half at %s: %s', ([place, met]) =>
  expect(passes({ yes: 150, expected: 300, matter: 'agreement' }, day, place).met).toBe(met),
)

const item = { kind: 'adopt', way: 'secret', wayWhy: null, choices: [], seats: 1 } as const
test.for([
  [item, 'regular', undefined],
  [{ ...item, way: 'hands' }, 'regular', 'congress.secret'],
  [{ ...item, way: 'hands', wayWhy: '职工大会现场一致要求' }, 'regular', undefined],
  [{ ...item, kind: 'elect', way: 'hands' }, 'regular', 'congress.way'],
  [{ ...item, kind: 'elect', choices: [{}], seats: 2 }, 'regular', 'congress.candidates'],
  [{ ...item, kind: 'supervise', way: 'hands' }, 'regular', undefined],
  [item, 'joint', 'congress.joint'],
  [{ ...item, kind: 'hear', way: 'none' }, 'joint', undefined],
] as const)('WC-16, WC-21: %o in a %s session: %s', ([draft, kind, code]) =>
  expect(mayAddItem(draft, { kind }, day)?.code).toBe(code),
)

test.for([
  [[false, false, false, true, true], true],
  [[false, false, true, true], true],
  [[false, true, true], false],
  [[], false],
] as const)('WC-18: leaders %o in the presidium: %s', ([leaders, ok]) =>
  expect(
    presidiumFinding(
      leaders.map((isLeader) => ({ isLeader })),
      day,
    ).ok,
  ).toBe(ok),
)

test('raised hands are no more than people', () => {
  expect(mayCountHands({ yes: 200, no: 1, abstain: 0 }, 201)).toBeNull()
  expect(mayCountHands({ yes: 200, no: 1, abstain: 1 }, 201)?.code).toBe('congress.hands')
})

const facts: StepFacts = {
  ...{ kind: 'regular', opensOn: '2026-12-20', openedOn: null, closedOn: null, publishedOn: null, reportedOn: null },
  ...{ deputies: 30, items: 1, unsettled: 1, unanswered: 0, presidium: 0, marked: [] },
}
const calendar = nationalCalendar()
const lines = (changes: Partial<StepFacts> = {}, place?: 'CN-41' | 'CN-50') =>
  stepsOf({ ...facts, ...changes }, day, calendar, place)
const dueOf = (step: string, changes: Partial<StepFacts> = {}, place?: 'CN-41' | 'CN-50') =>
  lines(changes, place).find((line) => line.step === step)?.dueOn

test('D19: papers and agenda are counted back from the opening day, by the rule of the place', () => {
  expect([dueOf('papers'), dueOf('papers', {}, 'CN-41'), dueOf('agenda', {}, 'CN-50')]).toEqual([
    '2026-12-13',
    '2026-12-05',
    '2026-12-15',
  ])
})

test('the days of preparation are practice: a union rules others', () => {
  const line = (step: string) => lines().find((one) => one.step === step)
  expect([line('ask')?.dueOn, line('topics')?.dueOn, line('answers')?.dueOn]).toEqual(['2026-11-20', '2026-12-05', '2026-12-19'])
  expect([line('ask')?.cite, line('close')?.cite]).toEqual(['平台默认值（国家未定期限）', null])
  const own = [{ ...statuteOn('WC-20.ask', day), value: 40, path: '0001' }]
  const ruled = stepsOf(facts, day, calendar, { scope: 'national', own })
  expect(ruled.find(({ step }) => step === 'ask')?.dueOn).toBe('2026-11-10')
})

test.for([
  ['2026-12-12', false],
  ['2026-12-13', false],
  ['2026-12-14', true],
] as const)('D19: papers sent on %s for 20 December are late: %s', ([doneOn, late]) => {
  const marked = [{ step: 'papers' as const, doneOn, skippedWhy: null, note: null }]
  expect(lines({ marked }).find(({ step }) => step === 'papers')?.isLate).toBe(late)
})

test.for([
  ['2026-03-05', '2026-03-11', [false, false]],
  ['2026-03-06', '2026-03-12', [true, true]],
] as const)('D20, D21: published %s, reported %s: late %o', ([publishedOn, reportedOn, late]) => {
  const closed = { openedOn: '2026-03-02', closedOn: '2026-03-02', opensOn: '2026-03-02', publishedOn, reportedOn }
  const of = (step: string) => lines(closed).find((line) => line.step === step)?.isLate
  expect([of('publish'), of('report')]).toEqual(late)
})

test('D20, D21: seven working days to report, three days to publish, from the closing', () => {
  const closed = { openedOn: '2026-03-02', closedOn: '2026-03-02', opensOn: '2026-03-02' }
  expect([dueOf('report', closed), dueOf('publish', closed)]).toEqual(['2026-03-11', '2026-03-05'])
  expect(dueOf('publish')).toBeNull()
})

test('nothing is skipped silently: the opening waits for each step, done or with its reason', () => {
  expect(mayBegin(lines())?.reason).toContain('会议材料送达代表')
  const mark = (step: string, skippedWhy: string | null = null) => ({ step: step as 'ask', doneOn: day, skippedWhy, note: null })
  const all = ['ask', 'topics', 'agenda', 'papers', 'discuss'].map((step) => mark(step))
  expect(mayBegin(lines({ marked: all }))?.reason).toContain('产生大会主席团')
  expect(mayBegin(lines({ marked: all, presidium: 3 }))).toBeNull()
  const skipped = [...all.slice(1), mark('ask', '党组织会议已当面同意')]
  expect(mayBegin(lines({ marked: skipped, presidium: 3 }))).toBeNull()
  expect(mayBegin(lines({ marked: all, presidium: 3, unanswered: 1 }))?.reason).toContain('答复代表意见')
})

test('what follows from the records has no day of its own and is never late', () => {
  const shown = stepsOf({ ...facts, presidium: 3 }, '2026-12-25', calendar)
  const line = (step: string) => shown.find((one) => one.step === step)
  expect(line('deputies')).toMatchObject({ state: 'done', doneOn: null, isLate: false })
  expect(line('topics')).toMatchObject({ doneOn: null, isLate: true })
})

test('presence and votes cannot be skipped', () => {
  const line = (step: string) => lines().find((one) => one.step === step)!
  expect([maySkip(line('open'))?.code, maySkip(line('items'))?.code, maySkip(line('agenda'))]).toEqual([
    'congress.needed',
    'congress.needed',
    null,
  ])
})
