import { and, asc, desc, eq, gte, inArray, lte, or, type SQL, sql } from 'drizzle-orm'
import { issueTicket } from '#platform/files'
import { found, type Session } from '#platform/session'
import { categories, type Category, type Listing, type Proposal, type Row } from '../contract.ts'
import { assignments, effects, files, proposals, steps, windows } from '../tables.ts'

/** It and what was merged into it. */
const family = sql`(select proposals.id union all select q.id from proposals q where q.merged_into = proposals.id)`
const numberText = sql<string | null>`proposals.year || '-' || lpad(proposals.number::text, 3, '0')`

/** Names stay with the committee where their owner asked for it. */
const mayName = ({ user }: Session) => !user.post || user.powers.includes('democracy.manage')

function rowOf(session: Session) {
  const { id, unionId, title, category, submittedOn, state, round, dueOn, answeredOn, outcome, grade } = proposals
  const shown = mayName(session) ? sql`a.author_name` : sql`case when a.is_open then a.author_name else '（保密）' end`
  return {
    ...{ id, unionId, title, category, submittedOn, state, round, dueOn, answeredOn, outcome, grade },
    unionName: sql<string>`(select u.name from union_directory u where u.id = proposals.union_id)`,
    number: numberText,
    authors: sql<
      string[]
    >`array(select ${shown} from proposal_authors a where a.proposal_id in ${family} order by a.proposal_id <> proposals.id, a.author_name)`,
    seconders: sql<number>`(select count(distinct s.member_id)::int from proposal_seconds s where s.proposal_id in ${family})`,
    mergedCount: sql<number>`(select count(*)::int from proposals q where q.merged_into = proposals.id)`,
    handler: sql<
      string | null
    >`(select a.handler from proposal_assignments a where a.proposal_id = proposals.id and a.round = proposals.round and a.is_lead)`,
    isLate: late(session.today),
    effectFen: sql<number>`(select coalesce(sum(e.confirmed_fen), 0)::bigint from proposal_effects e where e.proposal_id = proposals.id)`,
  }
}
const late = (today: string) => sql<boolean>`(proposals.state = 'assigned' and proposals.due_on < ${today}::date)`

const sortable = {
  submitted: proposals.submittedOn,
  due: proposals.dueOn,
  answered: proposals.answeredOn,
  union: proposals.unionPath,
} as const

/** The proposals one may read: of a post's scope, or of one's own unit. */
export async function list(session: Session, input: Listing): Promise<{ rows: Row[]; total: number }> {
  const { db, today } = session
  const { page, size, sort, descending } = input
  const where = matching(input, today)
  const by = sort ? sortable[sort as keyof typeof sortable] : undefined
  const rows = await db
    .select(rowOf(session))
    .from(proposals)
    .where(where)
    .orderBy(
      ...(by ? [descending ? sql`${by} desc nulls last` : sql`${by} asc nulls last`] : [desc(proposals.submittedOn)]),
      asc(proposals.id),
    )
    .limit(size)
    .offset((page - 1) * size)
  return { rows, total: await db.$count(proposals, where) }
}

/** Some proposals by their ids, the latest first. */
export const rowsOf = (session: Session, ids: readonly string[]): Promise<Row[]> =>
  session.db
    .select(rowOf(session))
    .from(proposals)
    .where(inArray(proposals.id, [...ids]))
    .orderBy(desc(proposals.submittedOn), asc(proposals.id))

export const exportMany = (session: Session, input: Listing) => issueTicket(session, 'proposals.export', input)

function matching({ text, state, side, category, outcome, windowId, unionId, isLate, by, from, until }: Listing, today: string) {
  const said = text && `%${text.replace(/[%_\\]/g, '\\$&')}%`
  const ofSide = side && (Object.keys(categories) as Category[]).filter((key) => categories[key].side === side)
  const span = [from ?? '0001-01-01', until ?? '9999-12-31'] as const
  return and(
    state?.length ? inArray(proposals.state, state) : undefined,
    ofSide ? inArray(proposals.category, ofSide) : undefined,
    category ? eq(proposals.category, category) : undefined,
    outcome?.length ? inArray(proposals.outcome, outcome) : undefined,
    windowId ? eq(proposals.windowId, windowId) : undefined,
    unionId ? eq(proposals.unionId, unionId) : undefined,
    isLate ? late(today) : undefined,
    by === 'submitted' ? and(gte(proposals.submittedOn, span[0]), lte(proposals.submittedOn, span[1])) : undefined,
    by === 'answered' ? and(gte(proposals.answeredOn, span[0]), lte(proposals.answeredOn, span[1])) : undefined,
    by === 'effect'
      ? sql`exists (select from proposal_effects e where e.proposal_id = proposals.id and e.confirmed_on between ${span[0]}::date and ${span[1]}::date)`
      : undefined,
    said ? or(sql`proposals.title like ${said}`, sql`${numberText} like ${said}`) : undefined,
  )
}

