import type { ReactNode } from 'react'

export type Step = { title: string; note?: ReactNode; state: 'done' | 'now' | 'later' | 'stopped' }

const spoken = { done: '已完成', now: '现在', later: '以后', stopped: '未通过' }

/** The chain of steps of a procedure: done, where it is now, what comes. Lies down on a wide screen, stands on a narrow one. */
export const StateSteps = ({ steps, label }: { steps: readonly Step[]; label: string }) => (
  <ol className="steps" aria-label={label}>
    {steps.map((step) => (
      <li key={step.title} className={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
        <b>{step.title}</b>
        <span className="only-read">（{spoken[step.state]}）</span>
        {step.note && <span className="step-note">{step.note}</span>}
      </li>
    ))}
  </ol>
)
