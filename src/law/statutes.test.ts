import { expect, test } from 'vitest'
import { isDay } from '#kit/dates'
import {
  bandOf,
  citeOf,
  mayAdjust,
  type OwnStatute,
  type Scope,
  type StatuteId,
  statuteOn,
  statutes,
  statutesOn,
} from './statutes.ts'
import { articleOf } from './statutes/shape.ts'

const TODAY = '2026-11-24'
const value = (id: StatuteId, day: string, scope?: Scope) => statuteOn(id, day, scope).value

test('what nobody has read never blocks', () =>
  expect(statutes.filter(({ verified, level }) => !verified && level === 'BLOCK')).toEqual([]))

test('the charter, whose present article numbers nobody has read, never blocks', () =>
  expect(statutes.filter(({ source, level }) => source === '中国工会章程' && level === 'BLOCK')).toEqual([]))

test('every rule has a text for the whole country, so that no place is without one', () => {
  const national = new Set(statutes.filter(({ scope }) => scope === 'national').map(({ id }) => id))
  expect(statutes.filter(({ id }) => !national.has(id)).map(({ id }) => id)).toEqual([])
})

test('every rule can be cited, read aloud and counted', () => {
  for (const statute of statutes) {
    expect([statute.id, isDay(statute.from), statute.to === undefined || statute.to >= statute.from]).toEqual([
      statute.id,
      true,
      true,
    ])
    expect([statute.id, /^[A-Z]+-\d\d\.[a-z][A-Za-z]+$/.test(statute.id)]).toEqual([statute.id, true])
    expect([statute.id, statute.article.length > 0 && statute.says.length > 8]).toEqual([statute.id, true])
    if (typeof statute.value === 'number') expect([statute.id, statute.unit]).toEqual([statute.id, expect.any(String)])
  }
})

test('no two texts of one rule hold at the same place on the same day', () => {
  const clashes = statutes.flatMap((a, i) =>
    statutes
      .slice(i + 1)
      .filter((b) => a.id === b.id && a.scope === b.scope && a.from <= (b.to ?? '9999') && b.from <= (a.to ?? '9999')),
  )
  expect(clashes).toEqual([])
})

test.for([
  ['ORG-01.committee', 'national', 25],
  ['ORG-15.founding', 'CN-33', 12],
  ['ORG-15.founding', 'CN-330109', 12],
  ['ORG-15.founding', 'CN-31', 6],
  ['ORG-15.founding', 'CN-65', 12],
  ['ORG-08.womenCommittee', 'CN-34', 25],
  ['ORG-08.womenCommittee', 'CN-37', 10],
  ['ORG-08.womenCommittee', 'CN-3701', 25],
  ['ORG-31.answer', 'CN-44', 10],
  ['ORG-31.answer', 'CN-4401', 10],
  ['ELEC-30.byElection', 'CN-41', 6],
  ['ORG-31.silence', 'CN-31', true],
  ['CB-10.answer', 'national', 20],
  ['CB-10.answer', 'CN-31', 15],
  ['CB-10.answer', 'CN-3301', 10],
  ['CC-11.wagePublish', 'CN-50', 10],
  ['CC-01.half', 'CN-11', true],
  ['CC-01.half', 'CN-330106', false],
  ['FUND-07.lateFee', 'CN-33', 5],
  ['FUND-07.lateFee', 'CN-11', 0],
] as const)('%s at %s is %s', ([id, scope, expected]) => expect(value(id, TODAY, scope)).toBe(expected))

test('the law of the day holds: Beijing counted 25 women employees until 30 April 2026', () => {
  expect(statuteOn('ORG-08.womenCommittee', '2026-04-30', 'CN-11')).toMatchObject({ value: 25, unit: 'womanEmployee' })
  expect(statuteOn('ORG-08.womenCommittee', '2026-05-01', 'CN-110101')).toMatchObject({ value: 10, unit: 'womanMember' })
})

