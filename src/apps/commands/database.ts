import { join } from 'node:path'
import { carryOver } from '#platform/backup'
import { runningEmbedded, startEmbedded } from '#platform/postgres'

/** The owner's url for a command: of `DATABASE_URL`, of the embedded database that a server has open, or of one opened for this command. */
export async function withDatabase<T>(
  work: (ownerUrl: string, dataFolder: string) => Promise<T>,
  env: NodeJS.ProcessEnv = process.env,
): Promise<T> {
  const dataFolder = env.GONGQIAO_DATA ?? join(process.cwd(), 'data')
  if (env.DATABASE_URL) return work(env.DATABASE_URL, dataFolder)
  const dataDir = join(dataFolder, 'postgres')
  const running = runningEmbedded(dataDir)
  if (running) return work(running.url, dataFolder)
  const own = await startEmbedded({ dataDir, carryOver })
  try {
    return await work(own.url, dataFolder)
  } finally {
    await own.stop()
  }
}
