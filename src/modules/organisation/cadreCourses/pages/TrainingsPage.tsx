import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '#web/api'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useExport } from '#web/exporting'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import type { View } from '#web/useView'
import { today } from '#web/words'
import type { Training } from '../contract.ts'
import { type CourseKind, courseKindNames, courseKinds } from '../rules.ts'
import { useSubjects } from './words.tsx'

const inputOf = ({ page, size, find, filters }: View) => ({
  ...{ page, size, text: find ?? '' },
  ...(filters.kind && { kind: filters.kind[0] as CourseKind }),
  ...(filters.year && { year: Number(filters.year[0]) }),
})
const years = [0, 1, 2, 3, 4].map((back) => String(Number(today().slice(0, 4)) - back))

/** 培训台账: what cadres of one's scope have completed. */
export function TrainingsPage() {
  const navigate = useNavigate()
  const act = useMutation(api.cadreCourses.export.mutationOptions())
  const exporting = useExport((view) => act.mutateAsync(inputOf(view)))
  const { named } = useSubjects()
  const columns: Column<Training>[] = [
    {
      key: 'name',
      title: '姓名',
      always: true,
      render: ({ personName, memberId }) => (
        <Link to={`/cadres/${memberId}` as '/'} className="link">
          {personName}
        </Link>
      ),
    },
    { key: 'unionName', title: '工会' },
    { key: 'title', title: '培训' },
    {
      key: 'kind',
      title: '类别',
      options: courseKinds.map((value) => ({ value, label: courseKindNames[value] })),
      render: ({ kind }) => courseKindNames[kind],
    },
    { key: 'subjects', title: '科目', hidden: true, render: ({ subjects }) => named(subjects) },
    { key: 'hours', title: '学时', align: 'right' },
    { key: 'organiser', title: '举办单位' },
    {
      key: 'year',
      title: '结业',
      options: years.map((value) => ({ value, label: `${value} 年` })),
      render: ({ completedOn }) => completedOn,
    },
    {
      key: 'certificate',
      title: '证书',
      render: ({ id, certificateNumber }) => (
        <Link to={`/certificates/${id}` as '/'} className="link">
          {certificateNumber ?? '查看'}
        </Link>
      ),
    },
  ]
  return (
    <Page above="干部培训" line="谁参加过什么培训。">
      <Section title="培训台账" note="按结业时间">
        <DataTable<Training>
          name="cadre-trainings"
          unit="条培训记录"
          columns={columns}
          query={(view) => api.cadreCourses.trainings.queryOptions({ input: inputOf(view) })}
          rowKey={({ id }) => id}
          open={({ memberId }) => navigate({ to: `/cadres/${memberId}` as '/' })}
          {...exporting}
          findBy="姓名、工会"
          empty={<EmptyState title="还没有培训记录">课程办理结业后自动记在这里；外出培训在干部档案里登记。</EmptyState>}
        />
      </Section>
    </Page>
  )
}
