import type { ReactNode } from 'react'
import './cadres.css'

/** A table inside a card: `head` is its first row; columns with `num` stand to the right. */
export const Grid = ({ head, children }: { head: readonly (string | { num: string })[]; children: ReactNode }) => (
  <div
    className="cadre-scroll"
    tabIndex={0}
    role="region"
    aria-label={head.map((cell) => (typeof cell === 'string' ? cell : cell.num)).join('、')}
  >
    <table className="cadre-table">
      <thead>
        <tr>
          {head.map((cell) =>
            typeof cell === 'string' ? (
              <th key={cell} scope="col">
                {cell}
              </th>
            ) : (
              <th key={cell.num} scope="col" className="num">
                {cell.num}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
)
