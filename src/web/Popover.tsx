import { type CSSProperties, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { beneath } from '#web/beneath'

type Props = {
  /** What the button shows; `label` says it to a screen reader when the face is not words. */
  face: ReactNode
  label?: string
  className?: string
  align?: 'start' | 'end'
  children: ReactNode | ((close: () => void) => ReactNode)
}

/** A button that opens a small panel beneath it. Esc or a press elsewhere closes it and gives the focus back. */
export function Popover({ face, label, className = 'quiet', align = 'start', children }: Props) {
  const [open, setOpen] = useState<{ opener: HTMLElement; place: CSSProperties }>()
  const isOpen = open !== undefined
  const box = useRef<HTMLSpanElement>(null)
  const id = useId()
  const close = () => {
    setOpen(undefined)
    open?.opener.focus()
  }
  useEffect(() => {
    if (!isOpen) return
    const outside = ({ target }: Event) => box.current?.contains(target as Node) || setOpen(undefined)
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    document.addEventListener('scroll', outside, true)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
      document.removeEventListener('scroll', outside, true)
    }
  }, [isOpen])
  return (
    <span className="popover" ref={box} onKeyDown={(event) => isOpen && event.key === 'Escape' && close()}>
      <button
        type="button"
        className={className}
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={({ currentTarget }) =>
          setOpen(isOpen ? undefined : { opener: currentTarget, place: beneath(currentTarget, align) })
        }
      >
        {face}
      </button>
      {open && (
        <span id={id} className="panel" style={open.place}>
          {typeof children === 'function' ? children(close) : children}
        </span>
      )}
    </span>
  )
}
