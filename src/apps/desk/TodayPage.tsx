import { Link } from '@tanstack/react-router'
import { Today } from '#desk/steering/today'
import type { ReactNode } from 'react'
import { EmptyState } from '#web/EmptyState'
import { useMe, usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { dayInWords, today as dayNow, weekdayOf } from '#web/words'
import { menu, today } from './pages.tsx'

/** 今天: for who sees unions what is owed, waits, comes and was done; for others what their post opens. */
export function TodayPage() {
  const { permissions } = useMe()
  const isCadre = usePermission('unions.view')
  const mine = today.filter(({ permission }) => !permission || permissions.includes(permission)).sort((a, b) => a.order - b.order)
  const panels = (isSide: boolean) =>
    mine.filter(({ side = false }) => side === isSide).map((panel) => <panel.component key={panel.order} />)
  if (!isCadre) return <Plain side={panels(true)}>{panels(false)}</Plain>
  return (
    <Today menu={menu} side={panels(true)}>
      {panels(false)}
    </Today>
  )
}

function Plain({ children, side }: { children: ReactNode; side: ReactNode[] }) {
  const { person, account } = useMe()
  const day = dayNow()
  return (
    <Page line={`${dayInWords(day)}，${weekdayOf(day)}。${person?.name ?? account.name}，您好。`} side={side.length > 0 && side}>
      {children}
      <FirstSteps />
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
