import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, client } from '#web/api'
import { usePermission } from '#web/me'
import { Button } from '#web/RuledButton'
import { useDownload } from '#web/save'
import { Section } from '#web/Section'
import { count } from '#web/words'
import { type Cut, cutNames, type Dimension, dimensionNames } from '../contract/words.ts'
import type { Part } from '../contract.ts'
import { valueName } from '../rules.ts'
import type { Asked } from './asked.tsx'
import { Chart } from './Chart.tsx'

/** As many bars as can be read. */
const BARS = 30

/** The figures taken apart: towns compared, kinds of union, types of unit, sectors; as a picture and as a table. */
export function Parts({ asked, change }: { asked: Asked; change: (next: Record<string, string>) => void }) {
  const { unionId, day, by, of } = asked
  const parts = useQuery(api.insight.breakdown.queryOptions({ input: { unionId, day, by, of } }))
  const mayTake = usePermission('members.exchange')
  const [saving, save] = useDownload(async () => {
    const { id } = await client.insight.export({ unionId, day, by, of })
    location.assign(`/files/${id}`)
  })
  const rows = parts.data ?? []
  const values = valuesOf(rows)
  return (
    <Section
      title="分开来看"
      note={
        <span className="acts no-print">
          <Choice label="按" value={by} names={cutNames} choose={(next) => change({ by: next })} />
          <Choice label="看" value={of} names={dimensionNames} choose={(next) => change({ of: next })} />
          {mayTake && (
            <Button busy={saving} onClick={save}>
              导出 Excel
            </Button>
          )}
        </span>
      }
    >
      {rows.length > 1 && (
        <Chart option={bars(rows.slice(0, BARS), values, by, of)} height={Math.max(220, Math.min(rows.length, BARS) * 22 + 70)} />
      )}
      <div className="wide">
        <table className="counts parts">
          <caption className="only-read">
            截至 {day}，按{cutNames[by]}，{dimensionNames[of]}
          </caption>
          <thead>
            <tr>
              <th scope="col">{cutNames[by]}</th>
              <th scope="col" className="num">
                在会会员
              </th>
              {values.map((value) => (
                <th key={value} scope="col" className="num">
                  {valueName(of, value)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((part) => (
              <tr key={part.key ?? ''}>
                <th scope="row">
                  <PartName part={part} by={by} asked={asked} />
                </th>
                <td className="num">{count(part.members)}</td>
                {values.map((value) => (
                  <td key={value} className="num">
                    <Cell part={part} by={by} of={of} value={value} asked={asked} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {parts.data && rows.length === 0 && <p className="muted nobody">这一天这里没有在会会员。</p>}
    </Section>
  )
}

const nameOf = ({ key, name }: Part, by: Cut) => name ?? (key === null ? '本级直属' : valueName(by, key))

function PartName({ part, by, asked }: { part: Part; by: Cut; asked: Asked }) {
  const name = nameOf(part, by)
  if (by !== 'child' || !part.key) return name
  const search = { union: part.key, day: asked.day, since: asked.since, by: asked.by, of: asked.of }
  return (
    <Link to={'/insight' as '/'} search={search as never} className="link">
      {name}
    </Link>
  )
}

/** The list opens where it is one union's; a class of unions has no list of its own. */
function Cell({ part, by, of, value, asked }: { part: Part; by: Cut; of: Dimension; value: string; asked: Asked }) {
  const people = part.counts.find((one) => one.value === value)?.count ?? 0
  if (by !== 'child' || !part.key || people === 0) return people ? count(people) : ''
  const search = { union: part.key, day: asked.day, since: asked.since, figure: of, value }
  return (
    <Link to={'/insight/records' as '/'} search={search as never} className="link">
      {count(people)}
    </Link>
  )
}

function Choice<K extends string>(props: { label: string; value: K; names: Record<K, string>; choose: (value: K) => void }) {
  return (
    <label>
      {props.label}{' '}
      <select value={props.value} onChange={({ target }) => props.choose(target.value as K)}>
        {(Object.keys(props.names) as K[]).map((key) => (
          <option key={key} value={key}>
            {props.names[key]}
          </option>
        ))}
      </select>
    </label>
  )
}

function valuesOf(parts: readonly Part[]) {
  const sums = new Map<string, number>()
  for (const { counts } of parts) for (const { value, count: people } of counts) sums.set(value, (sums.get(value) ?? 0) + people)
  return [...sums].sort((a, b) => b[1] - a[1]).map(([value]) => value)
}

const bars = (parts: readonly Part[], values: readonly string[], by: Cut, of: Dimension) => ({
  grid: { left: 8, right: 24, top: 36, bottom: 8, containLabel: true },
  legend: { top: 4, left: 8, itemWidth: 12, itemHeight: 12 },
  tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
  xAxis: { type: 'value', minInterval: 1 },
  yAxis: { type: 'category', inverse: true, data: parts.map((part) => nameOf(part, by)), axisTick: { show: false } },
  series: values.map((value) => ({
    name: valueName(of, value),
    type: 'bar',
    barMaxWidth: 16,
    ...(of === 'tag' ? {} : { stack: 'all' }),
    data: parts.map(({ counts }) => counts.find((one) => one.value === value)?.count ?? 0),
  })),
})
