import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import type { MeetingKind, Project, Task } from '../contract.ts'
import { mayWork, meetingNames, taskNames } from '../rules.ts'
import { Choice, DayOf, Text, Whole } from './fields.tsx'

/** 筹备任务: each with its owner and day, done with its paper (ORG-04). */
export function Tasks({ project, isSeen }: { project: Project; isSeen?: boolean }) {
  const { taskList, tasksDone, tasksLate, state } = project
  const [open, setOpen] = useState<string>()
  const mayChange = !isSeen && mayWork(state) === null
  return (
    <Section title="筹备任务" note={`办完 ${tasksDone} / ${taskList.length}${tasksLate ? `，逾期 ${tasksLate}` : ''}`}>
      {taskList.map((task) => (
        <div key={task.id} className="founding-row">
          <div className="beside">
            <div>
              <p>
                {task.title}{' '}
                {task.doneOn ? (
                  <Chip hue="green">办完</Chip>
                ) : task.dueOn && task.dueOn < today() ? (
                  <Chip hue="red">逾期</Chip>
                ) : null}
              </p>
              <p className="muted">
                {[
                  task.ownerName ?? '还没有定谁办',
                  task.doneOn ? `${task.doneOn} 办完` : (task.dueOn ?? '没有定日期'),
                  task.paper,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            {mayChange && (
              <Button kind="link" onClick={() => setOpen(open === task.id ? undefined : task.id)}>
                {open === task.id ? '收起' : '安排、办完'}
              </Button>
            )}
          </div>
          {open === task.id && <TaskForm project={project} task={task} done={() => setOpen(undefined)} />}
        </div>
      ))}
      {mayChange && (
        <details className="founding-row">
          <summary>加一项任务</summary>
          <TaskForm project={project} done={() => undefined} />
        </details>
      )}
    </Section>
  )
}

function TaskForm({ project: { id, group }, task, done }: { project: Project; task?: Task; done: () => void }) {
  const save = useMutation(api.founding.saveTask.mutationOptions())
  const [title, setTitle] = useState(task?.title ?? '')
  const [ownerId, setOwner] = useState(task?.ownerId ?? '')
  const [dueOn, setDue] = useState(task?.dueOn ?? '')
  const [doneOn, setDone] = useState(task?.doneOn ?? '')
  const [paper, setPaper] = useState(task?.paper ?? '')
  const owners = Object.fromEntries([['', '还没有定'], ...group.map((one) => [one.id, one.name])])
  const submit = () =>
    save.mutate(
      {
        ...{
          foundingId: id,
          kind: task?.kind ?? 'other',
          title,
          ownerId: ownerId || null,
          dueOn: dueOn || null,
          doneOn: doneOn || null,
        },
        paper: paper || null,
        ...(task && { id: task.id, version: task.version }),
      },
      { onSuccess: done },
    )
  return (
    <>
      <div className="founding-grid">
        {(!task || task.kind === 'other') && <Text label="要办的事" hint={taskNames.other} value={title} change={setTitle} />}
        <Choice label="谁办" names={owners} value={ownerId} change={setOwner} />
        <DayOf label="什么时候办完" value={dueOn} change={setDue} />
        <DayOf label="实际办完" max={today()} value={doneOn} change={setDone} />
        <Text label="材料名称或文号" value={paper} change={setPaper} />
      </div>
      <div className="acts">
        <Button busy={save.isPending} onClick={submit}>
          存下
        </Button>
      </div>
    </>
  )
}

/** 动员大会和培训班: who was invited, who came, how many joined on the spot. */
export function Meetings({ project, isSeen }: { project: Project; isSeen?: boolean }) {
  const { id, meetings, state } = project
  const save = useMutation(api.founding.saveMeeting.mutationOptions())
  const blank = {
    kind: 'mobilisation' as MeetingKind,
    title: '',
    onDay: today(),
    place: '',
    invited: null as number | null,
    came: '',
    joined: null as number | null,
  }
  const [held, setHeld] = useState(blank)
  const fill = (part: Partial<typeof blank>) => setHeld({ ...held, ...part })
  const submit = () =>
    save.mutate(
      {
        ...{
          foundingId: id,
          kind: held.kind,
          title: held.title || meetingNames[held.kind],
          onDay: held.onDay,
          place: held.place || null,
        },
        ...{ invited: held.invited ?? 0, joined: held.joined ?? 0 },
        attendance: held.came.split(/[\s,，、;；]+/).filter(Boolean),
      },
      { onSuccess: () => setHeld(blank) },
    )
  return (
    <Section title="会议和培训" note={meetings.length ? `${meetings.length} 次` : undefined}>
      {meetings.length === 0 && isSeen && <p className="founding-row muted">还没有登记会议。</p>}
      {meetings.map((one) => (
        <div key={one.id} className="founding-row">
          <p>
            {one.title} <span className="muted">{[one.onDay, one.place].filter(Boolean).join(' · ')}</span>
          </p>
          <p className="muted">
            邀请 {one.invited} 人，到会 {one.attendance.length} 人，当场报名 {one.joined} 人
          </p>
        </div>
      ))}
      {!isSeen && mayWork(state) === null && (
        <details className="founding-row">
          <summary>登记一次会议或培训</summary>
          <div className="founding-grid">
            <Choice label="种类" names={meetingNames} value={held.kind} change={(kind) => fill({ kind })} />
            <Text label="名称" hint={meetingNames[held.kind]} value={held.title} change={(title) => fill({ title })} />
            <DayOf label="日期" value={held.onDay} change={(onDay) => fill({ onDay })} />
            <Text label="地点" value={held.place} change={(place) => fill({ place })} />
            <Whole label="邀请人数" value={held.invited} change={(invited) => fill({ invited })} />
            <Whole label="当场报名入会" value={held.joined} change={(joined) => fill({ joined })} />
            <label className="field wide">
              到会人员（照签到表抄，用顿号或空格隔开）
              <textarea rows={2} value={held.came} onChange={(event) => fill({ came: event.target.value })} />
            </label>
          </div>
          <div className="acts">
            <Button busy={save.isPending} onClick={submit}>
              登记
            </Button>
          </div>
        </details>
      )}
    </Section>
  )
}
