export { lettersOf } from './sheets/address.ts'
export { type CheckedRow, checkRows, type Issue, type Mended, rowChecker } from './sheets/check.ts'
export * from './sheets/fields.ts'
export { openWorkbook, readSheets, type Sheet, type Workbook } from './sheets/read.ts'
export {
  headOf,
  type RecognisedColumn,
  type Recognition,
  recognise,
  recogniseWorkbook,
  withMapping,
} from './sheets/recognise.ts'
export { defaultLimits, type Limits } from './sheets/refusals.ts'
export type { Cell, Row } from './sheets/rows.ts'
export { isBlank, type Skip } from './sheets/skips.ts'
export type { Source } from './sheets/source.ts'
export { REASON_TITLE, usualTitles } from './sheets/titles.ts'
export { type Column, type SheetSpec, sheetBytes, type Written, writeSheet } from './sheets/write.ts'
export { type Marking, markedBytes, markWorkbook } from './sheets/mark.ts'
export type { Outcome } from './sheets/guide.ts'
