import { desc, eq, sql } from 'drizzle-orm'
import { lawOn, type StatuteId, statuteIds } from '#law/statutes'
import { holdUnion } from '#modules/organisation/unions'
import { enforce, found, postOf, type Session } from '#platform/session'
import { forgetBook, statutesFor } from '#platform/statutes'
import type { Change, Wanted } from '../contract.ts'
import { isFresh, mayBegin, mayRule, mayRuleAt, mayWithdraw, ruledAs } from '../rules.ts'
import { ownStatutes, withdrawals } from '../tables.ts'
import { impact } from './impact.ts'

const o = ownStatutes

/** Everything unions ruled on a rule, the newest first, also what was taken back: rules are public. */
export async function changesOf({ db }: Session, statute: string): Promise<Change[]> {
  const name = sql<string>`(select d.name from union_directory d where d.id = ${o.unionId})`
  const rows = await db
    .select({ change: o, unionName: name, withdrawal: withdrawals })
    .from(o)
    .leftJoin(withdrawals, eq(withdrawals.rulingId, o.id))
    .where(eq(o.statute, statute))
    .orderBy(desc(o.number))
  return rows.map(({ change, unionName, withdrawal }) => {
    const { id, unionId, value, unit, fromOn, reason, setAt, byPost, impact: counted } = change
    const { at, reason: why, byPost: by } = withdrawal ?? {}
    return {
      ...{ id, statute, unionId, unionName, value, unit, fromOn, reason, setAt, byPost, impact: counted },
      withdrawn: withdrawal ? { at: at!, reason: why!, byPost: by ?? null } : null,
    }
  })
}

export const bySession = ({ user }: Session) => ({
  setBy: user.account ?? null,
  byPost: user.post ? `${user.post.unionName} ${user.post.title}` : null,
})

/**
 * Rules on a figure for one's own union and all below, from a day on; or gives it back to whoever stands above. The report that was looked
 * at is computed again: when anything in it has changed since, nobody decides.
 */
export async function rule(
  session: Session,
  { reason, fingerprint, ...wanted }: Wanted & { reason: string; fingerprint: string },
) {
  const { db, now, today, place, line } = session
  const union = await holdUnion(session, postOf(session).unionId)
  const { statute: id, value, fromOn } = wanted
  const law = lawOn(found(statuteIds.find((one) => one === id)), fromOn, place)
  enforce(mayRuleAt(union) ?? mayBegin(fromOn, today))
  enforce(value === null ? await mayGiveBack(session, id) : mayRule(law, value, fromOn))
  const report = await impact(session, wanted)
  enforce(isFresh(fingerprint, report.fingerprint))
  const { unions, moved, kept } = report
  const level = ruledAs(law, value ?? true, fromOn).level as 'WARN' | 'INFO'
  const unit = (await statutesFor(session)).on(id as StatuteId, fromOn).unit ?? null
  const counted = { unions, moved, kept }
  const [made] = await db
    .insert(o)
    .values({
      ...{ unionId: union.id, unionPath: union.path, statute: id, value, unit, level, fromOn, reason, fingerprint },
      ...{ impact: counted, setAt: now, ...bySession(session) },
    })
    .returning({ id: o.id })
  forgetBook(session)
  Object.assign(line, { unionId: union.id, subject: made!.id, detail: { statute: id, value, fromOn, ...counted } })
  return { id: made!.id }
}

/** There is something of one's own to give back. */
async function mayGiveBack(session: Session, statute: string) {
  const { unionId } = postOf(session)
  const [newest] = (await changesOf(session, statute)).filter((one) => one.unionId === unionId && !one.withdrawn)
  return newest && newest.value !== null ? null : { code: 'rulebook.none', reason: '本级没有另行规定，不需要取消' }
}

/** Takes back a ruling whose day has not come: it never held. */
export async function withdraw(session: Session, { id, reason }: { id: string; reason: string }) {
  const { db, now, today, line } = session
  const { unionId, path } = postOf(session)
  await holdUnion(session, unionId)
  const [row] = await db.select().from(o).where(eq(o.id, id))
  const ruling = found(row?.unionId === unionId ? row : undefined)
  const isWithdrawn = (await db.$count(withdrawals, eq(withdrawals.rulingId, id))) > 0
  enforce(mayWithdraw({ fromOn: ruling.fromOn, isWithdrawn }, today))
  await db
    .insert(withdrawals)
    .values({ rulingId: id, unionId, unionPath: path, reason, at: now, byPost: bySession(session).byPost })
  forgetBook(session)
  Object.assign(line, { unionId, subject: id, detail: { statute: ruling.statute } })
  return { id }
}
