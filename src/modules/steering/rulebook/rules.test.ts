import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#kit/dates'
import { statutoryHolidays } from '#law/calendar'
import { due } from '#law/deadlines'
import { nationalCalendar } from '#law/nationalcalendar'
import { lawOn, type Scope, statutes } from '#law/statutes'
import {
  areaOf,
  articlesIn,
  changedDays,
  fixedOf,
  isFresh,
  mayBegin,
  mayEnd,
  mayLoadYear,
  mayRule,
  mayRuleAt,
  mayWithdraw,
  noticeIn,
  sayFigure,
  scopeName,
  stricter,
  thenDue,
} from './rules.ts'

const DAY = '2026-11-25'
const code = (id: string, value: number | boolean | number[], scope: Scope = 'national') =>
  mayRule(lawOn(id, DAY, scope), value, DAY)?.code

test.for([
  ['MEM-02.answer', 2, 'national', undefined],
  ['MEM-02.answer', 30, 'national', undefined],
  ['MEM-02.answer', 3, 'national', 'rulebook.same'],
  ['MEM-02.answer', 0, 'national', 'rulebook.number'],
  ['MEM-02.answer', 2.5, 'national', 'rulebook.number'],
  ['MEM-02.answer', true, 'national', 'statutes.value'],
  ['ORG-15.founding', 6, 'CN-33', undefined],
  ['ORG-15.founding', 18, 'CN-33', 'rulebook.looser'],
  ['ORG-15.founding', 18, 'national', undefined],
  ['ORG-08.womenCommittee', 8, 'CN-33', undefined],
  ['ORG-08.womenCommittee', 12, 'CN-33', 'rulebook.looser'],
  ['DISC-07.display', 20, 'CN-50', undefined],
  ['DISC-07.display', 7, 'CN-50', 'rulebook.looser'],
  ['CB-10.answer', 10, 'national', undefined],
  ['CB-10.answer', 21, 'national', 'rulebook.looser'],
  ['ORG-01.committee', 20, 'national', 'statutes.fixed'],
  ['ELEC-27.warn', [8, 4], 'national', undefined],
  ['ELEC-27.warn', [8], 'national', 'rulebook.number'],
  ['ELEC-34.byYear', true, 'national', undefined],
  ['ORG-08.womenCommittee', 12, 'CN-32', 'rulebook.looser'],
  ['MEM-01.workingAge', 18, 'national', 'rulebook.records'],
  ['ELEC-04.committeeSize', 5, 'national', 'rulebook.table'],
  ['ORG-03.assembly', false, 'national', 'rulebook.text'],
] as const)('%s may be %s at %s: %s', ([id, value, scope, expected]) => expect(code(id, value as number, scope)).toBe(expected))

test('a period to act in is stricter when shorter, notice and display when longer', () =>
  expect([stricter('MEM-06.lateAge'), stricter('CB-10.answer'), stricter('WC-17.papers'), stricter('PI-15.logs')]).toEqual([
    null,
    'less',
    'more',
    'more',
  ]))

test('no rule that was read can be made looser, whatever figure is asked for', () => {
  const read = statutes.filter(({ verified, source, value }) => verified && source !== '平台默认值' && typeof value === 'number')
  fc.assert(
    fc.property(fc.constantFrom(...read), fc.integer({ min: 1, max: 400 }), (law, value) => {
      if (mayRule(law, value, DAY) !== null) return
      const way = stricter(law.id)
      expect(way === 'less' ? value < Number(law.value) : value > Number(law.value)).toBe(true)
    }),
  )
})

test('federations and towns rule, a basic union does not, whoever stands at the top may', () =>
  expect([
    mayRuleAt({ kind: 'federation', parentId: 'x' }),
    mayRuleAt({ kind: 'town', parentId: 'x' }),
    mayRuleAt({ kind: 'basic', parentId: null }),
    mayRuleAt({ kind: 'basic', parentId: 'x' })?.code,
  ]).toEqual([null, null, null, 'rulebook.place']))

test('a ruling begins today or later, and is taken back only before its day', () => {
  expect([mayBegin(DAY, DAY), mayBegin(addDays(DAY, -1), DAY)?.code]).toEqual([null, 'rulebook.day'])
  expect([
    mayWithdraw({ fromOn: addDays(DAY, 1), isWithdrawn: false }, DAY),
    mayWithdraw({ fromOn: DAY, isWithdrawn: false }, DAY)?.code,
    mayWithdraw({ fromOn: addDays(DAY, 1), isWithdrawn: true }, DAY)?.code,
  ]).toEqual([null, 'rulebook.begun', 'rulebook.withdrawn'])
  expect([isFresh('a', 'a'), isFresh('a', 'b')?.code]).toEqual([null, 'rulebook.stale'])
})

