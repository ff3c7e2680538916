import { reachable } from '#web/reachable'
import { momentInWords } from '#web/words'
import type { Sheet, Version } from '../contract/shapes.ts'
import './disclosure.css'

/** One published version as it stands: text, tables, and the fingerprint it can be checked by. */
export const VersionText = ({
  version,
}: {
  version: Pick<Version, 'body' | 'tables' | 'hash' | 'publishedAt' | 'reason' | 'number'>
}) => (
  <>
    {version.reason && <p className="muted">{`第 ${version.number} 版，更正原因：${version.reason}`}</p>}
    <p className="disclosure-body">{version.body}</p>
    {version.tables.map((sheet) => (
      <SheetTable key={sheet.title} sheet={sheet} />
    ))}
    {version.hash && version.publishedAt && (
      <p className="faint">
        {momentInWords(version.publishedAt)} 公开 · 校验码 <code className="disclosure-hash">{version.hash}</code>
      </p>
    )}
  </>
)

const SheetTable = ({ sheet: { title, head, rows } }: { sheet: Sheet }) => (
  <section ref={reachable} className="disclosure-sheet" aria-label={title || '附表'}>
    <table>
      {title && <caption>{title}</caption>}
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join('|')}>
            {row.map((cell, at) => (
              <td key={head[at]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
