import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { Cite } from '#web/Cite'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { useLaw } from '#web/useLaw'
import { daysBetween, today } from '#web/words'
import { citeOf, statuteOn } from '#law/statutes'
import type { Owing } from '../contract.ts'

const columns: Column<Owing>[] = [
  {
    key: 'name',
    title: '姓名',
    always: true,
    render: ({ memberId, personName }) => (
      <Link to={`/cadres/${memberId}` as '/'} className="link">
        {personName}
      </Link>
    ),
  },
  { key: 'title', title: '任职' },
  { key: 'unionName', title: '工会' },
  { key: 'fromOn', title: '任职日' },
  {
    key: 'dueOn',
    title: '应在之前',
    render: ({ dueOn }) => {
      const late = daysBetween(dueOn, today())
      return (
        <>
          {dueOn} {late > 0 && <Chip hue="red">逾 {late} 天</Chip>}
        </>
      )
    },
  },
  { key: 'enrolledIn', title: '已报名', render: ({ enrolledIn }) => enrolledIn ?? <span className="faint">没有</span> },
]

/** Chairs and vice-chairs who have not taken the qualification training, by when they owe it. */
export function OwingPage() {
  const navigate = useNavigate()
  const { show }: { show?: string } = useSearch({ strict: false })
  const { data } = useQuery(api.cadreCourses.figures.queryOptions())
  const law = statuteOn('ELEC-33.training', today(), useLaw())
  return (
    <Page
      above="干部培训"
      line={data ? `${data.owing} 名主席、副主席还没有参加上岗资格培训，${data.late} 名已过期限。` : '上岗资格培训'}
    >
      <Section title={show === 'late' ? '已过期限' : '还没有参加'} note={<Cite article={citeOf(law)} text={law.says} />}>
        <DataTable<Owing>
          key={show}
          name="cadre-owing"
          unit="人"
          columns={columns}
          query={({ page, size }) =>
            api.cadreCourses.owing.queryOptions({ input: { page, size, ...(show === 'late' && { late: true }) } })
          }
          rowKey={({ memberId }) => memberId}
          open={({ memberId }) => navigate({ to: `/cadres/${memberId}` as '/' })}
          empty={<EmptyState title="主席、副主席都参加了上岗资格培训" />}
        />
      </Section>
    </Page>
  )
}
