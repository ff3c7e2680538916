// A process of its own that starts the database of a folder, says its pids and then each row it has committed, until it is killed.
import { writeSync } from 'node:fs'
import pg from 'pg'
import { postmasterOf } from './owner.ts'
import { startEmbedded } from './start.ts'

const dataDir = process.argv[2]!
const { url } = await startEmbedded({ dataDir })
const client = new pg.Client({ connectionString: url })
await client.connect()
await client.query('create table if not exists written (n bigint primary key generated always as identity, text text not null)')
writeSync(1, `${JSON.stringify({ postmaster: postmasterOf(`${dataDir}/18`)!.pid })}\n`)
for (;;) {
  const { rows } = await client.query<{ n: string }>(`insert into written (text) values (repeat('工', 500)) returning n`)
  writeSync(1, `${rows[0]!.n}\n`)
}
