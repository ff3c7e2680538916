import { and, desc, eq, isNull, or, sql } from 'drizzle-orm'
import { beyondScope } from '#platform/acts'
import type { Db } from '#platform/db'
import { open, seal } from '#platform/secrets'
import { enforce, found, type Session } from '#platform/session'
import type { Facts } from '../contract.ts'
import { type MemberField, memberFields } from '../contract/words.ts'
import { mayMerge, mayUnmerge, mergedFacts } from '../rules.ts'
import { memberMerges, members, memberships } from '../tables.ts'
import { clear, columnsOf, held, type Member, write, type Written } from './filing.ts'
import { keepChange } from './record.ts'
import { type Reference, references } from './references.ts'

type Moved = { table: string; column: string; ids: string[] }
type Snapshot = Record<MemberField, string | null> & Pick<Member, 'status' | 'leftOn' | 'retainedOn' | 'joinedOn'>

const own: readonly Reference[] = [
  { table: 'memberships', column: 'member_id' },
  { table: 'member_tags', column: 'member_id', alongside: ['tag'] },
  { table: 'member_changes', column: 'member_id' },
  { table: 'member_looks', column: 'member_id' },
  { table: 'member_consents', column: 'member_id', alongside: ['purpose'] },
  { table: 'member_corrections', column: 'member_id' },
]

function snapshotOf(member: Member): Snapshot {
  const plain = { ...member, ...clear(member) }
  const { status, leftOn, retainedOn, joinedOn } = member
  return {
    ...(Object.fromEntries(memberFields.map((field) => [field, plain[field]])) as Snapshot),
    status,
    leftOn,
    retainedOn,
    joinedOn,
  }
}

/** Makes two records one. The dropped one stays, marked as merged, with all that is needed to part them again. */
export async function merge(
  session: Session,
  { keepId, dropId, take, reason }: { keepId: string; dropId: string; take: MemberField[]; reason: string },
) {
  const { db, now, today, user, line } = session
  // In one order, so that two cadres who merge the same pair the other way round wait instead of locking each other out.
  const [first, second] = keepId < dropId ? [keepId, dropId] : [dropId, keepId]
  const both = [await held(session, first), ...(first === second ? [] : [await held(session, second)])]
  const kept = both.find(({ id }) => id === keepId)!
  const dropped = both.find(({ id }) => id === dropId)!
  enforce(mayMerge(kept, dropped))
  const [before, gone] = [snapshotOf(kept), snapshotOf(dropped)]
  const facts = mergedFacts(before, gone, take)
  const mergeId = await beyondScope(db, '', async () => {
    await db
      .update(members)
      .set({ mergedInto: keepId, version: dropped.version + 1 })
      .where(eq(members.id, dropId))
    const closed = await closeOne(db, kept, dropped, today)
    const columns = { ...columnsOf(facts as Partial<Facts>, today), ...standingOf(facts.status, kept, dropped) }
    const row = await write(db, kept, columns, today)
    const moved = [...closed, ...(await moveAll(db, dropId, keepId))]
    const made = memberFields.filter((field) => field in facts && facts[field] !== before[field])
    await keepChange(
      session,
      row,
      'members.merge',
      made.map((field) => ({ field, before: before[field], after: (facts[field] ?? null) as string | null })),
    )
    const by = { byAccount: user.account ?? null, byPost: user.post ? `${user.post.unionName}${user.post.title}` : null }
    const place = { unionId: kept.unionId, unionPath: kept.unionPath }
    const sealed = {
      keptSealed: seal('member_merges.kept_sealed', JSON.stringify(before)),
      droppedSealed: seal('member_merges.dropped_sealed', JSON.stringify(gone)),
    }
    const [made_] = await db
      .insert(memberMerges)
      .values({ keptId: keepId, droppedId: dropId, ...place, at: now, ...by, reason, ...sealed, moved })
      .returning()
    return made_!.id
  })
  Object.assign(line, { unionId: kept.unionId, subject: keepId, detail: { dropped: dropId } })
  return { id: mergeId }
}

/** The days that go with the status that prevails. */
function standingOf(status: Member['status'], kept: Member, dropped: Member): Written {
  const source = kept.status === status ? kept : dropped
  return { status, leftOn: source.leftOn, retainedOn: source.retainedOn }
}

/** Only one stay may be open: the dropped record's ends, unless it alone is a member's. */
async function closeOne(db: Db, kept: Member, dropped: Member, today: string): Promise<Moved[]> {
  const isOpen = (member: Member) => and(eq(memberships.memberId, member.id), isNull(memberships.untilOn))
  if (!(await db.$count(memberships, isOpen(kept)))) return []
  const loser = dropped.status === 'member' && kept.status !== 'member' ? kept : dropped
  const rows = await db
    .update(memberships)
    .set({ untilOn: sql`greatest(${today}::date, ${memberships.fromOn})`, went: 'merge' })
    .where(
      isOpen(
        (await db.$count(memberships, isOpen(dropped))) ? loser : { ...dropped, id: '00000000-0000-0000-0000-000000000000' },
      ),
    )
    .returning({ id: memberships.id })
  return rows.length ? [{ table: 'memberships', column: 'until_on', ids: rows.map(({ id }) => id) }] : []
}

