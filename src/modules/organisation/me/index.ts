export { routes } from './routes.ts'
export { callerOf, type SignedCaller, type SignedIn } from './usecases/authority.ts'
