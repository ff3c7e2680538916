import { and, asc, desc, eq, gte, isNull, lt, notInArray, or, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { unionOf } from '#modules/organisation/unions'
import { subtree } from '#platform/db'
import { issueTicket } from '#platform/files'
import { found, type Session } from '#platform/session'
import { rulebookOf } from '#platform/statutes'
import { scopeOf } from '#rules/organisation/unions'
import type { Listing } from '../contract.ts'
import { foundingClock } from '../rules.ts'
import { employers, employerSteps, obstructions } from '../tables.ts'

const open = sql<boolean>`exists (select from employer_obstructions o where o.employer_id = employers.id and o.closed_on is null)`

function row() {
  const { id, unionId, name, creditCode, unitKind, ownership, sector, address, headcount, setUpOn, source, stage } = employers
  const { stageOn, coveredBy, organiserId, organiserName, nextStep, nextOn, version } = employers
  return {
    ...{ id, unionId, name, creditCode, unitKind, ownership, sector, address, headcount, setUpOn, source, stage },
    ...{ stageOn, coveredBy, organiserId, organiserName, nextStep, nextOn, version },
    unionName: sql<string>`(select u.name from union_directory u where u.id = employers.union_id)`,
    coveredByName: sql<string | null>`(select u.name from union_directory u where u.id = employers.covered_by)`,
    members: sql<number>`(select count(*)::int from members m
      where m.employer_id = employers.id and m.status = 'member' and m.merged_into is null)`,
    isKey: sql<boolean>`exists (select from key_employers k where k.employer_id = employers.id)`,
    isObstructed: open,
  }
}

const sorts: Record<string, PgColumn> = {
  name: employers.name,
  headcount: employers.headcount,
  setUpOn: employers.setUpOn,
  stageOn: employers.stageOn,
  nextOn: employers.nextOn,
}

/** Employers of one's scope; largest first unless sorted otherwise. */
export async function list(session: Session, { page, size, sort, descending, ...filters }: Listing) {
  const { db } = session
  const where = await conditions(session, filters)
  const by = sort ? sorts[sort] : undefined
  const order = by ? (descending ? desc(by) : asc(by)) : sql`${employers.headcount} desc nulls last`
  const rows = await db
    .select(row())
    .from(employers)
    .where(where)
    .orderBy(order, asc(employers.id))
    .limit(size)
    .offset((page - 1) * size)
  return { rows, total: await db.$count(employers, where) }
}

type Filters = Omit<Listing, 'page' | 'size' | 'sort' | 'descending'>
const isBlank = notInArray(employers.stage, ['founded', 'closed'])

async function conditions(session: Session, filters: Filters) {
  const { below, text, stage, blank, sector, unitKind, unassigned, coveredBy, obstructed } = filters
  return and(
    below ? await isBelow(session, below) : undefined,
    text ? matching(text) : undefined,
    stage ? eq(employers.stage, stage) : undefined,
    blank ? isBlank : undefined,
    sector === undefined ? undefined : sector === '' ? isNull(employers.sector) : eq(employers.sector, sector),
    unitKind ? eq(employers.unitKind, unitKind) : undefined,
    unassigned ? and(isBlank, isNull(employers.organiserName)) : undefined,
    coveredBy ? eq(employers.coveredBy, coveredBy) : undefined,
    obstructed ? open : undefined,
  )
}

async function isBelow(session: Session, id: string) {
  const { lo, hi } = subtree((await unionOf(session, id)).path)
  return and(gte(employers.unionPath, lo), lt(employers.unionPath, hi))
}

function matching(text: string): SQL | undefined {
  const latin = text.toLowerCase().replace(/\s/g, '')
  const starts = (column: PgColumn) => and(gte(column, latin), lt(column, `${latin}~`))
  return or(
    sql`${employers.name} like ${`%${text.replace(/[%_\\]/g, '\\$&')}%`}`,
    eq(employers.creditCode, text.toUpperCase()),
    /^[a-z0-9]+$/.test(latin) ? or(starts(employers.pinyin), starts(employers.initials)) : undefined,
  )
}

/** One employer with its way so far, the clock of the law, and what blocks. */
export async function get(session: Session, { id }: { id: string }) {
  const { db } = session
  const [employer] = await db
    .select({ ...row(), unionPath: employers.unionPath })
    .from(employers)
    .where(eq(employers.id, id))
  const { unionPath, ...whole } = found(employer)
  const book = await rulebookOf(session)
  const place = book.at(unionPath, scopeOf(whole.creditCode, session.place))
  const { stage, onDay, note, postTitle } = employerSteps
  const steps = db.select({ id: employerSteps.id, stage, onDay, note, postTitle }).from(employerSteps)
  return {
    ...whole,
    clock: foundingClock(whole, place, book.calendar),
    steps: await steps.where(eq(employerSteps.employerId, id)).orderBy(desc(onDay), desc(employerSteps.at)),
    obstructions: await db
      .select()
      .from(obstructions)
      .where(eq(obstructions.employerId, id))
      .orderBy(desc(obstructions.openedOn)),
  }
}

const sum = (when?: SQL) =>
  sql<number>`coalesce(sum(${employers.headcount}) ${when ? sql`filter (where ${when})` : sql``}, 0)::int`
const count = (when?: SQL) => sql<number>`count(*) ${when ? sql`filter (where ${when})` : sql``}::int`
const founded = sql`${employers.stage} = 'founded'`

const figures = {
  employers: count(),
  covered: count(founded),
  workers: sum(),
  coveredWorkers: sum(founded),
  unassigned: count(sql`not ${founded} and ${employers.organiserName} is null`),
  obstructed: count(open),
}

/** Founding rate and worker coverage, and where the blank spots are: by place and by sector. What has closed does not count. */
export async function coverage(session: Session, { below }: { below?: string | undefined }) {
  const { db } = session
  const where = and(sql`${employers.stage} <> 'closed'`, below ? await isBelow(session, below) : undefined)
  const [total] = await db.select(figures).from(employers).where(where)
  const title = sql<string>`(select u.name from union_directory u where u.id = employers.union_id)`
  const mostBlank = desc(sql`count(*) - count(*) filter (where ${founded})`)
  const places = db
    .select({ ...figures, id: employers.unionId, title })
    .from(employers)
    .where(where)
  const sector = sql<string>`coalesce(${employers.sector}, '')`
  const sectors = db
    .select({ ...figures, id: sql<null>`null`, title: sector })
    .from(employers)
    .where(where)
  return {
    total: found(total),
    places: await places.groupBy(employers.unionId).orderBy(mostBlank).limit(200),
    sectors: await sectors.groupBy(employers.sector).orderBy(mostBlank).limit(200),
  }
}

/** A ticket for the list as a workbook, whichever page of it is on screen. */
export const exportMany = (session: Session, input: Listing) => issueTicket(session, 'employers.export', input)
