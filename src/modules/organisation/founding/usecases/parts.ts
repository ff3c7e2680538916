import { randomBytes } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { hold } from '#platform/db'
import { enforce, found, type Session } from '#platform/session'
import { isCurrent } from '#rules/organisation/unions'
import type { State, Step } from '../rules.ts'
import { mayOpen } from '../rules.ts'
import { foundings, timeline } from '../tables.ts'

export type Founding = typeof foundings.$inferSelect

/** The project, held until the act ends, in the version the caller saw (any when none is given). */
export async function held({ db }: Session, id: string, version?: number): Promise<Founding> {
  await hold(db, foundings, id)
  const [row] = await db.select().from(foundings).where(eq(foundings.id, id))
  if (version !== undefined) enforce(isCurrent(found(row).version, version))
  return found(row)
}

/** The place that every part of a project carries. */
export const placeOf = ({ id, unionId, unionPath }: Pick<Founding, 'id' | 'unionId' | 'unionPath'>) => ({
  ...{ foundingId: id, unionId, unionPath },
})

/** The line in the superior's journal: whoever acted, the act is about a project under it. */
export const lined = (
  session: Session,
  { id, unionId }: Pick<Founding, 'id' | 'unionId'>,
  detail: Record<string, unknown> = {},
) => void Object.assign(session.line, { unionId, subject: id, detail })

/** Notes who did what when, and leaves the journal line. */
export async function note(
  session: Session,
  founding: Pick<Founding, 'id' | 'unionId' | 'unionPath'>,
  step: Step,
  words: string | null = null,
) {
  const { db, user, now } = session
  const who = user.post ? `${user.post.unionName} ${user.post.title}` : '筹备组'
  await db.insert(timeline).values({ ...placeOf(founding), step, who, note: words, account: user.account ?? null, at: now })
  lined(session, founding, { step })
}

/** Nobody guesses it, and it fits into a small QR code. */
export const newLinkCode = () => randomBytes(15).toString('base64url')

type Taken = { unit_name: string; superior_name: string; day: string; state: State }

/** An open project for one of these units, wherever it stands. */
export async function takenBy({ db }: Session, codes: readonly string[], exceptId: string | null) {
  if (!codes.length) return undefined
  const { rows } = await db.execute<Taken>(sql`select unit_name, superior_name, state,
    to_char(opened_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day
    from founding_taken(${sql.param(codes as string[])}::text[], ${exceptId}::uuid) order by opened_at limit 1`)
  const [first] = rows
  return first && { unitName: first.unit_name, superiorName: first.superior_name, openedOn: first.day, state: first.state }
}

/** One project a unit; two that are opened at the same moment wait for each other here, so that the second is told and not broken. */
export async function refuseTaken(session: Session, codes: readonly string[], exceptId: string | null) {
  for (const code of [...codes].sort())
    await session.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`founding ${code}`}, 0))`)
  enforce(mayOpen(await takenBy(session, codes, exceptId)))
}

export type Register = {
  id: string
  name: string
  unit_kind: string
  sector: string | null
  set_up_on: string | null
  covered_by_name: string | null
}

/** What the employers' register knows of a unit, wherever it is registered. */
export async function registered({ db }: Session, code: string | null): Promise<Register | undefined> {
  if (!code) return undefined
  const { rows } = await db.execute<Register>(
    sql`select id, name, unit_kind, sector, set_up_on::text, covered_by_name from founding_employer(${code})`,
  )
  return rows[0]
}
