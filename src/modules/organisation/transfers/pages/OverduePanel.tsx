import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { DutyList, DutyRow } from '#web/DutyRow'
import { Section } from '#web/Section'
import { sideNames } from '../contract/words.ts'

/** 今天: transfers past their day, for both unions and whoever stands above either. */
export function OverduePanel() {
  const { data } = useQuery(api.transfers.overdue.queryOptions({ input: { size: 4 } }))
  if (!data || data.total === 0) return null
  return (
    <Section title="转会拖延" note={`共 ${data.total} 件`}>
      <DutyList>
        {data.rows.map(({ id, name, fromName, toName, dueOn, waitsFor, cite }) => (
          <DutyRow
            key={id}
            title={`${name}：${fromName} → ${toName}`}
            note={`等${waitsFor.map((side) => sideNames[side]).join('、')}确认`}
            cite={cite}
            dueOn={dueOn}
            act={
              <Link to={`/transfers/${id}` as '/'} className="btn plain">
                查看
              </Link>
            }
          />
        ))}
      </DutyList>
    </Section>
  )
}
