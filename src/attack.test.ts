import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { aUnion } from '#testing/organisation/unions'
import { open, trusted } from './attack.lists.ts'

/**
 * Somebody has got SQL into a call: the role and the scope of the call are his, and nothing else. In this database every rule but
 * row-level security and grants is taken away first, so that nothing else can be what refuses him.
 */
const world = testWorld('2026-03-02')
const REGION = 'region_main'
type Column = { name: string; type: string; isGenerated: boolean; isNeeded: boolean }
type Tables = Map<string, Column[]>
let tables: Tables
let [mine, other] = [] as unknown as [{ id: string; path: string }, { id: string; path: string }]
const [ownRow, otherRow, person, account] = Array.from({ length: 4 }, () => randomUUID()) as [string, string, string, string]

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return work(client).finally(() => client.end())
}
const asOwner = <T>(work: (client: pg.Client) => Promise<T>) =>
  connected(world.ownerUrl, async (client) => {
    await client.query(`set search_path = ${REGION}, shared`)
    return work(client)
  })
const asServer = <T>(work: (client: pg.Client) => Promise<T>) => connected(world.pool.options.connectionString!, work)

const columnsOf = (client: pg.Client) =>
  client.query<Column & { table: string }>(`select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
      a.attgenerated <> '' or a.attidentity <> '' as "isGenerated", a.attnotnull as "isNeeded"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname = '${REGION}' and c.relkind in ('r', 'p') order by c.relname, a.attnum`)

/** A value for a column of a row that belongs to a union: its place wherever a place is asked for. */
function valueOf({ name, type }: Column, union: { id: string; path: string }, id: string, whose: string) {
  if (name === 'union_id') return union.id
  if (/(^|_)path$/.test(name)) return union.path
  if (name === 'id') return type === 'uuid' ? id : 1
  if (type.endsWith('[]')) return '{}'
  if (type === 'uuid') return whose
  if (/^(smallint|integer|bigint|numeric)/.test(type)) return 1
  if (type === 'boolean') return false
  if (type === 'date' || type.startsWith('timestamp')) return '2026-03-02'
  if (type.startsWith('json')) return '{}'
  if (type === 'bytea') return Buffer.alloc(0)
  if (type.endsWith('range')) return 'empty'
  return 'x'
}

