import { buildWeb } from './web.mjs'

if (!buildWeb()) process.exit(1)
// The command reads the same arguments as this script had.
await import('../src/apps/cli.ts')
