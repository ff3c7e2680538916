import type { ReactNode } from 'react'
import { LargeSwitch } from '#web/large'
import { Mark } from '#web/Mark'
import './joining.css'

/** The frame of pages that people see who are not signed in. */
export const Bare = ({ children }: { children: ReactNode }) => (
  <div className="bare-page">
    <header className="bare-top no-print">
      <a className="brand" href="/m">
        <Mark />
        工桥
      </a>
      <LargeSwitch />
    </header>
    <main id="main" tabIndex={-1}>
      {children}
    </main>
  </div>
)
