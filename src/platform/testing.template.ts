import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { migrationsOf, serverRole } from '#platform/migrations'

/** The superuser's URL of the cluster that tests make their databases in. */
export const admin = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5601/postgres'
export const password = 'only-for-tests'

/** The name of the template database: changes with the migrations, so that a stale one is never used. */
export const templateName = () =>
  `gongqiao_template_${createHash('sha256')
    .update([...migrationsOf('shared'), ...migrationsOf('region')].map(({ hash }) => hash).join(''))
    .digest('hex')
    .slice(0, 16)}`

/** Makes the template once for all test files; called before the first of them. */
export async function makeTemplate(migrate: (url: string) => Promise<void>) {
  await asAdmin(async (client) => {
    await client.query('select pg_advisory_lock(7410027)')
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [templateName()])
    if (!rowCount) {
      const draft = `draft_${randomUUID().replaceAll('-', '')}`
      await client.query(`create database ${draft}`)
      const url = new URL(admin)
      url.pathname = `/${draft}`
      try {
        await migrate(url.href)
        await serverRole(url.href, password)
        await client.query(`alter database ${draft} rename to ${templateName()}`)
      } finally {
        await client.query(`drop database if exists ${draft} with (force)`)
      }
    }
  })
}

export async function asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
