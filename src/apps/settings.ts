import { join } from 'node:path'

/** How a house is opened: from the environment for real use, or by the demonstration. */
export type Settings = {
  dataFolder: string
  databaseUrl?: string | undefined
  baseUrl: string
  isProduction: boolean
  isBehindProxy: boolean
  /** Where messages go that no adapter takes (a demonstration prints them). */
  print?: (line: string) => void
}

export const settingsOf = (env: NodeJS.ProcessEnv, port: number): Settings => ({
  dataFolder: env.GONGQIAO_DATA ?? join(process.cwd(), 'data'),
  databaseUrl: env.DATABASE_URL,
  baseUrl: env.GONGQIAO_URL ?? `http://127.0.0.1:${port}`,
  isProduction: true,
  isBehindProxy: env.GONGQIAO_BEHIND_PROXY === 'yes',
})
