import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { DutyList, DutyRow } from '#web/DutyRow'
import { Section } from '#web/Section'
import { filingKindNames } from '../rules/names.ts'

/** What waits for the superior's answer; nothing is shown when nothing does. */
export function WaitingPanel() {
  const { data } = useQuery(api.elections.list.queryOptions({ input: { waiting: true, size: 5, sort: 'due' } }))
  if (!data?.total) return null
  return (
    <Section title="选举等批复" note={`${data.total} 件`}>
      <DutyList>
        {data.rows.map((row) => (
          <DutyRow
            key={row.id}
            title={`批复${row.unionName}${row.waitsFor ? filingKindNames[row.waitsFor] : ''}`}
            note={row.title}
            dueOn={row.dueOn ?? undefined}
            act={
              <Link to={`/elections/${row.id}` as '/'} className="btn plain">
                去批复
              </Link>
            }
          />
        ))}
      </DutyList>
    </Section>
  )
}