const insertion = (table: string, union: { id: string; path: string }, id: string, whose: string = randomUUID()) => {
  const columns = tables.get(table)!.filter(({ isGenerated }) => !isGenerated)
  return {
    text: `insert into ${table} (${columns.map(({ name }) => `"${name}"`).join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
    values: columns.map((column) => valueOf(column, union, id, whose)),
  }
}

type Role = 'post' | 'self' | 'public'
const frame = (role: Role) =>
  `begin;set local role gongqiao_${role};set local search_path=${REGION},shared;set local app.lo='${role === 'post' ? mine.path : ''}';
   set local app.hi='${role === 'post' ? `${mine.path}~` : ''}';set local app.me='${person}';set local app.account='${account}'`

/** What an attempt comes to, in a transaction that is taken back: the rows it reached, or the refusal's code. */
async function attempt(
  client: pg.Client,
  role: Role,
  statement: string | { text: string; values: unknown[] },
): Promise<number | string> {
  try {
    await client.query(frame(role))
    const { rowCount, command, rows } = await client.query<{ n: number }>(statement as string)
    return command === 'SELECT' ? rows[0]!.n : (rowCount ?? 0)
  } catch (error) {
    return (error as { code: string }).code
  } finally {
    await client.query('rollback')
  }
}
const DENIED = '42501'

beforeAll(async () => {
  ;[mine, other] = await world.session(async (session) => {
    const root = await aUnion(session, { name: '永安区总工会', kind: 'federation' })
    return [
      await aUnion(session, { name: '甲厂工会', parentId: root.id }),
      await aUnion(session, { name: '乙厂工会', parentId: root.id }),
    ] as const
  })
  await asOwner(async (client) => {
    tables = Map.groupBy((await columnsOf(client)).rows, ({ table }) => table) as unknown as Tables
    const { rows } = await client.query<{
      text: string
    }>(`select format('alter table %s drop constraint if exists %I cascade', conrelid::regclass, conname) as text
      from pg_constraint where connamespace = '${REGION}'::regnamespace and contype in ('c', 'f', 'x', 'u', 'p') order by contype = 'p', contype = 'u'`)
    for (const { text } of rows) await client.query(text)
    const unique = await client.query<{
      text: string
    }>(`select format('drop index if exists %s', indexrelid::regclass) as text from pg_index
      where indisunique and indrelid in (select oid from pg_class where relnamespace = '${REGION}'::regnamespace)`)
    for (const { text } of unique.rows) await client.query(text)
    await client.query('set session_replication_role = replica')
    for (const table of tables.keys()) {
      await client.query(insertion(table, other, otherRow))
      // A row of one's own, to try to push it over.
      await client.query(insertion(table, mine, ownRow))
    }
    const { rows: triggers } = await client.query<{
      text: string
    }>(`select distinct format('alter table %s disable trigger user', tgrelid::regclass) as text
      from pg_trigger join pg_class c on c.oid = tgrelid where c.relnamespace = '${REGION}'::regnamespace and not tgisinternal`)
    for (const { text } of triggers) await client.query(text)
  })
}, 60_000)

/** The columns that say where a row belongs: it is another's when all of them lie there. */
const placesIn = (table: string) => tables.get(table)!.flatMap(({ name }) => (/(^|_)path$/.test(name) ? [name] : []))
const within = (table: string, { path }: { path: string }) =>
  placesIn(table)
    .map((name, at) => `${at ? 'and' : 'where'} ${name} >= '${path}' and ${name} < '${path}~'`)
    .join(' ')

test.for(['post', 'self', 'public'] as const)(
  'as %s no row of another union, person or account is read, changed, removed or made',
  (role) =>
    asServer(async (client) => {
      const leaks: string[] = []
      for (const table of tables.keys()) {
        const foreign = within(table, other)
        const change = tables.get(table)!.find(({ isGenerated }) => !isGenerated)!.name
        const tries = {
          select: `select count(*)::int as n from ${table} ${foreign}`,
          update: `update ${table} set "${change}" = "${change}" ${foreign}`,
          delete: `delete from ${table} ${foreign}`,
          truncate: `truncate ${table}`,
          insert: insertion(table, other, randomUUID()),
        }
        for (const [verb, statement] of Object.entries(tries)) {
          const result = await attempt(client, role, statement)
          const isRefused = result === DENIED || (result === 0 && verb !== 'truncate' && verb !== 'insert')
          if (!isRefused && !open[`${verb} ${table}`]) leaks.push(`${verb} ${table}: ${result}`)
        }
      }
      expect(leaks).toEqual([])
    }),
)

test("the rows are there: one's own are seen by the same query", () =>
  asServer(async (client) => {
    const counts = []
    for (const table of tables.keys())
      if (placesIn(table).length)
        counts.push(await attempt(client, 'post', `select count(*)::int as n from ${table} ${within(table, mine)}`))
    expect(counts.filter((count) => Number(count) > 0 && count !== DENIED).length).toBeGreaterThan(25)
  }))

test("a row of one's own cannot be pushed over into another union", () =>
  asServer(async (client) => {
    const moved: string[] = []
    for (const table of [...tables.keys()].filter((name) => name === 'unions' || placesIn(name).includes('union_path'))) {
      const column = table === 'unions' ? 'path' : 'union_path'
      const result = await attempt(client, 'post', `update ${table} set ${column} = '${other.path}' ${within(table, mine)}`)
      if (result !== DENIED && result !== 0) moved.push(`${table}: ${result}`)
    }
    expect(moved).toEqual([])
  }))

test.for(['post', 'self', 'public'] as const)(
  'as %s nothing of sign-in, of the owner or of the walls themselves is within reach',
  (role) =>
    asServer(async (client) => {
      const tries = [
        ...[
          'accounts',
          'account_credentials',
          'account_sessions',
          'account_second_factors',
          'account_persons',
          'signin_codes',
          'signin_links',
          'signin_events',
          'signin_attempts',
          'secret_canary',
          'server_login',
        ].map((table) => `select count(*)::int as n from shared.${table}`),
        'select count(*)::int as n from pg_authid',
        'set role postgres',
        'set local session_replication_role = replica',
        'alter table members disable row level security',
        'alter table members no force row level security',
        'drop policy post on members',
        'create policy mine on members using (true)',
        'alter table journal disable trigger all',
        'alter role gongqiao_post bypassrls',
        'alter role gongqiao_server superuser',
        'create table shared.mine (x int)',
        `create function ${REGION}.mine() returns int language sql as 'select 1'`,
        `copy members to program 'cat'`,
        `copy members from '/etc/passwd'`,
        `select pg_read_file('/etc/passwd')`,
        `select lo_import('/etc/passwd')`,
        'update journal_heads set seq = 0',
        'delete from migrations',
        `update jobs set name = 'x'`,
      ]
      const reached: string[] = []
      for (const text of tries) {
        const result = await attempt(client, role, text)
        if (result !== DENIED) reached.push(`${text}: ${result}`)
      }
      expect(reached).toEqual([])
    }),
)

test('who signs in to the database as the server and takes on no role sees nothing at all', () =>
  asServer(async (client) => {
    const seen: string[] = []
    for (const table of tables.keys()) {
      const code = await client.query(`select 1 from ${REGION}.${table} limit 1`).then(
        () => 'read',
        (error: { code: string }) => error.code,
      )
      if (code !== DENIED) seen.push(`${table}: ${code}`)
    }
    expect(seen).toEqual([])
    const { rows } = await client.query<Record<string, boolean>>(
      'select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit from pg_roles where rolname = session_user',
    )
    expect(Object.values(rows[0]!)).toEqual([false, false, false, false, false])
  }))

test("the list of what runs with the owner's eyes is known, and each looks nothing up where a caller could put something in its way", () =>
  asOwner(async (client) => {
    const { rows } = await client.query<{ name: string; path: string | null; isOpen: boolean }>(`select p.proname as name,
        (select c from unnest(p.proconfig) c where c like 'search_path=%') as path,
        p.prorettype <> 'trigger'::regtype and (p.proacl is null or exists (select 1 from aclexplode(p.proacl) a where a.grantee = 0)) as "isOpen"
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname in ('${REGION}', 'shared') order by 1`)
    expect(rows.filter(({ name }) => !trusted[name]).map(({ name }) => name)).toEqual([])
    expect(Object.keys(trusted).filter((name) => !rows.some((row) => row.name === name))).toEqual([])
    expect(rows.filter(({ path }) => path !== `search_path=${REGION}, shared`).map(({ name }) => name)).toEqual([])
    expect(rows.filter(({ isOpen }) => isOpen).map(({ name }) => name)).toEqual([])
  }))

test('those that state the scope themselves answer nothing about another union', () =>
  asServer(async (client) => {
    const calls = [
      `select count(*)::int as n from tally_records('${other.id}', '2026-03-02', '2026-01-01', 'standing', 'full', 100, 0)`,
      `select count(*)::int as n from tally_records('${other.id}', '2026-03-02', '2026-01-01', 'standing', 'worker', 100, 0)`,
      `select count(*)::int as n from tally_facts_of(array['${other.id}']::uuid[])`,
      `select count(*)::int as n from membership_course('${otherRow}')`,
      `select count(*)::int as n from cadre_trainings_of('${otherRow}')`,
    ]
    const answers = []
    for (const text of calls) answers.push(await attempt(client, 'post', text))
    expect(answers).toEqual([0, 0, 0, 0, 0])
    expect(await attempt(client, 'post', `select founding_link_head('${otherRow}')::int as n`)).toBe(0)
    expect(await attempt(client, 'public', `select add_member_counts(array[]::member_count_change[])`)).toBe(DENIED)
  }))
