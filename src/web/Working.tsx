import type { ReactNode } from 'react'
import { Cite, type Citation } from '#web/Cite'

export type WorkingLine = {
  /** What is reckoned: 到会. */
  label: ReactNode
  /** The figures: 371 / 412 = 90.0%. */
  figures: ReactNode
  /** What the rule says of them. */
  holds: boolean
  reason: ReactNode
  cite?: Citation | string | undefined
}

/** The working of a rule: each figure, what follows from it, by which article. */
export const Working = ({ lines }: { lines: readonly WorkingLine[] }) => (
  <dl className="working">
    {lines.map(({ label, figures, holds, reason, cite }, at) => (
      <div key={at}>
        <dt>{label}</dt>
        <dd className="num">{figures}</dd>
        <dd className="because">
          <b className={holds ? 'ok' : 'late'}>{holds ? '✓' : '✗'}</b>
          <span className="only-read">{holds ? '成立' : '不成立'}</span>
          <span>
            {reason} {cite && <Cite {...(typeof cite === 'string' ? { article: cite } : cite)} />}
          </span>
        </dd>
      </div>
    ))}
  </dl>
)
