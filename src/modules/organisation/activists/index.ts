import { onMerge } from '#modules/organisation/members'

export { downloads } from './files.ts'
export { routes } from './routes.ts'
export { dictionary } from './tables.ts'

// Merged records: an activist's file and what he nominated follow the person.
onMerge('activists', 'member_id')
onMerge('activist_nominations', 'by_member')
