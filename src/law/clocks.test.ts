import { expect, test } from 'vitest'
import { clockOf, clocks, clocksBy } from './clocks.ts'
import { periodUnits } from './deadlines.ts'
import { statuteOn, statutes } from './statutes.ts'

test('the collection has the clocks D01 to D93, each once', () =>
  expect(clocks.map(({ id }) => id)).toEqual(Array.from({ length: 93 }, (_, i) => `D${String(i + 1).padStart(2, '0')}`)))

test('every measured length is a period, at every place that has a figure of its own', () => {
  for (const { id, lengths } of clocks)
    for (const length of lengths)
      if ('statute' in length)
        for (const { unit } of statutes.filter((one) => one.id === length.statute))
          expect([id, length.statute, periodUnits.includes(unit as never)]).toEqual([id, length.statute, true])
})

test('a clock called a default of practice has a figure nobody enacted, or an unread text', () => {
  const practice = clocks.filter(({ basis }) => basis === 'practice')
  const enacted = practice.flatMap(({ id, lengths }) =>
    lengths.flatMap((length) =>
      'statute' in length && statuteOn(length.statute, '2026-11-25').source !== '平台默认值' ? [`${id} ${length.statute}`] : [],
    ),
  )
  expect(enacted).toEqual([])
})

test('every clock names its rule, its facts and who holds them', () => {
  for (const { id, rows, facts, module, must, missed, trigger } of clocks) {
    expect([id, rows.length > 0 && facts.length > 0 && [must, missed, trigger].every((words) => words.length > 1)]).toEqual([
      id,
      true,
    ])
    expect([id, /^[a-z]+\/[a-zA-Z]+$/.test(module)]).toEqual([id, true])
  }
})

test('a change of the founding period moves the founding clock', () =>
  expect([clocksBy('ORG-15.founding').map(({ id }) => id), clockOf('D01').must]).toEqual([['D01'], '建立工会']))
