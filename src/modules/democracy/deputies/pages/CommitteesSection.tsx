import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { EmptyState } from '#web/EmptyState'
import { usePermission } from '#web/me'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import type { Overview } from '../contract.ts'
import { mayForm } from '../rules.ts'

/** Special committees (专门委员会、小组): who sits, who leads, and a form for a new one out of the deputies. */
export function CommitteesSection({ data }: { data: Overview }) {
  const mayManage = usePermission('democracy.manage')
  const [isOpen, setOpen] = useState(false)
  const dissolve = useMutation(api.deputies.dissolve.mutationOptions())
  return (
    <Section title="专门委员会（小组）" note={`${data.committees.length} 个`}>
      {!data.committees.length && (
        <EmptyState title="还没有专门委员会">成员由职工代表大会通过，负责人由职工代表担任。</EmptyState>
      )}
      <ul className="duties">
        {data.committees.map(({ id, title, members }) => (
          <li key={id} className="duty plain">
            <div>
              <p className="duty-title">{title}</p>
              <p className="muted">{members.map(({ name, isHead }) => (isHead ? `${name}（负责人）` : name)).join('、')}</p>
            </div>
            {mayManage && (
              <Button kind="link" aria-label={`撤销${title}`} onClick={() => dissolve.mutate({ id, on: today() })}>
                撤销
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayManage && (
        <div className="padded">
          {isOpen ? (
            <Forming data={data} done={() => setOpen(false)} />
          ) : (
            <Button onClick={() => setOpen(true)}>新建专门委员会</Button>
          )}
        </div>
      )}
    </Section>
  )
}

function Forming({ data, done }: { data: Overview; done: () => void }) {
  const list = useQuery(api.deputies.list.queryOptions({ input: { unionId: data.term!.unionId, state: 'sitting', size: 200 } }))
  const [title, setTitle] = useState('提案审查委员会')
  const [picked, pick] = useState<string[]>([])
  const form = useMutation(api.deputies.form.mutationOptions({ onSuccess: done }))
  const rows = list.data?.rows ?? []
  const members = picked.map((memberId, at) => ({ memberId, isHead: at === 0 }))
  const turn = (id: string) => pick(picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id])
  return (
    <>
      <label className="field">
        名称
        <input maxLength={40} value={title} onChange={(event) => setTitle(event.target.value)} />
      </label>
      <p className="muted">先点的一名是负责人。</p>
      <div className="chips" role="group" aria-label="成员">
        {rows.map(({ memberId, name }) => (
          <button
            key={memberId}
            type="button"
            className="pill"
            aria-pressed={picked.includes(memberId)}
            onClick={() => turn(memberId)}
          >
            {name}
            {picked[0] === memberId ? '（负责人）' : ''}
          </button>
        ))}
      </div>
      <div className="acts">
        <Button onClick={done}>先不建</Button>
        <RuledButton
          verdict={mayForm(members, new Set(rows.map(({ memberId }) => memberId)))}
          busy={form.isPending}
          onClick={() => form.mutate({ termId: data.term!.id, title, members, adoptedOn: null, adoptedAt: null })}
        >
          建立
        </RuledButton>
      </div>
    </>
  )
}
