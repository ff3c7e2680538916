import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, weekday } from '#kit/dates'
import {
  mayAccompany,
  mayAddPhoto,
  mayAssign,
  mayBegin,
  mayConfirm,
  mayDrop,
  mayFeedBack,
  mayHand,
  mayPlan,
  mayRaise,
  mayRate,
  mayRelieve,
  mayReveal,
  maySetThemes,
  maySettle,
  maySubmit,
  PHOTOS,
  problemState,
  spreadDays,
  themesGiven,
  visitState,
} from './rules.ts'

const today = '2026-03-02'
const codeOf = (verdict: { code: string } | null) => verdict?.code ?? null

test.for([
  ['in office, below', ['副主席'], 'abcd0001', null, null],
  ['not in office', [], 'abcd0001', null, 'visits.office'],
  ['his own union', ['副主席'], 'abcd', null, 'visits.below'],
  ['a union elsewhere', ['副主席'], 'abce0001', null, 'visits.below'],
  ['a term of one day', ['副主席'], 'abcd0001', '2026-03-02', null],
  ['a term that ends before it begins', ['副主席'], 'abcd0001', '2026-03-01', 'visits.term'],
] as const)('a contact point is held %s', ([, titles, path, untilOn, code]) => {
  expect(codeOf(mayAssign({ titles, name: '刘芳' }, { path, name: '恒达' }, 'abcd', { fromOn: today, untilOn }))).toBe(code)
})

test('a contact point ends once, not before it began', () => {
  expect(mayRelieve({ fromOn: today, endedOn: null }, today)).toBeNull()
  expect(codeOf(mayRelieve({ fromOn: today, endedOn: null }, '2026-03-01'))).toBe('visits.term')
  expect(codeOf(mayRelieve({ fromOn: '2026-01-01', endedOn: today }, today))).toBe('visits.relieved')
})

test.for([
  ['ends today', '2026-01-01', today, null],
  ['ended yesterday', '2026-01-01', '2026-03-01', 'visits.period'],
  ['ends before it begins', '2026-04-01', '2026-03-31', 'visits.period'],
  ['a year', '2026-03-02', '2027-03-02', null],
  ['more than a year', '2026-03-02', '2027-03-04', 'visits.period'],
] as const)('a plan that %s', ([, from, until, code]) => {
  expect(codeOf(mayPlan({ from, until }, today))).toBe(code)
})

test('visits of a plan lie within it, on weekdays, in order, none of them in the past, for any period and any number of points', () => {
  const days = fc.tuple(fc.integer({ min: -40, max: 300 }), fc.integer({ min: 0, max: 365 }))
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 7 }), ([start, length], times, offset) => {
      const from = addDays(today, start)
      const until = addDays(from, length)
      fc.pre(until >= today)
      const spread = spreadDays({ from, until }, times, offset, 8, today)
      const first = from < today ? today : from
      expect(spread).toHaveLength(times)
      for (const day of spread) {
        expect(day >= first && day <= until).toBe(true)
        if (daysBetween(first, until) >= 3) expect(weekday(day)).toBeLessThan(6)
      }
      expect([...spread].sort()).toEqual(spread)
    }),
  )
})

test.for([
  ['on its first day', '2026-01-01', null, null, '2026-01-01', null],
  ['the day before', '2026-01-01', null, null, '2025-12-31', 'visits.point'],
  ['on its last day', '2026-01-01', '2026-02-28', null, '2026-02-28', null],
  ['the day after', '2026-01-01', '2026-02-28', null, '2026-03-01', 'visits.point'],
  ['the day before it was ended', '2026-01-01', null, '2026-02-10', '2026-02-09', null],
  ['the day it was ended', '2026-01-01', null, '2026-02-10', '2026-02-10', 'visits.point'],
] as const)('a visit begins at a point %s', ([, fromOn, untilOn, endedOn, on, code]) => {
  expect(codeOf(mayBegin({ fromOn, untilOn, endedOn }, on))).toBe(code)
})

const whole = { visitedOn: today, met: { worker: 1 }, themes: ['wages'], found: '食堂排队时间很长很长' }
test.for([
  ['whole', {}, 0, null],
  ['of a day to come', { visitedOn: '2026-03-03' }, 0, 'visits.day'],
  ['without its day', { visitedOn: null }, 0, 'visits.day'],
  ['where nobody was met', { met: { worker: 0 } }, 0, 'visits.met'],
  ['without a theme', { themes: [] }, 0, 'visits.themes'],
  ['nine characters long', { found: '一二三四五六七八九' }, 0, 'visits.found'],
  ['ten characters long', { found: '一二三四五六七八九十' }, 0, null],
  ['with a conflict left', {}, 1, 'visits.conflict'],
] as const)('a record %s', ([, more, conflicts, code]) => {
  expect(codeOf(maySubmit({ ...whole, ...more } as typeof whole, conflicts, today))).toBe(code)
})

test('a visit that was made is not dropped, one dropped is not dropped again', () => {
  expect(mayDrop({ submittedAt: null, droppedAt: null })).toBeNull()
  expect(codeOf(mayDrop({ submittedAt: new Date(), droppedAt: null }))).toBe('visits.made')
  expect(codeOf(mayDrop({ submittedAt: null, droppedAt: new Date() }))).toBe('visits.dropped')
})

