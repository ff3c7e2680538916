import { serve } from '@hono/node-server'
import pino from 'pino'
import { ballotRoutes, installBallotKeys } from '#platform/ballots'
import { openPool } from '#platform/db'
import { installRing, keyRing } from '#platform/secrets'
import { region } from './ballotHall.ts'
import { benchKey } from './place.ts'

/** `bench/ballotServer.ts SERVER_URL KEY_FOLDER`: the voter's calls on a port of their own; who calls stands in a header. Prints the port. */
const [url, folder] = process.argv.slice(2) as [string, string]
installRing(keyRing({ current: benchKey, readable: [] }))
installBallotKeys([folder])
const account = '00000000-0000-0000-0000-000000000001'
const app = ballotRoutes({ pool: openPool(url), region, log: pino({ level: 'error' }) }, async (c) => ({
  account,
  person: c.req.header('x-voter'),
}))
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => console.log(port))
