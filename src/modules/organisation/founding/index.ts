import { onMerge } from '#modules/organisation/members'

export { routes } from './routes.ts'
export { dictionary } from './tables.ts'

// Merged records: a signature follows the person whose membership it became.
onMerge('founding_supporters', 'member_id')
