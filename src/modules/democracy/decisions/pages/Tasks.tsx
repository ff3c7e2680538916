import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { firstOf, refuse } from '#law/verdict'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { DayField } from '#web/DayField'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { daysBetween, today } from '#web/words'
import type { Detail } from '../contract.ts'
import { mayAddTask, mayFinishTask, type Side, sideNames, sides } from '../rules.ts'
import { factsOf } from './facts.ts'

/** Who carries out what, the union's share named. */
export function Tasks({ data, mayAct }: { data: Detail; mayAct: boolean }) {
  const note = useMutation(api.decisions.noteTask.mutationOptions())
  const finish = useMutation(api.decisions.finishTask.mutationOptions())
  if (!data.decidedOn || (data.outcome === 'dropped' && data.tasks.length === 0)) return null
  const tell = async (id: string, title: string) => {
    const body = await ask({ title: `“${title}”进展如何？`, act: '记下进展', reasons: ['正在按计划办理', '已完成一半'] })
    if (body !== false) note.mutate({ id, body })
  }
  const end = async (id: string, title: string) => {
    const outcome = await ask({ title: `“${title}”完成了？`, act: '完成', reasons: ['已按要求完成'] })
    if (outcome !== false) finish.mutate({ id, outcome })
  }
  return (
    <Section title="实施中分工" note="工会承担的写明是工会">
      <ul className="duties">
        {data.tasks.map((task) => (
          <li key={task.id} className="duty plain">
            <div>
              <p className="duty-title">
                {task.title} <Chip hue={task.side === 'union' ? 'blue' : undefined}>{sideNames[task.side]}</Chip>{' '}
                {task.doneOn ? (
                  <Chip hue="green">完成</Chip>
                ) : (
                  daysBetween(task.dueOn, today()) > 0 && <Chip hue="red">逾期</Chip>
                )}
              </p>
              <p className="muted">
                {task.owner}，{task.dueOn} 前{task.doneOn && `；${task.doneOn} ${task.outcome}`}
              </p>
              {task.progress.map(({ id, side, body }) => (
                <p key={id} className="faint">
                  {sideNames[side]}：{body}
                </p>
              ))}
            </div>
            {mayAct && !task.doneOn && (
              <span className="acts">
                <Button onClick={() => tell(task.id, task.title)}>进展</Button>
                <RuledButton verdict={mayFinishTask(task, data.side!)} onClick={() => end(task.id, task.title)}>
                  完成
                </RuledButton>
              </span>
            )}
          </li>
        ))}
      </ul>
      {mayAct && !data.closedOn && data.outcome !== 'dropped' && <TaskForm data={data} />}
    </Section>
  )
}

function TaskForm({ data }: { data: Detail }) {
  const [side, setSide] = useState<Side>('union')
  const [title, setTitle] = useState('')
  const [owner, setOwner] = useState('')
  const [dueOn, setDue] = useState<string>()
  const add = useMutation(api.decisions.addTask.mutationOptions())
  const verdict = firstOf(
    mayAddTask(factsOf(data)),
    title.trim().length < 4 ? refuse('title', '请写要办的事，至少 4 个字') : null,
    owner.trim().length < 2 ? refuse('owner', '请写由谁负责') : null,
    dueOn ? null : refuse('due', '请写期限'),
  )
  const send = () => add.mutate({ id: data.id, side, title, owner, dueOn: dueOn! }, { onSuccess: () => setTitle('') })
  return (
    <div className="card-body padded no-print">
      <label className="field">
        由哪一方承担
        <select value={side} onChange={({ target }) => setSide(target.value as Side)}>
          {sides.map((one) => (
            <option key={one} value={one}>
              {sideNames[one]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        要办的事
        <input value={title} maxLength={120} onChange={({ target }) => setTitle(target.value)} />
      </label>
      <label className="field">
        由谁负责
        <input value={owner} maxLength={60} onChange={({ target }) => setOwner(target.value)} />
      </label>
      <div className="field">
        <DayField label="期限" value={dueOn} min={today()} pick={setDue} />
      </div>
      <RuledButton verdict={verdict} busy={add.isPending} onClick={send}>
        加一项
      </RuledButton>
    </div>
  )
}
