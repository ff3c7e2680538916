import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addDays } from '#kit/dates'
import { api } from '#web/api'
import { Button } from '#web/RuledButton'
import { EmptyState } from '#web/EmptyState'
import { notify, undoable } from '#web/notes'
import { Page } from '#web/Page'
import { useQueuedMutation } from '#web/queue'
import { Section } from '#web/Section'
import { dayInWords, today } from '#web/words'
import { type Task, taskNames, tasks } from '../rules/tasks.ts'
import { hoursOf } from './words.tsx'
import './cadres.css'

const lengths = [30, 60, 120, 240, 480]

/** 记工时: what, how long, done. Kept on the phone while there is no network. */
export function HoursPage() {
  const { data } = useSuspenseQuery(api.cadres.mine.queryOptions())
  const record = useQueuedMutation(api.cadres.recordHours, '记工时')
  const drop = useMutation(api.cadres.dropHours.mutationOptions())
  const [task, setTask] = useState<Task>()
  const [daysAgo, setDaysAgo] = useState(0)
  const [inWorkTime, setInWorkTime] = useState(true)
  if (!data.isCadre)
    return (
      <Page line="记工时面向在任的工会干部。">
        <EmptyState title="您现在没有担任工会职务" />
      </Page>
    )
  const onDay = addDays(today(), -daysAgo)
  const keep = async (minutes: number) => {
    const how = await record.send({ onDay, minutes, task: task!, inWorkTime })
    setTask(undefined)
    notify({ tone: 'good', title: how === 'sent' ? `记下了 ${hoursOf(minutes)}` : '没有网络，先存在手机里，联网后自动记上' })
  }
  const month = data.months.find((each) => each.month === today().slice(0, 7))
  return (
    <Page line={task ? `${taskNames[task]}，用了多久？` : '今天为工会做了什么？'} above="记工时">
      <p className="muted">
        这个月已记 {hoursOf(month?.minutes ?? 0)}
        {data.row?.agreedHours ? `，约定 ${data.row.agreedHours} 小时` : `，带薪 ${data.allowance.hours} 小时以内`}。
      </p>
      <div className="hours-pills" role="group" aria-label="哪天">
        {['今天', '昨天', '前天'].map((word, ago) => (
          <button key={word} type="button" className="pill" aria-pressed={daysAgo === ago} onClick={() => setDaysAgo(ago)}>
            {word}
          </button>
        ))}
        <button type="button" className="pill" aria-pressed={inWorkTime} onClick={() => setInWorkTime(!inWorkTime)}>
          {inWorkTime ? '占用工作时间' : '工余时间'}
        </button>
      </div>
      <div className="hours-pills" role="group" aria-label={task ? '用了多久' : '做了什么'}>
        {task
          ? lengths.map((minutes) => (
              <button key={minutes} type="button" className="pill" onClick={() => keep(minutes)}>
                {minutes === 30
                  ? '半小时'
                  : minutes === 240
                    ? '半天（4 小时）'
                    : minutes === 480
                      ? '一天（8 小时）'
                      : `${minutes / 60} 小时`}
              </button>
            ))
          : tasks.map((each) => (
              <button key={each} type="button" className="pill" onClick={() => setTask(each)}>
                {taskNames[each]}
              </button>
            ))}
      </div>
      {task && <Button onClick={() => setTask(undefined)}>重新选</Button>}
      <Section title="最近记的">
        {data.entries.length === 0 && <EmptyState title="还没有记录" />}
        <ul className="duties">
          {data.entries.map(({ id, onDay: day, minutes, task: done, inWorkTime: paid }) => (
            <li key={id} className="duty plain">
              <div>
                <p className="duty-title">
                  {taskNames[done]} {hoursOf(minutes)}
                </p>
                <p className="muted">
                  {dayInWords(day)} · {paid ? '工作时间' : '工余时间'}
                </p>
              </div>
              <Button
                onClick={() =>
                  drop.mutate(
                    { id },
                    {
                      onSuccess: () =>
                        undoable('已删掉', async () => {
                          await record.send({ onDay: day, minutes, task: done, inWorkTime: paid })
                        }),
                    },
                  )
                }
              >
                删掉
              </Button>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}
