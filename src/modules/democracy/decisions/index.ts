import { onMerge } from '#modules/organisation/members'

export { downloads } from './files.ts'
export { routes } from './routes.ts'
export { mine } from './usecases/own.ts'
export { dictionary } from './tables.ts'

// Merged records: what one said follows the person, once a matter.
onMerge('decision_opinions', 'member_id', ['matter_id'])
onMerge('decision_reactions', 'member_id', ['matter_id'])
