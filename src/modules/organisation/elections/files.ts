import { download, type Downloads, everyRow } from '#platform/files'
import type { Session } from '#platform/session'
import { documentDownload } from '#platform/documents'
import { writeSheet } from '#platform/sheets'
import type { Listing } from './contract.ts'
import { electionKindNames, electionStateNames, filingKindNames, stepNames } from './rules.ts'
import { papersOf } from './usecases/papers.ts'
import { list } from './usecases/reading.ts'

const columns = [
  '工会',
  '选举',
  '类别',
  '状态',
  '办到',
  '大会日期',
  '本届届满',
  '应到',
  '实到',
  '等上级答复',
  '期限',
  '逾期',
  '开始',
]

export const downloads: Downloads = {
  'elections.export': download<Listing>({
    authority: 'members.exchange',
    title: ({ today }) => `选举情况 ${today}.xlsx`,
    write: (session, filter, out) =>
      writeSheet(out, {
        title: '选举情况',
        columns: columns.map((title) => ({ title, width: title === '工会' || title === '选举' ? 34 : 14 })),
        rows: rowsOf(session, filter),
      }),
  }),
  'elections.document': documentDownload<{ id: string; set: string }>(
    'unions.view',
    ({ set }) => `选举文件${set && ` ${set}`}`,
    papersOf,
  ),
}

async function* rowsOf(session: Session, filter: Listing) {
  for await (const row of everyRow(session, list, filter))
    yield [
      ...[
        row.unionName,
        row.title,
        electionKindNames[row.kind],
        electionStateNames[row.state],
        row.state === 'open' ? stepNames[row.step] : '',
      ],
      ...[row.meetingOn, row.termEndsOn, row.expected, row.present, row.waitsFor && filingKindNames[row.waitsFor]],
      ...[row.dueOn, row.isLate ? '逾期' : '', row.openedOn],
    ]
}
