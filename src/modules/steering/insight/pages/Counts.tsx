import { Link } from '@tanstack/react-router'
import { Section } from '#web/Section'
import { count } from '#web/words'
import { type Dimension, dimensionNames } from '../contract/words.ts'
import { valueName } from '../rules.ts'
import { type Asked, behind } from './asked.tsx'

type Counted = { value: string; count: number }

/** One dimension: each value with how many, their share, and the way to their list. */
export function Counts({
  asked,
  dimension,
  counts,
  of,
}: {
  asked: Asked
  dimension: Dimension
  counts: readonly Counted[]
  of: number
}) {
  const most = Math.max(...counts.map((one) => one.count), 1)
  return (
    <Section title={dimensionNames[dimension]} note={dimension === 'tag' ? '一人可有几个' : undefined}>
      <table className="counts">
        <thead className="only-read">
          <tr>
            <th>{dimensionNames[dimension]}</th>
            <th>人数</th>
            <th>占在会会员</th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ value, count: people }) => (
            <tr key={value}>
              <th scope="row">{valueName(dimension, value)}</th>
              <td className="num">
                <Link to={'/insight/records' as '/'} search={behind(asked, dimension, value) as never} className="link">
                  {count(people)}
                </Link>
              </td>
              <td className="num faint">{share(people, of)}</td>
              <td className="share" aria-hidden="true">
                <i style={{ width: `${(people / most) * 100}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {counts.length === 0 && <p className="muted nobody">没有人</p>}
    </Section>
  )
}

export const share = (part: number, of: number) => (of ? `${((part / of) * 100).toFixed(part / of < 0.1 ? 1 : 0)}%` : '')
