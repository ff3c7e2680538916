import { type ReactNode, useEffect } from 'react'
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
          <svg viewBox="0 0 26 26" aria-hidden="true">
            <path d="M2 19c4-9 18-9 22 0M2 19h22M8 13.6V19M13 12.2V19M18 13.6V19" />
          </svg>
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
