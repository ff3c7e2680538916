import { onMerge } from '#modules/organisation/members'

export { clocks } from './clocks.ts'
export { downloads } from './files.ts'
export { routes } from './routes.ts'
export { dictionary } from './tables.ts'
export { compositionOf, termById, termOf, unitsOf } from './usecases/reading.ts'
export { deputiesOn, seatsOf, type Sitting } from './usecases/sitting.ts'

// Merged records: a seat follows the person.
onMerge('deputies', 'member_id', ['term_id'])
onMerge('deputy_committee_members', 'member_id', ['committee_id'])
