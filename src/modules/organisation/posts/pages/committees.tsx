import { Chip, type Hue } from '#web/Chip'
import { Cite } from '#web/Cite'
import { dayInWords } from '#web/words'
import { type Committee, type CommitteeState, committeeStateNames } from '../contract.ts'

const hues: Record<CommitteeState, Hue | undefined> = {
  complete: 'green',
  thin: 'amber',
  vacant: 'red',
  never: 'amber',
  notNeeded: undefined,
}

/** One committee in a cell: its state, who leads it and until when, or since when the seat is empty. */
export function CommitteeCell({ committee }: { committee: Committee | undefined }) {
  if (!committee) return null
  const { state, head, until, vacantSince, people } = committee
  return (
    <div>
      <Chip hue={hues[state]}>{committeeStateNames[state]}</Chip>
      <p className="faint small">
        {head && `${head}${people > 1 ? ` 等 ${people} 人` : ''}`}
        {head && until && ` · 至 ${until}`}
        {vacantSince && `自 ${dayInWords(vacantSince)}`}
      </p>
    </div>
  )
}

/** Why a committee must be there, in words and by which article. */
export const CommitteeReason = ({ committee: { reason, cite } }: { committee: Committee }) => (
  <p className="muted small">
    {reason} <Cite article={cite} />
  </p>
)
