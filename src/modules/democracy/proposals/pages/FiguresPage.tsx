import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { type Column, DataTable } from '#web/DataTable'
import { DayField } from '#web/DayField'
import { EmptyState } from '#web/EmptyState'
import { useExport } from '#web/exporting'
import { Figure } from '#web/Figure'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { today, yuan } from '#web/words'
import type { Figures, UnionFigures } from '../contract.ts'
import { sides } from '../contract/words.ts'

/** Units under the system, adopted, effect; what proposals are about over the years. Each number opens its records. */
export function FiguresPage() {
  const { post } = useMe()
  const [period, setPeriod] = useState({ from: `${today().slice(0, 4)}-01-01`, until: today() })
  const { data } = useQuery(api.proposals.figures.queryOptions({ input: period }))
  const act = useMutation(api.proposals.exportUnions.mutationOptions())
  const exporting = useExport(() => act.mutateAsync(period))
  return (
    <Page line={data ? lineOf(data) : '提案情况。'} above={post?.unionName}>
      <Section title="起止" padded>
        <div className="narrow-form">
          <DayField label="从" value={period.from} pick={(from) => from && setPeriod({ ...period, from })} />
          <DayField label="到" value={period.until} pick={(until) => until && setPeriod({ ...period, until })} />
        </div>
      </Section>
      <Numbers data={data} period={period} />
      <Shares years={data?.years ?? []} />
      <div className="card">
        <DataTable<UnionFigures>
          name="proposal-unions"
          unit="家单位"
          findBy="工会名称"
          columns={columns(period)}
          query={({ page, size, find }) =>
            api.proposals.unions.queryOptions({ input: { ...period, page, size, ...(find && { text: find }) } })
          }
          rowKey={({ unionId }) => unionId}
          {...exporting}
          empty={<EmptyState title="这段时间没有单位征集提案">换一段时间看看。</EmptyState>}
        />
      </div>
    </Page>
  )
}

const lineOf = ({ unions, adopted, partly, effectFen }: Figures) =>
  `${unions} 家单位实行提案制，采纳 ${adopted + partly} 条，财务确认的效益不少于 ${yuan(effectFen)}。`

type Period = { from: string; until: string }
function Numbers({ data, period }: { data: Figures | undefined; period: Period }) {
  const search = (more: object) => ({ ...period, ...more })
  const decided = data && data.adopted + data.partly + data.declined
  return (
    <Section title="这段时间" note="采纳按答复日，效益按财务确认日" padded>
      <div className="figures">
        <Figure label="提案" value={data?.submitted} unit="件" to="/proposals" search={search({ by: 'submitted' })} />
        <Figure
          label="采纳"
          value={data?.adopted}
          unit="件"
          to="/proposals"
          search={search({ by: 'answered', outcome: 'adopted' })}
        />
        <Figure
          label="部分采纳"
          value={data?.partly}
          unit="件"
          to="/proposals"
          search={search({ by: 'answered', outcome: 'partly' })}
        />
        <Figure
          label="未采纳"
          value={data?.declined}
          unit="件"
          to="/proposals"
          search={search({ by: 'answered', outcome: 'declined' })}
        />
        <Figure
          label="逾期未答复"
          value={data?.overdue}
          unit="件"
          late={Boolean(data?.overdue)}
          to="/proposals"
          search={{ isLate: true }}
        />
        <div className="figure">
          <p className="muted">财务确认效益（不少于）</p>
          <Link to={'/proposals' as '/'} search={search({ by: 'effect' }) as never}>
            <b className="figure-value">{data ? yuan(data.effectFen) : <span className="bone short" />}</b>
          </Link>
        </div>
      </div>
      {data && (
        <p className="muted">
          {decided ? `采纳率 ${percent(data.adopted + data.partly, decided)}，` : ''}
          {data.answered ? `按期答复 ${percent(data.onTime, data.answered)}，` : ''}
          {data.replyDays === null ? '' : `平均 ${data.replyDays} 天答复，`}
          {data.rated ? `提案人满意和基本满意 ${percent(data.satisfied, data.rated)}。` : '还没有提案人评价。'}
        </p>
      )}
    </Section>
  )
}

const percent = (part: number, whole: number) => `${Math.round((100 * part) / whole)}%`

/** Production and management against living matters, year by year (C-36). */
function Shares({ years }: { years: Figures['years'] }) {
  if (years.length === 0) return null
  return (
    <Section title="职工关心什么" note="生产经营与生活待遇的占比">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">年份</th>
            {Object.values(sides).map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            <th scope="col">生产经营占比</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, work, living, other }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              {Object.entries({ work, living, other }).map(([side, n]) => (
                <td key={side}>
                  <Link
                    to={'/proposals' as '/'}
                    search={{ side, by: 'submitted', from: `${year}-01-01`, until: `${year}-12-31` } as never}
                  >
                    {n}
                  </Link>
                </td>
              ))}
              <td>{percent(work, work + living + other)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

const columns = (period: Period): Column<UnionFigures>[] => [
  {
    key: 'unionName',
    title: '单位工会',
    always: true,
    render: ({ unionId, unionName }) => (
      <Link to={'/proposals' as '/'} search={{ unionId, ...period, by: 'submitted' } as never}>
        {unionName}
      </Link>
    ),
  },
  { key: 'submitted', title: '提案', align: 'right' },
  { key: 'filed', title: '立案', align: 'right' },
  { key: 'answered', title: '答复', align: 'right' },
  { key: 'adopted', title: '采纳', align: 'right' },
  { key: 'partly', title: '部分采纳', align: 'right' },
  { key: 'onTime', title: '按期', align: 'right' },
  { key: 'overdue', title: '逾期', align: 'right' },
  { key: 'effectFen', title: '效益（不少于）', align: 'right', render: ({ effectFen }) => (effectFen ? yuan(effectFen) : '—') },
]
