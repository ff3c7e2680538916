import { and, asc, desc, eq, gte, isNull, lt, ne, or, sql, type SQL } from 'drizzle-orm'
import { addDays } from '#kit/dates'
import { subtree } from '#platform/db'
import { issueTicket } from '#platform/files'
import { found, type Session } from '#platform/session'
import type { gaps, Listing } from '../contract.ts'
import { memberCount, unions } from '../tables.ts'
import { matching, parentName, whole } from './columns.ts'

const sorts = {
  name: unions.name,
  kind: unions.kind,
  foundedOn: unions.foundedOn,
  staffCount: unions.staffCount,
  tree: unions.path,
}
type Gap = (typeof gaps)[number]

/** Unions of one's scope by kind, type of unit, state, and what is missing of them (ORG-10). Dissolved ones only when asked for. */
export async function list(session: Session, { page, size, sort, descending, ...filters }: Listing) {
  const { db } = session
  const where = await conditions(session, filters)
  const by = sorts[(sort ?? 'tree') as keyof typeof sorts] ?? unions.path
  const rows = await db
    .select({ ...whole(), above: parentName, members: memberCount })
    .from(unions)
    .where(where)
    .orderBy(descending ? desc(by) : asc(by), asc(unions.path))
    .limit(size)
    .offset((page - 1) * size)
  return { rows, total: await db.$count(unions, where) }
}

type Filters = Omit<Listing, 'page' | 'size' | 'sort' | 'descending'>

async function conditions({ db, today }: Session, { below, text, kind, unitType, state, gap }: Filters) {
  return and(
    state ? eq(unions.state, state) : ne(unions.state, 'dissolved'),
    kind ? eq(unions.kind, kind) : undefined,
    unitType ? eq(unions.unitType, unitType) : undefined,
    text ? matching(text) : undefined,
    gap ? missing(gap, today) : undefined,
    below ? await isBelow(db, below) : undefined,
  )
}

async function isBelow(db: Session['db'], id: string) {
  const [union] = await db.select({ path: unions.path }).from(unions).where(eq(unions.id, id))
  const { lo, hi } = subtree(found(union).path)
  return and(gte(unions.path, lo), lt(unions.path, hi), ne(unions.id, id))
}

/** Branches and team groups have no seal of their own; what is not known counts as missing, so that somebody finds out. */
function missing(gap: Gap, today: string): SQL | undefined {
  const independent = sql`${unions.kind} not in ('branch', 'group')`
  const isNot = { seal: unions.hasSeal, plate: unions.hasPlate, account: unions.hasAccount, certificate: unions.hasCertificate }
  if (gap === 'creditCode') return and(independent, isNull(unions.creditCode))
  if (gap === 'office') return and(independent, sql`${unions.hasOwnOffice} is not true`)
  if (gap === 'fullTime') return and(independent, or(isNull(unions.fullTimePosts), eq(unions.fullTimePosts, 0)))
  if (gap === 'certificateEnding') return and(independent, sql`${unions.certificateUntil} <= ${addDays(today, 30)}::date`)
  return and(independent, sql`${isNot[gap]} is not true`)
}

/** A ticket for the list as a workbook, whichever page of it is on screen. */
export const exportMany = (session: Session, input: Listing) => issueTicket(session, 'unions.export', input)
