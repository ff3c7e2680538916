import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { api } from '#web/api'
import { DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useExport } from '#web/exporting'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import type { Listing, Row } from '../contract.ts'
import { columns, inputOf } from './table.tsx'

type Narrowed = Pick<Listing, 'side' | 'windowId' | 'unionId' | 'isLate' | 'by' | 'from' | 'until'>

/** The proposals of one's scope. A figure that opens its list narrows it through the address. */
export function ListPage() {
  const { post } = useMe()
  const navigate = useNavigate()
  const { side, windowId, unionId, isLate, by, from, until } = useSearch({ strict: false }) as Narrowed
  const given = { side, windowId, unionId, isLate, by, from: from && String(from), until: until && String(until) }
  const narrowed = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Narrowed
  const act = useMutation(api.proposals.export.mutationOptions())
  const exporting = useExport((view) => act.mutateAsync({ ...inputOf(view), ...narrowed }))
  return (
    <Page
      line={by === 'effect' ? '财务确认过效益的提案。' : by ? `${from} 至 ${until} 的提案。` : '职工提的，办到哪一步。'}
      above={post?.unionName}
      acts={
        <>
          {Object.keys(narrowed).length > 0 && (
            <Link to={'/proposals' as '/'} className="btn">
              看全部提案
            </Link>
          )}
          <Button onClick={() => print()}>打印</Button>
        </>
      }
    >
      <div className="card">
        <DataTable<Row>
          name="proposals"
          unit="件提案"
          findBy="案由、提案号"
          columns={columns}
          query={(view) => api.proposals.list.queryOptions({ input: { ...inputOf(view), ...narrowed } })}
          rowKey={({ id }) => id}
          open={({ id }) => navigate({ to: `/proposals/${id}` as '/' })}
          {...exporting}
          empty={<EmptyState title="还没有提案">先开一次征集，职工在手机上写，写好就在这里。</EmptyState>}
        />
      </div>
    </Page>
  )
}
