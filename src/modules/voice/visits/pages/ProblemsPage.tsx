import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useExport } from '#web/exporting'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import type { View } from '#web/useView'
import type { Problem, ProblemListing, ProblemState } from '../contract.ts'
import { problemStateNames } from '../contract/words.ts'
import { problemHues } from './hues.ts'
import { ProblemActs } from './ProblemActs.tsx'

/** What visits brought back, each with its owner and day, until those who raised it confirm. */
export function ProblemsPage() {
  const { post } = useMe()
  const act = useMutation(api.visits.exportProblems.mutationOptions())
  const exporting = useExport((view) => act.mutateAsync(inputOf(view)))
  return (
    <Page line="走访带回来的问题，急的在前。" above={post?.unionName}>
      <div className="card">
        <DataTable<Problem>
          name="visit-problems"
          unit="件问题"
          findBy="问题、工会、承办人"
          columns={columns}
          query={(view) => api.visits.problems.queryOptions({ input: inputOf(view) })}
          rowKey={({ id }) => id}
          {...exporting}
          empty={<EmptyState title="还没有带回问题">走访时职工提的，记下来就有人办、有期限、有回音。</EmptyState>}
        />
      </div>
    </Page>
  )
}

const columns: Column<Problem>[] = [
  {
    key: 'matter',
    title: '问题',
    always: true,
    render: ({ visitId, matter, raisedBy }) => (
      <>
        <Link to={`/contacts/visits/${visitId}` as '/'}>{matter}</Link> <span className="faint">{raisedBy}</span>
      </>
    ),
  },
  { key: 'unionName', title: '工会' },
  { key: 'ownerName', title: '承办人' },
  { key: 'dueOn', title: '期限' },
  {
    key: 'state',
    title: '状态',
    options: Object.entries(problemStateNames).map(([value, label]) => ({ value, label })),
    render: ({ state, reopened }) => (
      <>
        <Chip hue={problemHues[state]}>{problemStateNames[state]}</Chip>
        {reopened > 0 && <span className="late"> 重办 {reopened} 回</span>}
      </>
    ),
  },
  { key: 'result', title: '结果', render: ({ result }) => result ?? '—' },
  { key: 'act', title: '', render: (problem) => <ProblemActs problem={problem} /> },
]

function inputOf({ page, size, find, filters }: View): Partial<ProblemListing> {
  return { page, size, ...(find && { text: find }), ...(filters.state && { state: filters.state as ProblemState[] }) }
}
