import { download, type Downloads, everyRow } from '#platform/files'
import type { Session } from '#platform/session'
import { type Column, writeSheet, type Written } from '#platform/sheets'
import {
  type CadreFigures,
  grades,
  type Period,
  type Problem,
  type ProblemListing,
  problemStateNames,
  type Theme,
  type VisitListing,
  type VisitRow,
  visitStateNames,
} from './contract.ts'
import { figures } from './usecases/figures.ts'
import { list as problems } from './usecases/problems.ts'
import { list } from './usecases/reading.ts'
import { themesAt } from './usecases/themes.ts'

type Of<R> = Column & { of: (row: R) => Written }

const visitColumns = (themes: readonly Theme[]): readonly Of<VisitRow>[] => [
  { title: '被走访工会', width: 36, of: ({ unionName }) => unionName },
  { title: '走访人', of: ({ leadName }) => leadName },
  { title: '同去', of: ({ companions }) => companions.join('、') },
  { title: '所在工会', width: 30, of: ({ fromUnionName }) => fromUnionName },
  { title: '计划日期', kind: 'day', of: ({ plannedOn }) => plannedOn },
  { title: '走访日期', kind: 'day', of: ({ visitedOn }) => visitedOn },
  {
    title: '主题',
    width: 36,
    of: (row) => row.themes.map((key) => themes.find((theme) => theme.key === key)?.title ?? key).join('、'),
  },
  { title: '状态', of: ({ state }) => visitStateNames[state] },
  { title: '问题', kind: 'number', of: (row) => row.problems },
  { title: '有结果', kind: 'number', of: ({ solved }) => solved },
  { title: '基层评价', of: ({ grade }) => grade && grades[grade] },
]

const problemColumns: readonly Of<Problem>[] = [
  { title: '工会', width: 36, of: ({ unionName }) => unionName },
  { title: '问题', width: 48, of: ({ matter }) => matter },
  { title: '谁提的', of: ({ raisedBy }) => raisedBy },
  { title: '提出', kind: 'day', of: ({ raisedOn }) => raisedOn },
  { title: '承办人', of: ({ ownerName }) => ownerName },
  { title: '期限', kind: 'day', of: ({ dueOn }) => dueOn },
  { title: '状态', of: ({ state }) => problemStateNames[state] },
  { title: '结果', width: 48, of: ({ result }) => result },
  { title: '办出结果', kind: 'day', of: ({ resolvedOn }) => resolvedOn },
  { title: '反馈', kind: 'day', of: ({ fedBackOn }) => fedBackOn },
  { title: '确认', kind: 'day', of: ({ confirmedOn }) => confirmedOn },
]

const figureColumns: readonly Of<CadreFigures>[] = [
  { title: '干部', of: ({ name }) => name },
  { title: '所在工会', width: 30, of: ({ unionName }) => unionName },
  { title: '联系点', kind: 'number', of: ({ points }) => points },
  { title: '计划走访', kind: 'number', of: ({ planned }) => planned },
  { title: '已走访', kind: 'number', of: ({ made }) => made },
  { title: '过期未去', kind: 'number', of: ({ overdue }) => overdue },
  { title: '带回问题', kind: 'number', of: (row) => row.problems },
  { title: '有结果', kind: 'number', of: ({ solved }) => solved },
  { title: '按期', kind: 'number', of: ({ solvedOnTime }) => solvedOnTime },
  { title: '当场办成', kind: 'number', of: ({ onTheSpot }) => onTheSpot },
  { title: '逾期未办', kind: 'number', of: ({ problemsOverdue }) => problemsOverdue },
]

const authority = 'members.exchange' as const

export const downloads: Downloads = {
  'visits.export': download<VisitListing>({
    authority,
    title: ({ today }) => `走访记录 ${today}.xlsx`,
    async write(session, input, out) {
      const { themes } = await themesAt(session, session.user.post?.path ?? '')
      const columns = visitColumns(themes)
      await writeSheet(out, { title: '走访', columns, rows: cells(everyRow(session, list, input), columns) })
    },
  }),
  'visits.exportProblems': download<ProblemListing>({
    authority,
    title: ({ today }) => `走访问题 ${today}.xlsx`,
    write: (session, input, out) =>
      writeSheet(out, {
        title: '问题',
        columns: problemColumns,
        rows: cells(everyRow(session, problems, input), problemColumns),
      }),
  }),
  'visits.exportFigures': download<Period>({
    authority,
    title: (_, { from, until }) => `联系点与走访情况 ${from} 至 ${until}.xlsx`,
    write: (session, input, out) =>
      writeSheet(out, { title: '走访情况', columns: figureColumns, rows: cells(cadresOf(session, input), figureColumns) }),
  }),
}

async function* cadresOf(session: Session, input: Period) {
  yield* (await figures(session, input)).cadres
}

async function* cells<R>(rows: AsyncGenerator<R>, columns: readonly Of<R>[]) {
  for await (const row of rows) yield columns.map(({ of }) => of(row))
}
