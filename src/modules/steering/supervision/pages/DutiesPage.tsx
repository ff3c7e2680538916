import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { Chip, type Hue } from '#web/Chip'
import { Cite } from '#web/Cite'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useExport } from '#web/exporting'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import type { View } from '#web/useView'
import { count, dayInWords } from '#web/words'
import type { Counts, Duty, DutyState, Whose } from '../contract.ts'
import { dutyStateNames, whoseNames } from '../rules/names.ts'
import { DueCell } from './DueCell.tsx'
import { acts } from './DutyItem.tsx'
import { DutyTabs } from './DutyTabs.tsx'
import { UrgeDialog } from './UrgeDialog.tsx'
import './supervision.css'

type Search = { whose?: Whose; union?: string; clock?: string }
type Asked = { whose: Whose; union: string | undefined; clock: string | undefined }

/** 应办事项: of one's post, of one union, of everything below; by state, clock and words. */
export function DutiesPage() {
  const { post, permissions } = useMe()
  const { whose: asked, union, clock }: Search = useSearch({ strict: false })
  const whose = asked ?? (union ? 'below' : 'mine')
  const navigate = useNavigate()
  const [keys, pick] = useState<string[]>([])
  const [isUrging, urge] = useState(false)
  const act = useMutation(api.supervision.export.mutationOptions())
  const inputOf = (view: View) => asInput(view, { whose, union, clock })
  const exporting = useExport((view) => act.mutateAsync(inputOf(view)))
  const of = useQuery({ ...api.unions.get.queryOptions({ input: { id: union ?? '' } }), enabled: !!union })
  const first = useQuery(
    api.supervision.list.queryOptions({ input: inputOf({ page: 1, size: 20, descending: false, filters: {} }) }),
  )
  const choose = (next: Whose) => void navigate({ to: '.', search: { whose: next } as never, replace: true })
  return (
    <Page
      line={<Line counts={first.data?.counts} whose={whose} name={of.data?.name} />}
      above={of.data?.name ?? post?.unionName}
      acts={<Button onClick={() => print()}>打印</Button>}
    >
      <DutyTabs />
      <div className="card">
        <DataTable<Duty>
          name="duties"
          unit="件"
          columns={columns(whose)}
          query={(view) => api.supervision.list.queryOptions({ input: inputOf(view) })}
          rowKey={({ id }) => id}
          open={({ id }) => void navigate({ to: `/supervision/${id}` as '/' })}
          findBy="工会、事项"
          {...exporting}
          acts={!union && <WhosePick whose={whose} choose={choose} />}
          empty={<Nothing whose={whose} />}
          {...(permissions.includes('unions.approve') &&
            whose !== 'mine' && {
              picked: { keys, pick, acts: <Button onClick={() => urge(true)}>督办 {keys.length} 件</Button> },
            })}
        />
      </div>
      {isUrging && (
        <UrgeDialog
          dutyIds={keys}
          close={(isSent) => {
            urge(false)
            if (isSent) pick([])
          }}
        />
      )}
    </Page>
  )
}

function asInput({ page, size, sort, descending, find, filters }: View, { whose, union, clock }: Asked) {
  const states = filters.state as DutyState[] | undefined
  return {
    ...{ page, size, descending, whose },
    ...(sort && { sort: { dueOn: 'due', unionName: 'union' }[sort] ?? sort }),
    ...(find && { text: find }),
    ...(states?.length && { states }),
    ...(union && { unionId: union }),
    ...(clock && { clock }),
  }
}

function Line({ counts, whose, name }: { counts: Counts | undefined; whose: Whose; name: string | undefined }) {
  const who = name ? '这里' : { mine: '我', union: '本会', below: '本会和下级' }[whose]
  if (!counts) return <>应办事项。</>
  const late = counts.overdue + counts.escalated
  const all = late + counts.open + counts.warned
  if (all === 0) return <>{who}现在没有应办未办的事。</>
  return (
    <>
      {who}有 {count(all)} 件应办的事
      {late > 0 && (
        <>
          ，<em>{count(late)} 件已逾期</em>
        </>
      )}
      {counts.warned > 0 && `，${count(counts.warned)} 件快到期`}。
    </>
  )
}

const WhosePick = ({ whose, choose }: { whose: Whose; choose: (whose: Whose) => void }) => (
  <span className="chips" role="group" aria-label="谁的事项">
    {(Object.keys(whoseNames) as Whose[]).map((each) => (
      <button key={each} type="button" className="pill" aria-pressed={each === whose} onClick={() => choose(each)}>
        {whoseNames[each]}
      </button>
    ))}
  </span>
)

const Nothing = ({ whose }: { whose: Whose }) => (
  <EmptyState
    title="没有应办未办的事"
    act={
      <Link to={'/supervision/clocks' as '/'} className="btn plain">
        看着哪些期限
      </Link>
    }
  >
    {whose === 'mine' ? '有事要办时会出现在这里和“今天”里，附带依据和期限。' : '届期、空缺、申请和备案都有期限，到时会自动列出。'}
  </EmptyState>
)

const hues: Partial<Record<DutyState, Hue>> = { overdue: 'red', escalated: 'red', warned: 'amber', fulfilled: 'green' }
export const StateChip = ({ state, level }: { state: DutyState; level: number }) => (
  <Chip hue={hues[state]}>
    {dutyStateNames[state]}
    {state === 'escalated' && level > 1 && ` ${level} 级`}
  </Chip>
)

const options = (Object.keys(dutyStateNames) as DutyState[]).map((value) => ({ value, label: dutyStateNames[value] }))

const columns = (whose: Whose): Column<Duty>[] => [
  { key: 'dueOn', title: '到期', always: true, sortable: true, width: 110, render: (duty) => <DueCell {...duty} /> },
  {
    key: 'title',
    title: '事项',
    always: true,
    render: ({ id, title, subject, cite }) => (
      <>
        <Link to={`/supervision/${id}` as '/'} className="duty-title">
          {title}
          {subject && `（${subject}）`}
        </Link>
        <span className="under">{cite && <Cite article={cite} />}</span>
      </>
    ),
  },
  ...(whose === 'below' ? [{ key: 'unionName', title: '工会', sortable: true } as const] : []),
  {
    key: 'state',
    title: '状态',
    options,
    render: ({ state, level, openUrges }) => (
      <span className="chips">
        <StateChip state={state} level={level} />
        {openUrges > 0 && <Chip hue="amber">督办中</Chip>}
      </span>
    ),
  },
  { key: 'owedBy', title: '由谁办', hidden: whose === 'below', render: ({ owedBy }) => owedBy.slice(0, 2).join('、') },
  { key: 'since', title: '起算', sortable: true, hidden: whose === 'below', render: ({ since }) => dayInWords(since) },
  {
    key: 'act',
    title: '办理',
    render: (duty) => (
      <Link to={acts(duty).to as '/'} className="link">
        {acts(duty).title}
      </Link>
    ),
  },
]
