import { useQuery } from '@tanstack/react-query'
import { api } from '#web/api'
import { Section } from '#web/Section'
import { count } from '#web/words'
import type { Asked } from './asked.tsx'
import { Chart } from './Chart.tsx'

/** The three years up to the day, month by month. */
export function Trend({ unionId, day }: Pick<Asked, 'unionId' | 'day'>) {
  const from = `${Number(day.slice(0, 4)) - 2}-01-01`
  const trend = useQuery(api.insight.trend.queryOptions({ input: { unionId, from, to: day, step: 'month' } }))
  const points = trend.data ?? []
  return (
    <Section title="走势" note={`${from.slice(0, 4)} 年以来，每月末`}>
      <Chart
        option={{
          grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
          legend: { top: 4, left: 8 },
          tooltip: { trigger: 'axis' },
          xAxis: { type: 'category', data: points.map((point) => point.day.slice(0, 7)) },
          yAxis: [
            { type: 'value', minInterval: 1, scale: true },
            { type: 'value', minInterval: 1, splitLine: { show: false } },
          ],
          series: [
            { name: '在会会员', type: 'line', showSymbol: false, data: points.map(({ members }) => members) },
            { name: '入会', type: 'bar', yAxisIndex: 1, barMaxWidth: 8, data: points.map(({ joined }) => joined) },
            { name: '离会', type: 'bar', yAxisIndex: 1, barMaxWidth: 8, data: points.map(({ left }) => left) },
          ],
        }}
      />
      <details className="as-table">
        <summary>看数字</summary>
        <table className="counts">
          <thead>
            <tr>
              {['截至', '在会会员', '本月入会', '本月离会'].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.day}>
                <th scope="row">{point.day}</th>
                <td className="num">{count(point.members)}</td>
                <td className="num">{count(point.joined)}</td>
                <td className="num">{count(point.left)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Section>
  )
}
