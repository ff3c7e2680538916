import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { Section } from '#web/Section'

/** On the phone's first screen while an appraisal waits for the worker's marks. */
export function MarkPanel() {
  const { data } = useQuery({ ...api.appraisals.mine.queryOptions(), retry: false })
  const open = data?.filter(({ isOpen, isOnRoll, hasTaken }) => isOpen && isOnRoll && !hasTaken) ?? []
  if (!open.length) return null
  return (
    <Section title="民主评议" padded>
      {open.map(({ id, title, closesOn }) => (
        <p key={id}>
          <Link to={`/appraisals/${id}` as '/'}>{title}</Link>
          <span className="muted"> {closesOn} 截止</span>
        </p>
      ))}
    </Section>
  )
}
