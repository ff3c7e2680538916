import { type ReactNode, useEffect } from 'react'
import { Mark } from '#web/Mark'
import { LargeSwitch } from '#web/large'

/** The frame of the pages before the door: one sentence, one form. */
export function Door({ line, note, children }: { line: string; note?: string; children?: ReactNode }) {
  useEffect(() => {
    document.title = `${line} · 工桥`
  }, [line])
  return (
    <div className="door">
      <div className="door-top">
        <p className="brand">
          <Mark />
          工桥
        </p>
        <LargeSwitch />
      </div>
      <main className="card">
        <h1>{line}</h1>
        {note && <p className="muted">{note}</p>}
        {children}
      </main>
    </div>
  )
}
