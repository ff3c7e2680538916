import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { DutyList, DutyRow } from '#web/DutyRow'
import { useMe } from '#web/me'
import { Section } from '#web/Section'
import { momentInWords } from '#web/words'
import { changeKindNames } from '../rules/names.ts'

/** On 今天: changes that wait for one's decision, and registrations that are owed after an approval. */
export function WaitingPanel() {
  const { post, permissions } = useMe()
  const enabled = post !== null
  const mayDecide = permissions.includes('unions.approve')
  const waiting = useQuery({
    ...api.changes.list.queryOptions({ input: { waiting: true, size: 5 } }),
    enabled: enabled && mayDecide,
  })
  const owed = useQuery({ ...api.changes.list.queryOptions({ input: { unregistered: true, size: 5 } }), enabled })
  const rows = [...(waiting.data?.rows ?? []), ...(owed.data?.rows ?? [])]
  if (rows.length === 0) return null
  const open = (id: string, title: string) => (
    <Link to={`/changes/${id}` as '/'} className="btn plain">
      {title}
    </Link>
  )
  return (
    <Section title="组织变更">
      <DutyList>
        {waiting.data?.rows.map(({ id, unionName, kind, filedAt }) => (
          <DutyRow
            key={id}
            title={`批复${unionName}的${changeKindNames[kind]}`}
            note={filedAt && `${momentInWords(filedAt)} 报送`}
            cite="工会法 第12条"
            act={open(id, '去批复')}
          />
        ))}
        {owed.data?.rows.map(({ id, unionName, kind, registerBy }) => (
          <DutyRow
            key={id}
            title={`${unionName}：${kind === 'dissolve' || kind === 'merge' ? '办理注销登记' : '办理法人变更登记'}`}
            note={`${changeKindNames[kind]}已批准`}
            dueOn={registerBy ?? undefined}
            act={open(id, '打开')}
          />
        ))}
      </DutyList>
    </Section>
  )
}
