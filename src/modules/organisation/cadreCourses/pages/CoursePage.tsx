import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { usePermission } from '#web/me'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import type { Course } from '../contract.ts'
import { courseKindNames, mayClose, mayPublish } from '../rules.ts'
import { EnrolSection } from './EnrolSection.tsx'
import { SignInCode } from './SignInCode.tsx'
import { TraineesSection } from './TraineesSection.tsx'
import { CourseChip, daysInWords, useSubjects } from './words.tsx'

/** One course: what it teaches, who is enrolled, the code of the day, marks, the end. */
export function CoursePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: course } = useSuspenseQuery(api.cadreCourses.get.queryOptions({ input: { id } }))
  const { named } = useSubjects()
  const mayManage = usePermission('posts.manage')
  const facts = [
    ['类别', courseKindNames[course.kind]],
    ['科目', named(course.subjects)],
    ['时间', daysInWords(course.startsOn, course.endsOn)],
    ['地点', course.place],
    ['授课', course.teacher],
    ['学时', String(course.hours)],
    ['报名截止', course.enrolUntil],
    ['结业', `到课 ${course.leastDays} 天${course.passMark ? `，测试 ${course.passMark} 分` : ''}`],
  ] as const
  return (
    <Page
      above={`${course.unionName} · 干部培训`}
      line={
        <>
          {course.title} <CourseChip state={course.state} />
        </>
      }
      acts={mayManage && course.isOwn && <Acts course={course} />}
    >
      <Section
        title="课程"
        note={`名额 ${course.capacity}，已报 ${course.seated}${course.waiting ? `，候补 ${course.waiting}` : ''}`}
        padded
      >
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value ?? <span className="faint">没有写</span>}</dd>
            </div>
          ))}
        </dl>
        {course.content && <p style={{ whiteSpace: 'pre-wrap' }}>{course.content}</p>}
        {course.cancelledWhy && <p>取消原因：{course.cancelledWhy}</p>}
      </Section>
      {mayManage && course.isOwn && course.state === 'running' && <SignInCode id={id} />}
      {mayManage && ['open', 'full', 'shut', 'running'].includes(course.state) && <EnrolSection course={course} />}
      {course.state !== 'draft' && <TraineesSection course={course} mayManage={mayManage} />}
    </Page>
  )
}

function Acts({ course }: { course: Course }) {
  const publish = useMutation(api.cadreCourses.publish.mutationOptions())
  const cancel = useMutation(api.cadreCourses.cancel.mutationOptions())
  const close = useMutation(api.cadreCourses.close.mutationOptions())
  const { id, version, state, title } = course
  const asFacts = { ...course, publishedAt: state === 'draft' ? null : new Date(0), cancelledAt: null, closedAt: null }
  const ending = async () => {
    const yes = await ask({
      title: `办理“${title}”结业？`,
      body: '到课够、测试合格的发结业证书，其余写明原因。办理后不能再改签到和成绩。',
      act: '办理结业',
    })
    if (yes !== false)
      close.mutate(
        { id, version },
        { onSuccess: ({ completed, missed }) => notify({ tone: 'good', title: `${completed} 人结业，${missed} 人未结业` }) },
      )
  }
  const calling = async () => {
    const why = await ask({ title: `取消“${title}”？`, act: '取消课程', reasons: ['报名人数不足', '授课安排有变'], danger: true })
    if (why !== false) cancel.mutate({ id, version, why })
  }
  const isOver = state === 'closed' || state === 'cancelled'
  return (
    <>
      {!isOver && (
        <Link to={`/courses/${id}/edit` as '/'} className="btn plain">
          修改
        </Link>
      )}
      {!isOver && <Button onClick={calling}>取消课程</Button>}
      {state === 'draft' && (
        <RuledButton
          kind="primary"
          verdict={mayPublish(asFacts, today())}
          busy={publish.isPending}
          onClick={() =>
            publish.mutate(
              { id, version },
              { onSuccess: () => notify({ tone: 'good', title: '已发布，下级工会的干部可以报名' }) },
            )
          }
        >
          发布
        </RuledButton>
      )}
      {(state === 'running' || state === 'ended') && (
        <RuledButton kind="primary" verdict={mayClose(asFacts, today())} busy={close.isPending} onClick={ending}>
          办理结业
        </RuledButton>
      )}
    </>
  )
}
