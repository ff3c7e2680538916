import { onMerge } from '#modules/organisation/members'

export { clocks } from './clocks.ts'
export { downloads } from './files.ts'
export { routes } from './routes.ts'
export { dictionary } from './tables.ts'

// Merged records: trainings and attendance follow the person.
onMerge('cadre_trainings', 'member_id', ['course_id'])
onMerge('cadre_attendances', 'member_id')
