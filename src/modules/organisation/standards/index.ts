export { downloads } from './files.ts'
export { routes } from './routes.ts'
export { dictionary } from './tables.ts'
export { type Fact, onFact } from './usecases/facts.ts'
