import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useExport } from '#web/exporting'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import type { View } from '#web/useView'
import type { Item, ItemState, Kind } from '../contract/shapes.ts'
import { headingNames, kindNames, stateNames, versionNames } from '../rules/names.ts'
import { hues } from './hues.ts'

const options = <T extends string>(names: Record<T, string>) =>
  (Object.keys(names) as T[]).map((value) => ({ value, label: names[value] }))
const inputOf = ({ find, filters, page, size }: View) => ({
  page,
  size,
  ...(find && { text: find }),
  ...(filters.state?.[0] && { state: filters.state[0] as ItemState }),
  ...(filters.kind?.[0] && { kind: filters.kind[0] as Kind }),
})

const columns: Column<Item>[] = [
  {
    key: 'title',
    title: '公开事项',
    always: true,
    render: ({ id, title, label }) => <Link to={`/disclosure/items/${id}` as '/'}>{`${title}（${label}）`}</Link>,
  },
  { key: 'unionName', title: '工会' },
  { key: 'kind', title: '类别', options: options(kindNames), render: ({ kind }) => kindNames[kind] },
  { key: 'heading', title: '栏目', render: ({ heading }) => headingNames[heading] },
  { key: 'responsible', title: '责任人' },
  { key: 'dueOn', title: '应公开' },
  { key: 'publishedOn', title: '已公开' },
  {
    key: 'state',
    title: '状态',
    options: options(stateNames),
    render: ({ state, version }) => (
      <Chip hue={hues[state]}>{state === 'underWay' && version ? versionNames[version] : stateNames[state]}</Chip>
    ),
  },
  { key: 'openQuestions', title: '待答复', render: ({ openQuestions }) => openQuestions || '' },
]

/** 公开: what is to be published until when, what was, and what people still wait to hear. */
export function ListPage() {
  const { post } = useMe()
  const navigate = useNavigate()
  const act = useMutation(api.disclosure.export.mutationOptions())
  const exporting = useExport((view) => act.mutateAsync(inputOf(view)))
  return (
    <Page
      line="按目录公开，原文不改，有问必答。"
      above={post?.unionName}
      acts={
        <>
          <Link to={'/disclosure/picture' as '/'} className="btn plain">
            下级情况
          </Link>
          <Link to={'/disclosure/verify' as '/'} className="btn plain">
            核对原文
          </Link>
          <Link to={'/disclosure/reports' as '/'} className="btn plain">
            举报登记
          </Link>
          {post && (
            <Link to={`/disclosure/plans/${post.unionId}` as '/'} className="btn primary">
              方案与目录
            </Link>
          )}
        </>
      }
    >
      <div className="card">
        <DataTable<Item>
          name="disclosure"
          unit="项"
          findBy="事项、期次"
          columns={columns}
          {...exporting}
          query={(view) => api.disclosure.list.queryOptions({ input: inputOf(view) })}
          rowKey={({ id }) => id}
          open={({ id }) => navigate({ to: `/disclosure/items/${id}` as '/' })}
          empty={<EmptyState title="还没有公开事项">先定实施方案和目录，通过后按期列出要公开的事项。</EmptyState>}
        />
      </div>
    </Page>
  )
}
