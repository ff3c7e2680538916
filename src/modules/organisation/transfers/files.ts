import { type Downloads, type ListColumn, listDownload } from '#platform/files'
import type { Listing, Row } from './contract.ts'
import { groundNames, sideNames, transferStateNames } from './contract/words.ts'
import { list } from './usecases/reading.ts'

const columns: readonly ListColumn<Row>[] = [
  { title: '姓名', of: ({ name }) => name },
  { title: '原工会', width: 36, of: ({ fromName }) => fromName },
  { title: '新工会', width: 36, of: ({ toName }) => toName },
  { title: '谁提出', of: ({ startedBy }) => sideNames[startedBy] },
  { title: '原因', width: 24, of: ({ ground }) => groundNames[ground] },
  { title: '状态', of: ({ state }) => transferStateNames[state] },
  { title: '等谁确认', of: ({ waitsFor }) => waitsFor.map((side) => sideNames[side]).join('、') || null },
  { title: '提出日期', kind: 'day', of: ({ startedOn }) => startedOn },
  { title: '应办结', kind: 'day', of: ({ dueOn }) => dueOn },
  { title: '办结日期', kind: 'day', of: ({ endedOn }) => endedOn },
  { title: '理由', width: 30, of: ({ reason }) => reason },
]

export const downloads: Downloads = { 'transfers.export': listDownload<Listing, Row>('转会', columns, list) }
