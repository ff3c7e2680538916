import pg from 'pg'
import { serverRole } from '#platform/migrations'
import { deriveSecret, open, type Ring, ring, seal } from '#platform/secrets'

const FIELD = 'server_login.password'

/**
 * The url that a server signs in to the database with, made from the owner's `url` of a migrated database. The password is made once
 * and kept sealed beside the data: every server finds the same, whichever key is its newest.
 */
export async function serverUrl(url: string, keys: Ring = ring()): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('insert into shared.server_login values (1, $1) on conflict do nothing', [
      seal(FIELD, deriveSecret('database-role', keys), keys),
    ])
    const { rows } = await client.query<{ password: string }>('select password from shared.server_login')
    return await serverRole(url, open(FIELD, rows[0]!.password, keys))
  } finally {
    await client.end()
  }
}
