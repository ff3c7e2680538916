import { type Downloads, type ListColumn, listDownload } from '#platform/files'
import type { Decision, Decisions } from './contract.ts'
import { sideNames } from './rules/names.ts'
import { listDecisions } from './usecases.ts'

const columns: readonly ListColumn<Decision>[] = [
  { title: '工会', width: 36, of: ({ unionName }) => unionName },
  { title: '决定', width: 48, of: ({ decision }) => decision },
  { title: '会议', width: 24, of: ({ meeting }) => meeting },
  { title: '决定日期', kind: 'day', of: ({ decidedOn }) => decidedOn },
  { title: '由谁办', of: ({ executorName }) => executorName },
  { title: '哪一方', of: ({ executorSide }) => sideNames[executorSide] },
  { title: '应办结', kind: 'day', of: ({ dueOn }) => dueOn },
  { title: '办结日期', kind: 'day', of: ({ doneOn }) => doneOn },
  { title: '结果', width: 36, of: ({ outcome }) => outcome },
]

export const downloads: Downloads = {
  'leadership.export': listDownload<Decisions, Decision>('四方责任决定', columns, listDecisions),
}