/** One proposal with all that hangs on it, from the author's words to what became of them. */
export async function get(session: Session, { id }: { id: string }): Promise<Proposal> {
  const { db } = session
  const { windowId, wrong, proposed, benefit, delegation, isConfidential, findingWhy, examinedOn } = proposals
  const { assignedOn, carriedOn, gradedAfter } = proposals
  const [row] = await db
    .select({
      ...rowOf(session),
      ...{
        windowId,
        wrong,
        proposed,
        benefit,
        delegation,
        isConfidential,
        findingWhy,
        examinedOn,
        assignedOn,
        carriedOn,
        gradedAfter,
      },
      windowTitle: windows.title,
      secondersNeeded: windows.secondersNeeded,
      into: proposals.mergedInto,
      seconderNames: sql<
        string[]
      >`array(select distinct s.seconder_name from proposal_seconds s where s.proposal_id in ${family} order by 1)`,
      isOwn: theirs(session, sql`proposal_authors`),
      isSeconded: theirs(session, sql`proposal_seconds`),
    })
    .from(proposals)
    .innerJoin(windows, eq(windows.id, proposals.windowId))
    .where(eq(proposals.id, id))
  const { into, ...facts } = found(row)
  return {
    ...facts,
    mergedInto: await briefOf(session, into),
    merged: await mergedOf(session, id),
    ...(await hanging(session, id)),
  }
}

const theirs = ({ user }: Session, table: SQL) =>
  sql<boolean>`exists (select from ${table} t where t.proposal_id in ${family} and t.member_id = ${user.person ?? null}::uuid)`

async function hanging({ db }: Session, id: string) {
  const { round, handler, isLead, isComplex, assignedOn, dueOn, answeredOn, outcome, solved, answer, signedBy } = assignments
  const given = {
    id: assignments.id,
    round,
    handler,
    isLead,
    isComplex,
    assignedOn,
    dueOn,
    answeredOn,
    outcome,
    solved,
    answer,
    signedBy,
  }
  const { fromOn, untilOn, statedFen, basis, confirmedFen, confirmedOn, financeName, voucher, rejectedWhy } = effects
  const money = {
    id: effects.id,
    fromOn,
    untilOn,
    statedFen,
    basis,
    confirmedFen,
    confirmedOn,
    financeName,
    voucher,
    rejectedWhy,
  }
  const { kind, type, size, seconds, at } = files
  return {
    assignments: await db
      .select(given)
      .from(assignments)
      .where(eq(assignments.proposalId, id))
      .orderBy(asc(round), desc(isLead), asc(handler)),
    effects: await db.select(money).from(effects).where(eq(effects.proposalId, id)).orderBy(asc(fromOn)),
    steps: await db
      .select({ kind: steps.kind, onDay: steps.onDay, note: steps.note, byTitle: steps.byTitle })
      .from(steps)
      .where(eq(steps.proposalId, id))
      .orderBy(sql`seq`),
    files: await db
      .select({ id: files.id, kind, type, size, seconds, at })
      .from(files)
      .where(eq(files.proposalId, id))
      .orderBy(asc(at)),
  }
}

async function briefOf({ db }: Session, id: string | null) {
  if (!id) return null
  const [row] = await db
    .select({ id: proposals.id, title: proposals.title, number: numberText })
    .from(proposals)
    .where(eq(proposals.id, id))
  return row ?? null
}

async function mergedOf(session: Session, into: string) {
  const { id, title, authors } = rowOf(session)
  return session.db
    .select({ id, title, authors })
    .from(proposals)
    .where(eq(proposals.mergedInto, into))
    .orderBy(asc(proposals.submittedAt))
}
