import type { Result } from '../contract.ts'
import './appraisals.css'

/** The marks of one appraisal as they were counted. */
export const ResultTable = ({ result }: { result: Result }) => (
  <>
    {result.subjects.map(({ subject, marks }) => (
      <div key={subject} className="appraisals-marks" role="region" aria-label={`${subject}的评议结果`} tabIndex={0}>
        <table>
          <caption>{subject}</caption>
          <thead>
            <tr>
              <th scope="col">评议内容</th>
              {marks[0]?.counts.map(({ grade }) => (
                <th key={grade} scope="col" className="num">
                  {grade}
                </th>
              ))}
              <th scope="col" className="num">
                前两等占比
              </th>
            </tr>
          </thead>
          <tbody>
            {marks.map(({ item, counts, bestShare }) => (
              <tr key={item}>
                <th scope="row">{item}</th>
                {counts.map(({ grade, count }) => (
                  <td key={grade} className="num">
                    {count}
                  </td>
                ))}
                <td className="num">{bestShare === null ? '无人填写' : `${bestShare}%`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    ))}
  </>
)
