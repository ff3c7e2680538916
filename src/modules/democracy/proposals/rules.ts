export * from './rules/collecting.ts'
export * from './rules/examining.ts'
export * from './rules/grams.ts'
export * from './rules/handling.ts'
