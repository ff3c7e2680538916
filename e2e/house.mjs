import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'

/** One house in a folder that is gone when it stops: `node e2e/house.mjs demo|start FOLDER`. */
const folder = process.argv[3]
mkdirSync(folder, { recursive: true })
process.on('exit', () => {
  rmSync(folder, { recursive: true, force: true })
  const run = dirname(folder)
  if (readdirSync(run).length === 0) rmSync(run, { recursive: true })
})
await import('../scripts/serve.mjs')
