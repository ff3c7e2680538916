export * from './rules/names.ts'
export * from './rules/steps.ts'
export * from './rules/voting.ts'