/** Carries every row that names `from` over to `to`, in this module and in all that registered; says which, to carry them back. */
async function moveAll(db: Db, from: string, to: string): Promise<Moved[]> {
  await db.execute(sql`set local app.sensitive = 'on'`)
  const moved: Moved[] = []
  for (const { table, column, alongside = [] } of [...own, ...references()]) {
    const [name, person] = [sql.identifier(table), sql.identifier(column)]
    const same = alongside.map((other) => sql`and o.${sql.identifier(other)} is not distinct from r.${sql.identifier(other)}`)
    const clash = alongside.length
      ? sql`and not exists (select 1 from ${name} o where o.${person} = ${to} ${sql.join(same, sql` `)})`
      : sql``
    const { rows } = await db.execute<{ id: string }>(
      sql`update ${name} r set ${person} = ${to} where r.${person} = ${from} ${clash} returning r.id`,
    )
    if (rows.length) moved.push({ table, column, ids: rows.map(({ id }) => id) })
  }
  await db.execute(sql`set local app.sensitive = 'off'`)
  return moved
}

/** The merges a record took part in, the latest first. */
export const merges = ({ db }: Session, { id }: { id: string }) =>
  db
    .select({
      id: memberMerges.id,
      at: memberMerges.at,
      keptId: memberMerges.keptId,
      droppedId: memberMerges.droppedId,
      byPost: memberMerges.byPost,
      reason: memberMerges.reason,
      undoneAt: memberMerges.undoneAt,
    })
    .from(memberMerges)
    .where(or(eq(memberMerges.keptId, id), eq(memberMerges.droppedId, id)))
    .orderBy(desc(memberMerges.at))

/** Parts two records that were merged: what came from the other goes back; what was corrected since stays. */
export async function unmerge(session: Session, { id }: { id: string }) {
  const { db, now, today, user, line } = session
  const [row] = await db.select().from(memberMerges).where(eq(memberMerges.id, id)).for('update')
  const merged = found(row)
  const [last] = await db
    .select({ id: memberMerges.id })
    .from(memberMerges)
    .where(and(eq(memberMerges.keptId, merged.keptId), isNull(memberMerges.undoneAt)))
    .orderBy(desc(memberMerges.at), desc(memberMerges.id))
    .limit(1)
  enforce(mayUnmerge(merged, last?.id === id))
  const kept = await held(session, merged.keptId)
  const before = JSON.parse(open('member_merges.kept_sealed', merged.keptSealed)) as Snapshot
  const gone = JSON.parse(open('member_merges.dropped_sealed', merged.droppedSealed)) as Snapshot
  await beyondScope(db, '', async () => {
    await moveBack(db, merged)
    const restored = restoredFacts(snapshotOf(kept), before, gone)
    const row_ = await write(db, kept, { ...columnsOf(restored.facts as Partial<Facts>, today), ...restored.standing }, today)
    await db
      .update(members)
      .set({ mergedInto: null, version: sql`${members.version} + 1` })
      .where(eq(members.id, merged.droppedId))
    await keepChange(session, row_, 'members.unmerge', restored.made)
    const by = user.post ? `${user.post.unionName}${user.post.title}` : null
    await db.update(memberMerges).set({ undoneAt: now, undoneBy: by }).where(eq(memberMerges.id, id))
  })
  Object.assign(line, { unionId: merged.unionId, subject: merged.keptId, detail: { restored: merged.droppedId } })
  return { id }
}

async function moveBack(db: Db, { moved, keptId, droppedId }: typeof memberMerges.$inferSelect) {
  await db.execute(sql`set local app.sensitive = 'on'`)
  for (const { table, column, ids } of moved.filter((one) => one.column !== 'until_on')) {
    const [name, person, list] = [sql.identifier(table), sql.identifier(column), sql.param(ids)]
    await db.execute(sql`update ${name} set ${person} = ${droppedId} where id = any(${list}::uuid[]) and ${person} = ${keptId}`)
  }
  for (const { ids } of moved.filter((one) => one.column === 'until_on'))
    await db.execute(sql`update memberships set until_on = null, went = null where id = any(${sql.param(ids)}::uuid[]) and went = 'merge'
      and not exists (select 1 from memberships o where o.member_id = memberships.member_id and o.until_on is null)`)
  await db.execute(sql`set local app.sensitive = 'off'`)
}

/** A fact that is still the one taken from the other record goes back to what it was. */
function restoredFacts(now: Snapshot, before: Snapshot, gone: Snapshot) {
  const back = memberFields.filter((field) => now[field] !== before[field] && now[field] === gone[field])
  const facts = Object.fromEntries(back.map((field) => [field, before[field]]))
  const { status, leftOn, retainedOn, joinedOn } = before
  const standing = now.status !== before.status && now.status === gone.status ? { status, leftOn, retainedOn, joinedOn } : {}
  return { facts, standing, made: back.map((field) => ({ field, before: now[field], after: before[field] })) }
}
