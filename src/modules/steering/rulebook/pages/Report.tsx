import { Link } from '@tanstack/react-router'
import { unionKindNames } from '#rules/organisation/unions'
import { Working } from '#web/Working'
import { count } from '#web/words'
import type { Impact } from '../contract.ts'

const FEW = 12

/** The change-impact report: for whom, which deadlines keep or move, what else counts by it. Drawn as a working one can check. */
export function Report({ report }: { report: Impact }) {
  const { unions, shielded, kept, moved, clocks, uses, kinds, running, list } = report
  const byKind = kinds.map(({ kind, count: many }) => `${unionKindNames[kind as keyof typeof unionKindNames] ?? kind} ${many}`)
  return (
    <div className="report" role="status">
      <Working
        lines={[
          {
            label: '涉及工会',
            figures: count(unions),
            holds: true,
            reason: byKind.join('，') + (shielded ? `；另有 ${count(shielded)} 家下级自行规定过，不受影响` : ''),
          },
          {
            label: '照旧的期限',
            figures: count(kept),
            holds: true,
            reason: '事情发生在施行日以前，仍按当时的规定',
          },
          {
            label: '改期的期限',
            figures: count(moved),
            holds: moved === 0,
            reason: moved ? '下面逐项列出' : '没有正在计时的期限改变',
          },
          {
            label: '关联',
            figures: `${clocks.length} / ${uses.length}`,
            holds: true,
            reason: `期限 ${clocks.join('、') || '无'}；模块 ${uses.map(({ title }) => title).join('、') || '无'}`,
          },
        ]}
      />
      {running.length > 0 && <Moved running={running} moved={moved} />}
      {list.length > 0 && (
        <details>
          <summary>看工会名单（{count(unions + shielded)} 家）</summary>
          <p className="muted">
            {list.map(({ name, isShielded }) => (isShielded ? `${name}（不受影响）` : name)).join('、')}
            {list.length < unions + shielded && ' 等'}
          </p>
        </details>
      )}
    </div>
  )
}

function Moved({ running, moved }: { running: Impact['running']; moved: number }) {
  return (
    <table className="moved">
      <thead>
        <tr>
          <th>期限</th>
          <th>工会</th>
          <th>原到期</th>
          <th>改为</th>
        </tr>
      </thead>
      <tbody>
        {running.slice(0, FEW).map((one) => (
          <tr key={one.id}>
            <td>
              {one.title}
              {one.about && `（${one.about}）`}
            </td>
            <td>
              <Link to={`/unions/${one.unionId}` as '/'}>{one.unionName}</Link>
            </td>
            <td className="num">{one.dueOn}</td>
            <td className="num">{one.thenOn}</td>
          </tr>
        ))}
      </tbody>
      {moved > FEW && (
        <caption className="faint">
          先列 {FEW} 项，共 {count(moved)} 项
        </caption>
      )}
    </table>
  )
}
