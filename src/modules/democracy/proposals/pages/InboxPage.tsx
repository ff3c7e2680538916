import { useNavigate } from '@tanstack/react-router'
import { api } from '#web/api'
import { DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import type { Row } from '../contract.ts'
import { columns, inputOf } from './table.tsx'

const shown = ['title', 'number', 'category', 'submitted', 'state', 'handler', 'due']

/** What the employer's side has to answer, the nearest day first. */
export function InboxPage() {
  const { post } = useMe()
  const navigate = useNavigate()
  return (
    <Page line="等行政方答复的提案，期限近的在前。" above={post?.unionName}>
      <div className="card">
        <DataTable<Row>
          name="proposals-inbox"
          unit="件提案"
          findBy="案由、提案号"
          columns={columns.filter(({ key }) => shown.includes(key)).map(({ options: _, ...column }) => column)}
          query={(view) =>
            api.proposals.list.queryOptions({
              input: { sort: 'due', ...inputOf(view), state: ['assigned'], unionId: post?.unionId },
            })
          }
          rowKey={({ id }) => id}
          open={({ id }) => navigate({ to: `/proposals/${id}` as '/' })}
          empty={<EmptyState title="没有等答复的提案">工会交办的提案会出现在这里，并给您发通知。</EmptyState>}
        />
      </div>
    </Page>
  )
}
