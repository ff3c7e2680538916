import { Link } from '@tanstack/react-router'
import { EmptyState } from '#web/EmptyState'
import { useMe } from '#web/me'
import type { MenuEntry } from '#web/menu'
import { Section } from '#web/Section'
import { count } from '#web/words'

/** What people have handed in and now wait for: each mechanism's own count, as the menu shows it. */
export function Waiting({ menu }: { menu: readonly MenuEntry[] }) {
  const { permissions } = useMe()
  const entries = menu.filter(
    // Of the last branch the screen itself tells: duties, alarms, notices.
    ({ permission, useWaiting, branch }) => useWaiting && branch !== '长效' && (!permission || permissions.includes(permission)),
  )
  return (
    <Section title="等我处理的" note="别人交来、等着回音的">
      <ul className="duties waiting-rows">
        {entries.map((entry) => (
          <Entry key={entry.to} entry={entry} />
        ))}
      </ul>
      <EmptyState title="没有人在等您回音">入会申请、转会、更正、变更报批来了，会列在这里。</EmptyState>
    </Section>
  )
}

const noCount = () => undefined

function Entry({ entry: { title, to, also, useWaiting = noCount } }: { entry: MenuEntry }) {
  const waiting = useWaiting()
  if (!waiting) return null
  return (
    <li className="duty waiting">
      <p className="day">
        <b>{count(waiting)}</b> 件
      </p>
      <div>
        <p className="duty-title">{title}</p>
        {also && <p className="faint">{also.split(' ').slice(0, 3).join('、')}</p>}
      </div>
      <Link to={to as '/'} className="btn plain">
        打开
      </Link>
    </li>
  )
}