test('the packs: Beijing took its late fee back on 1 May 2026, Hangzhou’s fewer working days go before Zhejiang’s', () => {
  expect(value('FUND-07.lateFee', '2026-04-30', 'CN-110105')).toBe(5)
  expect(statuteOn('CB-12.information', TODAY, 'CN-330106')).toMatchObject({ value: 7, unit: 'workingDay' })
  expect(statuteOn('CB-12.information', TODAY, 'CN-3304')).toMatchObject({ value: 7, unit: 'day' })
  expect(statuteOn('CC-06.wageFiling', TODAY, 'CN-41')).toMatchObject({ value: 5, unit: 'workingDay' })
})

test('a day before the oldest wording gets that wording', () => expect(value('ORG-01.committee', '1995-05-01')).toBe(25))

test('a rule is cited as people cite it, and says when nobody has read it', () => {
  expect(citeOf(statuteOn('ORG-01.committee', TODAY))).toBe('《工会法》第十一条')
  expect(citeOf(statuteOn('ORG-15.founding', TODAY, 'CN-33'))).toBe('《浙江省实施〈工会法〉办法》第六条')
  expect(citeOf(statuteOn('ORG-22.apply', TODAY))).toBe('《基层工会法人登记管理办法》（条号待核对）')
  expect(citeOf(statuteOn('ORG-25.code', TODAY))).toBe('GB 32100-2015 表 2')
  expect(citeOf(statuteOn('MEM-02.answer', TODAY))).toBe('平台默认值（没有法定期限）')
})

test('the committee grows with the membership and no head-count is without a band', () => {
  const bands = statuteOn('ELEC-04.committeeSize', TODAY).value
  expect([24, 25, 200, 201, 50_001, 900_000].map((members) => bandOf(bands, members)?.most)).toEqual([5, 7, 7, 15, 45, 45])
  bands.slice(1).forEach((band, i) => expect(band.from).toBe((bands[i]?.to ?? 0) + 1))
})

const own = (change: Partial<OwnStatute>): OwnStatute => ({
  ...statuteOn('MEM-02.answer', TODAY),
  from: '2026-01-01',
  value: 2,
  path: '0001',
  ...change,
})
const ruled = (...own: OwnStatute[]) => ({ scope: 'CN-330109' as Scope, own })

test('a union’s own ruling holds from its day to its last, and the nearest union’s before its superior’s', () => {
  const mine = ruled(own({ to: '2026-12-31' }))
  expect(statuteOn('MEM-02.answer', TODAY, mine).value).toBe(2)
  expect(statuteOn('MEM-02.answer', '2025-12-31', mine).value).toBe(3)
  expect(statuteOn('MEM-02.answer', '2027-01-01', mine).value).toBe(3)
  const both = ruled(own({}), own({ path: '00010002', value: 1, from: '2026-06-01' }))
  expect(['2026-05-31', '2026-06-01'].map((day) => statuteOn('MEM-02.answer', day, both).value)).toEqual([2, 1])
  const ids = statutesOn(TODAY, mine)
    .filter(({ value }) => value === 2)
    .map(({ id }) => id)
  expect(ids).toContain('MEM-02.answer')
})

test('law that was read and blocks is not displaced, whatever a table holds', () => {
  const wrong = ruled({ ...statuteOn('ORG-01.committee', TODAY), value: 50, path: '0001' })
  expect(statuteOn('ORG-01.committee', TODAY, wrong).value).toBe(25)
})

test('defaults may be adjusted, law that blocks may not', () => {
  expect(mayAdjust(own({}))).toBeNull()
  expect(mayAdjust(own({ level: 'BLOCK' }))?.code).toBe('statutes.level')
  expect(mayAdjust(own({ value: true }))?.code).toBe('statutes.value')
  expect(mayAdjust(own({ id: 'ORG-99.none' }))?.code).toBe('statutes.unknown')
  expect(mayAdjust(own({ id: 'ORG-01.committee', value: 50 }))).toMatchObject({
    code: 'statutes.fixed',
    cite: '《工会法》第十一条',
  })
})

test.for([
  [7, '第七条'],
  [10, '第十条'],
  [14, '第十四条'],
  [20, '第二十条'],
  [101, '第一百零一条'],
  [110, '第一百一十条'],
  [1259, '第一千二百五十九条'],
] as const)('article %i is %s', ([n, words]) => expect(articleOf(n)).toBe(words))
