import { Link, useSearch } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { api } from '#web/api'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { count, dayInWords } from '#web/words'
import { dimensionNames } from '../contract/words.ts'
import type { Question, Counted as Listed } from '../contract.ts'
import { valueName } from '../rules.ts'
import { useAsked } from './asked.tsx'

const columns: Column<Listed>[] = [
  {
    key: 'name',
    title: '姓名',
    always: true,
    render: ({ id, name, isHere }) =>
      isHere ? (
        <Link to={`/members/${id}` as '/'} className="link">
          {name}
        </Link>
      ) : (
        <>
          {name} <span className="faint small">已转到其他工会</span>
        </>
      ),
  },
  { key: 'unionName', title: '当时所在工会' },
  { key: 'fromOn', title: '从哪天起' },
  { key: 'untilOn', title: '到哪天止', render: ({ untilOn }) => untilOn ?? <span className="faint">至今</span> },
]
const titles = { ...dimensionNames, standing: '会籍', came: '来由', went: '去向' }

/** The list behind a figure: whoever it counts, no more and no fewer. */
export function RecordsPage() {
  const [{ unionId, day, since }] = useAsked()
  const search: Record<string, unknown> = useSearch({ strict: false })
  const figure = (Object.keys(titles).find((key) => key === search.figure) ?? 'standing') as Question['figure']
  const value = search.value === undefined ? 'full' : String(search.value)
  const question = { unionId, day, since, figure, value }
  const first = useQuery(api.insight.records.queryOptions({ input: { ...question, page: 1, size: 20 } }))
  const isFlow = figure === 'came' || figure === 'went'
  const when = isFlow ? `从 ${dayInWords(since)}之后到 ${dayInWords(day)}` : `截至 ${dayInWords(day)}`
  return (
    <Page
      above={
        <>
          <Link to={'/insight' as '/'} search={{ union: unionId, day, since } as never} className="link">
            统计
          </Link>{' '}
          · {titles[figure]} · {valueName(figure, value)}
        </>
      }
      line={
        first.data
          ? `${when}，${first.data.union.name}的会员中${titles[figure]}为“${valueName(figure, value)}”的有 ${count(first.data.total)} 人${isFlow ? '次' : ''}。`
          : '正在取名单……'
      }
    >
      <Section title="名单">
        <DataTable<Listed>
          name="insight-records"
          unit="人"
          columns={columns}
          query={({ page, size }) => api.insight.records.queryOptions({ input: { ...question, page, size } })}
          rowKey={({ id, fromOn }) => `${id} ${fromOn}`}
          empty={<EmptyState title="这一项没有人" />}
        />
      </Section>
    </Page>
  )
}
