import { onMerge } from '#modules/organisation/members'

export { clocks } from './clocks.ts'
export { downloads } from './files.ts'
export { routes } from './routes.ts'
export { dictionary } from './tables.ts'

// Merged records: a signature follows the person whose membership it became.
onMerge('founding_supporters', 'member_id')
