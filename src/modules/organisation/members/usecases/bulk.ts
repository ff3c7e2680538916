import { randomUUID } from 'node:crypto'
import { getTableColumns, sql } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import { obligatoryFields } from '#modules/organisation/memberRules'
import type { Db } from '#platform/db'
import type { Session } from '#platform/session'
import type { Field } from '#rules/organisation/memberRules'
import type { NewFacts } from '../contract.ts'
import { type MemberStatus, type TagCode, tags } from '../contract/words.ts'
import { recordProblems } from '../rules.ts'
import { members, memberships, memberTags } from '../tables.ts'
import { columnsOf, indexOf, type Written } from './filing.ts'
import { holdersOf, nextNumbers } from './stays.ts'
import { references } from './references.ts'

/** A row of a roster, checked by the importer against `Facts`. `status` is `member` when there is a day of joining, else `worker`. */
export type RosterRow = NewFacts & {
  unionId: string
  status?: MemberStatus
  number?: string | null
  joinedOn?: string | null
  retainedOn?: string | null
  leftOn?: string | null
  tags?: readonly TagCode[]
}

/** A row that was not taken because somebody already has its identity number or card number, in the database or earlier in the list. */
export type Met = {
  row: number
  by: 'idNumber' | 'number'
  id?: string
  unionId?: string
  unionName?: string
  status?: MemberStatus
}

const BATCH = 1000

type Column = { key: string; name: string }
const columnsIn = (table: typeof members | typeof memberships | typeof memberTags): Column[] =>
  Object.keys(getTableColumns(table)).map((key) => ({ key, name: toSnakeCase(key) }))

/** Many rows in one statement: the server reads them from one JSON text, which is the fastest that row-level security allows. */
async function insertAll(
  db: Db,
  table: string,
  columns: readonly Column[],
  rows: readonly Record<string, unknown>[],
): Promise<Set<string>> {
  if (!rows.length) return new Set()
  const names = columns.map(({ name }) => name).join(', ')
  const text = JSON.stringify(rows.map((row) => Object.fromEntries(columns.map(({ key, name }) => [name, row[key] ?? null]))))
  const { rows: made } = await db.$client.query<{ id: string }>(
    `insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, $1) on conflict do nothing returning id`,
    [text],
  )
  return new Set(made.map(({ id }) => id))
}

const memberColumns = columnsIn(members)
const stayColumns = columnsIn(memberships)
const tagColumns = columnsIn(memberTags)

/**
 * Files many people at once: 100,000 rows in some seconds. Rows are the importer's, already checked; what is asked here is only
 * whether somebody has the number already (`met`, with where). `ids` has one entry a row, `null` for those met.
 */
export async function admitMany(session: Session, rows: readonly RosterRow[]): Promise<{ ids: (string | null)[]; met: Met[] }> {
  const { db } = session
  const places = await placesOf(session, rows)
  const ids: (string | null)[] = []
  const met: Met[] = []
  const seen = new Set<string>()
  await db.execute(sql`set local app.sensitive = 'on'`)
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows
      .slice(start, start + BATCH)
      .map((row, at) => ({ row, at: start + at, columns: rosterColumns(row, places, session) }))
    const fresh = await withoutHolders(db, batch, seen, met)
    await numbered(db, fresh)
    const made = await insertAll(
      db,
      'members',
      memberColumns,
      fresh.map(({ columns }) => columns),
    )
    for (const { at, columns } of fresh) if (!made.has(columns.id!)) met.push({ row: at, by: 'number' })
    const filed = fresh.filter(({ columns }) => made.has(columns.id!))
    await insertAll(
      db,
      'memberships',
      stayColumns,
      filed.flatMap(({ columns }) => stayOf(columns)),
    )
    await insertAll(
      db,
      'member_tags',
      tagColumns,
      filed.flatMap(({ row, columns }) => tagsOf(row, columns, session.today)),
    )
    const at = new Map(filed.map((one) => [one.at, one.columns.id!]))
    for (const one of batch) ids.push(at.get(one.at) ?? null)
  }
  await db.execute(sql`set local app.sensitive = 'off'`)
  return { ids, met }
}

/**
 * What `admitMany` would answer, for a dry run that its caller rolls back: only a row that brings a card number of its own is written,
 * because nobody but the table knows whether that number is free.
 */
export async function foreseeMany(session: Session, rows: readonly RosterRow[]): Promise<{ fresh: number; met: Met[] }> {
  const { db } = session
  const places = await placesOf(session, rows)
  const met: Met[] = []
  const seen = new Set<string>()
  let fresh = 0
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH).map((row, at) => ({ row, at: start + at, columns: indexOf(row.idNumber) }))
    const free = await withoutHolders(db, batch, seen, met)
    const numbered = free
      .filter(({ row }) => row.number)
      .map(({ row, at }) => ({ at, columns: rosterColumns(row, places, session) }))
    const all = numbered.map(({ columns }) => columns)
    const made = await insertAll(db, 'members', memberColumns, all)
    const taken = numbered.filter(({ columns }) => !made.has(columns.id!))
    for (const { at } of taken) met.push({ row: at, by: 'number' })
    fresh += free.length - taken.length
  }
  return { fresh, met }
}

type Places = Map<string, { path: string; asked: readonly Field[] | undefined }>

