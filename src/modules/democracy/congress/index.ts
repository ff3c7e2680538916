import { onMerge } from '#modules/organisation/members'

export { clocks } from './clocks.ts'
export { downloads } from './files.ts'
export { routes } from './routes.ts'
export { dictionary } from './tables.ts'

// Merged records: what somebody was on a roll and what he said follows him.
onMerge('congress_roll', 'member_id', ['session_id'])
onMerge('congress_votes', 'member_id', ['item_id'])
onMerge('congress_speakers', 'member_id', ['session_id'])
onMerge('congress_task_views', 'member_id', ['task_id'])
onMerge('congress_opinions', 'member_id')
