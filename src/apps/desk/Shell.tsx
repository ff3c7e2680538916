import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense, useEffect, useRef, useState } from 'react'
import { Questions } from '#web/ask'
import { useIsBare } from '#web/bare'
import { Bell } from '#web/Bell'
import { LargeSwitch } from '#web/large'
import { useMe } from '#web/me'
import { Mark } from '#web/Mark'
import { Notes } from '#web/notes'
import { Bones, Shelter } from '#web/Shelter'
import { Navigation } from './Navigation.tsx'
import { PostSwitcher } from './PostSwitcher.tsx'
import { SearchBox } from './SearchBox.tsx'

/** The desk around every page: navigation, search, the post acted under. */
export function Shell() {
  const isBare = useIsBare()
  return (
    <>
      {isBare ? <Outlet /> : <Furnished />}
      <Notes />
      <Questions />
    </>
  )
}

function Furnished() {
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const [navOpenAt, setNavOpenAt] = useState<string>()
  const isNavOpen = navOpenAt === path
  const isFirst = useRef(true)
  useEffect(() => {
    // Whoever has just come in begins at the top, with the way past the menu.
    if (isFirst.current) {
      isFirst.current = false
      return
    }
    // A keyboard or a screen reader starts at the new page, not at the link that led there.
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }, [path])
  return (
    <div className={isNavOpen ? 'desk nav-open' : 'desk'}>
      <a className="skip" href="#main">
        直接看内容
      </a>
      <Shelter>
        <Suspense fallback={<Bones />}>
          <nav className="rail no-print" aria-label="主菜单" id="rail">
            <Brand />
            <Navigation />
          </nav>
          <div className="desk-body">
            <header className="bar no-print">
              <button
                type="button"
                className="btn plain menu-button"
                aria-expanded={isNavOpen}
                aria-controls="rail"
                onClick={() => setNavOpenAt(isNavOpen ? undefined : path)}
              >
                菜单
              </button>
              <SearchBox />
              <LargeSwitch />
              <Bell />
              <PostSwitcher />
            </header>
            <SecondFactorDue />
            <main id="main" tabIndex={-1}>
              <Suspense fallback={<Bones />}>
                <Outlet />
              </Suspense>
            </main>
          </div>
        </Suspense>
      </Shelter>
    </div>
  )
}

/** A post with authority over others does nothing until its holder has shown the second step. */
function SecondFactorDue() {
  const { needsSecondFactor, post } = useMe()
  if (!needsSecondFactor) return null
  return (
    <p className="warn no-print" role="status">
      以{post?.unionName}
      {post?.title}办事，要先设动态码。
      <Link to="/second-factor" className="link">
        现在设
      </Link>
    </p>
  )
}

const Brand = () => (
  <Link to="/" className="brand">
    <Mark />
    工桥
  </Link>
)
