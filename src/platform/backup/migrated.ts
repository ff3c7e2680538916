import pg from 'pg'
import { migrationsOf } from '#platform/migrations'
import type { Applied } from './catalogue.ts'

const sequenceOf = (schema: string) => (schema === 'shared' ? ('shared' as const) : ('region' as const))

/** Throws when this program cannot make the tables that the backup was taken from. */
export function assertKnown(wanted: Applied[]): void {
  for (const { schema, name, hash } of wanted) {
    const known = migrationsOf(sequenceOf(schema)).find((migration) => migration.name === name)
    if (known?.hash === hash) continue
    throw new Error(
      `这份备份来自${known ? '另一个' : '更新的'}版本的工桥（${schema}/${name}），请用同一版本或更新的版本恢复。` +
        ` / The backup comes from ${known ? 'another' : 'a newer'} version (${schema}/${name}): restore it with that version or a newer one.`,
    )
  }
}

/** Makes, in the transaction that is open, the schemas and tables exactly as far as the backup's own migrations went. */
export async function migrateTo(client: pg.Client, wanted: Applied[]): Promise<void> {
  await client.query('create schema shared')
  await client.query(
    'create table shared.migrations (schema text, name text, hash text not null, at timestamptz not null default now(), primary key (schema, name))',
  )
  for (const [schema, migrations] of Map.groupBy(wanted, (migration) => migration.schema)) {
    if (schema !== 'shared') {
      await client.query(`create schema ${pg.escapeIdentifier(schema)}`)
      await client.query(`grant usage on schema ${pg.escapeIdentifier(schema)} to gongqiao_post, gongqiao_self, gongqiao_public`)
    }
    await client.query(`set local search_path = ${pg.escapeIdentifier(schema)}${schema === 'shared' ? '' : ', shared'}`)
    const texts = new Map(migrationsOf(sequenceOf(schema)).map(({ name, text }) => [name, text]))
    for (const { name } of migrations) await client.query(texts.get(name)!)
  }
  await client.query('set local search_path = pg_catalog')
}
