import { Link } from '@tanstack/react-router'
import { Chip } from '#web/Chip'
import type { Column } from '#web/DataTable'
import type { View } from '#web/useView'
import { yuan } from '#web/words'
import type { Listing, Row } from '../contract.ts'
import { categories, type Category, grades, type Outcome, outcomes, type State, stateNames } from '../contract/words.ts'
import { gradeHues, outcomeHues, stateHues } from './hues.ts'

const options = (of: Record<string, string>) => Object.entries(of).map(([value, label]) => ({ value, label }))

export const columns: readonly Column<Row>[] = [
  {
    key: 'title',
    title: '案由',
    always: true,
    render: ({ id, title, mergedCount }) => (
      <>
        <Link to={`/proposals/${id}` as '/'}>{title}</Link>
        {mergedCount > 0 && <span className="faint"> 并案 {mergedCount} 件</span>}
      </>
    ),
  },
  { key: 'number', title: '提案号', render: ({ number }) => number ?? '—' },
  {
    key: 'category',
    title: '类别',
    options: options(Object.fromEntries(Object.entries(categories).map(([key, { title }]) => [key, title]))),
    render: ({ category }) => categories[category].title,
  },
  { key: 'authors', title: '提案人', render: ({ authors }) => authors.join('、') },
  { key: 'union', title: '单位工会', sortable: true, hidden: true, render: ({ unionName }) => unionName },
  { key: 'submitted', title: '交提案', sortable: true, render: ({ submittedOn }) => submittedOn },
  { key: 'seconders', title: '附议', align: 'right', render: ({ seconders }) => seconders },
  {
    key: 'state',
    title: '状态',
    options: options(stateNames),
    render: ({ state, isLate, round }) => (
      <>
        <Chip hue={isLate ? 'red' : stateHues[state]}>{isLate ? '逾期未答复' : stateNames[state]}</Chip>
        {round === 2 && <span className="faint"> 第二轮</span>}
      </>
    ),
  },
  { key: 'handler', title: '主办', render: ({ handler }) => handler ?? '—' },
  { key: 'due', title: '期限', sortable: true, render: ({ dueOn }) => dueOn ?? '—' },
  {
    key: 'outcome',
    title: '结果',
    options: options(outcomes),
    render: ({ outcome }) => (outcome ? <Chip hue={outcomeHues[outcome]}>{outcomes[outcome]}</Chip> : '—'),
  },
  { key: 'grade', title: '满意', render: ({ grade }) => (grade ? <Chip hue={gradeHues[grade]}>{grades[grade]}</Chip> : '—') },
  { key: 'effect', title: '效益', align: 'right', render: ({ effectFen }) => (effectFen ? yuan(effectFen) : '—') },
]

export function inputOf({ page, size, sort, descending, find, filters }: View): Partial<Listing> {
  return {
    ...{ page, size, descending },
    ...(sort && { sort }),
    ...(find && { text: find }),
    ...(filters.state && { state: filters.state as State[] }),
    ...(filters.outcome && { outcome: filters.outcome as Outcome[] }),
    ...(filters.category?.[0] && { category: filters.category[0] as Category }),
  }
}
