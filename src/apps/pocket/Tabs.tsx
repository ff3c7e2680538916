import { Link } from '@tanstack/react-router'

const tabs = [
  { to: '/', title: '说一说', picture: 'M4 5h16v11H9l-5 4z' },
  { to: '/do', title: '办一办', picture: 'M5 4h14v16H5zM9 9h6M9 13h6' },
  { to: '/see', title: '看一看', picture: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z' },
  { to: '/vote', title: '投一投', picture: 'M4 11h16v9H4zM8 11l3-7h6v7' },
  { to: '/mine', title: '我的', picture: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21c1-5 15-5 16 0' },
] as const

/** The five places. No badges to chase. */
export const Tabs = () => (
  <nav className="tabs no-print" aria-label="五个地方">
    {tabs.map(({ to, title, picture }) => (
      <Link key={to} to={to} activeOptions={{ exact: to === '/' }}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d={picture} />
        </svg>
        {title}
      </Link>
    ))}
  </nav>
)
