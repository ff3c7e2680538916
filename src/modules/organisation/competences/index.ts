import { onMerge } from '#modules/organisation/members'

export { routes } from './routes.ts'
export { dictionary } from './tables.ts'
export { inForce as competencesInForce } from './usecases.ts'
export { type Cadre, cadreIfAny, cadreOf, inOffice, ownCadre } from './usecases/holders.ts'

// Merged records: what was rated follows the person.
onMerge('competence_ratings', 'member_id', ['year', 'item'])
