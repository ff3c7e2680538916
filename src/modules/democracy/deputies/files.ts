import { type Downloads, listDownload, type ListColumn } from '#platform/files'
import type { Deputy, Listing } from './contract.ts'
import { endingNames } from './rules.ts'
import { list } from './usecases/reading.ts'

const yes = (is: boolean) => (is ? '是' : '')
const columns: ListColumn<Deputy>[] = [
  { title: '选举单位', width: 24, of: ({ unitName }) => unitName },
  { title: '姓名', width: 12, of: ({ name }) => name },
  { title: '性别', width: 8, of: ({ isWoman }) => (isWoman ? '女' : '男') },
  { title: '岗位', width: 16, of: ({ job }) => job },
  { title: '管理人员', width: 10, of: ({ isManager }) => yes(isManager) },
  { title: '一线职工', width: 10, of: ({ isFrontLine }) => yes(isFrontLine) },
  { title: '任职', width: 12, of: ({ since }) => since },
  { title: '终止', width: 12, of: ({ until }) => until },
  { title: '终止原因', width: 14, of: ({ endedBy }) => (endedBy ? endingNames[endedBy] : '') },
  { title: '到会 / 应到', width: 14, of: ({ vote }) => (vote ? `${vote.present} / ${vote.staff}` : '') },
  { title: '赞成', width: 8, of: ({ vote }) => vote?.inFavour ?? null },
]

export const downloads: Downloads = { 'deputies.export': listDownload<Listing, Deputy>('职工代表花名册', columns, list) }
