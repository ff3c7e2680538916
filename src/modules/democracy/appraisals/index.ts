export { downloads } from './files.ts'
export { routes } from './routes.ts'
export { mine } from './usecases/reading.ts'
export { dictionary } from './tables.ts'
