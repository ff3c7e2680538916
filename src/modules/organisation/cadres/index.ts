import { onMerge } from '#modules/organisation/members'

export { clocks } from './clocks.ts'
export { downloads } from './files.ts'
export { routes } from './routes.ts'
export { dictionary } from './tables.ts'
export { cadresIn } from './usecases/load.ts'

// Merged records: what was agreed and what was done follow the person.
onMerge('cadre_time_agreements', 'member_id', ['union_id'])
onMerge('cadre_hours', 'member_id')
