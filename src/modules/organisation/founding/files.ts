import { type Downloads, type ListColumn, listDownload } from '#platform/files'
import { dayOf } from '#platform/session'
import type { Listing, Row } from './contract.ts'
import { formNames, stateNames } from './rules/names.ts'
import { list } from './usecases/reading.ts'

const columns: readonly ListColumn<Row>[] = [
  { title: '拟建工会', width: 36, of: ({ name }) => name },
  { title: '方式', width: 20, of: ({ form }) => formNames[form] },
  { title: '状态', width: 22, of: ({ state }) => stateNames[state] },
  { title: '报哪一级', width: 30, of: ({ superiorName }) => superiorName },
  { title: '筹备负责人', of: ({ headName }) => headName },
  { title: '职工', kind: 'number', of: ({ workers }) => workers },
  { title: '支持签名', kind: 'number', of: ({ supporters }) => supporters },
  { title: '发起日期', kind: 'day', of: ({ openedAt }) => dayOf(openedAt) },
  { title: '报送日期', kind: 'day', of: ({ filedAt }) => filedAt && dayOf(filedAt) },
  { title: '应答复', kind: 'day', of: ({ answerBy }) => answerBy },
  { title: '答复日期', kind: 'day', of: ({ decidedAt }) => decidedAt && dayOf(decidedAt) },
]

export const downloads: Downloads = { 'founding.export': listDownload<Listing, Row>('网上建会', columns, list) }
