import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Embedded, startEmbedded } from '#platform/postgres'
import type { Settings } from './settings.ts'

/** Starts the embedded database of the data folder, which it makes; nothing with a database of one's own. */
export async function startDatabase({ databaseUrl, dataFolder }: Settings): Promise<Embedded | undefined> {
  // Root's database runs as another account, which must pass through here; what lies in it has modes of its own.
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 })
  if (databaseUrl) return undefined
  return startEmbedded({
    dataDir: join(dataFolder, 'postgres'),
    carryOver: async (...way) => (await import('#platform/backup')).carryOver(...way),
  })
}
