import { Chip, type Hue } from '#web/Chip'
import { type Load, loadNames } from '../rules/tasks.ts'

const hues: Record<Load, Hue | undefined> = {
  fullTime: undefined,
  kept: 'green',
  crowded: 'red',
  over: 'amber',
  silent: undefined,
}
export const LoadChip = ({ load }: { load: Load }) => <Chip hue={hues[load]}>{loadNames[load]}</Chip>

/** Minutes as hours, to the tenth: 7.5 小时. */
export const hoursOf = (minutes: number) => `${Math.round(minutes / 6) / 10} 小时`
