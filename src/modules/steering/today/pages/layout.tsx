import type { Cell } from '../contract.ts'

/** A cell where it is drawn, in pixels of the page. */
export type Placed = { cell: Cell; x: number; y: number; size: number }

/** Side of a square by members, in four steps, so that a union of 20,000 does not push the rest off the screen. */
const steps = [
  [2000, 3],
  [500, 2],
  [100, 1],
] as const
const sizes = {
  tiny: [4, 5, 7, 9],
  fine: [5, 7, 10, 14],
  dense: [7, 9, 13, 18],
  usual: [11, 16, 23, 35],
  roomy: [20, 28, 38, 52],
} as const
const gaps = { tiny: 1, fine: 1, dense: 2, usual: 3, roomy: 3 } as const
/** How large the squares are drawn: so that a district fits a screen, and a village's handful is no dust. */
export type Scale = keyof typeof sizes
export const scaleFor = (unions: number): Scale => (unions > 600 ? 'dense' : unions > 60 ? 'usual' : 'roomy')

export function sideOf(members: number, scale: Scale): number {
  const step = steps.find(([least]) => members >= least)?.[1] ?? 0
  return sizes[scale][step]!
}

/** Rows of squares within a width, the largest first; gives the height too. */
export function layOut(cells: readonly Cell[], width: number, scale: Scale): { placed: Placed[]; height: number } {
  const gap = gaps[scale]
  const placed: Placed[] = []
  let [x, y, tall] = [0, 0, 0]
  for (const cell of [...cells].sort((a, b) => b.members - a.members)) {
    const size = sideOf(cell.members, scale)
    if (x > 0 && x + size > width) {
      y += tall + gap
      ;[x, tall] = [0, 0]
    }
    placed.push({ cell, x, y, size })
    x += size + gap
    tall = Math.max(tall, size)
  }
  return { placed, height: cells.length ? y + tall : 0 }
}

/** What lies under a point, with half the gap around it. */
export const under = (placed: readonly Placed[], x: number, y: number) =>
  placed.find((one) => x >= one.x - 1 && x < one.x + one.size + 1 && y >= one.y - 1 && y < one.y + one.size + 1)

/** The grid that groups stand in: how many beside each other, how wide each, and what their headings and gaps take. */
export type Grid = { columns: number; width: number; head: number; gap: number }
const scales = ['roomy', 'usual', 'dense', 'fine', 'tiny'] as const

/** How high the groups are in a grid, row by row as high as its highest. */
export function heightOf(parts: readonly (readonly Cell[])[], { columns, width, head, gap }: Grid, scale: Scale): number {
  let sum = 0
  for (let at = 0; at < parts.length; at += columns) {
    const row = parts.slice(at, at + columns).map((cells) => layOut(cells, width - 4, scale).height + 4)
    sum += Math.max(...row) + head + gap
  }
  return sum
}

/** The largest squares with which all groups fit a height, so that one screen shows them all; the smallest when none does. */
export const fitting = (parts: readonly (readonly Cell[])[], grid: Grid, height: number): Scale =>
  scales.find((scale) => heightOf(parts, grid, scale) <= height) ?? 'tiny'
