export { downloads } from './files.ts'
export { routes } from './routes.ts'
export { articlesOn, citeOfArticle } from './usecases/documents.ts'
