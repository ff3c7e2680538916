import { EmptyState } from '#web/EmptyState'
import { useMe } from '#web/me'
import { home, menu } from './pages.tsx'
import { Tiles } from './Tiles.tsx'
import { greeting, sinceInWords } from './greeting.ts'

/** The first screen: the one thing that waits, then what was answered, then what people come for. */
export function HomePage() {
  const { person, account } = useMe()
  const panels = [...home].sort((a, b) => a.order - b.order)
  const common = menu.filter((entry) => entry.common || entry.place === '说一说')
  const where = person && [person.unionName, person.groupName, sinceInWords(person.memberSince)].filter(Boolean).join(' · ')
  return (
    <div className="page">
      <header className="line">
        <div>
          <h1 tabIndex={-1}>{greeting(person?.name ?? account.name)}</h1>
          <p className="muted">{where ?? '您的账号还没有对上会员档案'}</p>
        </div>
      </header>
      {panels.map((panel) => (
        <panel.component key={panel.order} />
      ))}
      {!person && <NotYetMember />}
      {common.length > 0 && <h2 className="small faint">常办的事</h2>}
      <Tiles entries={common} />
      {panels.length + common.length === 0 && person && (
        <EmptyState title="眼下没有要您办的事">有了会出现在这里。急事请直接找工会小组长。</EmptyState>
      )}
    </div>
  )
}

const NotYetMember = () => (
  <section className="card waiting">
    <h2>先找到您的工会</h2>
    <p className="muted">请工会工作人员用您的姓名和手机号核对档案，核对好以后这里就能用。</p>
  </section>
)
