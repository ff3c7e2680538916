import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { usePermission } from '#web/me'
import { Page } from '#web/Page'
import { count, today } from '#web/words'
import type { Document } from '../contract.ts'

/** 文件: texts that federations filed beside the law, by article. */
export function DocumentsPage() {
  const navigate = useNavigate()
  const { data } = useQuery(api.rulebook.documents.queryOptions({ input: { size: 1 } }))
  const mayManage = usePermission('system.manage')
  const add = (
    <Link to={'/rulebook/documents/new' as '/'} className="btn plain">
      录入文件
    </Link>
  )
  return (
    <Page
      line={
        data
          ? `${count(data.all)} 件文件，${count(data.grounded)} 件写明了所依据的规则，${count(data.awaiting)} 件待修订。`
          : '上级文件和本级制度，按条存放。'
      }
      above={
        <Link to={'/rulebook' as '/'} className="link">
          法规库
        </Link>
      }
      acts={mayManage && add}
    >
      <div className="card">
        <DataTable<Document>
          name="documents"
          unit="件文件"
          columns={columns}
          query={({ page, size, find, filters }) =>
            api.rulebook.documents.queryOptions({
              input: { page, size, ...(find && { text: find }), changed: filters.changed?.[0] === 'yes' },
            })
          }
          rowKey={({ id }) => id}
          open={({ id }) => navigate({ to: `/rulebook/documents/${id}` as '/' })}
          findBy="标题、文号、发文单位、条文里的词"
          empty={<EmptyState title="还没有录入文件">录入以后，规则和办事文书可以引用到条。</EmptyState>}
        />
      </div>
    </Page>
  )
}

const columns: Column<Document>[] = [
  {
    key: 'title',
    title: '文件',
    always: true,
    render: ({ id, title, endsOn }) => (
      <>
        <Link to={`/rulebook/documents/${id}` as '/'}>{title}</Link> {endsOn && endsOn <= today() && <Chip>已废止</Chip>}
      </>
    ),
  },
  { key: 'number', title: '文号' },
  { key: 'issuer', title: '发文单位' },
  { key: 'issuedOn', title: '发文日期', width: 112 },
  { key: 'fromOn', title: '施行日期', width: 112 },
  { key: 'articles', title: '条', width: 64, align: 'right' },
  {
    key: 'changed',
    title: '依据',
    options: [{ value: 'yes', label: '待修订' }],
    render: ({ changed, grounded }) =>
      changed.length > 0 ? (
        <Chip hue="amber">{changed[0]!.from} 起依据已变，待修订</Chip>
      ) : grounded > 0 ? (
        '有'
      ) : (
        <span className="faint">没有写明</span>
      ),
  },
  { key: 'unionName', title: '录入单位', hidden: true },
]
