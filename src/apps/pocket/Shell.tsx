import { Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { Questions } from '#web/ask'
import { useIsBare } from '#web/bare'
import { Bell } from '#web/Bell'
import { LargeSwitch } from '#web/large'
import { Notes } from '#web/notes'
import { QueueWatch } from '#web/queue'
import { Bones, Shelter } from '#web/Shelter'
import { Tabs } from './Tabs.tsx'

/** The phone around every page: 大字 above, the five places beneath. */
export function Shell() {
  const isBare = useIsBare()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  useEffect(() => {
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }, [path])
  return (
    <>
      {isBare ? (
        <Outlet />
      ) : (
        <Shelter>
          <a className="skip" href="#main">
            直接看内容
          </a>
          <div className="corner">
            <Bell />
            <LargeSwitch />
          </div>
          <main id="main" tabIndex={-1}>
            <Suspense fallback={<Bones />}>
              <QueueWatch to="/m/unsent" />
              <Outlet />
            </Suspense>
          </main>
          <Tabs />
        </Shelter>
      )}
      <Notes />
      <Questions />
    </>
  )
}