/** Where the rows are filed, and which fields are asked for there. */
async function placesOf({ db, today }: Session, rows: readonly RosterRow[]): Promise<Places> {
  const { rows: found } = await db.execute<{ id: string; path: string }>(
    sql`select id, path from unions where id = any(${sql.param([...new Set(rows.map((row) => row.unionId))])}::uuid[])`,
  )
  const paths = found.map(({ path }) => path)
  const asked = await obligatoryFields(db, paths, today)
  return new Map(found.map(({ id, path }) => [id, { path, asked: asked.get(path) }]))
}

type Candidate = { row: RosterRow; at: number; columns: Written & { tagged?: never } }

function rosterColumns(row: RosterRow, places: Places, { today, now }: Session): Written {
  const {
    unionId,
    status = row.joinedOn ? 'member' : 'worker',
    number = null,
    joinedOn = null,
    retainedOn = null,
    leftOn = null,
    ...rest
  } = row
  const { tags: _tags, ...facts } = rest
  const place = places.get(unionId)
  if (!place) throw new Error(`union ${unionId} is not in scope`)
  const columns = columnsOf({ idType: 'citizen', ...facts } as never, today)
  const standing = { unionId, unionPath: place.path, status, number, joinedOn, retainedOn, leftOn }
  const filed = { ...columns, ...standing, idNumber: facts.idNumber ?? null, mobile: facts.mobile ?? null }
  // A member gets his number in the same act, so that its lack is no problem of the record.
  const problems = recordProblems({ ...filed, number: number ?? 'given' }, today, place.asked)
  return { ...columns, ...standing, id: randomUUID(), problems, version: 1, createdAt: now }
}

async function withoutHolders(db: Db, batch: Candidate[], seen: Set<string>, met: Met[]): Promise<Candidate[]> {
  const indexes = batch.flatMap(({ columns }) => columns.idNumberIndex ?? [])
  const held = new Map((await holdersOf(db, indexes)).map((holder) => [holder.index, holder]))
  return batch.filter(({ at, columns: { idNumberIndex: index } }) => {
    if (!index) return true
    const holder = held.get(index)
    if (holder)
      met.push({
        row: at,
        by: 'idNumber',
        id: holder.id,
        unionId: holder.unionId,
        unionName: holder.unionName,
        status: holder.status,
      })
    else if (seen.has(index)) met.push({ row: at, by: 'idNumber' })
    const isNew = !holder && !seen.has(index)
    seen.add(index)
    return isNew
  })
}

async function numbered(db: Db, batch: readonly Candidate[]) {
  const without = batch.filter(({ columns }) => columns.status === 'member' && !columns.number)
  const numbers = without.length ? await nextNumbers(db, without.length) : []
  without.forEach(({ columns }, at) => (columns.number = numbers[at]!))
}

function stayOf({ id, unionId, unionPath, status, joinedOn, retainedOn, leftOn }: Written) {
  if (!joinedOn || status === 'worker') return []
  const stay = { id: randomUUID(), memberId: id, unionId, unionPath, standing: 'full', fromOn: joinedOn, came: 'import' }
  if (status === 'member') return [stay]
  if (status === 'retained')
    return retainedOn
      ? [
          { ...stay, untilOn: retainedOn, went: 'retain' },
          { ...stay, id: randomUUID(), standing: 'retained', fromOn: retainedOn, came: 'retain' },
        ]
      : [{ ...stay, standing: 'retained' }]
  return leftOn ? [{ ...stay, untilOn: leftOn, went: status === 'expelled' ? 'expel' : 'leave' }] : []
}

const tagsOf = (row: RosterRow, { id, unionId, unionPath }: Written, since: string) =>
  (row.tags ?? []).map((tag) => ({
    id: randomUUID(),
    memberId: id,
    unionId,
    unionPath,
    tag,
    sensitive: tags[tag].sensitive,
    since,
  }))

/**
 * Takes back what `admitMany` filed: the records that nobody has touched since, neither here nor by another module.
 * Gives the ids that are gone and those that stay.
 */
export async function removeMany({ db }: Session, ids: readonly string[]): Promise<{ removed: string[]; kept: string[] }> {
  const list = sql.param(ids as string[])
  const own = ['member_changes', 'member_looks', 'member_consents', 'member_corrections'].map((table) => ({
    table,
    column: 'member_id',
  }))
  const touched = [
    ...own,
    { table: 'member_merges', column: 'kept_id' },
    { table: 'member_merges', column: 'dropped_id' },
    ...references(),
  ].map(
    ({ table, column }) =>
      sql`and not exists (select 1 from ${sql.identifier(table)} r where r.${sql.identifier(column)} = m.id)`,
  )
  const { rows } = await db.execute<{ id: string }>(
    sql`select m.id from members m where m.id = any(${list}::uuid[]) and m.version = 1 ${sql.join(touched, sql` `)} for update`,
  )
  const removed = rows.map(({ id }) => id)
  await db.execute(sql`set local app.sensitive = 'on'`)
  for (const table of [memberTags, memberships])
    await db.delete(table).where(sql`${table.memberId} = any(${sql.param(removed)}::uuid[])`)
  await db.delete(members).where(sql`${members.id} = any(${sql.param(removed)}::uuid[])`)
  await db.execute(sql`set local app.sensitive = 'off'`)
  const gone = new Set(removed)
  return { removed, kept: ids.filter((id) => !gone.has(id)) }
}
