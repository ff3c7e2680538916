import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { useMe, usePermission } from '#web/me'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { Session } from '../contract.ts'

/** The superior's instructor and his remarks on the drafts (DEM-06). */
export function NotesSection({ session }: { session: Session }) {
  const { post } = useMe()
  const isSuperior = usePermission('unions.approve') && post?.unionId !== session.unionId
  const mayManage = usePermission('democracy.manage')
  const mend = useMutation(api.congress.mend.mutationOptions())
  if (!isSuperior && !session.instructorName && !session.notes.length) return null
  const answer = async (id: string) => {
    const note = await ask({ title: '怎样修改的？', act: '登记修改', reasons: ['已按意见修改'] })
    if (note !== false) mend.mutate({ id, note })
  }
  return (
    <Section
      title="上级指导"
      note={session.instructorName ? `指导员 ${session.instructorName}（${session.instructorFrom}）` : '还没有指导员'}
    >
      <ul className="duties">
        {session.notes.map(({ id, about, body, who, onDay, mendedOn, mendedNote }) => (
          <li key={id} className="duty plain">
            <div>
              <p className="duty-title">
                {about}：{body} {mendedOn ? <Chip hue="green">已修改</Chip> : <Chip hue="amber">待修改</Chip>}
              </p>
              <p className="muted">
                {who} · {onDay} {mendedNote && `· ${mendedNote}`}
              </p>
            </div>
            {mayManage && !mendedOn && !isSuperior && <Button onClick={() => answer(id)}>登记修改</Button>}
          </li>
        ))}
      </ul>
      {isSuperior && (
        <div className="padded">
          {session.state === 'preparing' && <Guide sessionId={session.id} />}
          <Remark sessionId={session.id} />
        </div>
      )}
    </Section>
  )
}

function Remark({ sessionId }: { sessionId: string }) {
  const [facts, set] = useState({ about: '', body: '' })
  const remark = useMutation(api.congress.remark.mutationOptions({ onSuccess: () => set({ about: '', body: '' }) }))
  return (
    <div className="two">
      <label className="field">
        对哪份材料
        <input maxLength={60} value={facts.about} onChange={(event) => set({ ...facts, about: event.target.value })} />
      </label>
      <label className="field">
        意见
        <input maxLength={1000} value={facts.body} onChange={(event) => set({ ...facts, body: event.target.value })} />
      </label>
      <Button busy={remark.isPending} onClick={() => remark.mutate({ sessionId, ...facts })}>
        提出意见
      </Button>
    </div>
  )
}

function Guide({ sessionId }: { sessionId: string }) {
  const [name, setName] = useState('')
  const guide = useMutation(api.congress.guide.mutationOptions({ onSuccess: () => setName('') }))
  return (
    <div className="two">
      <label className="field">
        指导员姓名
        <input maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <Button busy={guide.isPending} onClick={() => guide.mutate({ sessionId, name })}>
        指派指导员
      </Button>
    </div>
  )
}
