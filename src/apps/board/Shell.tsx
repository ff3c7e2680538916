import { Link, Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { LargeSwitch } from '#web/large'
import { Mark } from '#web/Mark'
import { Notes } from '#web/notes'
import { Bones, Shelter } from '#web/Shelter'
import { menu } from './pages.tsx'

/** The public pages: anyone may read them, nobody is asked who they are. */
export const Shell = () => (
  <div className="board">
    <a className="skip" href="#main">
      直接看内容
    </a>
    <header className="board-head no-print">
      <Link to="/" className="brand">
        <Mark />
        工会公开栏
      </Link>
      <nav aria-label="公开栏">
        {[...menu]
          .sort((a, b) => a.order - b.order)
          .map(({ to, title }) => (
            <Link key={to} to={to as '/'}>
              {title}
            </Link>
          ))}
      </nav>
      <LargeSwitch />
    </header>
    <main id="main" tabIndex={-1}>
      <Shelter>
        <Suspense fallback={<Bones />}>
          <Outlet />
        </Suspense>
      </Shelter>
    </main>
    <footer className="board-foot">
      <p>这里不用登录，也不记录谁看过。</p>
      <p>
        <a className="link" href="/m">
          会员登录
        </a>
        <a className="link" href="/">
          工会工作台
        </a>
      </p>
    </footer>
    <Notes />
  </div>
)
