import type { CSSProperties } from 'react'

/**
 * Where a panel stands beneath what opened it: fixed to the window, so that no scrolling box cuts it off;
 * above when there is no room beneath. `align`: which edges meet.
 */
export function beneath(opener: Element, align: 'start' | 'end'): CSSProperties {
  const { top, bottom, left, right } = opener.getBoundingClientRect()
  const { clientWidth, clientHeight } = document.documentElement
  const upright = bottom > clientHeight - 160 && top > 160 ? { bottom: clientHeight - top + 6 } : { top: bottom + 6 }
  const room = Math.min(390, clientWidth * 0.88)
  const sideways =
    align === 'end' ? { right: Math.max(8, clientWidth - right) } : { left: Math.max(8, Math.min(left, clientWidth - room)) }
  return { position: 'fixed', ...upright, ...sideways }
}
