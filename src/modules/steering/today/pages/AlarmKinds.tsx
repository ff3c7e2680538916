import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { alarmNames, alarmNotes } from '#rules/steering/alarms'
import { api } from '#web/api'
import { EmptyState } from '#web/EmptyState'
import { Section } from '#web/Section'
import { count, momentInWords } from '#web/words'

/** How many alarms of each kind stand open below. */
export function AlarmKinds() {
  const { data } = useQuery(api.alarms.figures.queryOptions({ input: {} }))
  if (!data) return null
  const open = data.counts.filter(({ alarms }) => alarms > 0)
  return (
    <Section
      title="预警"
      note={data.unions > 0 ? `${count(data.unions)} 家工会` : data.asOf ? `${momentInWords(data.asOf)} 核对` : undefined}
      foot={
        <Link to={'/alarms' as '/'} className="link">
          全部预警
        </Link>
      }
    >
      {open.length === 0 && (
        <EmptyState title="没有预警">会员流失、长期无活动、主席空缺、组织断层、构成偏离，平台每天核对一遍。</EmptyState>
      )}
      <div className="alarm-kinds">
        {open.map(({ kind, alarms, late }) => (
          <Link key={kind} to={'/alarms' as '/'} search={{ kind } as never}>
            <span>
              <b>{alarmNames[kind]}</b> <span className="faint">{alarmNotes[kind]}</span>
            </span>
            <span className="num">
              {count(alarms)} 条{late > 0 && <span className="late"> · {count(late)} 逾期未答</span>}
            </span>
          </Link>
        ))}
      </div>
    </Section>
  )
}
