import { Link } from '@tanstack/react-router'
import { Chip } from '#web/Chip'
import { Section } from '#web/Section'
import type { Alike } from '../contract.ts'
import { outcomes, stateNames } from '../contract/words.ts'
import { stateHues } from './hues.ts'

/** What was said before in other words: second it instead, or say what is different. */
export function Alikes({ rows, face }: { rows: readonly Alike[]; face: 'desk' | 'pocket' }) {
  if (rows.length === 0) return null
  return (
    <Section title="已经有人提过类似的" note={face === 'pocket' ? '附议它更快，或写清哪里不同' : '看看要不要并案'}>
      {rows.map(({ id, title, state, outcome, unionName, submittedOn }) => (
        <Link key={id} to={`/proposals/${id}` as '/'} className="duty plain">
          <div>
            <p className="duty-title">{title}</p>
            <p className="muted small">
              {unionName}，{submittedOn}
            </p>
          </div>
          <Chip hue={stateHues[state]}>{outcome ? outcomes[outcome] : stateNames[state]}</Chip>
        </Link>
      ))}
    </Section>
  )
}
