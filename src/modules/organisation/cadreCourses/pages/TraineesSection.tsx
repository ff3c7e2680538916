import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { EmptyState } from '#web/EmptyState'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import { Grid } from '#desk/organisation/competences'
import type { Course, Training } from '../contract.ts'
import { daysOf } from '../rules.ts'
import { TrainingChip } from './words.tsx'

/** Who is enrolled, in the order of the queue; the organiser signs in by hand and enters marks here. */
export function TraineesSection({ course, mayManage }: { course: Course; mayManage: boolean }) {
  const { data } = useQuery(api.cadreCourses.trainees.queryOptions({ input: { courseId: course.id } }))
  const isRunning = course.state === 'running' || course.state === 'ended'
  const mayEdit = mayManage && course.isOwn && isRunning
  const days = daysOf(course).filter((day) => day <= today())
  if (data?.length === 0)
    return (
      <Section title="学员">
        <EmptyState title="还没有人报名" />
      </Section>
    )
  const head = ['姓名', '工会', '状态', ...(isRunning || course.state === 'closed' ? days.map((day) => day.slice(5)) : [])]
  return (
    <Section title="学员" note={course.isOwn ? '按报名先后' : '本工会范围内的'}>
      <Grid head={[...head, ...(course.passMark ? ['成绩'] : []), '办理']}>
        {data?.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.personName}</th>
            <td>{row.unionName}</td>
            <td>
              <TrainingChip state={row.state} queue={row.queue} />
              {row.missedWhy && <p className="faint small">{row.missedWhy}</p>}
            </td>
            {(isRunning || course.state === 'closed') &&
              days.map((day) => (
                <td key={day}>
                  <Presence row={row} day={day} courseId={course.id} mayEdit={mayEdit && row.state === 'seated'} />
                </td>
              ))}
            {course.passMark && (
              <td>
                <Mark row={row} mayEdit={mayEdit && row.state === 'seated'} />
              </td>
            )}
            <td>
              <RowActs row={row} course={course} mayManage={mayManage} />
            </td>
          </tr>
        ))}
      </Grid>
    </Section>
  )
}

function Presence({ row, day, courseId, mayEdit }: { row: Training; day: string; courseId: string; mayEdit: boolean }) {
  const attend = useMutation(api.cadreCourses.attend.mutationOptions())
  const isPresent = row.days.includes(day)
  if (!mayEdit) return <>{isPresent ? '到' : '—'}</>
  return (
    <input
      type="checkbox"
      aria-label={`${row.personName} ${day} 到课`}
      checked={isPresent}
      onChange={() => attend.mutate({ courseId, onDay: day, trainingId: row.id, isPresent: !isPresent })}
    />
  )
}

function Mark({ row, mayEdit }: { row: Training; mayEdit: boolean }) {
  const mark = useMutation(api.cadreCourses.mark.mutationOptions())
  if (!mayEdit) return <>{row.mark ?? '—'}</>
  const keep = (text: string) => {
    const points = text === '' ? null : Math.min(100, Math.max(0, Math.round(Number(text))))
    if (points !== row.mark) mark.mutate({ id: row.id, mark: points })
  }
  return (
    <input
      type="number"
      min={0}
      max={100}
      aria-label={`${row.personName} 成绩`}
      defaultValue={row.mark ?? ''}
      onBlur={({ target }) => keep(target.value)}
    />
  )
}

function RowActs({ row, course, mayManage }: { row: Training; course: Course; mayManage: boolean }) {
  const withdraw = useMutation(api.cadreCourses.withdrawOne.mutationOptions())
  if (row.state === 'completed')
    return (
      <Link to={`/certificates/${row.id}` as '/'} className="link">
        证书
      </Link>
    )
  const isIn = row.state === 'seated' || row.state === 'waiting'
  if (!mayManage || !isIn || course.state === 'closed') return null
  const out = async () => {
    const yes = await ask({ title: `${row.personName}不参加了？`, body: '空出的名额由候补第一位递补。', act: '退出课程' })
    if (yes !== false) withdraw.mutate({ id: row.id })
  }
  return (
    <Button kind="link" onClick={out}>
      退出
    </Button>
  )
}
