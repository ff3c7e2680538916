import { memo, type MouseEvent, useEffect, useRef, useState } from 'react'
import type { Cell, Standing } from '../contract.ts'
import { layOut, type Placed, type Scale, under } from './layout.tsx'

const colours: Record<Standing, string> = {
  late: '--square-late',
  due: '--square-due',
  quiet: '--square-quiet',
  onTime: '--square-on-time',
}

type Props = {
  cells: readonly Cell[]
  scale: Scale
  /** The cell with the focus, when it is one of these. */
  at: string | undefined
  point: (id: string | undefined) => void
  open: (id: string) => void
}

/** The squares of one group on a canvas: 3,300 of them cost one element a group. Told to the keyboard and the ear by who draws them. */
export const Squares = memo(function Squares({ cells, scale, at, point, open }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const placed = useRef<readonly Placed[]>([])
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const seen = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)))
    seen.observe(canvas.current!.parentElement!)
    return () => seen.disconnect()
  }, [])
  useEffect(() => {
    if (width === 0) return
    const laid = layOut(cells, width - 4, scale)
    placed.current = laid.placed
    draw(canvas.current!, laid, width, at)
  }, [cells, scale, width, at])
  const found = ({ nativeEvent: { offsetX, offsetY } }: MouseEvent) => under(placed.current, offsetX - 2, offsetY - 2)?.cell.id
  return (
    <canvas
      ref={canvas}
      aria-hidden="true"
      onMouseMove={(event) => point(found(event))}
      onMouseLeave={() => point(undefined)}
      onClick={(event) => {
        const id = found(event)
        // A finger cannot hover: its first touch tells, its second opens.
        const isTouch = (event.nativeEvent as PointerEvent).pointerType === 'touch'
        if (id && isTouch && id !== at) point(id)
        else if (id) open(id)
      }}
    />
  )
})

function draw(canvas: HTMLCanvasElement, { placed, height }: ReturnType<typeof layOut>, width: number, at: string | undefined) {
  const sharp = window.devicePixelRatio || 1
  canvas.width = width * sharp
  canvas.height = (height + 4) * sharp
  canvas.style.height = `${height + 4}px`
  const pen = canvas.getContext('2d')!
  const style = getComputedStyle(canvas)
  pen.scale(sharp, sharp)
  pen.translate(2, 2)
  for (const { cell, x, y, size } of placed) {
    pen.fillStyle = style.getPropertyValue(colours[cell.standing])
    pen.beginPath()
    pen.roundRect(x, y, size, size, 2)
    pen.fill()
    // Not by colour alone: what is overdue carries a mark.
    if (cell.standing === 'late' && size >= 7) {
      pen.fillStyle = '#fff'
      pen.fillRect(x + size / 2 - 0.75, y + size * 0.2, 1.5, size * 0.35)
      pen.fillRect(x + size / 2 - 0.75, y + size * 0.68, 1.5, 1.5)
    }
    if (cell.id !== at) continue
    pen.strokeStyle = style.getPropertyValue('--ink')
    pen.lineWidth = 2
    pen.strokeRect(x - 1, y - 1, size + 2, size + 2)
  }
}
