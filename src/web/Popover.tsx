import { type ReactNode, useEffect, useId, useRef, useState } from 'react'

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
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLSpanElement>(null)
  const id = useId()
  const close = () => {
    setOpen(false)
    box.current?.querySelector('button')?.focus()
  }
  useEffect(() => {
    if (!isOpen) return
    const outside = ({ target }: Event) => box.current?.contains(target as Node) || setOpen(false)
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
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
        onClick={() => setOpen(!isOpen)}
      >
        {face}
      </button>
      {isOpen && (
        <span id={id} className={`panel ${align}`}>
          {typeof children === 'function' ? children(close) : children}
        </span>
      )}
    </span>
  )
}
