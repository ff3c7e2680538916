export { clocks } from './clocks.ts'
export { routes } from './routes.ts'
