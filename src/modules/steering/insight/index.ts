export { files } from './files.ts'
export { routes } from './routes.ts'