const holidays = statutoryHolidays(2027)
const notice = { year: 2027, rest: [...holidays, '2027-02-09'], work: ['2027-02-13'] }

test('a year is entered whole, without contradiction, and never for days that have passed', () => {
  expect(mayLoadYear(notice, null, DAY)).toBeNull()
  expect(mayLoadYear({ ...notice, rest: holidays.slice(1) }, null, DAY)?.code).toBe('rulebook.calendar')
  expect(mayLoadYear({ ...notice, year: 2025 }, null, DAY)?.code).toBe('rulebook.past')
  const before = { year: 2027, rest: holidays, work: [] }
  expect(mayLoadYear(notice, before, '2027-02-09')).toBeNull()
  expect(mayLoadYear(notice, before, '2027-02-10')?.code).toBe('rulebook.passed')
  expect(changedDays(before, notice)).toEqual(['2027-02-09', '2027-02-13'])
})

test('a running deadline moves with the calendar exactly as it would have been counted', () => {
  const [now, then] = [nationalCalendar(), nationalCalendar([notice])]
  expect(thenDue({ since: '2027-02-04', dueOn: '2027-02-12', period: '3 个工作日' }, now, then)).toBe('2027-02-12')
  const dueOn = due('2027-02-04', { n: 3, unit: 'workingDay' }, now)
  expect([dueOn, thenDue({ since: '2027-02-04', dueOn, period: '3 个工作日' }, now, then)]).toEqual(['2027-02-11', '2027-02-12'])
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 365 }).map((n) => addDays('2026-12-01', n)),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom(['day', '日'] as const, ['workingDay', '个工作日'] as const, ['month', '个月'] as const),
      (since, n, [unit, word]) => {
        const running = { since, dueOn: due(since, { n, unit }, now), period: `${n} ${word}` }
        expect(thenDue(running, now, then)).toBe(due(since, { n, unit }, then))
      },
    ),
  )
})

test('a day that the records fix does not move', () =>
  expect(thenDue({ since: '2026-01-01', dueOn: '2027-02-09', period: '' }, nationalCalendar(), nationalCalendar([notice]))).toBe(
    '2027-02-09',
  ))

test('every area and place on file has a name, and every figure can be said', () => {
  for (const statute of statutes) {
    expect([statute.id, areaOf(statute.id) === 'ETC']).toEqual([statute.id, false])
    expect([statute.scope, /^[\u4e00-\u9fff]+$/.test(scopeName(statute.scope))]).toEqual([statute.scope, true])
    expect([statute.id, sayFigure(statute) !== '']).toEqual([statute.id, true])
  }
  expect(sayFigure({ value: [3, 5], unit: 'year' })).toBe('3、5 年')
  expect(sayFigure({ value: [1, 3] })).toBe('1/3')
})

test('a document is ended once, not before it began', () =>
  expect([
    mayEnd({ fromOn: DAY, endsOn: null }, DAY),
    mayEnd({ fromOn: DAY, endsOn: null }, addDays(DAY, -1))?.code,
    mayEnd({ fromOn: DAY, endsOn: DAY }, DAY)?.code,
  ]).toEqual([null, 'rulebook.order', 'rulebook.ended']))

test('law that blocks says which article fixes it', () =>
  expect(fixedOf(lawOn('ORG-01.committee', DAY, 'national'))).toMatchObject({
    code: 'statutes.fixed',
    cite: '《工会法》第十一条',
  }))

test('the State Council’s own wording is read: what is off, what is worked, ranges over the end of a month', () => {
  const said = noticeIn(
    `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
五、劳动节：4月30日（周四）至5月2日（周六）放假。2月30日放假。`,
    2026,
  )
  expect(said.rest.slice(0, 4)).toEqual(['2026-01-01', '2026-01-02', '2026-01-03', '2026-02-15'])
  expect(said.rest.slice(-3)).toEqual(['2026-04-30', '2026-05-01', '2026-05-02'])
  expect([said.rest.length, said.work]).toEqual([15, ['2026-01-04', '2026-02-14', '2026-02-28']])
})

test('a pasted text falls into its articles, with what follows a line belonging to it', () => {
  expect(articlesIn('各镇总工会：\n第一条 骑手可以入会。\n具体办法另行规定。\n第十二条　自印发之日起施行。\n')).toEqual([
    { label: '引言', body: '各镇总工会：' },
    { label: '第一条', body: '骑手可以入会。\n具体办法另行规定。' },
    { label: '第十二条', body: '自印发之日起施行。' },
  ])
  expect(articlesIn('一、目标\n二、任务')).toEqual([
    { label: '一', body: '目标' },
    { label: '二', body: '任务' },
  ])
})
