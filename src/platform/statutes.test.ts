import { expect, test } from 'vitest'
import { ownOf } from '#platform/statutes'

const row = (from: string, value: number | number[] | null, more: object = {}) => ({
  ...{ statute: 'MEM-02.answer', value, unit: 'workingDay' as const, level: 'INFO' as const, from, path: '0001' },
  unionName: '永安区总工会',
  ...more,
})

test('each ruling of a union holds until the day before its next; giving back only ends', () => {
  const own = ownOf([row('2026-01-01', 5), row('2026-03-01', null), row('2026-06-01', 2)])
  expect(own.map(({ from, to, value }) => [from, to, value])).toEqual([
    ['2026-01-01', '2026-02-28', 5],
    ['2026-06-01', undefined, 2],
  ])
})

test('of two rulings that begin on one day the later made holds; another union or another rule ends nothing', () => {
  const other = { path: '00010002', unionName: '东港镇总工会' }
  const own = ownOf([
    row('2026-01-01', 5),
    row('2026-01-01', 4),
    row('2026-01-01', 2, other),
    row('2026-02-01', 3, { ...other, statute: 'MEM-05.answer' }),
  ])
  expect(own.map(({ path, value, to }) => [path, value, to])).toEqual([
    ['0001', 4, undefined],
    ['00010002', 2, undefined],
    ['00010002', 3, undefined],
  ])
})

test('a ruling says its own figures, under the union that made it, and is no default any more', () => {
  const [one] = ownOf([row('2026-01-01', 2)])
  expect(one).toMatchObject({
    says: '永安区总工会规定：入会申请 2 个工作日内答复',
    source: '永安区总工会自行规定',
    verified: true,
    level: 'INFO',
  })
  const [two] = ownOf([row('2026-01-01', [8, 6], { statute: 'ELEC-27.warn', unit: 'month' })])
  expect(two?.says).toContain('任期届满前 8 个月、6 个月各提醒一次换届')
  const [three] = ownOf([row('2026-01-01', 10, { statute: 'ORG-50.answer' })])
  expect(three?.says).toBe('永安区总工会规定：上级工会收到建会申请后应当及时审查答复：10 个工作日')
  expect(ownOf([row('2026-01-01', 2, { statute: 'ORG-99.gone' })])).toEqual([])
})
