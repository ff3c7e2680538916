import { type RefObject, useLayoutEffect, useState } from 'react'
import type { Cell } from '../contract.ts'
import { fitting, type Grid, type Scale, scaleFor } from './layout.tsx'

/** What stands beneath the squares: the line that says which union is meant. */
const BENEATH = 76

/** The scale with which a picture fits the window beneath where it begins; by the count of unions until it was measured. */
export function useFit(map: RefObject<HTMLElement | null>, parts: readonly (readonly Cell[])[], isFitted: boolean): Scale {
  const [scale, setScale] = useState<Scale>()
  useLayoutEffect(() => {
    const box = map.current
    if (!box || !isFitted) return
    const measure = () => {
      const style = getComputedStyle(box)
      const tracks = style.gridTemplateColumns.split(' ')
      const top = box.getBoundingClientRect().top + window.scrollY
      const head = box.querySelector('p')?.getBoundingClientRect().height ?? 20
      const grid: Grid = {
        columns: tracks.length,
        width: Number.parseFloat(tracks[0]!),
        head: head + 4,
        gap: Number.parseFloat(style.rowGap) || 0,
      }
      setScale(fitting(parts, grid, window.innerHeight - top - BENEATH - 20))
    }
    measure()
    const seen = new ResizeObserver(measure)
    seen.observe(box)
    window.addEventListener('resize', measure)
    return () => {
      seen.disconnect()
      window.removeEventListener('resize', measure)
    }
  }, [map, parts, isFitted])
  return isFitted && scale ? scale : scaleFor(parts.reduce((sum, cells) => sum + cells.length, 0))
}
