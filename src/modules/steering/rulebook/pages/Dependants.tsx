import { Link } from '@tanstack/react-router'
import { Chip } from '#web/Chip'
import { EmptyState } from '#web/EmptyState'
import { Section } from '#web/Section'
import type { Whole } from '../contract.ts'

/** What a change of the rule would reach: clocks, mechanisms with their acts, documents that speak of it. */
export function Dependants({ whole: { clocks, uses, documents } }: { whole: Whole }) {
  return (
    <>
      <Section title="按它计时" note={clocks.length ? `${clocks.length} 个期限` : undefined} padded>
        {clocks.length === 0 && <p className="muted">没有期限按它计算。</p>}
        {clocks.map(({ id, trigger, must }) => (
          <p key={id}>
            <Chip>{id}</Chip> {[trigger, must].filter(Boolean).join('：')}
          </p>
        ))}
      </Section>
      <Section title="据它办事" note={uses.length ? `${uses.length} 个模块` : undefined} padded>
        {uses.length === 0 && <EmptyState title="还没有模块用到它">相关业务上线后会列在这里。</EmptyState>}
        {uses.map(({ module, title, acts }) => (
          <details key={module} className="use">
            <summary>
              {title} <span className="faint small">{acts.length} 个办理动作</span>
            </summary>
            <p className="faint small num">{acts.join('  ')}</p>
          </details>
        ))}
      </Section>
      {documents.length > 0 && (
        <Section title="文件里的规定" padded>
          {documents.map(({ id, documentId, title, label, body }) => (
            <p key={id}>
              <Link to={`/rulebook/documents/${documentId}` as '/'}>
                《{title}》{label}
              </Link>
              <br />
              <span className="muted">{body}</span>
            </p>
          ))}
        </Section>
      )}
    </>
  )
}
