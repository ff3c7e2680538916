import { expect, test } from 'vitest'
import { finder } from './adapter.ts'

const of = finder([
  { id: 'works', name: '恒达机械有限公司工会委员会', shortName: '恒达机械', code: '330109-01' },
  { id: 'second', name: '恒达机械二车间分会', shortName: null },
  { id: 'a', name: '一车间甲班工会小组', shortName: null },
  { id: 'b', name: '二车间甲班工会小组', shortName: null },
])

test.for([
  ['恒达机械有限公司工会委员会', 'works'],
  ['恒达机械有限公司工会', 'works'],
  ['恒达机械', 'works'],
  ['330109-01', 'works'],
  ['恒达机械二车间', 'second'],
  ['一车间甲班', 'a'],
  ['甲班', null],
  ['二车间', 'second'],
  ['三车间', undefined],
  ['恒', undefined],
] as const)('a roster that says %s means %s', ([name, id]) => expect(of(name)).toBe(id))
