import { type ListColumn, listDownload } from '#platform/files'
import { categories, type Listing, outcomes, type Period, grades, type Row, stateNames, type UnionFigures } from './contract.ts'
import { unions } from './usecases/figures.ts'
import { list } from './usecases/reading.ts'

const columns: readonly ListColumn<Row>[] = [
  { title: '提案号', of: ({ number }) => number },
  { title: '案由', width: 40, of: ({ title }) => title },
  { title: '类别', of: ({ category }) => categories[category].title },
  { title: '提案人', width: 20, of: ({ authors }) => authors.join('、') },
  { title: '单位工会', width: 36, of: ({ unionName }) => unionName },
  { title: '交提案', kind: 'day', of: ({ submittedOn }) => submittedOn },
  { title: '附议', kind: 'number', of: ({ seconders }) => seconders },
  { title: '状态', of: ({ state }) => stateNames[state] },
  { title: '主办', of: ({ handler }) => handler },
  { title: '期限', kind: 'day', of: ({ dueOn }) => dueOn },
  { title: '答复', kind: 'day', of: ({ answeredOn }) => answeredOn },
  { title: '结果', of: ({ outcome }) => outcome && outcomes[outcome] },
  { title: '满意', of: ({ grade }) => grade && grades[grade] },
  { title: '财务确认效益（元）', kind: 'number', of: ({ effectFen }) => effectFen / 100 },
]

const perUnion: readonly ListColumn<UnionFigures>[] = [
  { title: '单位工会', width: 36, of: ({ unionName }) => unionName },
  { title: '征集', kind: 'number', of: ({ windows }) => windows },
  { title: '提案', kind: 'number', of: ({ submitted }) => submitted },
  { title: '立案', kind: 'number', of: ({ filed }) => filed },
  { title: '答复', kind: 'number', of: ({ answered }) => answered },
  { title: '采纳', kind: 'number', of: ({ adopted }) => adopted },
  { title: '部分采纳', kind: 'number', of: ({ partly }) => partly },
  { title: '未采纳', kind: 'number', of: ({ declined }) => declined },
  { title: '按期答复', kind: 'number', of: ({ onTime }) => onTime },
  { title: '逾期未答复', kind: 'number', of: ({ overdue }) => overdue },
  { title: '财务确认效益（元）', kind: 'number', of: ({ effectFen }) => effectFen / 100 },
]

export const downloads = {
  'proposals.export': listDownload<Listing, Row>('职代会提案', columns, list),
  'proposals.exportUnions': listDownload<Period, UnionFigures>('各单位提案情况', perUnion, unions),
}
