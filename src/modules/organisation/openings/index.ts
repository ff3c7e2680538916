import { onMerge } from '#modules/organisation/members'

export { downloads } from './files.ts'
export { routes } from './routes.ts'
export { dictionary } from './tables.ts'

// Merged records: applications and selection records follow the person.
onMerge('opening_candidates', 'member_id', ['opening_id'])
onMerge('cadre_selections', 'member_id')
