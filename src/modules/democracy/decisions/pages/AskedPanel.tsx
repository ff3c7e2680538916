import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { Section } from '#web/Section'

/** On the phone's first screen while a draft of the unit asks for the worker's opinion. */
export function AskedPanel() {
  const { data } = useQuery({ ...api.decisions.mine.queryOptions(), retry: false })
  const open = data?.filter(({ isOpen, choice }) => isOpen && !choice) ?? []
  if (!open.length) return null
  return (
    <Section title="单位大事，听您的" padded>
      {open.map(({ id, title, opinionsUntil }) => (
        <p key={id}>
          <Link to={`/decisions/${id}` as '/'}>{title}</Link>
          <span className="muted"> {opinionsUntil} 前说意见</span>
        </p>
      ))}
    </Section>
  )
}
