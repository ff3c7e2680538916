import { type Downloads, type ListColumn, listDownload } from '#platform/files'
import { type Key, type Keys, type Listing, processes } from './contract.ts'
import { processNames, processStateNames, stageNames, unitKindNames } from './rules/names.ts'
import { keys } from './usecases/keys.ts'
import { list } from './usecases/register.ts'

type Row = Awaited<ReturnType<typeof list>>['rows'][number]

const columns: readonly ListColumn<Row>[] = [
  { title: '单位名称', width: 36, of: ({ name }) => name },
  { title: '统一社会信用代码', width: 24, of: ({ creditCode }) => creditCode },
  { title: '所属工会', width: 30, of: ({ unionName }) => unionName },
  { title: '单位类型', of: ({ unitKind }) => unitKindNames[unitKind] },
  { title: '所有制', of: ({ ownership }) => ownership },
  { title: '行业', of: ({ sector }) => sector },
  { title: '地址', width: 36, of: ({ address }) => address },
  { title: '职工人数', kind: 'number', of: ({ headcount }) => headcount },
  { title: '会员', kind: 'number', of: ({ members }) => members },
  { title: '设立日期', kind: 'day', of: ({ setUpOn }) => setUpOn },
  { title: '建会', of: ({ stage }) => stageNames[stage] },
  { title: '进入这一步', kind: 'day', of: ({ stageOn }) => stageOn },
  { title: '建在哪家工会', width: 36, of: ({ coveredByName }) => coveredByName },
  { title: '组织员', of: ({ organiserName }) => organiserName },
  { title: '下一步', width: 30, of: ({ nextStep }) => nextStep },
  { title: '下一步日期', kind: 'day', of: ({ nextOn }) => nextOn },
  { title: '重点企业', of: ({ isKey }) => (isKey ? '是' : null) },
  { title: '阻挠建会', of: ({ isObstructed }) => (isObstructed ? '是' : null) },
  { title: '来源', of: ({ source }) => source },
]

const keyColumns: readonly ListColumn<Key>[] = [
  { title: '企业', width: 36, of: ({ name }) => name },
  { title: '所属工会', width: 30, of: ({ unionName }) => unionName },
  { title: '职工人数', kind: 'number', of: ({ headcount }) => headcount },
  { title: '指导员', of: ({ instructorName }) => instructorName },
  ...processes.map((process) => ({ title: processNames[process], of: (key: Key) => processStateNames[key[process]] })),
  { title: '走访', kind: 'number', of: ({ visits }) => visits },
  { title: '最近走访', kind: 'day', of: ({ lastVisit }) => lastVisit },
]

export const downloads: Downloads = {
  'employers.export': listDownload<Listing, Row>('用人单位名单', columns, list),
  'employers.exportKeys': listDownload<Keys, Key>('重点企业', keyColumns, keys),
}
