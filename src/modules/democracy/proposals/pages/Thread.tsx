import type { Step } from '../contract.ts'
import { stepNames } from '../contract/words.ts'
import './offline/proposals.css'

/** Everything that became of a proposal, in order. */
export const Thread = ({ steps }: { steps: readonly Step[] }) => (
  <ol className="thread">
    {steps.map((step, n) => (
      <li key={n}>
        <b>{stepNames[step.kind]}</b>{' '}
        <span className="muted small">
          {step.onDay} {step.byTitle}
        </span>
        {step.note && <p>{step.note}</p>}
      </li>
    ))}
  </ol>
)
