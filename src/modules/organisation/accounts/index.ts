export { routes } from './routes.ts'
export { files } from './files.ts'
export { dictionary } from './tables.ts'
export { type First, firstFederation } from './usecases/founding.ts'
