import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './dates.ts'
import { parseLooseDate } from './loosedates.ts'

test.for([
  '2020-01-05',
  '2020.1.5',
  '2020/1/5',
  '2020年1月5日',
  '2020 年 1 月 5 号',
  '20200105',
  '２０２０．１．５',
  "'2020-1-5",
  '2020、1、5',
  '二〇二〇年一月五日',
  '二零二零年1月5日',
  '2020-01-05 08:30:00',
  '2020/1/5 0:00',
  '2020-01-04T16:00:00.000Z',
  '43835',
])('%s is 5 January 2020', (text) => expect(parseLooseDate(text)).toEqual({ day: '2020-01-05' }))

test.for([
  [43_835, '2020-01-05'],
  [43_835.73, '2020-01-05'],
  [20_200_105, '2020-01-05'],
  [1, '1900-01-01'],
  [59, '1900-02-28'],
  [61, '1900-03-01'],
  [new Date('2020-01-05T00:00:00Z'), '2020-01-05'],
  ['23/11/2020', '2020-11-23'],
  ['11/23/2020', '2020-11-23'],
  ['二〇二〇年十一月二十三日', '2020-11-23'],
  ['二〇二〇年十月三十日', '2020-10-30'],
] as const)('%s is %s', ([value, day]) => expect(parseLooseDate(value)).toEqual({ day }))

test.for([
  ['2020/1', '2020-01-01'],
  ['2020年1月', '2020-01-01'],
  ['202011', '2020-11-01'],
  [2020.11, '2020-11-01'],
  ['90.5.1', '1990-05-01'],
] as const)('%s is %s, with a note', ([value, day]) =>
  expect(parseLooseDate(value)).toMatchObject({ day, note: expect.any(String) }),
)

test.for([
  [2020.1, '10 月'],
  ['5/6/2020', '分不清月和日'],
  ['2020', '只有年份'],
  [2020, '只有年份'],
  ['2020-02-30', '不存在'],
  ['至今', '不是日期'],
  [60, '不是日期'],
  ['', '没有填写'],
  [99_999, '不是日期'],
  ['20.5.1', '年份不清楚'],
  ['2020-13-01', '不存在'],
  [-3, '不是日期'],
] as const)('%s is no day: %s', ([value, why]) =>
  expect(parseLooseDate(value)).toMatchObject({ problem: expect.stringContaining(why) }),
)

test('every day comes back from each way of writing it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2100, max: 60_000 }), (n) => {
      const day = addDays('1900-03-01', n)
      const [year, month, date] = day.split('-').map(Number)
      const ways = [
        day,
        day.replaceAll('-', ''),
        `${year}.${month}.${date}`,
        `${year}年${month}月${date}日`,
        `${year}/${month}/${date} 13:05`,
        61 + n,
      ]
      for (const way of ways) expect(parseLooseDate(way)).toEqual({ day })
    }),
  )
})
