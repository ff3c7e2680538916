import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { DayField } from '#web/DayField'
import { usePermission } from '#web/me'
import { notify } from '#web/notes'
import { Popover } from '#web/Popover'
import { Button, RuledButton } from '#web/RuledButton'
import { today } from '#web/words'
import type { Problem } from '../contract.ts'
import { mayHand } from '../rules/problems.ts'

/** What one may do about a problem: the union whose people raised it confirms, the office hands it on. */
export function ProblemActs({ problem }: { problem: Problem }) {
  const mayFile = usePermission('unions.file')
  const mayHandOn = usePermission('posts.manage')
  return (
    <span className="acts no-print">
      {mayFile && problem.state === 'fedBack' && <Confirm problem={problem} />}
      {mayHandOn && problem.state !== 'confirmed' && <Hand problem={problem} />}
    </span>
  )
}

function Confirm({ problem: { id, matter, feedback } }: { problem: Problem }) {
  const act = useMutation(api.visits.confirm.mutationOptions())
  const [by, setBy] = useState<'people' | 'union'>('people')
  const agree = () =>
    act.mutate(
      { id, isSolved: true, by, note: null },
      { onSuccess: () => notify({ tone: 'good', title: `“${matter}”确认解决` }) },
    )
  const dispute = async () => {
    const reason = await ask({
      title: `“${matter}”没有解决？`,
      body: '退回重新办，承办人能看到理由。',
      act: '没有解决',
      reasons: ['提问题的人不认可', '只解决了一部分', '又反复了'],
    })
    if (reason !== false) act.mutate({ id, isSolved: false, by, note: reason })
  }
  return (
    <Popover face="确认" className="btn plain" align="end">
      <p className="muted">反馈：{feedback}</p>
      <label className="check">
        <input type="radio" checked={by === 'people'} onChange={() => setBy('people')} />
        提问题的人认可
      </label>
      <label className="check">
        <input type="radio" checked={by === 'union'} onChange={() => setBy('union')} />
        工会看过，确实解决
      </label>
      <span className="acts">
        <Button busy={act.isPending} onClick={agree}>
          解决了
        </Button>
        <Button kind="danger" busy={act.isPending} onClick={dispute}>
          没有解决
        </Button>
      </span>
    </Popover>
  )
}

function Hand({ problem }: { problem: Problem }) {
  const id = useId()
  const [form, setForm] = useState({ memberId: '', dueOn: problem.dueOn < today() ? today() : problem.dueOn, reason: '' })
  const set = (patch: Partial<typeof form>) => setForm({ ...form, ...patch })
  const { data: holders = [] } = useQuery(api.visits.holders.queryOptions())
  const act = useMutation(api.visits.hand.mutationOptions())
  const short = form.memberId && form.reason.trim().length >= 4 ? null : { code: 'problems.hand', reason: '请选承办人，写明理由' }
  const facts = {
    raisedOn: problem.raisedOn,
    resolvedOn: problem.resolvedOn,
    fedBackOn: problem.fedBackOn,
    confirmedOn: problem.confirmedOn,
  }
  return (
    <Popover face="转办" className="btn plain" align="end">
      <div className="field">
        <label htmlFor={id}>承办人</label>
        <select id={id} value={form.memberId} onChange={(event) => set({ memberId: event.target.value })}>
          <option value="">请选择</option>
          {holders.map(({ memberId, name, title }) => (
            <option key={memberId} value={memberId}>
              {name}（{title}）
            </option>
          ))}
        </select>
      </div>
      <DayField label="期限" value={form.dueOn} min={today()} pick={(dueOn) => dueOn && set({ dueOn })} />
      <div className="field">
        <label htmlFor={`${id}-reason`}>理由</label>
        <input
          id={`${id}-reason`}
          maxLength={300}
          value={form.reason}
          onChange={(event) => set({ reason: event.target.value })}
        />
      </div>
      <RuledButton
        verdict={short ?? mayHand(facts, form.dueOn, today())}
        busy={act.isPending}
        onClick={() => act.mutate({ id: problem.id, ...form })}
      >
        转给他
      </RuledButton>
    </Popover>
  )
}
