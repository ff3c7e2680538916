import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Field } from '#web/account/Field'
import { api } from '#web/api'
import { DayField } from '#web/DayField'
import { EmptyState } from '#web/EmptyState'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'

type Form = { memberId: string; unionIds: string[]; fromOn: string; untilOn: string | null; reach: string; basis: string }

/** Names a cadre of one's own union the contact of unions beneath it; those without one come first. */
export function AssignPage() {
  const navigate = useNavigate()
  const [form, setForm] = useState<Form>({ memberId: '', unionIds: [], fromOn: today(), untilOn: null, reach: '', basis: '' })
  const set = (patch: Partial<Form>) => setForm({ ...form, ...patch })
  const { data: holders = [] } = useQuery(api.visits.holders.queryOptions())
  const act = useMutation(
    api.visits.assign.mutationOptions({
      onSuccess: ({ count }) => {
        notify({ tone: 'good', title: `定了 ${count} 个联系点，这些工会能看到联系人` })
        void navigate({ to: '/contacts/points' as '/' })
      },
    }),
  )
  const verdict = form.memberId
    ? form.unionIds.length
      ? null
      : { code: 'visits.unions', reason: '请勾选联系的工会' }
    : { code: 'visits.holder', reason: '请选由谁联系' }
  const assign = () => act.mutate({ ...form, reach: form.reach.trim() || null, basis: form.basis.trim() || null })
  return (
    <Page line="定联系点。" above={<Link to={'/contacts' as '/'}>联系点</Link>}>
      <Section title="谁来联系" padded>
        <div className="narrow-form">
          <div className="field">
            <label htmlFor="holder">联系人</label>
            <select id="holder" value={form.memberId} onChange={(event) => set({ memberId: event.target.value })}>
              <option value="">请选择在任的领导干部</option>
              {holders.map(({ memberId, name, title, points }) => (
                <option key={memberId} value={memberId}>
                  {name}（{title}，已联系 {points} 家）
                </option>
              ))}
            </select>
          </div>
          <Field
            label="工作联系方式"
            hint="基层工会能看到，只写工作用的电话"
            value={form.reach}
            maxLength={100}
            onChange={(event) => set({ reach: event.target.value })}
          />
          <DayField label="从哪天起" value={form.fromOn} pick={(fromOn) => fromOn && set({ fromOn })} />
          <DayField
            label="到哪天（可以不定）"
            value={form.untilOn ?? undefined}
            min={form.fromOn}
            pick={(untilOn) => set({ untilOn: untilOn ?? null })}
          />
          <Field
            label="依据"
            hint="分工文件、会议纪要"
            value={form.basis}
            maxLength={120}
            onChange={(event) => set({ basis: event.target.value })}
          />
        </div>
      </Section>
      <Unions chosen={form.unionIds} choose={(unionIds) => set({ unionIds })} />
      <div className="acts">
        <RuledButton kind="primary" verdict={verdict} busy={act.isPending} onClick={assign}>
          {form.unionIds.length ? `定下 ${form.unionIds.length} 个联系点` : '定联系点'}
        </RuledButton>
      </div>
    </Page>
  )
}

function Unions({ chosen, choose }: { chosen: string[]; choose: (ids: string[]) => void }) {
  const [text, setText] = useState('')
  const [isBlank, setBlank] = useState(true)
  const blanks = useQuery({ ...api.visits.blanks.queryOptions({ input: { size: 60, ...(text && { text }) } }), enabled: isBlank })
  const found = useQuery({ ...api.unions.search.queryOptions({ input: { text } }), enabled: !isBlank && text !== '' })
  const rows = isBlank ? (blanks.data?.rows ?? []) : (found.data ?? [])
  const turn = (id: string) => choose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
  return (
    <Section title="联系哪些工会" note={`选了 ${chosen.length} 家`} padded>
      <div className="acts">
        <input
          type="search"
          className="find"
          aria-label="找工会"
          placeholder="工会名称"
          value={text}
          onChange={(event) => setText(event.target.value.trim())}
        />
        <label className="check">
          <input type="checkbox" checked={isBlank} onChange={(event) => setBlank(event.target.checked)} />
          只看没有联系人的
        </label>
      </div>
      {rows.length === 0 && (
        <EmptyState title={isBlank ? '没有空白点' : '写名称找工会'}>已经有联系人的也可以再定一位。</EmptyState>
      )}
      <ul className="columns">
        {rows.map(({ id, name }) => (
          <li key={id}>
            <label className="check">
              <input type="checkbox" checked={chosen.includes(id)} onChange={() => turn(id)} />
              {name}
            </label>
          </li>
        ))}
      </ul>
    </Section>
  )
}