const rater = { unionId: 'hengda', person: 'wang', isHead: true }
const rated = { unionId: 'hengda', submittedAt: new Date(), goers: ['liu'], isRated: false }
test.for([
  ['the chair of the union visited', rater, rated, null],
  ['a committee member', { ...rater, isHead: false }, rated, 'visits.host'],
  ['the superior', { ...rater, unionId: 'district' }, rated, 'visits.host'],
  ['whoever went', { ...rater, person: 'liu' }, rated, 'visits.own'],
  ['before it is handed in', rater, { ...rated, submittedAt: null }, 'visits.early'],
  ['a second time', rater, { ...rated, isRated: true }, 'visits.rated'],
] as const)('a visit is rated by %s', ([, by, visit, code]) => {
  expect(codeOf(mayRate(by, visit))).toBe(code)
})

test('what is sealed is opened for a superior, not for the union visited, nor for its branches or its neighbour', () => {
  expect(mayReveal('abcd', 'abcd0001')).toBeNull()
  for (const path of ['abcd0001', 'abcd00010001', 'abcd0002']) expect(codeOf(mayReveal(path, 'abcd0001'))).toBe('visits.sealed')
})

test('companions are named by the superior that visits, and the lead is none', () => {
  const visit = { fromUnionId: 'district', leadId: 'liu', droppedAt: null }
  expect(mayAccompany(visit, 'district', ['chen'])).toBeNull()
  expect(codeOf(mayAccompany(visit, 'town', ['chen']))).toBe('visits.other')
  expect(codeOf(mayAccompany(visit, 'district', ['liu']))).toBe('visits.lead')
})

test('a picture is what it says it is, up to a dozen of them', () => {
  const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)
  expect(mayAddPhoto(jpeg, 'image/jpeg', PHOTOS - 1)).toBeNull()
  expect(codeOf(mayAddPhoto(jpeg, 'image/jpeg', PHOTOS))).toBe('visits.photos')
  expect(codeOf(mayAddPhoto(jpeg, 'image/png', 0))).toBe('visits.photo')
  expect(codeOf(mayAddPhoto(Uint8Array.from(Buffer.from('<svg')), 'image/jpeg', 0))).toBe('visits.photo')
})

const raised = { raisedOn: '2026-02-10', resolvedOn: null, fedBackOn: null, confirmedOn: null }
const solved = { ...raised, resolvedOn: '2026-02-20' }
const told = { ...solved, fedBackOn: '2026-02-21' }
test('a problem is raised with a due day, settled, fed back and confirmed, each after what comes before it', () => {
  expect(mayRaise({ raisedOn: today, dueOn: today }, today)).toBeNull()
  expect(codeOf(mayRaise({ raisedOn: today, dueOn: '2026-03-01' }, today))).toBe('problems.due')
  expect(codeOf(mayRaise({ raisedOn: '2026-03-03', dueOn: '2026-03-09' }, today))).toBe('problems.later')
  expect(maySettle(raised, '2026-02-10', today)).toBeNull()
  expect(codeOf(maySettle(raised, '2026-02-09', today))).toBe('problems.early')
  expect(codeOf(maySettle(solved, today, today))).toBe('problems.settled')
  expect(codeOf(mayFeedBack(raised, today, today))).toBe('problems.unsettled')
  expect(codeOf(mayFeedBack(solved, '2026-02-19', today))).toBe('problems.early')
  expect(mayFeedBack(solved, '2026-02-20', today)).toBeNull()
  expect(codeOf(mayFeedBack(told, today, today))).toBe('problems.fedBack')
  expect(mayHand(told, today, today)).toBeNull()
  expect(codeOf(mayHand(told, '2026-03-01', today))).toBe('problems.due')
})

test.for([
  ['the union whose people raised it', told, 'hengda', 'wang', null],
  ['a superior', told, 'district', 'wang', 'problems.host'],
  ['whoever answered for it', told, 'hengda', 'liu', 'problems.own'],
  ['before it was told to them', solved, 'hengda', 'wang', 'problems.unsaid'],
  ['a second time', { ...told, confirmedOn: today }, 'hengda', 'wang', 'problems.confirmed'],
] as const)('a solution is confirmed by %s', ([, facts, unionId, person, code]) => {
  expect(codeOf(mayConfirm({ ...facts, unionId: 'hengda', ownerId: 'liu' }, { unionId, person }))).toBe(code)
})

test('the state of a problem and of a visit follows from its facts, overdue from the day after', () => {
  expect(problemState({ ...raised, dueOn: today }, today)).toBe('open')
  expect(problemState({ ...raised, dueOn: '2026-03-01' }, today)).toBe('overdue')
  expect(problemState({ ...solved, dueOn: '2026-02-11' }, today)).toBe('resolved')
  expect(problemState({ ...told, dueOn: '2026-02-11' }, today)).toBe('fedBack')
  expect(problemState({ ...told, confirmedOn: today, dueOn: '2026-02-11' }, today)).toBe('confirmed')
  const visit = { plannedOn: today, version: 0, submittedAt: null, droppedAt: null }
  expect(visitState(visit, today)).toBe('planned')
  expect(visitState(visit, '2026-03-03')).toBe('overdue')
  expect(visitState({ ...visit, version: 1 }, '2026-03-03')).toBe('drafted')
  expect(visitState({ ...visit, submittedAt: new Date() }, today)).toBe('submitted')
  expect(visitState({ ...visit, droppedAt: new Date() }, today)).toBe('dropped')
})

test('a theme that was used is put out of use, not taken away', () => {
  expect(maySetThemes(themesGiven, [...themesGiven])).toBeNull()
  expect(codeOf(maySetThemes(themesGiven, themesGiven.slice(1)))).toBe('visits.themes')
  expect(codeOf(maySetThemes([], [themesGiven[0]!, themesGiven[0]!]))).toBe('visits.themes')
  expect(
    codeOf(
      maySetThemes(
        themesGiven,
        themesGiven.map((theme) => ({ ...theme, isUsed: false })),
      ),
    ),
  ).toBe('visits.themes')
})
