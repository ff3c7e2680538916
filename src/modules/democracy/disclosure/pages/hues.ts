import type { Hue } from '#web/Chip'
import type { ItemState } from '../contract/shapes.ts'

export const hues: Partial<Record<ItemState, Hue>> = { published: 'green', overdue: 'red', void: 'red', underWay: 'amber' }
