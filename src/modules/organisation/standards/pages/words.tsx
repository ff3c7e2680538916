import { Chip, type Hue } from '#web/Chip'
import { type CheckState, checkStateNames } from '../rules/shapes.ts'

const hues: Record<CheckState, Hue | undefined> = {
  none: undefined,
  open: 'blue',
  returned: 'amber',
  handedIn: 'blue',
  accredited: 'green',
  below: 'red',
  expired: 'amber',
  revoked: 'red',
}
export const CheckChip = ({ state, level }: { state: CheckState; level?: string | null }) => (
  <Chip hue={hues[state]}>{state === 'accredited' && level ? level : checkStateNames[state]}</Chip>
)
