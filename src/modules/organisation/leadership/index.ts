export { clocks } from './clocks.ts'
export { downloads } from './files.ts'
export { routes } from './routes.ts'
export { dictionary } from './tables.ts'
