import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '#web/api'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { Figure } from '#web/Figure'
import { usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { count } from '#web/words'
import type { Course, Listing } from '../contract.ts'
import { courseKindNames } from '../rules.ts'
import { CourseChip, daysInWords, useSubjects } from './words.tsx'

const shows = { coming: '未结束', past: '已结束', draft: '未发布' }

/** 干部培训: the courses one's unions hold or may send cadres to, and what came of them this year. */
export function CoursesPage() {
  const navigate = useNavigate()
  const { data } = useQuery(api.cadreCourses.figures.queryOptions())
  const mayManage = usePermission('posts.manage')
  const { items, named } = useSubjects()
  const columns: Column<Course>[] = [
    {
      key: 'title',
      title: '课程',
      always: true,
      render: ({ id, title, kind }) => (
        <>
          <Link to={`/courses/${id}` as '/'} className="link">
            {title}
          </Link>
          <p className="faint small">{courseKindNames[kind]}</p>
        </>
      ),
    },
    {
      key: 'subject',
      title: '科目',
      options: items.map(({ key, title }) => ({ value: key, label: title })),
      render: ({ subjects }) => named(subjects),
    },
    { key: 'unionName', title: '举办' },
    { key: 'days', title: '时间', render: ({ startsOn, endsOn }) => daysInWords(startsOn, endsOn) },
    {
      key: 'seats',
      title: '报名',
      render: ({ seated, capacity, waiting }) => `${seated}/${capacity}${waiting ? `，候补 ${waiting}` : ''}`,
    },
    {
      key: 'show',
      title: '状态',
      options: Object.entries(shows).map(([value, label]) => ({ value, label })),
      render: ({ state }) => <CourseChip state={state} />,
    },
  ]
  return (
    <Page
      above="干部培训"
      line={
        data
          ? `今年 ${count(data.trained)} 名干部完成培训，共 ${count(data.hours)} 学时；${data.owing ? `${count(data.owing)} 名主席、副主席还没上岗资格培训。` : '主席、副主席都参加了上岗资格培训。'}`
          : '干部培训'
      }
      acts={
        mayManage && (
          <Link to={'/courses/new' as '/'} className="btn primary">
            开一门课
          </Link>
        )
      }
    >
      <Section title={`${data?.year ?? ''} 年`}>
        <div className="figures">
          <Figure label="参加过培训的干部" value={data?.trained} unit={data ? `/ ${count(data.cadres)}` : ''} to="/trainings" />
          <Figure
            label="人均学时"
            value={data && (data.cadres ? Math.round((data.hours / data.cadres) * 10) / 10 : 0)}
            to="/trainings"
          />
          <Figure
            label="结业率"
            value={
              data && (data.completed + data.missed ? Math.round((100 * data.completed) / (data.completed + data.missed)) : 0)
            }
            unit="%"
            to="/trainings"
          />
          <Figure label="覆盖科目" value={data?.subjects.length} unit="个" to="/competences" />
          <Figure
            label="上岗资格逾期"
            value={data?.late}
            unit="人"
            late={!!data?.late}
            to="/qualification"
            search={{ show: 'late' }}
          />
        </div>
      </Section>
      <Section title="课程" note="按上课时间">
        <DataTable<Course>
          name="cadre-courses"
          unit="门课"
          columns={columns}
          query={({ page, size, find, filters }) =>
            api.cadreCourses.list.queryOptions({
              input: {
                ...{ page, size, text: find ?? '', show: (filters.show?.[0] ?? 'all') as Listing['show'] },
                ...(filters.subject && { subject: filters.subject[0] }),
              },
            })
          }
          rowKey={({ id }) => id}
          open={({ id }) => navigate({ to: `/courses/${id}` as '/' })}
          findBy="课程名称"
          empty={<EmptyState title="还没有课程">从能力标准里差距大的科目开一门，发布后下级工会的干部就能报名。</EmptyState>}
        />
      </Section>
    </Page>
  )
}
