export { runningEmbedded, startEmbedded, type Embedded, type Start } from './postgres/start.ts'
export { InUse } from './postgres/owner.ts'
export type { Settings } from './postgres/settings.ts'
export type { CarryOver } from './postgres/upgrade.ts'
