import type { AnyRoute } from '@tanstack/react-router'
import { expect, test } from 'vitest'
import * as board from './board/pages.tsx'
import * as desk from './desk/pages.tsx'
import * as pocket from './pocket/pages.tsx'

const faces = { desk, pocket, board }
type Face = { pages: readonly AnyRoute[]; menu: readonly { to: string }[] }
const optionsOf = ({ options }: AnyRoute): { path?: string; component?: object } => options
const addresses = ({ pages }: Face) => pages.map((page) => optionsOf(page).path)

test.for(Object.entries<Face>(faces))('every menu entry of the %s leads to a page of it', ([, face]) => {
  expect(face.menu.map(({ to }) => to).filter((to) => !addresses(face).includes(to))).toEqual([])
})

test.for(Object.entries<Face>(faces))('no two pages of the %s share an address', ([, face]) => {
  const all = addresses(face)
  expect(all.filter((path, at) => all.indexOf(path) !== at)).toEqual([])
})

test.for(Object.entries<Face>(faces))('every page of the %s comes as its own piece of script', ([, face]) => {
  const eager = face.pages.map(optionsOf).filter(({ component }) => !component || !('preload' in component))
  expect(eager.map(({ path }) => path)).toEqual([])
})
