import { type Downloads, type ListColumn, listDownload } from '#platform/files'
import { dayOf } from '#platform/session'
import type { Listing } from './contract.ts'
import { changeKindNames, changeStateNames } from './rules/names.ts'
import { list } from './usecases/reading.ts'

type Row = Awaited<ReturnType<typeof list>>['rows'][number]

const columns: readonly ListColumn<Row>[] = [
  { title: '工会', width: 40, of: ({ unionName }) => unionName },
  { title: '变更', width: 20, of: ({ kind }) => changeKindNames[kind] },
  { title: '状态', of: ({ state }) => changeStateNames[state] },
  { title: '等谁批', width: 30, of: ({ state, waitsForName }) => (state === 'filed' ? (waitsForName ?? '平台外的上级') : null) },
  { title: '报送日期', kind: 'day', of: ({ filedAt }) => filedAt && dayOf(filedAt) },
  { title: '批复日期', kind: 'day', of: ({ decidedAt }) => decidedAt && dayOf(decidedAt) },
  { title: '生效日期', kind: 'day', of: ({ effectiveOn }) => effectiveOn },
  { title: '登记期限', kind: 'day', of: ({ registerBy }) => registerBy },
  { title: '登记日期', kind: 'day', of: ({ registeredOn }) => registeredOn },
]

export const downloads: Downloads = { 'changes.export': listDownload<Listing, Row>('组织变更', columns, list) }
