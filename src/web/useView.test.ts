import { expect, test } from 'vitest'
import { asSearch, viewOf } from './useView.tsx'

test('a view survives its address', () => {
  const view = { page: 3, size: 50, sort: 'name', descending: true, find: 'zs', filters: { kind: ['basic', 'town'] } }
  expect(asSearch(view)).toEqual({ page: 3, size: 50, sort: '-name', find: 'zs', kind: 'basic,town' })
  expect(viewOf(asSearch(view), ['kind'])).toEqual(view)
})

test('the plain view has a plain address', () => {
  expect(asSearch(viewOf({}, ['kind']))).toEqual({})
})

test.for([
  [{ page: 'x' }, { page: 1 }],
  [{ page: -2 }, { page: 1 }],
  [{ page: 1.5 }, { page: 1 }],
  [{ size: 5000 }, { size: 200 }],
  // The router reads digits as a number: a mobile number looked for stays text.
  [{ find: 13800001234 }, { find: '13800001234' }],
  [{ stranger: 'x' }, { filters: {} }],
] as const)('a meddled address %o is read as far as it makes sense', ([search, view]) => {
  expect(viewOf(search, ['kind'])).toMatchObject(view)
})
