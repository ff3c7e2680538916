import pg from 'pg'
import { sqlName, type Table } from './catalogue.ts'

/**
 * Silences triggers and foreign keys in the transaction that is open, so that rows go in as they were; the function it gives
 * makes them loud again. A superuser has a setting for it; an owner takes the foreign keys off and puts them back, checked.
 * Indexes that no constraint needs are made anew afterwards, which is quicker than filling them row by row.
 */
export async function quieten(client: pg.Client, tables: Table[]): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ isSuperuser: boolean }>(
    `select current_setting('is_superuser')::boolean as "isSuperuser"`,
  )
  const isSuperuser = rows[0]!.isSuperuser
  const names = tables.map(sqlName)
  // The setting does not reach triggers that are enabled "always".
  const silenced = [...(await triggers(client, names, isSuperuser ? ['A'] : ['O', 'A', 'R'])), ...(await indexes(client, names))]
  await client.query(`set local maintenance_work_mem = '256MB'`)
  if (isSuperuser) await client.query('set local session_replication_role = replica')
  else silenced.push(...(await foreignKeys(client, names)), ...(await forced(client, names)))
  for (const { quiet } of silenced) await client.query(quiet)
  return async () => {
    if (isSuperuser) await client.query('set local session_replication_role = origin')
    for (const { loud } of silenced) await client.query(loud)
  }
}

type Silenced = { quiet: string; loud: string }

async function triggers(client: pg.Client, names: string[], modes: string[]): Promise<Silenced[]> {
  const { rows } = await client.query<Silenced>(
    `select format('alter table %s disable trigger %I', tgrelid::regclass, tgname) as quiet,
      format('alter table %s enable %s trigger %I', tgrelid::regclass, case tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, tgname) as loud
     from pg_trigger where not tgisinternal and tgparentid = 0 and tgenabled::text = any ($2) and tgrelid = any ($1::regclass[])`,
    [names, modes],
  )
  return rows
}

async function indexes(client: pg.Client, names: string[]): Promise<Silenced[]> {
  const { rows } = await client.query<Silenced>(
    `select format('drop index %s', i.indexrelid::regclass) as quiet, pg_get_indexdef(i.indexrelid) as loud
     from pg_index i join pg_class c on c.oid = i.indexrelid
     where c.relkind = 'i' and not c.relispartition and i.indrelid = any ($1::regclass[])
       and not i.indisreplident and not i.indisclustered
       and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`,
    [names],
  )
  return rows
}

async function foreignKeys(client: pg.Client, names: string[]): Promise<Silenced[]> {
  const { rows } = await client.query<Silenced>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as quiet,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as loud
     from pg_constraint where contype = 'f' and conparentid = 0 and conrelid = any ($1::regclass[])`,
    [names],
  )
  return rows
}

async function forced(client: pg.Client, names: string[]): Promise<Silenced[]> {
  const { rows } = await client.query<Silenced>(
    `select format('alter table %s no force row level security', oid::regclass) as quiet,
      format('alter table %s force row level security', oid::regclass) as loud
     from pg_class where relforcerowsecurity and oid = any ($1::regclass[])`,
    [names],
  )
  return rows
}
