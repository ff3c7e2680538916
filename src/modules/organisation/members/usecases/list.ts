import { and, asc, desc, eq, gte, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { addDays, addYears, ageOn } from '#kit/dates'
import { maskIdNumber, maskMobile, normaliseIdNumber } from '#kit/identifiers'
import { checkedBefore } from '#modules/organisation/memberRules'
import { unionOf } from '#modules/organisation/unions'
import { type Db, subtree } from '#platform/db'
import { blindIndexes } from '#platform/secrets'
import type { Session } from '#platform/session'
import type { Filter, ListInput, Row } from '../contract.ts'
import { ageBands, type MemberStatus, memberStatuses, type TagCode } from '../contract/words.ts'
import { memberCounts, members } from '../tables.ts'
import { clear, type Member } from './filing.ts'

/** Whom a list shows when nobody says: those who belong to the union today. A search by text finds who left as well. */
const standing: readonly MemberStatus[] = ['worker', 'member', 'retained']

const unionName = sql<string>`(select u.name from unions u where u.id = members.union_id)`
const currentTags = sql<
  Row['tags']
>`array(select t.tag from member_tags t where t.member_id = members.id and t.until is null order by t.tag)`

const columns = {
  id: members.id,
  unionId: members.unionId,
  unionName,
  status: members.status,
  number: members.number,
  name: members.name,
  sex: members.sex,
  birthOn: members.birthOn,
  idNumber: members.idNumber,
  mobile: members.mobile,
  employer: members.employer,
  job: members.job,
  employmentForm: members.employmentForm,
  joinedOn: members.joinedOn,
  checkedOn: members.checkedOn,
  problems: members.problems,
  tags: currentTags,
}

/** A page of the members below a union, and how many there are in all. */
export async function list(session: Session, input: ListInput): Promise<{ rows: Row[]; total: number }> {
  const { db } = session
  const place = await placeOf(session, input)
  const order = orderOf(input)
  const from = { limit: input.size, offset: (input.page - 1) * input.size }
  const where = whereOf(session, input, place)
  const found = input.text
    ? await hits(db, where, order, from)
    : await pageOf(db, where, order, from, totalOf(session, input, place), shapeOf(input, place))
  return { rows: found.rows.map((row) => shown(row, session.today)), total: found.total }
}

/** What the text of an unfiltered page depends on, as the name of its plan; a filtered page is planned for its values. */
function shapeOf(input: ListInput, place: Place | undefined): string | undefined {
  if (COUNTED.some((key) => isGiven(input[key]))) return undefined
  const where = place ? (place.isOnlyHere ? 'here' : 'below') : 'scope'
  return ['members', input.sort, input.descending, statusesOf(input).length, where, input.size, input.page > 1].join(' ')
}

type Slice = { limit: number; offset: number }
type Found = Pick<Member, Exclude<keyof typeof columns, 'unionName' | 'tags'>> & { unionName: string; tags: Row['tags'] }

/**
 * In the order of an index, page by page; the total is another question, asked in the same breath. A page with a `shape` is the same
 * plan in every scope, so a connection plans it once; the size stands in its text, or the planner would take a tenth of all for it.
 */
async function pageOf(
  db: Db,
  where: SQL | undefined,
  order: SQL[],
  { limit, offset }: Slice,
  total: SQL<number>,
  shape: string | undefined,
) {
  const query = db
    .select({ ...columns, total })
    .from(members)
    .where(where)
    .orderBy(...order)
    .limit(sql.raw(String(limit)) as never)
    .offset(offset)
  const rows: (Found & { total: number })[] = await (shape ? query.prepare(shape).execute() : query)
  if (rows.length || offset === 0) return { rows, total: rows[0]?.total ?? 0 }
  const { rows: counted } = await db.execute<{ total: number }>(sql`select ${total} as total`)
  return { rows, total: counted[0]!.total }
}

/**
 * A search: its hits are few, so all are found, once, before they are put in order. Left to itself the planner walks the whole
 * index of the order (two prefixes joined by "or" are no range of it), or asks for the hits again for each row of a small scope.
 */
async function hits(db: Db, where: SQL | undefined, order: SQL[], { limit, offset }: Slice) {
  const found = sql`(with found as materialized (select id, count(*) over () as total from members where ${where}) select * from found) hits`
  const rows: (Found & { total: number })[] = await db
    .select({ ...columns, total: sql<number>`hits.total` })
    .from(members)
    .innerJoin(found, sql`hits.id = members.id`)
    .orderBy(...order)
    .limit(limit)
    .offset(offset)
  return { rows, total: rows[0]?.total ?? (offset ? await db.$count(members, where) : 0) }
}

type Place = { path: string; isOnlyHere: boolean }

/** One's own union needs no condition: the scope is it. */
export async function placeOf(session: Session, { unionId, isOnlyHere = false }: Filter): Promise<Place | undefined> {
  const { post } = session.user
  if (!unionId || (unionId === post?.unionId && !isOnlyHere)) return undefined
  return { path: unionId === post?.unionId ? post.path : (await unionOf(session, unionId)).path, isOnlyHere }
}

const within = (column: PgColumn, place: Place | undefined) => {
  if (!place) return undefined
  const { lo, hi } = subtree(place.path)
  return place.isOnlyHere ? eq(column, place.path) : and(gte(column, lo), lt(column, hi))
}

const statusesOf = ({ status, text }: Filter) => (status?.length ? status : text ? memberStatuses : standing)

/** Every condition is one that row-level security lets an index serve: equality and ranges, no `like` before the scope. */
export function whereOf({ today, user }: Pick<Session, 'today' | 'user'>, filter: Filter, place: Place | undefined) {
  const { employer, sex, ageFrom, ageTo, age, employmentForm, education, tag, problem, isStale } = filter
  const statuses = statusesOf(filter)
  const born = (from: number | undefined, to: number | undefined) =>
    and(
      from === undefined ? undefined : lte(members.birthOn, addYears(today, -from)),
      to === undefined ? undefined : gte(members.birthOn, addDays(addYears(today, -to - 1), 1)),
    )
  return and(
    isNull(members.mergedInto),
    within(members.unionPath, place),
    statuses.length < memberStatuses.length ? inArray(members.status, [...statuses]) : undefined,
    filter.text ? matching(filter.text) : undefined,
    employer ? sql`${members.employer} like ${`%${employer.replace(/[%_\\]/g, '\\$&')}%`}` : undefined,
    sex && eq(members.sex, sex),
    born(ageFrom, ageTo),
    age?.length ? or(...age.map((band) => born(ageBands[band][0], ageBands[band][1]))) : undefined,
    employmentForm?.length ? inArray(members.employmentForm, employmentForm) : undefined,
    education?.length ? inArray(members.education, education) : undefined,
    tag?.length ? tagged(tag) : undefined,
    problem?.length ? breaking(problem) : undefined,
    isStale
      ? or(isNull(members.checkedOn), sql`${members.checkedOn} < ${checkedBefore(place?.path ?? user.post?.path ?? '', today)}`)
      : undefined,
  )
}

const tagged = (codes: readonly TagCode[]) =>
  sql`exists (select 1 from member_tags t where t.member_id = members.id and t.tag = any(${sql.param(codes as TagCode[])}::text[]) and t.until is null)`

const breaking = (codes: readonly string[]) =>
  and(
    sql`members.problems <> '{}'`,
    codes.includes('any') ? undefined : sql`members.problems && ${sql.param(codes as string[])}::text[]`,
  )

const LAST = '\u{10ffff}'
const starts = (column: PgColumn, text: string) => and(gte(column, text), lt(column, text + LAST))

/** What a person types into the one box: pinyin or its initials, a mobile, a number of any kind, a name, an employer. */
function matching(text: string): SQL | undefined {
  const plain = text.normalize('NFKC').trim()
  const latin = plain.toLowerCase().replace(/[\s'’]/g, '')
  if (/^[a-z]+$/.test(latin)) return or(starts(members.pinyin, latin), starts(members.initials, latin))
  const number = normaliseIdNumber(plain)
  if (/^1\d{10}$/.test(number))
    return or(inArray(members.mobileIndex, blindIndexes('members.mobile', number)), eq(members.number, number))
  if (/\d/.test(number))
    return or(
      inArray(members.idNumberIndex, blindIndexes('members.id_number', number)),
      eq(members.number, plain),
      starts(members.employer, plain),
    )
  return or(starts(members.name, plain), starts(members.employer, plain))
}

function orderOf({ sort, descending }: ListInput): SQL[] {
  const way = descending ? (column: PgColumn | SQL) => sql`${desc(column as PgColumn)} nulls last` : asc
  const tail = [asc(members.id)]
  if (sort === 'union') return [way(members.unionPath), way(members.pinyin), way(members.id)].map((part) => sql`${part}`)
  if (sort === 'name') return [way(members.pinyin), ...tail]
  if (sort === 'age') return [descending ? asc(members.birthOn) : desc(members.birthOn), ...tail]
  const column = { number: members.number, joinedOn: members.joinedOn, checkedOn: members.checkedOn }[sort]
  return [way(column), ...tail]
}

const COUNTED: readonly (keyof Filter)[] = [
  'text',
  'employer',
  'sex',
  'ageFrom',
  'ageTo',
  'age',
  'employmentForm',
  'education',
  'tag',
  'problem',
  'isStale',
]

const isGiven = (value: unknown) =>
  value !== undefined && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0)

/** By status alone the total is kept ready; anything narrower is counted. */
export function totalOf(session: Pick<Session, 'today' | 'user'>, filter: Filter, place: Place | undefined): SQL<number> {
  const whole = COUNTED.some((key) => isGiven(filter[key]))
    ? sql`(select count(*) from ${members} where ${whereOf(session, filter, place)})`
    : sql`(select coalesce(sum(${readyCount(filter)}), 0) from ${memberCounts} where ${within(memberCounts.unionPath, place) ?? sql`true`})`
  return sql`${whole}::int`.mapWith(Number)
}

const readyCount = (filter: Filter) =>
  sql.join(
    statusesOf(filter).map((status) => sql.raw(`${status}_count`)),
    sql` + `,
  )

/** A row as the list may show it: protected fields masked, the age instead of the birthday. */
export function shown({ birthOn, idNumber, mobile, ...row }: Found, today: string): Row {
  const plain = clear({ idNumber, mobile })
  return {
    ...row,
    idNumber: plain.idNumber && maskIdNumber(plain.idNumber),
    mobile: plain.mobile && maskMobile(plain.mobile),
    age: birthOn === null ? null : ageOn(birthOn, today),
  } as Row
}
export { columns as rowColumns }
