import { and, desc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import { maskIdNumber, maskMobile } from '#kit/identifiers'
import { unionOf } from '#modules/organisation/unions'
import { journal } from '#platform/journal'
import { open, seal } from '#platform/secrets'
import { enforce, found, type Session } from '#platform/session'
import type { Change, Changes, Facts, MemberRecord } from '../contract.ts'
import { type MemberField, memberFields, type TagCode, tags } from '../contract/words.ts'
import { isCurrent, mayAdd, mayFile, mayLackJoining } from '../rules.ts'
import { memberChanges, members, memberships, memberTags } from '../tables.ts'
import { clear, columnsOf, held, type Member, write, type Written } from './filing.ts'
import { entitle, looksAt, mayTag } from './protection.ts'
import { holders, insert, nextNumbers, openStay } from './stays.ts'

/** A record as it may be shown: identity number and mobile masked. */
export async function record({ db }: Pick<Session, 'db'>, id: string): Promise<MemberRecord> {
  const [row] = await db
    .select({
      ...getTableColumns(members),
      unionName: sql<string>`(select d.name from union_directory d where d.id = members.union_id)`,
    })
    .from(members)
    .where(eq(members.id, id))
  const member = found(row)
  const stays = await db.execute<MemberRecord['stays'][number]>(sql`
    select union_id as "unionId", union_name as "unionName", standing, from_on::text as "fromOn", until_on::text as "untilOn", came, went
    from membership_course(${id})`)
  const { tag, since, until } = memberTags
  const tagged = await db
    .select({ tag, since, until, isSensitive: memberTags.sensitive })
    .from(memberTags)
    .where(eq(memberTags.memberId, id))
    .orderBy(desc(since))
  return { ...member, ...masked(member), stays: stays.rows, tags: tagged } as MemberRecord
}

/** The protected fields of a record, masked. */
export function masked(member: Pick<Member, 'idNumber' | 'mobile'>) {
  const { idNumber, mobile } = clear(member)
  return { idNumber: idNumber && maskIdNumber(idNumber), mobile: mobile && maskMobile(mobile) }
}

export async function get(session: Session, { id }: { id: string }) {
  await entitle(session)
  const { db } = session
  const whole = await record(session, id)
  const lines = await db
    .select({ id: journal.id, at: journal.at, act: journal.act })
    .from(journal)
    .where(eq(journal.subject, id))
    .orderBy(desc(journal.at))
    .limit(50)
  return { ...whole, history: await historyOf(session, id), journal: lines, looks: await looksAt(session, id) }
}

/** What was changed in a record, the latest first. */
export async function historyOf({ db }: Pick<Session, 'db'>, id: string) {
  const rows = await db
    .select()
    .from(memberChanges)
    .where(eq(memberChanges.memberId, id))
    .orderBy(desc(memberChanges.at))
    .limit(100)
  return rows.map(({ at, act, byPost, ...row }) => ({ at, act, byPost, changes: changesIn(row) }))
}

type Values = Partial<Record<MemberField, string | null>>
const valuesOf = (field: string, sealed: string) => JSON.parse(open(field, sealed)) as Values

function changesIn({
  fields,
  beforeSealed,
  afterSealed,
}: Pick<typeof memberChanges.$inferSelect, 'fields' | 'beforeSealed' | 'afterSealed'>) {
  const before = valuesOf('member_changes.before_sealed', beforeSealed)
  const after = valuesOf('member_changes.after_sealed', afterSealed)
  return (fields as MemberField[]).map((field) => asChange(field, before[field] ?? null, after[field] ?? null))
}

/** A change as it may be shown. */
export function asChange(field: MemberField, before: string | null, after: string | null): Change {
  const mask = field === 'idNumber' ? maskIdNumber : field === 'mobile' ? maskMobile : (text: string) => text
  return { field, before: before && mask(before), after: after && mask(after) }
}

/** Files a worker, or (with `joinedOn`) someone who is a member already and only has no record yet. */
export async function add(
  session: Session,
  {
    unionId,
    number,
    joinedOn,
    ...facts
  }: Facts & { unionId: string; number?: string | null | undefined; joinedOn?: string | null | undefined },
) {
  const { db, today, line } = session
  enforce(mayFile(facts, today))
  const union = await unionOf(session, unionId)
  const [holder] = facts.idNumber ? await holders(session, [facts.idNumber]) : []
  enforce(mayAdd(holder, holder?.unionPath.startsWith(union.path) ?? false))
  const place = { unionId, unionPath: union.path }
  const standing = joinedOn
    ? { status: 'member' as const, joinedOn, number: number || (await nextNumbers(db, 1))[0]! }
    : { status: 'worker' as const, number: number || null }
  const row = await insert(db, { ...columnsOf(facts, today), ...place, ...standing, checkedOn: today } as Member, today)
  if (joinedOn) await openStay(db, row.id, place, { on: joinedOn, came: 'import' })
  Object.assign(line, { unionId, subject: row.id })
  return { id: row.id }
}

const plainOf = (member: Member): Values =>
  Object.fromEntries(memberFields.map((field) => [field, { ...member, ...clear(member) }[field]]))

/** Which fields these facts would change. */
export function differing(member: Member, changes: Changes): Change[] {
  const plain = plainOf(member)
  return memberFields
    .filter((field) => changes[field] !== undefined && (changes[field] || null) !== (plain[field] ?? null))
    .map((field) => ({ field, before: plain[field] ?? null, after: (changes[field] as string) || null }))
}

/** Puts facts of a record right. The second of two cadres who have it open is told what the first changed. */
export async function correct(session: Session, { id, version, changes }: { id: string; version: number; changes: Changes }) {
  const { db, line } = session
  const before = await held(session, id)
  if (before.version !== version) {
    const since = await db
      .select({ fields: memberChanges.fields })
      .from(memberChanges)
      .where(and(eq(memberChanges.memberId, id), sql`${memberChanges.version} > ${version}`))
    enforce(isCurrent(before.version, version, [...new Set(since.flatMap(({ fields }) => fields))] as MemberField[]))
  }
  const { row, made } = await amend(session, before, changes, 'members.correct')
  Object.assign(line, { unionId: row.unionId, subject: id, detail: { fields: made.map(({ field }) => field) } })
  return { id, version: row.version, changes: made.map(({ field, before: old, after }) => asChange(field, old, after)) }
}

/** Writes changed facts and keeps the old ones beside them, sealed. `before` is held. */
export async function amend(session: Session, before: Member, changes: Changes, act: string) {
  const { db, today } = session
  const made = differing(before, changes)
  const wanted: Changes = Object.fromEntries(made.map(({ field, after }) => [field, after]))
  const plain = { ...before, ...clear(before) }
  const isOther = wanted.idNumber !== undefined || wanted.idType !== undefined
  // A new number brings its own sex and birth, unless they were typed as well.
  const said = isOther ? { sex: null, birthOn: null } : {}
  enforce(mayFile({ ...plain, ...said, ...wanted }, today))
  if (wanted.idNumber) {
    const [holder] = await holders(session, [wanted.idNumber])
    enforce(mayAdd(holder?.id === before.id ? undefined : holder, holder?.unionPath.startsWith(before.unionPath) ?? false))
  }
  if (!made.length) return { row: before, made }
  enforce(mayLackJoining(before.status, wanted.joinedOn))
  const columns: Written = {
    ...columnsOf({ ...wanted, idType: (wanted.idType ?? before.idType) as Facts['idType'] } as Partial<Facts>, today),
    checkedOn: today,
  }
  const row = await write(db, before, columns, today)
  if (wanted.joinedOn && before.joinedOn) await rejoin(session, before, wanted.joinedOn)
  await keepChange(session, row, act, made)
  return { row, made }
}

/** The stay that began on the day of joining begins on the corrected day. */
const rejoin = ({ db }: Session, { id, joinedOn }: Member, on: string) =>
  db
    .update(memberships)
    .set({ fromOn: sql`least(${on}::date, ${memberships.untilOn})` })
    .where(and(eq(memberships.memberId, id), eq(memberships.fromOn, joinedOn!)))

/** Keeps what a change was, sealed. */
export async function keepChange(
  { db, now, user }: Session,
  { id, unionId, unionPath, version }: Member,
  act: string,
  made: readonly Change[],
) {
  const side = (which: 'before' | 'after') =>
    JSON.stringify(Object.fromEntries(made.map((change) => [change.field, change[which]])))
  await db.insert(memberChanges).values({
    memberId: id,
    unionId,
    unionPath,
    version,
    at: now,
    act,
    byAccount: user.account ?? null,
    byPost: user.post ? `${user.post.unionName}${user.post.title}` : null,
    fields: made.map(({ field }) => field),
    beforeSealed: seal('member_changes.before_sealed', side('before')),
    afterSealed: seal('member_changes.after_sealed', side('after')),
  })
}

/** Marks a record as looked through and found right today. */
export async function check(session: Session, { id }: { id: string }) {
  const before = await held(session, id)
  await session.db.update(members).set({ checkedOn: session.today }).where(eq(members.id, id))
  Object.assign(session.line, { unionId: before.unionId, subject: id })
  return { id }
}

export async function tag(session: Session, { id, tag: code, since }: { id: string; tag: TagCode; since?: string | undefined }) {
  enforce(mayTag(session, code))
  await entitle(session)
  const { unionId, unionPath } = await held(session, id)
  const row = { memberId: id, unionId, unionPath, tag: code, sensitive: tags[code].sensitive, since: since ?? session.today }
  await session.db.insert(memberTags).values(row).onConflictDoNothing()
  Object.assign(session.line, { unionId, subject: id, detail: tags[code].sensitive ? {} : { tag: code } })
  return { id }
}

export async function untag(session: Session, { id, tag: code }: { id: string; tag: TagCode }) {
  enforce(mayTag(session, code))
  await entitle(session)
  const { unionId } = await held(session, id)
  await session.db
    .update(memberTags)
    .set({ until: sql`greatest(${session.today}::date, ${memberTags.since})` })
    .where(and(eq(memberTags.memberId, id), eq(memberTags.tag, code), isNull(memberTags.until)))
  Object.assign(session.line, { unionId, subject: id, detail: tags[code].sensitive ? {} : { tag: code } })
  return { id }
}
