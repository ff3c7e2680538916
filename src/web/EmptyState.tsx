import type { ReactNode } from 'react'

/** Nothing here yet: why, and the one thing to do about it. */
export const EmptyState = ({ title, children, act }: { title: string; children?: ReactNode; act?: ReactNode }) => (
  <div className="empty">
    <svg viewBox="0 0 96 40" aria-hidden="true">
      <path d="M4 32c18-30 70-30 88 0M2 32h92M26 17v15M48 10v22M70 17v15" />
    </svg>
    <p className="empty-title">{title}</p>
    {children && <p className="muted">{children}</p>}
    {act && <div className="acts">{act}</div>}
  </div>
)
