/** One door to every number and code by which people, units and accounts are known. */
export * from './creditcode.ts'
export * from './idnumber.ts'
export * from './masks.ts'
export * from './numbers.ts'
export type { Problem } from './problem.ts'
