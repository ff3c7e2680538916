import { tmpdir } from 'node:os'
import { join } from 'node:path'

// Playwright reads this once more in each of its workers, which inherit the environment.
const folder = (process.env.E2E_FOLDER ??= join(tmpdir(), `gongqiao-e2e-${process.pid}`))
const given = process.env.E2E_URL

const house = (command: 'demo' | 'start', port: string, wait: RegExp) => ({
  command,
  port,
  wait,
  folder: join(folder, command),
  url: `http://127.0.0.1:${port}`,
  isGiven: false,
})

/**
 * The two houses the journeys happen in: the demonstration, and one in real use that nobody has founded yet.
 * What they print on starting is kept by Playwright in the environment under the names in the patterns.
 * E2E_URL with DEMO_PASSWORD names a demonstration that already runs.
 */
export const houses = {
  demo: {
    ...house('demo', process.env.E2E_PORT ?? '5639', /password（.*?）：(?<demo_password>\S+)/),
    ...(given && { url: given, isGiven: true }),
  },
  empty: house('start', process.env.E2E_EMPTY_PORT ?? '5640', /(?<setup_link>http:\/\/\S+\/setup\S+)/),
}

/** Where this run keeps who is signed in: thrown away with the demonstration's house. */
export const runFolder = join(folder, 'demo')
