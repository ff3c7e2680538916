import { type Downloads, type ListColumn, listDownload } from '#platform/files'
import type { Listing, Row } from './contract.ts'
import { changeKindNames, changeStateNames, retainGrounds } from './contract/words.ts'
import { list } from './usecases/reading.ts'

const columns: readonly ListColumn<Row>[] = [
  { title: '姓名', of: ({ memberName }) => memberName },
  { title: '会员证号', of: ({ memberNumber }) => memberNumber },
  { title: '工会', width: 36, of: ({ unionName }) => unionName },
  { title: '变动', of: ({ kind }) => changeKindNames[kind] },
  { title: '原因', of: ({ ground }) => ground && retainGrounds[ground] },
  { title: '状态', of: ({ state }) => changeStateNames[state] },
  { title: '提出日期', kind: 'day', of: ({ openedOn }) => openedOn },
  { title: '生效日期', kind: 'day', of: ({ effectiveOn }) => effectiveOn },
  { title: '决定日期', kind: 'day', of: ({ decidedOn }) => decidedOn },
  { title: '纪要或公告', width: 24, of: ({ document }) => document },
  { title: '备案日期', kind: 'day', of: ({ reportedOn }) => reportedOn },
  { title: '备案文号', of: ({ reportNumber }) => reportNumber },
]

export const downloads: Downloads = { 'standing.export': listDownload<Listing, Row>('会籍变动', columns, list) }
