import { Link, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { type Branch, branches, type MenuEntry } from '#web/menu'
import { useMe } from '#web/me'
import { menu } from './pages.tsx'

/** The loop, branch by branch: only what the post acted under may open. */
export function Navigation() {
  const { permissions } = useMe()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const mine = menu.filter(({ permission }) => permission === undefined || permissions.includes(permission))
  // /members/corrections is its own entry and not also the one of /members.
  const within = mine.filter(({ to }) => path === to || path.startsWith(`${to}/`))
  const here = within.sort((a, b) => b.to.length - a.to.length)[0]
  return (
    <>
      <Link to="/" activeOptions={{ exact: true }} className="nav-link">
        今天
      </Link>
      {branches.map((branch) => {
        const entries = mine.filter((entry) => entry.branch === branch).sort((a, b) => a.order - b.order)
        return (
          entries.length > 0 && (
            <Fold key={branch} branch={branch}>
              {entries.map((entry) => (
                <Entry key={entry.to} entry={entry} isHere={entry === here} />
              ))}
            </Fold>
          )
        )
      })}
    </>
  )
}

const foldedOf = (branch: Branch) => `gongqiao.folded.${branch}`

/** A branch that its reader may fold away; what waits in it and where he is stay in sight. */
function Fold({ branch, children }: { branch: Branch; children: ReactNode }) {
  const [isFolded, fold] = useState(() => localStorage.getItem(foldedOf(branch)) !== null)
  const turn = () => {
    if (isFolded) localStorage.removeItem(foldedOf(branch))
    else localStorage.setItem(foldedOf(branch), '1')
    fold(!isFolded)
  }
  return (
    <section aria-label={branch} className={isFolded ? 'folded' : undefined}>
      <h2>
        <button type="button" aria-expanded={!isFolded} onClick={turn}>
          {branch}
        </button>
      </h2>
      {children}
    </section>
  )
}

const noCount = () => undefined

function Entry({ entry, isHere }: { entry: MenuEntry; isHere: boolean }) {
  const { useWaiting = noCount } = entry
  const waiting = useWaiting()
  return (
    <Link to={entry.to as '/'} activeOptions={{ exact: true }} className="nav-link" aria-current={isHere ? 'page' : undefined}>
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
