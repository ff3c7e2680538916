import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { unionNames } from '#modules/organisation/unions'
import { found, postOf, type Session } from '#platform/session'
import type { Information, Listing, Receipt, Receipts, Row } from '../contract.ts'
import type { ReceiptState } from '../rules.ts'
import { information, informationFiles, informationVersions, recipients, replies } from '../tables.ts'

const DAY = sql.raw(`interval '24 hours'`)
const counted = sql<NonNullable<Row['counts']>>`(select json_build_object('to', count(*)::int, 'opened', count(r.opened_at)::int,
    'inDay', count(*) filter (where r.opened_at <= r.released_at + ${DAY})::int, 'replied', count(r.replied_at)::int)
  from information_recipients r where r.information_id = information.id)`
const receiptIn = (states: readonly ReceiptState[]) => {
  const all: Record<ReceiptState, SQL> = {
    unread: sql`${recipients.openedAt} is null`,
    read: sql`${recipients.openedAt} is not null`,
    replied: sql`${recipients.repliedAt} is not null`,
  }
  return sql`(${sql.join(
    states.map((state) => all[state]),
    sql` or `,
  )})`
}
const finding = (text: string | undefined) =>
  text
    ? sql`(position(${text} in ${information.title}) > 0 or position(${text} in coalesce(${information.number}, '')) > 0)`
    : undefined

/** What came to one's union, what it sent, or what waits for a second person; the newest first. */
export async function list(session: Session, { box, kind, state, text, page, size }: Listing) {
  const { db } = session
  const own = postOf(session).unionId
  const common = and(kind?.length ? inArray(information.kind, kind) : undefined, finding(text))
  const isIn = box === 'in'
  const waits = sql`exists (select 1 from information_versions v where v.information_id = ${information.id} and v.state = 'waiting')`
  const where = isIn
    ? and(common, eq(recipients.unionId, own), state?.length ? receiptIn(state) : undefined)
    : and(common, eq(information.unionId, own), box === 'waiting' ? waits : undefined)
  const base = db
    .select({ info: information, receipt: recipients, counts: isIn ? sql<null>`null` : counted })
    .from(information)
    .leftJoin(recipients, and(eq(recipients.informationId, information.id), eq(recipients.unionId, own)))
  const at = isIn ? recipients.releasedAt : information.madeAt
  const rows = await base
    .where(where)
    .orderBy(desc(at), information.id)
    .limit(size)
    .offset((page - 1) * size)
  const [total] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(information)
    .leftJoin(recipients, and(eq(recipients.informationId, information.id), eq(recipients.unionId, own)))
    .where(where)
  const names = await unionNames(
    session,
    rows.map(({ info }) => info.unionId),
  )
  return { rows: rows.map((row) => asRow(row, names)), total: total!.n }
}

type Joined = { info: typeof information.$inferSelect; receipt: typeof recipients.$inferSelect | null; counts: Row['counts'] }

const asRow = ({ info, receipt, counts }: Joined, names: Map<string, string>): Row => ({
  ...{
    id: info.id,
    kind: info.kind,
    way: info.way,
    state: info.state,
    title: info.title,
    number: info.number,
    version: info.version,
  },
  ...{ unionId: info.unionId, unionName: names.get(info.unionId) ?? '', asksReceipt: info.asksReceipt, replyBy: info.replyBy },
  at: info.releasedAt ?? info.madeAt,
  receipt: receipt && {
    isCopy: receipt.isCopy,
    openedAt: receipt.openedAt,
    isCurrent: receipt.openedVersion === info.version,
    repliedAt: receipt.repliedAt,
  },
  counts,
})

/** What waits in the three boxes. */
export async function counts(session: Session) {
  const own = postOf(session).unionId
  const { rows } = await session.db.execute<{ unread: number; toReply: number; waiting: number }>(sql`select
    (select count(*)::int from information_recipients r join information i on i.id = r.information_id
      where r.union_id = ${own} and r.opened_at is null and i.state = 'released') as unread,
    (select count(*)::int from information_recipients r join information i on i.id = r.information_id
      where r.union_id = ${own} and r.replied_at is null and not r.is_copy and i.reply_by is not null and i.state = 'released') as "toReply",
    (select count(*)::int from information_versions v where v.union_id = ${own} and v.state = 'waiting') as waiting`)
  return rows[0]!
}

