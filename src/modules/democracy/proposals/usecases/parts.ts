import { eq, inArray, or, sql } from 'drizzle-orm'
import { notify } from '#platform/notices'
import { hold } from '#platform/db'
import { enforce, found, postOf, type Session } from '#platform/session'
import type { StepKind } from '../contract.ts'
import { isHere } from '../rules.ts'
import { authors, type ProposalEntry, proposals, steps } from '../tables.ts'

/** The proposal, held until the act ends; the act's line names it. */
export async function held({ db, line }: Session, id: string): Promise<ProposalEntry> {
  await hold(db, proposals, id)
  const [row] = await db.select().from(proposals).where(eq(proposals.id, id))
  Object.assign(line, { unionId: found(row).unionId, subject: id })
  return row!
}

/** As `held`, for an act of the unit's own office or administration. */
export async function heldHere(session: Session, id: string): Promise<ProposalEntry> {
  const row = await held(session, id)
  enforce(isHere(postOf(session).unionId, row.unionId))
  return row
}

/** Notes what became of it. */
export const step = (
  { db, today, now, user }: Session,
  { id, unionId, unionPath }: Pick<ProposalEntry, 'id' | 'unionId' | 'unionPath'>,
  kind: StepKind,
  { note = null, by, on = today }: { note?: string | null; by?: string; on?: string } = {},
) =>
  db
    .insert(steps)
    .values({ proposalId: id, unionId, unionPath, kind, onDay: on, note, byTitle: by ?? user.post?.title ?? '提案人', at: now })

/** Tells everybody who wrote it, or whose proposal was merged into it. */
export async function tellAuthors(session: Session, { id, unionId }: ProposalEntry, what: string, key: string) {
  const { db, user } = session
  const people = await db
    .select({ memberId: authors.memberId })
    .from(authors)
    .innerJoin(proposals, eq(proposals.id, authors.proposalId))
    .where(or(eq(proposals.id, id), eq(proposals.mergedInto, id)))
  const ids = [...new Set(people.map(({ memberId }) => memberId))].filter((person) => person !== user.person)
  await notify(
    session,
    ids.map((person) => ({
      key: `proposals.step:${id}:${key}`,
      kind: 'proposals.step',
      to: { person },
      subject: id,
      title: `您的提案${what}`,
      link: `/m/proposals/${id}`,
      unionId,
    })),
  )
}

/** Posts of the employer's side, who answer. */
export const EMPLOYER = ['administrationClerk', 'administrationHead'] as const

/** How many others were merged into it. */
export const mergedIn = ({ db }: Session, id: string) => db.$count(proposals, eq(proposals.mergedInto, id))

/** Seconders of it and of what was merged into it, each person once. */
export async function secondersOf({ db }: Session, id: string): Promise<number> {
  const { rows } = await db.execute<{ n: number }>(sql`select count(distinct s.member_id)::int as n from proposal_seconds s
    where s.proposal_id in (select ${id}::uuid union all select q.id from proposals q where q.merged_into = ${id})`)
  return rows[0]!.n
}

export const entriesOf = ({ db }: Session, ids: readonly string[]) =>
  db
    .select()
    .from(proposals)
    .where(inArray(proposals.id, [...ids]))
