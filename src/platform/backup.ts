export { backup, type Manifest } from './backup/backup.ts'
export { carryOver } from './backup/carryover.ts'
export { type ExportIndex, exportEverything, type Open, verifyExport } from './backup/export.ts'
export { restore } from './backup/restore.ts'
