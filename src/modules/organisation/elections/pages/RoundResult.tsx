import { Working } from '#web/Working'
import type { Announced } from '../contract.ts'

type Counted = Pick<Announced['contests'][number]['rounds'][number], 'sheet' | 'result'>

/** A count and what follows from it, with the working. */
export function RoundResult({ round: { sheet, result } }: { round: Counted }) {
  if (!sheet || !result) return null
  const won = new Set(result.elected.map(({ id }) => id))
  return (
    <>
      <div className="elections-scroll">
        <table className="elections-table">
          <thead>
            <tr>
              <th>姓名</th>
              <th className="num">赞成</th>
              <th className="num">不赞成</th>
              <th className="num">弃权</th>
              <th>结果</th>
            </tr>
          </thead>
          <tbody>
            {[...sheet.lines]
              .sort((a, b) => b.yes - a.yes)
              .map((line) => (
                <tr key={line.id} className={won.has(line.id) ? 'won' : undefined}>
                  <td>
                    {line.name}
                    {line.isWriteIn && '（另选）'}
                  </td>
                  <td className="num">{line.yes}</td>
                  <td className="num">{line.isWriteIn ? '' : line.no}</td>
                  <td className="num">{line.isWriteIn ? '' : line.abstain}</td>
                  <td>{won.has(line.id) ? '当选' : result.tied.some(({ id }) => id === line.id) ? '得票相等' : '未当选'}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      <Working lines={result.working} />
    </>
  )
}
