export { ageBands, bandOf, dimensions, type Slice, slices } from './tallies/facts.ts'
export { type Folding, foldTallies } from './tallies/fold.ts'
export { type Counted, readTallies, type Tally } from './tallies/read.ts'
