import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { DutyList, DutyRow } from '#web/DutyRow'
import { Section } from '#web/Section'

/** 今天: applications that wait for an answer, the overdue ones first. */
export function WaitingPanel() {
  const { data } = useQuery(api.joining.list.queryOptions({ input: { state: ['applied'], size: 4 } }))
  if (!data || data.total === 0) return null
  return (
    <Section
      title="入会申请等答复"
      note={`共 ${data.total} 份`}
      foot={
        <Link to={'/joining' as '/'} className="link">
          全部入会申请
        </Link>
      }
    >
      <DutyList>
        {data.rows.map(({ id, name, unionName, dueOn, appliedOn, says }, at) => (
          <DutyRow
            key={id}
            title={`答复${name}的入会申请`}
            note={`${unionName} · ${appliedOn} 提交 · ${says ?? ''}`}
            dueOn={dueOn}
            act={
              <Link to={`/joining/${id}` as '/'} className={at === 0 ? 'btn primary' : 'btn plain'}>
                去审批
              </Link>
            }
          />
        ))}
      </DutyList>
    </Section>
  )
}
