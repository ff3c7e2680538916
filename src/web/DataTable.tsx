import { keepPreviousData, type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query'
import { Table, type TableProps } from 'antd'
import type { ReactNode } from 'react'
import { ColumnSettings, useHiddenColumns } from '#web/ColumnSettings'
import { EmptyState } from '#web/EmptyState'
import { inWords } from '#web/faults'
import { FindBox } from '#web/FindBox'
import { reachable } from '#web/reachable'
import { Button } from '#web/RuledButton'
import { useDownload } from '#web/save'
import { useView, type View } from '#web/useView'
import { count } from '#web/words'

export type Column<Row> = {
  /** Its name in the address and in the call's `sort`; without `render`, the field shown. */
  key: string
  title: string
  render?: (row: Row) => ReactNode
  sortable?: boolean
  /** What can be chosen in its filter. */
  options?: readonly { value: string; label: string }[]
  width?: number
  align?: 'right'
  /** Put away until asked for; `always`: cannot be put away. */
  hidden?: boolean
  always?: boolean
}
export type Listed<Row> = { rows: Row[]; total: number }

type Props<Row> = {
  /** The table's name for what is kept on the device: `members`. */
  name: string
  /** What is counted: 名会员. */
  unit: string
  columns: readonly Column<Row>[]
  /** The call: `({ filters, ...view }) => api.members.list.queryOptions({ input: { ...view, … } })`. */
  query: (view: View) => Omit<UseQueryOptions<Listed<Row>, Error, Listed<Row>, QueryKey>, 'queryKey'> & { queryKey: QueryKey }
  rowKey: (row: Row) => string
  /** A press on the row; the first column should be a `Link` to the same place, for the keyboard. */
  open?: (row: Row) => void
  /** What the find box looks through; without it there is none. */
  findBy?: string
  /** Writes the whole list, not the page, as a file. */
  download?: (view: View) => Promise<unknown>
  /** What to do when nothing is there at all; with filters on, the table says that nothing fits. */
  empty: ReactNode
  acts?: ReactNode
  /** Rows ticked, for acts on many. */
  picked?: { keys: string[]; pick: (keys: string[]) => void; acts: ReactNode }
}

/** A list with server paging; sort, filter and page are in the address, so that it can be sent to a colleague. */
export function DataTable<Row extends object>(props: Props<Row>) {
  const { columns, unit, picked } = props
  const filterable = columns.filter(({ options }) => options).map(({ key }) => key)
  const [view, change] = useView(filterable)
  const [hidden, turn] = useHiddenColumns(props.name, columns)
  const list = useQuery({ ...props.query(view), placeholderData: keepPreviousData })
  const [saving, save] = useDownload(() => props.download?.(view))
  const total = list.data?.total
  const isNarrowed = view.find !== undefined || Object.keys(view.filters).length > 0
  return (
    <div className="list">
      <div className="list-bar no-print">
        {props.findBy && <FindBox hint={props.findBy} found={view.find} find={(find) => change({ find })} />}
        <p className="faint" aria-live="polite">
          {total !== undefined && `${isNarrowed ? '找到' : '共'} ${count(total)} ${unit}`}
        </p>
        {isNarrowed && (
          <Button kind="link" onClick={() => change({ find: '', filters: {} })}>
            看全部
          </Button>
        )}
        <span className="acts">
          {picked && picked.keys.length > 0 ? picked.acts : props.acts}
          {props.download && (
            <Button busy={saving} onClick={save}>
              导出 Excel
            </Button>
          )}
          <ColumnSettings columns={columns} hidden={hidden} turn={turn} />
        </span>
      </div>
      {list.isPending ? (
        <TableBones />
      ) : list.error && !list.data ? (
        <EmptyState title={inWords(list.error).title} act={<Button onClick={() => list.refetch()}>再试一次</Button>} />
      ) : total === 0 ? (
        isNarrowed ? (
          <EmptyState title={`没有符合的${unit.replace(/^[名家件条个份]/, '')}`}>
            少选一个条件，或换个写法；姓名可以只写拼音首字母。
          </EmptyState>
        ) : (
          props.empty
        )
      ) : (
        <div
          ref={movable}
          className={list.isPlaceholderData ? 'list-body stale' : 'list-body'}
          aria-busy={list.isPlaceholderData}
        >
          <Rows
            {...props}
            columns={columns.filter(({ key }) => !hidden.includes(key))}
            view={view}
            change={change}
            list={list.data}
          />
        </div>
      )}
    </div>
  )
}

const movable = (body: HTMLElement | null) => reachable(body?.querySelector<HTMLElement>('.ant-table-content') ?? null)

type RowsProps<Row> = Props<Row> & { view: View; change: (next: Partial<View>) => void; list: Listed<Row> }

function Rows<Row extends object>({ columns, view, change, list, rowKey, open, picked }: RowsProps<Row>) {
  const onChange: TableProps<Row>['onChange'] = (page, filters, sorter, { action }) => {
    if (action === 'paginate') return change({ page: page.current ?? 1, size: page.pageSize ?? view.size })
    const { order, columnKey } = Array.isArray(sorter) ? sorter[0]! : sorter
    const chosen = Object.entries(filters).flatMap(([key, values]) =>
      values?.length ? [[key, values.map(String)] as const] : [],
    )
    change({ sort: order ? String(columnKey) : '', descending: order === 'descend', filters: Object.fromEntries(chosen) })
  }
  return (
    <Table<Row>
      rowKey={rowKey}
      dataSource={list.rows}
      columns={columns.map((column) => asAntd(column, view))}
      onChange={onChange}
      {...(open && { onRow: (row) => ({ onClick: (event) => isPlain(event.target) && open(row), className: 'opens' }) })}
      {...(picked && {
        rowSelection: {
          selectedRowKeys: picked.keys,
          onChange: (keys) => picked.pick(keys.map(String)),
          preserveSelectedRowKeys: true,
        },
      })}
      pagination={{
        current: view.page,
        pageSize: view.size,
        total: list.total,
        showSizeChanger: list.total > 20,
        pageSizeOptions: [20, 50, 100, 200],
        hideOnSinglePage: list.total <= 20,
        showQuickJumper: list.total > 400,
      }}
    />
  )
}

/** A press on a link, a button or a tick box in the row is theirs, not the row's. */
const isPlain = (target: EventTarget) => !(target as Element).closest('a, button, input, label')

function asAntd<Row extends object>({ key, title, render, sortable, options, width, align }: Column<Row>, view: View) {
  return {
    key,
    title,
    ...(render ? { render: (_: unknown, row: Row) => render(row) } : { dataIndex: key }),
    ...(width && { width }),
    ...(align && { align, className: 'num' }),
    ...(sortable && {
      sorter: true,
      sortOrder: view.sort === key ? (view.descending ? ('descend' as const) : ('ascend' as const)) : null,
    }),
    ...(options && {
      filters: options.map(({ value, label }) => ({ value, text: label })),
      filteredValue: view.filters[key] ?? null,
    }),
  }
}

const TableBones = () => (
  <div aria-busy="true" aria-label="正在取名单">
    {[1, 2, 3, 4, 5, 6, 7, 8].map((row) => (
      <span key={row} className="bone row" />
    ))}
  </div>
)
