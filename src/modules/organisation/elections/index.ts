import { onMerge } from '#modules/organisation/members'

export { clocks } from './clocks.ts'
export { downloads } from './files.ts'
export { routes } from './routes.ts'
export { dictionary } from './tables.ts'
export { type Elected, electedBy } from './usecases/elected.ts'

// Merged records: what somebody was on a roll, as a candidate or as a teller follows him.
onMerge('election_roll', 'member_id', ['election_id'])
onMerge('election_candidates', 'member_id', ['contest_id'])
onMerge('election_officers', 'member_id', ['election_id', 'role'])
onMerge('election_challenges', 'member_id')
