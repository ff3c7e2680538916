export { callerOf, ownAuthority, type Held, type SignedCaller, type SignedIn } from './usecases/authority.ts'
