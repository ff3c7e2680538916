export { backup, type Manifest } from './backup/backup.ts'
export { restore } from './backup/restore.ts'