/** One piece with its trail, as far as the one who asks may see it. */
export async function get(session: Session, { id }: { id: string }): Promise<Information> {
  const { db, user } = session
  const own = postOf(session).unionId
  const [row] = await db
    .select({ info: information, receipt: recipients, counts: counted })
    .from(information)
    .leftJoin(recipients, and(eq(recipients.informationId, information.id), eq(recipients.unionId, own)))
    .where(eq(information.id, id))
  const { info, receipt, counts: figures } = found(row)
  const isOwn = info.unionId === own
  const versions = await db
    .select()
    .from(informationVersions)
    .where(eq(informationVersions.informationId, id))
    .orderBy(desc(informationVersions.version))
  const released = versions.filter(({ state }) => state === 'released')
  const pending = isOwn ? versions.find(({ state }) => state !== 'released') : undefined
  const sent = isOwn ? await sentTo(session, id) : { to: [postOf(session).unionName], copies: [] }
  const names = await unionNames(session, [info.unionId])
  return {
    ...asRow({ info, receipt, counts: isOwn ? figures : null }, names),
    ...{ audience: info.audience, madeName: info.madeName, withdrawnWhy: info.withdrawnWhy, isOwn },
    body: released[0]?.body ?? pending?.body ?? '',
    pending: pending
      ? {
          ...{ version: pending.version, title: pending.title, body: pending.body, why: pending.why, madeName: pending.madeName },
          ...{ state: pending.state as 'draft', refusedWhy: pending.refusedWhy, isMine: pending.madeBy === user.account },
        }
      : null,
    versions: released.map((each) => ({
      ...{ version: each.version, title: each.title, body: each.body, why: each.why, madeName: each.madeName },
      ...{ decidedName: each.decidedName, at: each.decidedAt ?? each.madeAt },
    })),
    files: await filesOf(session, id),
    recipientId: receipt?.id ?? null,
    copies: sent.copies,
    sentTo: sent.to,
    replies: await repliesOf(session, id),
  }
}

async function sentTo({ db }: Session, id: string) {
  const { rows } = await db.execute<{ name: string; isCopy: boolean }>(sql`select d.name, r.is_copy as "isCopy"
    from information_recipients r join union_directory d on d.id = r.union_id where r.information_id = ${id} order by r.is_copy, d.name limit 60`)
  return {
    to: rows.flatMap(({ name, isCopy }) => (isCopy ? [] : name)),
    copies: rows.flatMap(({ name, isCopy }) => (isCopy ? name : [])),
  }
}

const filesOf = ({ db }: Session, id: string) => {
  const { id: file, name, size, fromVersion, untilVersion } = informationFiles
  return db
    .select({ id: file, name, size, fromVersion, untilVersion })
    .from(informationFiles)
    .where(eq(informationFiles.informationId, id))
    .orderBy(asc(fromVersion), asc(name))
}

async function repliesOf(session: Session, id: string) {
  const rows = await session.db.select().from(replies).where(eq(replies.informationId, id)).orderBy(asc(replies.at)).limit(500)
  const names = await unionNames(
    session,
    rows.flatMap(({ unionId, byUnionId }) => [unionId, byUnionId]),
  )
  return rows.map(({ id: replyId, recipientId, unionId, byUnionId, byName, body, at }) => ({
    ...{ id: replyId, recipientId, byName, body, at },
    ...{ unionName: names.get(unionId) ?? '', byUnion: names.get(byUnionId) ?? '' },
  }))
}

/** Who has opened it: one row for each union within the asker's sight, those who have not first. */
export async function receipts({ db }: Session, { id, state, text, page, size }: Receipts) {
  const [seen] = await db.select({ id: information.id }).from(information).where(eq(information.id, id))
  found(seen)
  const name = sql<string>`(select d.name from union_directory d where d.id = ${recipients.unionId})`
  const where = and(
    eq(recipients.informationId, id),
    state?.length ? receiptIn(state) : undefined,
    text ? sql`position(${text} in ${name}) > 0` : undefined,
  )
  const { id: recipient, unionId, isCopy, openedAt, openedName, openedVersion, repliedAt, remindedAt } = recipients
  const superiorName = sql<
    string | null
  >`(select p.name from union_directory d join union_directory p on p.id = d.parent_id where d.id = ${recipients.unionId})`
  const rows: Receipt[] = await db
    .select({
      id: recipient,
      unionId,
      unionName: name,
      superiorName,
      isCopy,
      openedAt,
      openedName,
      openedVersion,
      repliedAt,
      remindedAt,
    })
    .from(recipients)
    .where(where)
    .orderBy(sql`${openedAt} is not null`, desc(openedAt), recipients.unionPath)
    .limit(size)
    .offset((page - 1) * size)
  const [total] = await db.select({ n: sql<number>`count(*)::int` }).from(recipients).where(where)
  return { rows, total: total!.n }
}
