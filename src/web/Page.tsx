import { type ReactNode, useEffect, useRef } from 'react'
import { PrintHeader } from '#web/PrintHeader'

type Props = {
  /** The first line: a sentence a person would say. `<em>` marks what is overdue. */
  line: ReactNode
  /** Where one is: 恒达机械工会 · 第六届委员会. */
  above?: ReactNode
  /** Buttons at the right of the line; at most one of them is primary. */
  acts?: ReactNode
  /** The right column. */
  side?: ReactNode
  children?: ReactNode
}

// The first page of a visit leaves the focus where it is: the first key then finds the way past the menu.
let isVisited = false

/** A page: its sentence, its acts, its sections. Sets the window's title from the sentence. */
export function Page({ line, above, acts, side, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${heading.current?.textContent} · 工桥`
  })
  useEffect(() => {
    // Some pages come later than their address: a keyboard or a screen reader starts at their heading all the same.
    if (isVisited && !document.activeElement?.closest('main input, main textarea, dialog'))
      heading.current?.focus({ preventScroll: true })
    isVisited = true
  }, [])
  return (
    <div className={side ? 'page sided' : 'page'}>
      <PrintHeader />
      <header className="line">
        <div>
          {above && <p className="muted">{above}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {line}
          </h1>
        </div>
        {acts && <div className="acts no-print">{acts}</div>}
      </header>
      <div className="stack">{children}</div>
      {side && <div className="stack">{side}</div>}
    </div>
  )
}
