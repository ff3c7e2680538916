import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip, type Hue } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useExport } from '#web/exporting'
import { Figure } from '#web/Figure'
import { usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { count } from '#web/words'
import type { Row } from '../contract.ts'
import { electorateNames, kindNames, type State, stateNames } from '../rules.ts'

const hues: Record<State, Hue | undefined> = {
  ...{ made: undefined, open: 'blue', counted: 'amber', withheld: undefined, reported: 'amber', published: 'green' },
}
const columns: Column<Row>[] = [
  {
    key: 'title',
    title: '评议',
    always: true,
    render: ({ id, title }) => (
      <Link to={`/appraisals/${id}` as '/'} className="link">
        {title}
      </Link>
    ),
  },
  { key: 'unionName', title: '工会' },
  { key: 'kind', title: '评议什么', render: ({ kind }) => kindNames[kind] },
  { key: 'electorate', title: '谁来评', render: ({ electorate }) => electorateNames[electorate] },
  { key: 'madeOn', title: '建立日' },
  { key: 'state', title: '状态', render: ({ state }) => <Chip hue={hues[state]}>{stateNames[state]}</Chip> },
  {
    key: 'improvements',
    title: '改进事项',
    render: ({ improvements, improved }) => (improvements ? `完成 ${improved} / ${improvements}` : '没有'),
  },
]

/** 民主评议 of one's scope. */
export function ListPage() {
  const navigate = useNavigate()
  const { data } = useQuery(api.appraisals.figures.queryOptions())
  const mayMake = usePermission('democracy.manage')
  const act = useMutation(api.appraisals.export.mutationOptions())
  const exporting = useExport(({ page, size }) => act.mutateAsync({ page, size }))
  return (
    <Page
      above="民主评议"
      line={data?.overdue ? <em>{count(data.overdue)} 项改进已经逾期。</em> : '评议的结果先报职代会，再向职工公布。'}
      acts={
        mayMake && (
          <Link to={'/appraisals/new' as '/'} className="btn primary">
            组织评议
          </Link>
        )
      }
    >
      <Section title="评议与改进">
        <div className="figures">
          <Figure label="已公布" value={data?.published} unit={data ? `/ ${count(data.appraisals)} 次` : ''} />
          <Figure label="改进完成" value={data?.improved} unit={data ? `/ ${count(data.improvements)} 项` : ''} />
        </div>
      </Section>
      <Section title="评议" note="按建立日，新的在前">
        <DataTable<Row>
          name="appraisals"
          unit="次评议"
          rowKey={({ id }) => id}
          query={({ page, size }) => api.appraisals.list.queryOptions({ input: { page, size } })}
          open={({ id }) => navigate({ to: `/appraisals/${id}` as '/' })}
          {...exporting}
          empty={<EmptyState title="还没有组织评议">由职工代表或全体职工无记名评议领导人员、工会干部和工会工作。</EmptyState>}
          columns={columns}
        />
      </Section>
    </Page>
  )
}
