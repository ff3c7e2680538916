import type { AnyRoute } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import type { Power } from '#kit/powers'

/** The branches of the loop, in its order. */
export const branches = ['组织', '倾听', '民主', '维权', '服务', '成长', '保障', '长效'] as const
export type Branch = (typeof branches)[number]

/** A line of the desk's left navigation. */
export type MenuEntry = {
  branch: Branch
  title: string
  to: string
  permission?: Power
  /** Place within the branch; steps of ten. */
  order: number
  /** Other words people look for it by: 花名册, 名册. */
  also?: string
  /** A hook that counts what waits there for the person; nothing is shown for 0 or `undefined`. */
  useWaiting?: () => number | undefined
}

/** The phone's five places. */
export const places = ['说一说', '办一办', '看一看', '投一投', '我的'] as const
export type Place = (typeof places)[number]

/** A tile in one of the phone's places; `common` puts it on the first screen too. */
export type PocketEntry = { place: Place; title: string; note: string; to: string; order: number; common?: boolean }

/** An entry of the public pages' header. */
export type BoardEntry = { title: string; to: string; order: number }

/** A panel that a module lends to a first screen: the desk's 今天 (`side`: its right column), the phone's home. */
export type Panel = { order: number; side?: boolean; permission?: Power; component: ComponentType }

/** One find of the search box. */
export type Hit = { id: string; title: string; note?: string; to: string }

/** What a module lends to the search box (Ctrl K). `find` is asked 150 ms after the last key, and stopped by `signal`. */
export type Searcher = { title: string; permission?: Power; find: (words: string, signal: AbortSignal) => Promise<Hit[]> }

/** What `pages/desk.tsx` of a module exports. */
export type DeskModule = {
  pages: readonly AnyRoute[]
  menu?: readonly MenuEntry[]
  today?: readonly Panel[]
  search?: readonly Searcher[]
}

/** What `pages/pocket.tsx` of a module exports. */
export type PocketModule = { pages: readonly AnyRoute[]; menu?: readonly PocketEntry[]; home?: readonly Panel[] }

/** What `pages/board.tsx` of a module exports. */
export type BoardModule = { pages: readonly AnyRoute[]; menu?: readonly BoardEntry[]; home?: readonly Panel[] }
