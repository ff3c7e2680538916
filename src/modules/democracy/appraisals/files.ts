import { type Downloads, listDownload } from '#platform/files'
import { electorateNames, kindNames, stateNames } from './rules.ts'
import { list } from './usecases/reading.ts'

export const downloads: Downloads = {
  'appraisals.export': listDownload(
    '民主评议',
    [
      { title: '工会', width: 40, of: ({ unionName }) => unionName },
      { title: '评议', width: 40, of: ({ title }) => title },
      { title: '评议什么', of: ({ kind }) => kindNames[kind] },
      { title: '谁来评', of: ({ electorate }) => electorateNames[electorate] },
      { title: '状态', of: (row) => stateNames[row.state] },
      { title: '开始日', kind: 'day', of: ({ openedOn }) => openedOn },
      { title: '计票日', kind: 'day', of: ({ countedOn }) => countedOn },
      { title: '报告日', kind: 'day', of: ({ reportedOn }) => reportedOn },
      { title: '改进事项', of: ({ improvements }) => improvements },
      { title: '已改进', of: ({ improved }) => improved },
    ],
    list,
  ),
}
