import { onMerge } from '#modules/organisation/members'

export { clocks } from './clocks.ts'
export { downloads } from './files.ts'
export { routes } from './routes.ts'
export { dictionary } from './tables.ts'
export { callerOf, ownAuthority, type Held, type SignedCaller, type SignedIn } from './usecases/authority.ts'
export { appoint, install, type Installation } from './usecases/appointing.ts'
export { type MoveWork, onHandOver, type Side } from './usecases/handover.ts'
export { bodyFacts } from './usecases/facts.ts'
export { endAllAt, restoreAllAt } from './usecases/closing.ts'
export { endHeld, heldAt, prolongHeld, vacated } from './usecases/succeeding.ts'
export { heldKinds, isHeadOf, titlesOf } from './usecases/holding.ts'

// Merged records: appointments follow the person, and come back when the merge is undone.
onMerge('appointments', 'member_id', ['union_id', 'kind'])
