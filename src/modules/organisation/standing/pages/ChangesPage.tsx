import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useExport } from '#web/exporting'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import type { View } from '#web/useView'
import { count, dayInWords } from '#web/words'
import type { Row } from '../contract.ts'
import { changeKindNames, changeStateNames } from '../contract/words.ts'

/** 会籍变动 */
export function ChangesPage() {
  const { post, permissions } = useMe()
  const { data: counts } = useQuery(api.standing.counts.queryOptions())
  const navigate = useNavigate()
  const act = useMutation(api.standing.export.mutationOptions())
  const exporting = useExport((view) => act.mutateAsync({ ...filterOf(view) }))
  return (
    <Page
      line={counts ? <Line {...counts} /> : '会籍变动'}
      above={post?.unionName}
      acts={
        permissions.includes('members.decide') && (
          <Link to={'/standing/open' as '/'} className="btn primary">
            办理会籍变动
          </Link>
        )
      }
    >
      <div className="card">
        <DataTable<Row>
          name="standing"
          unit="件变动"
          columns={columns}
          {...exporting}
          query={(view) => api.standing.list.queryOptions({ input: { page: view.page, size: view.size, ...filterOf(view) } })}
          rowKey={({ id }) => id}
          open={({ id }) => navigate({ to: `/standing/${id}` as '/' })}
          empty={<EmptyState title="还没有会籍变动">退休、失业保留会籍，退会，开除会籍，都在这里按步骤办。</EmptyState>}
        />
      </div>
    </Page>
  )
}

function Line({ open, told, unreported }: { open: number; told: number; unreported: number }) {
  if (open + unreported === 0) return <>没有在办的会籍变动。</>
  return (
    <>
      {count(open)} 件会籍变动在办{told > 0 && `，其中 ${count(told)} 人提出退会，等着宣布`}。
      {unreported > 0 && <em>{count(unreported)} 件开除会籍还没有报备案。</em>}
    </>
  )
}

function filterOf({ filters }: View) {
  const kind = filters.kind as Row['kind'][] | undefined
  const state = filters.state as Row['state'][] | undefined
  return { ...(kind?.length && { kind }), ...(state?.length && { state }) }
}
const optionsOf = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }))

const columns: Column<Row>[] = [
  {
    key: 'memberName',
    title: '姓名',
    always: true,
    render: ({ id, memberName }) => <Link to={`/standing/${id}` as '/'}>{memberName}</Link>,
  },
  { key: 'kind', title: '变动', options: optionsOf(changeKindNames), render: ({ kind }) => changeKindNames[kind] },
  {
    key: 'state',
    title: '状态',
    options: optionsOf(changeStateNames),
    render: ({ state, startedBy }) =>
      state === 'open' ? (
        <Chip hue="amber">{startedBy === 'member' ? '本人提出，等宣布' : '办理中'}</Chip>
      ) : (
        changeStateNames[state]
      ),
  },
  { key: 'unionName', title: '工会' },
  { key: 'memberNumber', title: '会员证号', render: ({ memberNumber }) => memberNumber ?? '—' },
  { key: 'openedOn', title: '提出', render: ({ openedOn }) => dayInWords(openedOn) },
  { key: 'decidedOn', title: '办结', render: ({ decidedOn }) => (decidedOn ? dayInWords(decidedOn) : '—') },
]
