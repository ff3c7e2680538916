import { Link } from '@tanstack/react-router'
import { branches, type MenuEntry } from '#web/menu'
import { useMe } from '#web/me'
import { menu } from './pages.tsx'

/** The loop, branch by branch: only what the post acted under may open. */
export function Navigation() {
  const { permissions } = useMe()
  const mine = menu.filter(({ permission }) => permission === undefined || permissions.includes(permission))
  return (
    <>
      <Link to="/" activeOptions={{ exact: true }} className="nav-link">
        今天
      </Link>
      {branches.map((branch) => {
        const entries = mine.filter((entry) => entry.branch === branch).sort((a, b) => a.order - b.order)
        return (
          entries.length > 0 && (
            <section key={branch} aria-label={branch}>
              <h2>{branch}</h2>
              {entries.map((entry) => (
                <Entry key={entry.to} entry={entry} />
              ))}
            </section>
          )
        )
      })}
    </>
  )
}

const noCount = () => undefined

function Entry({ entry }: { entry: MenuEntry }) {
  const { useWaiting = noCount } = entry
  const waiting = useWaiting()
  return (
    <Link to={entry.to as '/'} className="nav-link">
      {entry.title}
      {!!waiting && (
        <b>
          {waiting}
          <span className="only-read"> 件等着</span>
        </b>
      )}
    </Link>
  )
}
