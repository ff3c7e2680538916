import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { Section } from '#web/Section'

/** On the phone's first screen while an election of the person's union is on. */
export function VotePanel() {
  const { data } = useQuery({ ...api.elections.mine.queryOptions(), retry: false })
  const open = data?.filter(({ state }) => state === 'open') ?? []
  if (!open.length) return null
  return (
    <Section title="工会选举" padded>
      {open.map(({ id, title, meetingOn }) => (
        <p key={id}>
          <Link to={`/elections/${id}` as '/'}>{title}</Link>
          {meetingOn && <span className="muted"> {meetingOn} 开会</span>}
        </p>
      ))}
    </Section>
  )
}
