import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#web/RuledButton'
import { count, dayInWords } from '#web/words'
import type { Cell, Group } from '../contract.ts'
import { standingNames } from './words.tsx'

/** Rows added at a time: 3,300 at once would keep the screen busy. */
const MORE = 100

/** The picture in words, the worst first. */
export function PictureTable({ groups, cells }: { groups: readonly Group[]; cells: readonly Cell[] }) {
  const [shown, show] = useState(MORE)
  return (
    <div className="picture-table">
      <table className="plain-table">
        <caption className="only-read">各工会的情况，最差的在前</caption>
        <thead>
          <tr>
            <th scope="col">工会</th>
            <th scope="col">所属</th>
            <th scope="col">情况</th>
            <th scope="col">最急的事</th>
            <th scope="col">从哪天起</th>
            <th scope="col">依据</th>
            <th scope="col" className="num">
              会员
            </th>
          </tr>
        </thead>
        <tbody>
          {cells.slice(0, shown).map(({ id, name, group, standing, worst, members }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={`/unions/${id}/duties` as '/'} className="link">
                  {name}
                </Link>
              </th>
              <td className="muted">{groups[group]?.title}</td>
              <td className={standing === 'late' ? 'late' : ''}>{standingNames[standing]}</td>
              <td>{worst?.what}</td>
              <td className="num">{worst && dayInWords(worst.since)}</td>
              <td className="muted">{worst?.cite}</td>
              <td className="num">{count(members)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {cells.length > shown && (
        <p className="list-bar">
          <Button onClick={() => show(shown + MORE)}>再看 {Math.min(MORE, cells.length - shown)} 家</Button>
          <span className="faint">
            已列 {count(shown)} 家，共 {count(cells.length)} 家
          </span>
        </p>
      )}
    </div>
  )
}
