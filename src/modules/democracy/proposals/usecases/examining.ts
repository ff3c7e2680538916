import { and, eq, sql } from 'drizzle-orm'
import { due } from '#law/deadlines'
import { hold } from '#platform/db'
import { notify } from '#platform/notices'
import { calendarFor, statutesFor } from '#platform/statutes'
import { enforce, found, type Session } from '#platform/session'
import { type Finding, findings } from '../contract.ts'
import { mayAssign, mayExamine, mayMerge, mayUnmerge } from '../rules.ts'
import { assignments, effects, type ProposalEntry, proposals, windows } from '../tables.ts'
import { EMPLOYER, entriesOf, heldHere, mergedIn, secondersOf, step, tellAuthors } from './parts.ts'

type Examined = { id: string; finding: Finding; reason: string | null }

/** The committee's finding: filed with a number, returned, or taken as an opinion; the author hears it with the reason. */
export async function examine(session: Session, { id, finding, reason }: Examined) {
  const { db, today, line } = session
  const row = await heldHere(session, id)
  const [window] = await db.select().from(windows).where(eq(windows.id, row.windowId))
  const facts = { secondersNeeded: window!.secondersNeeded, seconders: await secondersOf(session, id) }
  const hasWords = row.wrong.length >= 5 && row.proposed.length >= 5
  enforce(mayExamine({ state: row.state, hasWords, ...facts }, finding, reason))
  const numbered = finding === 'filed' && !row.number ? await nextNumber(session, row) : {}
  await db
    .update(proposals)
    .set({ finding, findingWhy: reason, examinedOn: today, ...numbered })
    .where(eq(proposals.id, id))
  await step(session, row, finding, { note: reason })
  await tellAuthors(session, row, finding === 'filed' ? '已经立案' : `：${findings[finding]}`, `examined:${today}:${finding}`)
  Object.assign(line, { detail: { finding } })
  return { id }
}

/** Numbers run through a year at a unit; its collection is held, so that no two take the same. */
async function nextNumber({ db, today }: Session, { unionId, windowId }: ProposalEntry) {
  const year = Number(today.slice(0, 4))
  await hold(db, windows, windowId)
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('proposals' || ${unionId}::text))`)
  const { rows } = await db.execute<{ next: number }>(
    sql`select coalesce(max(number), 0)::int + 1 as next from proposals where union_id = ${unionId} and year = ${year}`,
  )
  return { year, number: rows[0]!.next }
}

const sideOf = async (session: Session, { id, unionId, state }: ProposalEntry) => ({
  ...{ id, unionId, state },
  mergedCount: await mergedIn(session, id),
  effects: await session.db.$count(effects, eq(effects.proposalId, id)),
})

/** Puts one into another: all authors and seconders stay with it, and it can be taken apart again. */
export async function merge(session: Session, { id, into, reason }: { id: string; into: string; reason: string }) {
  const { db, today, line } = session
  // In one order, so that two who merge crosswise wait for each other.
  for (const each of [id, into].sort()) await hold(db, proposals, each)
  const row = await heldHere(session, id)
  const main = found((await entriesOf(session, [into]))[0])
  enforce(mayMerge(await sideOf(session, row), await sideOf(session, main)))
  await db.update(proposals).set({ mergedInto: into, mergedOn: today }).where(eq(proposals.id, id))
  await step(session, row, 'merged', { note: `并入“${main.title}”。${reason}` })
  await step(session, main, 'merged', { note: `“${row.title}”并入本案。${reason}` })
  await tellAuthors(session, row, `与另一件同类提案并案办理：${reason}`.slice(0, 100), `merged:${into}:${today}`)
  Object.assign(line, { detail: { into } })
  return { id }
}

export async function unmerge(session: Session, { id, reason }: { id: string; reason: string }) {
  const { db, today, line } = session
  const row = await heldHere(session, id)
  const main = row.mergedInto ? found((await entriesOf(session, [row.mergedInto]))[0]) : null
  enforce(mayUnmerge(row.state, main?.answeredOn ?? null))
  await db.update(proposals).set({ mergedInto: null, mergedOn: null }).where(eq(proposals.id, id))
  await step(session, row, 'unmerged', { note: reason })
  await step(session, main!, 'unmerged', { note: `“${row.title}”拆出。${reason}` })
  await tellAuthors(session, row, '从并案中拆出，单独办理', `unmerged:${today}`)
  Object.assign(line, { detail: { from: main!.id } })
  return { id }
}

type Assigned = { id: string; lead: string; others: string[]; isComplex: boolean; dueOn?: string | undefined }

/** Gives it to those who answer, by when: 30 days, 90 when it is complex, unless another day is set (PROP-06, 07). */
export async function assign(session: Session, { id, lead, others, isComplex, dueOn }: Assigned) {
  const { db, today, line } = session
  const row = await heldHere(session, id)
  const last = dueOn ?? (await replyDue(session, row.unionPath, isComplex))
  enforce(mayAssign(row.state, lead, others, today, last))
  await give(session, row, [lead, ...others], { isComplex, dueOn: last, round: row.round })
  await db.update(proposals).set({ assignedOn: today, dueOn: last }).where(eq(proposals.id, id))
  await step(session, row, 'assigned', {
    note: `主办：${lead}${others.length ? `；协办：${others.join('、')}` : ''}；${last} 前答复`,
  })
  await tellAuthors(session, row, `已经交办，${last} 前答复`, `assigned:${row.round}`)
  Object.assign(line, { detail: { handlers: others.length + 1, dueOn: last } })
  return { id }
}

export async function replyDue(session: Session, path: string, isComplex: boolean) {
  const { value } = (await statutesFor(session, path)).on(isComplex ? 'PROP-07.complex' : 'PROP-07.reply', session.today)
  return due(session.today, { n: value as number, unit: 'day' }, await calendarFor(session))
}

type Terms = { isComplex: boolean; dueOn: string; round: number }

/** One line a handler, and word to the employer's side. */
export async function give(
  session: Session,
  row: ProposalEntry,
  handlers: readonly string[],
  { isComplex, dueOn, round }: Terms,
) {
  const { db, today } = session
  const { id, unionId, unionPath } = row
  await db.insert(assignments).values(
    handlers.map((handler, n) => ({
      proposalId: id,
      unionId,
      unionPath,
      round,
      handler,
      isLead: n === 0,
      isComplex,
      assignedOn: today,
      dueOn,
    })),
  )
  await notify(session, {
    key: `proposals.assigned:${id}:${round}`,
    kind: 'proposals.assigned',
    to: { unionId, posts: EMPLOYER },
    subject: id,
    title: `有一件职工提案${round > 1 ? '要再次办理' : '交办'}，${dueOn} 前答复`,
    link: `/proposals/${id}`,
  })
}

/** The handlers of a round, the lead first. */
export const handlersOf = ({ db }: Session, id: string, round: number) =>
  db
    .select()
    .from(assignments)
    .where(and(eq(assignments.proposalId, id), eq(assignments.round, round)))
    .orderBy(sql`is_lead desc, handler`)
