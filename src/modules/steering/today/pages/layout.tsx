import type { Cell } from '../contract.ts'

/** A cell where it is drawn, in pixels of the page. */
export type Placed = { cell: Cell; x: number; y: number; size: number }

/** Side of a square by members, in four steps, so that a union of 20,000 does not push the rest off the screen. */
const steps = [
  [2000, 3],
  [500, 2],
  [100, 1],
] as const
const sizes = { dense: [7, 9, 13, 18], usual: [11, 16, 23, 35], roomy: [20, 28, 38, 52] } as const
/** How large the squares are drawn: so that a district fits a screen, and a village's handful is no dust. */
export type Scale = keyof typeof sizes
export const scaleFor = (unions: number): Scale => (unions > 600 ? 'dense' : unions > 60 ? 'usual' : 'roomy')

export function sideOf(members: number, scale: Scale): number {
  const step = steps.find(([least]) => members >= least)?.[1] ?? 0
  return sizes[scale][step]!
}

/** Rows of squares within a width, the largest first; gives the height too. */
export function layOut(cells: readonly Cell[], width: number, scale: Scale): { placed: Placed[]; height: number } {
  const gap = scale === 'dense' ? 2 : 3
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
