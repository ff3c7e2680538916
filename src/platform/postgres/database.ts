import pg from 'pg'

const DATABASE = 'gongqiao'

/** The superuser's URL of our database in an embedded cluster. */
export const superuserUrl = (password: string, port: number) => `postgres://postgres:${password}@127.0.0.1:${port}/${DATABASE}`

/** Makes the database of a URL if the cluster does not have it yet. */
export async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace(/[^/]*$/, 'postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}
