import { Link } from '@tanstack/react-router'
import type { PocketEntry } from '#web/menu'

/** Things one can do, two in a row. */
export const Tiles = ({ entries }: { entries: readonly PocketEntry[] }) => (
  <div className="tiles">
    {[...entries]
      .sort((a, b) => a.order - b.order)
      .map(({ to, title, note }) => (
        <Link key={to} to={to as '/'} className="tile">
          {title}
          <small>{note}</small>
        </Link>
      ))}
  </div>
)
