import { expect, test } from 'vitest'
import { blockOf, candidatesNeeded, compositionOf, exclusionsOf, strokeOrder } from '../rules.ts'

const day = '2026-03-02'
const ties = { isHead: false, isRelativeOfHead: false, isPersonnelHead: false, isForeign: false, handlesMoney: false }
const person = (more = {}) => ({
  name: '李明',
  sex: 'male' as const,
  isFrontLine: true,
  isModel: false,
  isManager: false,
  ties,
  ...more,
})

test.for([
  [1, 2],
  [3, 4],
  [20, 21],
  [21, 23],
  [40, 42],
  [41, 44],
] as const)('ELEC-12: for %i seats at least %i candidates', ([seats, needed]) =>
  expect(candidatesNeeded('committee', seats, day)).toBe(needed),
)

test('ELEC-12: as many candidates as seats is refused for the committee, not for its chair', () => {
  const list = [person(), person(), person()]
  expect(blockOf(compositionOf('committee', '委员', 3, list, day))?.code).toBe('elections.few')
  expect(blockOf(compositionOf('committee', '委员', 3, [...list, person()], day))).toBeNull()
  expect(blockOf(compositionOf('chair', '主席', 1, [person()], day))).toBeNull()
})

test('ELEC-14: the audit committee may be elected on an equal list', () =>
  expect(blockOf(compositionOf('audit', '经审委员', 3, [person(), person(), person()], day))).toBeNull())

test('ORG-10, ORG-12: a relative of the head, the personnel manager, a foreigner as an enterprise’s chair are stopped; an unread rule only warns', () => {
  const with_ = (more: Partial<typeof ties>) => person({ ties: { ...ties, ...more } })
  const block = (post: 'committee' | 'chair' | 'audit', who: ReturnType<typeof person>, isEnterprise = true) =>
    blockOf(exclusionsOf(post, who, isEnterprise, day))?.code
  expect(block('committee', with_({ isRelativeOfHead: true }))).toBe('elections.relative')
  expect(block('chair', with_({ isPersonnelHead: true }))).toBe('elections.chair')
  expect(block('committee', with_({ isPersonnelHead: true }))).toBeUndefined()
  expect(block('committee', with_({ isHead: true }))).toBeUndefined()
  expect(exclusionsOf('committee', with_({ isHead: true }), true, day)).toMatchObject([{ code: 'elections.head', level: 'WARN' }])
  expect(block('audit', with_({ handlesMoney: true }))).toBeUndefined()
})

test('ELEC-37: managers among the candidates for delegates: exactly a fifth, and one over', () => {
  const ok = (managers: number) =>
    compositionOf(
      'delegate',
      '代表',
      8,
      Array.from({ length: 10 }, (_, n) => person({ isManager: n < managers })),
      day,
    ).find(({ code }) => code === 'elections.managers')!.ok
  expect([ok(2), ok(3)]).toEqual([true, false])
})

test('names stand in order of strokes', () =>
  expect(['张三', '王五', '丁一', '李四', '欧阳明'].sort(strokeOrder)).toEqual(['丁一', '王五', '张三', '李四', '欧阳明']))
