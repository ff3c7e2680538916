import { mkdirSync, rmSync } from 'node:fs'

/** One house in a folder that is gone when it stops: `node e2e/house.mjs demo|start FOLDER`. */
const folder = process.argv[3]
mkdirSync(folder, { recursive: true })
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
await import('../scripts/serve.mjs')
