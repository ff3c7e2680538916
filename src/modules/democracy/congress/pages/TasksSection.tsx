import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { DayField } from '#web/DayField'
import { usePermission } from '#web/me'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import type { Session, Task } from '../contract.ts'
import { type Side, sideNames } from '../rules/names.ts'

/** What the resolutions became: tasks with owner and day, and what the deputies say of them. */
export function TasksSection({ session }: { session: Session }) {
  const mayManage = usePermission('democracy.manage')
  const carry = useMutation(api.congress.carryOut.mutationOptions())
  const done = session.tasks.filter(({ doneOn }) => doneOn).length
  const finish = async ({ id, title }: Task) => {
    const evidence = await ask({
      title: `“${title}”办结？`,
      body: '写明办结的依据，代表会看到并确认。',
      act: '报告办结',
      reasons: ['验收单', '现场照片和说明'],
    })
    if (evidence !== false) carry.mutate({ id, on: today(), evidence })
  }
  return (
    <Section title="决议落实" note={`${done} / ${session.tasks.length} 项办结`}>
      <ul className="duties">
        {session.tasks.map((task) => (
          <li key={task.id} className="duty plain">
            <div>
              <p className="duty-title">
                {task.title}{' '}
                {task.doneOn ? (
                  <Chip hue="green">已办结</Chip>
                ) : (
                  <Chip hue={task.dueOn < today() ? 'red' : 'amber'}>{task.dueOn < today() ? '逾期' : '办理中'}</Chip>
                )}{' '}
                {task.disputes > 0 && <Chip hue="red">{task.disputes} 名代表有异议</Chip>}
              </p>
              <p className="muted">
                {sideNames[task.side]} · {task.owner} · 期限 {task.dueOn}
                {task.doneOn && ` · ${task.doneOn} 办结：${task.evidence}`}
                {task.confirms > 0 && ` · ${task.confirms} 名代表确认`}
              </p>
            </div>
            {mayManage && !task.doneOn && <Button onClick={() => finish(task)}>报告办结</Button>}
          </li>
        ))}
      </ul>
      {mayManage && <NewTask session={session} />}
    </Section>
  )
}

function NewTask({ session }: { session: Session }) {
  const resolved = session.items.filter(({ resolution }) => resolution)
  const [facts, set] = useState({ itemId: resolved[0]?.id ?? '', title: '', side: 'employer' as Side, owner: '', dueOn: today() })
  const assign = useMutation(api.congress.assign.mutationOptions({ onSuccess: () => set({ ...facts, title: '', owner: '' }) }))
  if (!resolved.length) return null
  return (
    <div className="padded two">
      <label className="field">
        决议
        <select value={facts.itemId} onChange={(event) => set({ ...facts, itemId: event.target.value })}>
          {resolved.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        任务
        <input maxLength={120} value={facts.title} onChange={(event) => set({ ...facts, title: event.target.value })} />
      </label>
      <label className="field">
        责任方
        <select value={facts.side} onChange={(event) => set({ ...facts, side: event.target.value as Side })}>
          {Object.entries(sideNames).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        责任人
        <input maxLength={40} value={facts.owner} onChange={(event) => set({ ...facts, owner: event.target.value })} />
      </label>
      <DayField label="期限" isStacked value={facts.dueOn} pick={(day) => day && set({ ...facts, dueOn: day })} />
      <div className="acts">
        <Button busy={assign.isPending} onClick={() => assign.mutate(facts)}>
          分解任务
        </Button>
      </div>
    </div>
  )
}
