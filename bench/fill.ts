import { migrate, serverRole } from '#platform/migrations'
import { fillFederation } from './federation.ts'

/** `bench/fill.ts URL`: migrates an empty database and fills it with the reference federation. */
const url = process.argv[2]!
await migrate(url)
await serverRole(url, 'bench')
const started = performance.now()
const people = await fillFederation(url)
console.log(JSON.stringify(people), `${Math.round(performance.now() - started)} ms`)
