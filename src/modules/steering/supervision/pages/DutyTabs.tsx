import { Link } from '@tanstack/react-router'
import './supervision.css'

const tabs = [
  ['/supervision', '清单'],
  ['/supervision/calendar', '日历'],
  ['/supervision/urges', '督办单'],
  ['/supervision/clocks', '看着哪些期限'],
  ['/supervision/feed', '订阅到日历'],
] as const

/** The pages about what is owed, side by side. */
export const DutyTabs = () => (
  <nav className="duty-tabs no-print" aria-label="应办事项">
    {tabs.map(([to, title]) => (
      <Link key={to} to={to as '/'} activeOptions={{ exact: true, includeSearch: false }}>
        {title}
      </Link>
    ))}
  </nav>
)
