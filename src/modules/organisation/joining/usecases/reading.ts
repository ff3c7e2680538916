import { and, asc, desc, eq, gte, inArray, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { checkIdNumber, maskIdNumber, maskMobile } from '#kit/identifiers'
import { unionNames } from '#modules/organisation/unions'
import { issueTicket } from '#platform/files'
import { found, type Session } from '#platform/session'
import type { Detail, Filter, Listing, Row } from '../contract.ts'
import type { Finding } from '../rules.ts'
import { type Application, applications } from '../tables.ts'
import { idIndexes, idNumberOf, mobileOf } from './filing.ts'
import { findingsOf } from './matching.ts'

const a = applications
const isPending = eq(a.state, 'applied')

/** A text as a range (`>=`, `<`), so that the scope's index keeps its place. */
const startsWith = (column: typeof a.name | typeof a.pinyin | typeof a.initials, text: string) =>
  and(gte(column, text), lt(column, `${text}\uffff`))

export function conditionsOf({ unionId, state, isLate, channel, employmentForm, text }: Filter, today: string): SQL | undefined {
  const spelt = text?.toLowerCase()
  return and(
    unionId ? eq(a.unionId, unionId) : undefined,
    state?.length ? inArray(a.state, state) : undefined,
    isLate ? and(isPending, lt(a.dueOn, today)) : undefined,
    channel?.length ? inArray(a.channel, channel) : undefined,
    employmentForm?.length ? inArray(a.employmentForm, employmentForm) : undefined,
    text && spelt ? or(startsWith(a.name, text), startsWith(a.pinyin, spelt), startsWith(a.initials, spelt)) : undefined,
  )
}

/** What waits comes first, and of that what is overdue. */
export const inOrder = [
  desc(sql`${a.state} = 'applied'`),
  asc(sql`case when ${a.state} = 'applied' then ${a.dueOn} end`),
  desc(a.appliedAt),
  asc(a.id),
]

export async function list(session: Session, { page, size, ...filter }: Listing) {
  const where = conditionsOf(filter, session.today)
  const rows = await session.db
    .select()
    .from(a)
    .where(where)
    .orderBy(...inOrder)
    .limit(size)
    .offset((page - 1) * size)
  return { rows: await shown(session, rows), total: await session.db.$count(a, where) }
}

/** Applications as the screen shows them: numbers masked, compared with the rolls while they wait. */
export async function shown(session: Session, rows: readonly Application[]): Promise<Row[]> {
  const names = await unionNames(session, [...new Set(rows.map(({ unionId }) => unionId))])
  const findings = await findingsOf(
    session,
    rows.filter(({ state }) => state === 'applied'),
  )
  return rows.map((row) => asRow(row, names.get(row.unionId) ?? '', findings.get(row.id), session.today))
}

function asRow(row: Application, unionName: string, finding: Finding | undefined, today: string): Row {
  const [idNumber, mobile] = [idNumberOf(row), mobileOf(row)]
  return {
    ...row,
    unionName,
    idNumber: idNumber && maskIdNumber(idNumber),
    mobile: mobile && maskMobile(mobile),
    isLate: row.state === 'applied' && row.dueOn < today,
    match: finding?.match ?? null,
    says: finding?.says ?? null,
    memberId: row.memberId ?? finding?.memberId ?? null,
  }
}

export async function get(session: Session, { id }: { id: string }): Promise<Detail> {
  const { db } = session
  const [row] = await db.select().from(a).where(eq(a.id, id))
  const [known] = await shown(session, [found(row)])
  const number = idNumberOf(row!)
  const said = number && row!.idType === 'citizen' ? checkIdNumber(number, row!.appliedOn) : null
  const citizen = said && !('problem' in said) ? said : null
  const { id: other, appliedOn, state, reason } = a
  const others = number
    ? await db
        .select({ id: other, appliedOn, state, reason })
        .from(a)
        .where(and(eq(a.unionId, row!.unionId), inArray(a.idNumberIndex, idIndexes(number)), ne(a.id, id)))
        .orderBy(desc(a.appliedAt))
        .limit(10)
    : []
  const { paper, checkedHow, byPost, charterVersion, privacyVersion } = row!
  const more = { sex: citizen?.sex ?? null, birthOn: citizen?.birthDate ?? null, others }
  return { ...known!, paper, checkedHow, byPost, charterVersion, privacyVersion, ...more }
}

/** What waits, what is late, and how fast answers came in the last 90 days. */
export async function counts({ db, today }: Session) {
  const { rows } = await db.execute<{
    open: number
    late: number
    approved: number
    refused: number
    medianHours: number | null
  }>(sql`
    select count(*) filter (where state = 'applied')::int as open,
      count(*) filter (where state = 'applied' and due_on < ${today})::int as late,
      count(*) filter (where state = 'approved' and decided_on > ${today}::date - 90)::int as approved,
      count(*) filter (where state = 'refused' and decided_on > ${today}::date - 90)::int as refused,
      (percentile_cont(0.5) within group (order by extract(epoch from decided_at - applied_at) / 3600)
        filter (where state in ('approved', 'refused') and decided_on > ${today}::date - 90))::float8 as "medianHours"
    from join_applications`)
  return rows[0]!
}

export const exporting = (session: Session, filter: Filter) => issueTicket(session, 'joining.export', filter)
