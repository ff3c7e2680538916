export { routes } from './routes.ts'
export { dictionary } from './tables.ts'
