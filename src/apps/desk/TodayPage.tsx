import { Link } from '@tanstack/react-router'
import { EmptyState } from '#web/EmptyState'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { dayInWords, today as dayNow, weekdayOf } from '#web/words'
import { menu, today } from './pages.tsx'

/** 今天: what I owe, what waits for me, what my unions owe; each panel is lent by the module that knows. */
export function TodayPage() {
  const { permissions, person, account } = useMe()
  const day = dayNow()
  const mine = today.filter(({ permission }) => !permission || permissions.includes(permission)).sort((a, b) => a.order - b.order)
  const shown = (isSide: boolean) =>
    mine.filter(({ side = false }) => side === isSide).map((panel) => <panel.component key={panel.order} />)
  const side = shown(true)
  return (
    <Page line={`${dayInWords(day)}，${weekdayOf(day)}。${person?.name ?? account.name}，您好。`} side={side.length > 0 && side}>
      {shown(false)}
      {/* Panels with nothing to say are not there at all; then this stands alone. */}
      <div className="when-alone stack">
        <FirstSteps />
      </div>
    </Page>
  )
}

function FirstSteps() {
  const { permissions, post } = useMe()
  const open = menu.filter(({ permission }) => !permission || permissions.includes(permission))
  return (
    <Section title="可以办的事">
      {open.length === 0 && (
        <EmptyState title={post ? '这个任职还没有可以办的事' : '您还没有任职'}>
          {post ? '请管理员在“任职”里核对这个任职的权限。' : '工会登记您的任职以后，这里会出现要办的事。作为会员可以先用手机版。'}
        </EmptyState>
      )}
      <ul className="duties">
        {open.map((entry) => (
          <li key={entry.to} className="duty">
            <p className="day">{entry.branch}</p>
            <p className="duty-title">{entry.title}</p>
            <Link to={entry.to as '/'} className="btn plain">
              打开
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
