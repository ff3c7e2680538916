import { type Downloads, listDownload } from '#platform/files'
import type { Item, Kind, Listing, UnionPicture } from './contract.ts'
import { audienceNames, headingNames, kindNames, sideNames, stateNames } from './rules/names.ts'
import { picture } from './usecases/picture.ts'
import { list } from './usecases/reading.ts'

const rate = (part: number, whole: number) => (whole ? `${Math.round((part / whole) * 100)}%` : '')

export const downloads: Downloads = {
  'disclosure.export': listDownload<Listing, Item>(
    '公开事项',
    [
      { title: '工会', width: 36, of: ({ unionName }) => unionName },
      { title: '公开类别', of: ({ kind }) => kindNames[kind] },
      { title: '栏目', of: ({ heading }) => headingNames[heading] },
      { title: '事项', width: 30, of: ({ title }) => title },
      { title: '期次', width: 18, of: ({ label }) => label },
      { title: '由谁公开', of: ({ side }) => sideNames[side] },
      { title: '责任人', width: 18, of: ({ responsible }) => responsible },
      { title: '向谁公开', of: ({ audience }) => audienceNames[audience] },
      { title: '应公开', kind: 'day', of: ({ dueOn }) => dueOn },
      { title: '已公开', kind: 'day', of: ({ publishedOn }) => publishedOn },
      { title: '状态', of: ({ state }) => stateNames[state] },
      { title: '待答复', kind: 'number', of: ({ openQuestions }) => openQuestions },
    ],
    list,
  ),
  'disclosure.exportPicture': listDownload<{ kind?: Kind }, UnionPicture>(
    '公开工作情况',
    [
      { title: '工会', width: 36, of: ({ name }) => name },
      { title: '公开类别', of: ({ kind }) => kindNames[kind] },
      { title: '目录条数', kind: 'number', of: ({ entries }) => entries },
      { title: '应公开', kind: 'number', of: ({ due }) => due },
      { title: '已公开', kind: 'number', of: ({ published }) => published },
      { title: '按期', kind: 'number', of: ({ onTime }) => onTime },
      { title: '按期率', of: ({ onTime, due }) => rate(onTime, due) },
      { title: '逾期或作废', kind: 'number', of: ({ overdue }) => overdue },
      { title: '核查不通过', kind: 'number', of: ({ faults }) => faults },
      { title: '意见', kind: 'number', of: ({ questions }) => questions },
      { title: '已答复', kind: 'number', of: ({ answered }) => answered },
    ],
    (session, input) => picture(session, { ...input, descending: false }),
  ),
}
