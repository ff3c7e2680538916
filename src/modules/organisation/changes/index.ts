export { downloads } from './files.ts'
export { routes } from './routes.ts'
