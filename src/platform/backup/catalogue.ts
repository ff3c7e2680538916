import pg from 'pg'

/** A table as it is copied: its columns but the generated ones, and the order that makes two copies of the same rows alike. */
export type Table = { schema: string; name: string; columns: string[]; order: string; isPartitioned: boolean }

/** A migration that the database has had. */
export type Applied = { schema: string; name: string; hash: string }

/** A sequence and where it stands. */
export type Sequence = { schema: string; name: string; last: string; isCalled: boolean }

/** The quoted, qualified name for SQL. */
export const sqlName = ({ schema, name }: { schema: string; name: string }) =>
  `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`

/** Settings under which the same value reads the same from every PostgreSQL. `row_security` off: a filtered copy is an error. */
const alike = `set search_path = pg_catalog; set client_encoding = 'UTF8'; set timezone = 'UTC'; set datestyle = 'ISO, YMD';
  set intervalstyle = 'postgres'; set extra_float_digits = 1; set bytea_output = 'hex'; set row_security = off;
  set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0; set client_min_messages = warning`

/** Runs `work` on a connection of its own, set so that copies are alike. */
export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'gongqiao backup' })
  // A connection that breaks fails the query or the stream that is under way; there it is reported.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(alike)
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The migrations applied, shared first, in the order they were applied. */
export async function appliedIn(client: pg.ClientBase): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    `select schema, name, hash from shared.migrations order by schema <> 'shared', schema collate "C", name collate "C"`,
  )
  return rows
}

/** The tables of the schemas, largest first, so that a full disk shows early. */
export async function tablesIn(client: pg.ClientBase, schemas: string[]): Promise<Table[]> {
  const { rows } = await client.query<Omit<Table, 'order'> & { key: Key[] | null }>(
    `select n.nspname as schema, c.relname as name, c.relkind = 'p' as "isPartitioned",
      (select coalesce(array_agg(a.attname::text order by a.attnum), '{}') from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select json_agg(json_build_object('column', a.attname, 'isText', a.attcollation <> 0) order by array_position(i.indkey::int2[], a.attnum))
        from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey::int2[])
        where i.indrelid = c.oid and i.indisprimary) as key
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't' and n.nspname = any ($1)
     order by pg_total_relation_size(c.oid) desc, n.nspname, c.relname`,
    [schemas],
  )
  return rows.map(({ key, ...table }) => ({ ...table, order: orderOf(key) }))
}

/** Where the sequences of the schemas stand. They are never rolled back, so they are to be read after the rows' snapshot is taken. */
export async function sequencesIn(client: pg.ClientBase, schemas: string[]): Promise<Sequence[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and n.nspname = any ($1) order by 1, 2`,
    [schemas],
  )
  const sequences: Sequence[] = []
  for (const row of rows) {
    const at = await client.query<{ last: string; isCalled: boolean }>(
      `select last_value::text as last, is_called as "isCalled" from ${sqlName(row)}`,
    )
    sequences.push({ ...row, ...at.rows[0]! })
  }
  return sequences
}

/** Every schema that holds tables, system and temporary ones aside. */
export async function schemasWithTables(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ schema: string }>(
    `select distinct n.nspname as schema from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'f', 'm', 'S') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') order by 1`,
  )
  return rows.map(({ schema }) => schema)
}

type Key = { column: string; isText: boolean }

/** By primary key, which for secret ballots also means: not in the order in which they were cast. */
function orderOf(key: Key[] | null): string {
  if (!key) return 'row::text collate "C"'
  return key.map(({ column, isText }) => `row.${pg.escapeIdentifier(column)}${isText ? ' collate "C"' : ''}`).join(', ')
}

/** The query that reads a table's rows in their fixed order; `cast` is put behind each column. */
export function rowsOf(table: Table, cast = ''): string {
  const columns = table.columns.map((column) => `row.${pg.escapeIdentifier(column)}${cast}`).join(', ')
  return `select ${columns} from ${sqlName(table)} as row order by ${table.order}`
}
