import { asc, desc, eq, and, sql } from 'drizzle-orm'
import { unionOf } from '#modules/organisation/unions'
import { found, postOf, type Session } from '#platform/session'
import type { Answer, Sheet } from '../contract.ts'
import { type CheckState, checkStateOf, isMetBy, isReached, type Item, scoreOf } from '../rules.ts'
import { answers, checks, evidence } from '../tables.ts'
import { catalogue, factsOf, saysOf } from './facts.ts'
import { shown, standardOf } from './publishing.ts'

export type CheckRow = typeof checks.$inferSelect

/** The last check of a union against a standard. */
export async function lastCheck({ db }: Pick<Session, 'db'>, standardId: string, unionId: string) {
  const [row] = await db
    .select()
    .from(checks)
    .where(and(eq(checks.standardId, standardId), eq(checks.unionId, unionId)))
    .orderBy(desc(checks.openedAt), desc(checks.cycle))
    .limit(1)
  return row
}

/** A check within one's scope; 404 otherwise. */
export async function checkOf({ db }: Pick<Session, 'db'>, id: string) {
  const [row] = await db.select().from(checks).where(eq(checks.id, id))
  return found(row)
}

const isLive = (state: CheckState) => state === 'none' || state === 'open' || state === 'returned'

/** What was answered, item by item: from the records as they are while the check is open, as they were once it was handed in. */
export async function answersOf(session: Session, items: readonly Item[], unionId: string, check: CheckRow | undefined) {
  const { db, today } = session
  const live = isLive(checkStateOf(check, today))
  const keys = items.flatMap(({ fact }) => fact ?? [])
  const values = live ? ((await factsOf(session, [unionId], keys)).get(unionId) ?? {}) : {}
  const said = check ? await db.select().from(answers).where(eq(answers.checkId, check.id)) : []
  const { id, item, name, size, at } = evidence
  const files = check
    ? await db.select({ id, item, name, size, at }).from(evidence).where(eq(evidence.checkId, check.id)).orderBy(asc(at))
    : []
  const known = catalogue()
  return items.map(({ key, fact, least }): Answer & { value: number | null } => {
    const own = said.find((row) => row.item === key)
    const value = fact === null ? null : live ? (values[fact] ?? null) : (own?.factValue ?? null)
    const says = fact === null ? null : live ? saysOf(fact, value) : (own?.factSays ?? null)
    const to = known.find((each) => each.key === fact)?.to.replace('$unionId', unionId) ?? null
    const isMet = fact !== null && live ? isReached(value, least) : (own?.isMet ?? null)
    const { note = null, review = null, reviewReason = null, dueOn = null, mendedOn = null, mendedHow = null } = own ?? {}
    return {
      ...{ key, isMet, note, says, to, value, review, reviewReason, dueOn, mendedOn, mendedHow },
      files: files.filter((file) => file.item === key),
    }
  })
}

export const metOf = (all: readonly Answer[]) => new Set(all.filter(isMetBy).map(({ key }) => key))

/** A union's check against a standard with everything that stands in it; what would be filled in when there is none yet. */
export async function sheet(session: Session, { standardId, unionId }: { standardId: string; unionId: string }): Promise<Sheet> {
  const { row, name } = await standardOf(session, standardId)
  const union = await unionOf(session, unionId)
  const check = await lastCheck(session, standardId, unionId)
  const all = await answersOf(session, row.items, unionId, check)
  const mine = postOf(session).path
  return {
    standard: shown(row, name, mine),
    ...{ unionId, unionName: union.name, state: checkStateOf(check, session.today) },
    check: check ? shownCheck(check) : null,
    answers: all.map(({ value: _value, ...answer }) => answer),
    score: scoreOf(row, metOf(all)),
    fromAbove: mine.length < union.path.length,
  }
}

const shownCheck = (check: CheckRow) => {
  const { id, cycle, openedAt, handedInAt, returnReason, concludedAt, points, level, validUntil, remark, revokeReason, version } =
    check
  return { id, cycle, openedAt, handedInAt, returnReason, concludedAt, points, level, validUntil, remark, revokeReason, version }
}

/** How many checks there were in a cycle, for the label of the next. */
export const attemptsIn = ({ db }: Pick<Session, 'db'>, standardId: string, unionId: string, cycle: string) =>
  db.$count(
    checks,
    and(eq(checks.standardId, standardId), eq(checks.unionId, unionId), sql`split_part(${checks.cycle}, '·', 1) = ${cycle}`),
  )
