import { expect, test } from 'vitest'
import type { Asked, Paper } from './contract.ts'
import {
  concerns,
  isFinal,
  mayAsk,
  mayConcern,
  mayDecide,
  mayEdit,
  mayEnd,
  mayFile,
  mayRecord,
  mayTakePeople,
  mayUndo,
  mayWithdraw,
  registrationOf,
} from './rules.ts'

const day = '2026-03-02'
const union = { id: 'u', name: '甲工会', parentId: 'p', kind: 'basic', unitType: 'school' }
const paper: Paper = { title: '会员大会决议', number: null, day }
const dissolve = (isAudited: boolean, ground: 'unitEnded' | 'membersDecided' = 'membersDecided'): Asked => ({
  kind: 'dissolve',
  ground,
  funds: '上缴区总工会',
  isAudited,
})

test.for([
  ['rename', 'branch', 'changes.own-affair'],
  ['dissolve', 'group', 'changes.own-affair'],
  ['move', 'branch', undefined],
  ['rename', 'basic', undefined],
] as const)('%s of a %s: %s', ([kind, unionKind, code]) => expect(mayConcern(kind, unionKind)?.code).toBe(code))

test.for<[Asked, string | undefined]>([
  [{ kind: 'rename', name: '甲工会', shortName: null }, 'changes.same'],
  [{ kind: 'rename', name: '乙工会', shortName: null }, undefined],
  [{ kind: 'move', parentId: 'p' }, 'changes.same'],
  [{ kind: 'move', parentId: 'q' }, undefined],
  [{ kind: 'kind', unionKind: 'basic', unitType: 'school' }, 'changes.same'],
  [{ kind: 'kind', unionKind: 'basic', unitType: 'office' }, undefined],
  [{ kind: 'merge', intoId: 'u', funds: '一并移交', isAudited: true }, 'changes.self'],
])('asking for %o: %s', ([asked, code]) => expect(mayAsk(asked, union)?.code).toBe(code))

test.for([
  ['dissolve', [], 'changes.papers'],
  ['merge', [], 'changes.papers'],
  ['dissolve', [paper], undefined],
  ['rename', [], undefined],
] as const)('filing a %s with papers %o: %s', ([kind, papers, code]) => expect(mayFile({ kind }, papers, day)?.code).toBe(code))

test.for([
  ['00010001', '000100010001', '000100010001', undefined],
  ['000100010001', '000100010001', '000100010001', 'changes.superior'],
  ['00010001', '000100010001', '00010001', 'changes.superior'],
  ['00010002', '000100010001', '000100010001', 'changes.superior'],
  ['0001', '000100010001', '00010001', undefined],
  ['00010001', '000100010001', null, 'changes.superior'],
] as const)('a post at %s decides on %s filed by %s: %s', ([path, unionPath, filerPath, code]) =>
  expect(mayDecide({ state: 'filed', unionPath, filerPath }, { path }, day)?.code).toBe(code),
)

test('only what was filed is decided, only what is open is edited or withdrawn, by its filer', () => {
  expect(mayDecide({ state: 'returned', unionPath: '00010001', filerPath: '00010001' }, { path: '0001' }, day)?.code).toBe(
    'changes.state',
  )
  expect([mayEdit('drafted', true), mayEdit('returned', true), mayWithdraw('filed', true)]).toEqual([null, null, null])
  expect([mayEdit('filed', true)?.code, mayWithdraw('approved', true)?.code]).toEqual(['changes.state', 'changes.state'])
  expect([mayEdit('drafted', false)?.code, mayWithdraw('filed', false)?.code]).toEqual(['changes.filer', 'changes.filer'])
})

test.for([
  [0, 1, true, true],
  [0, 2, true, false],
  [1, 2, true, true],
  [0, 3, false, true],
] as const)('%i agreed of %i layers, someone above: %s, final: %s', ([agreed, layers, hasSuperior, final]) =>
  expect(isFinal({ agreed, layers, hasSuperior })).toBe(final),
)

test('the outside approval is entered only where no superior is on the platform', () => {
  expect(mayRecord({ state: 'filed', hasSuperior: false })).toBeNull()
  expect(mayRecord({ state: 'filed', hasSuperior: true })?.code).toBe('changes.superior')
  expect(mayRecord({ state: 'drafted', hasSuperior: false })?.code).toBe('changes.state')
})

test.for([
  [0, 0, undefined],
  [1, 0, 'changes.people'],
  [0, 1, 'changes.below'],
] as const)('a union with %i people and %i unions below ends: %s', ([people, below, code]) =>
  expect(mayEnd({ people, below }, day)?.code).toBe(code),
)

test.for([
  ['2026-03-02', undefined],
  ['2026-03-09', undefined],
  ['2026-03-10', 'changes.late'],
] as const)('an approval of 2026-03-02 taken back on %s: %s', ([today, code]) =>
  expect(mayUndo({ state: 'approved', kind: 'rename', decidedOn: day }, today)?.code).toBe(code),
)

test('whoever decides sees what the law asks besides', () => {
  const cites = (asked: Asked, papers: Paper[] = []) => concerns(asked, papers, day, 'CN-11').map(({ says }) => says.slice(0, 12))
  expect(cites({ kind: 'rename', name: '乙', shortName: null })).toEqual([])
  expect(cites(dissolve(false))).toHaveLength(4)
  expect(cites(dissolve(true), [paper])).toHaveLength(2)
  expect(cites(dissolve(true, 'unitEnded'))).toHaveLength(3)
})

test.for([
  ['dissolve', '00010002', 'active', undefined],
  ['dissolve', '0001', 'active', undefined],
  ['dissolve', '000100010001', 'active', 'changes.inside'],
  ['merge', '00010002', 'dissolved', 'changes.goal'],
  ['rename', '00010002', 'active', 'changes.stays'],
] as const)('people of a %s from 00010001 go to %s (%s): %s', ([kind, path, state, code]) =>
  expect(mayTakePeople(kind, { path: '00010001' }, { path, state })?.code).toBe(code),
)

test('a name or a chair is registered anew, an end is deregistered, a move is neither', () => {
  expect((['rename', 'chair', 'dissolve', 'merge', 'move', 'kind'] as const).map(registrationOf)).toEqual([
    'ORG-24.change',
    'ORG-24.change',
    'ORG-24.deregister',
    'ORG-24.deregister',
    null,
    null,
  ])
})
