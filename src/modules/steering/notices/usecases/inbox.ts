import { and, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { noticeKinds, notices } from '#platform/notices'
import type { Session } from '#platform/session'
import type { Listing, Notice } from '../contract.ts'

const wanted: Record<Listing['state'], () => SQL | undefined> = {
  open: () => isNull(notices.doneAt),
  unread: () => and(isNull(notices.readAt), isNull(notices.doneAt)),
  done: () => isNotNull(notices.doneAt),
  all: () => undefined,
}

/** One's own notices, the urgent that are not done first, then the newest. */
export async function list({ db }: Session, { state, kind, text, page, size }: Listing) {
  const where = and(
    wanted[state](),
    kind?.length ? inArray(notices.kind, kind) : undefined,
    text ? sql`position(${text} in ${notices.title} || ${notices.body}) > 0` : undefined,
  )
  const urgent = sql`(${notices.isUrgent} and ${notices.doneAt} is null)`
  const rows = await db
    .select()
    .from(notices)
    .where(where)
    .orderBy(desc(urgent), desc(notices.at), notices.id)
    .limit(size)
    .offset((page - 1) * size)
  const [total] = await db.select({ n: sql<number>`count(*)::int` }).from(notices).where(where)
  return { rows: rows.map(asNotice), total: total!.n }
}

const asNotice = (row: typeof notices.$inferSelect): Notice => ({
  id: row.id,
  kind: row.kind,
  kindTitle: noticeKinds().get(row.kind)?.title ?? '其他',
  title: row.title,
  text: row.body,
  link: row.link,
  isUrgent: row.isUrgent,
  cite: row.cite,
  until: row.untilAt,
  at: row.at,
  isRead: row.readAt !== null,
  isDone: row.doneAt !== null,
})

/** What waits: for the bell. */
export async function count({ db }: Session) {
  const [found] = await db
    .select({
      unread: sql<number>`count(*) filter (where ${notices.readAt} is null)::int`,
      open: sql<number>`count(*)::int`,
    })
    .from(notices)
    .where(isNull(notices.doneAt))
  return found!
}

/** Marks what was looked at; what somebody else's is, is passed over. */
export async function read({ db, now, line }: Session, { ids }: { ids: string[] }) {
  const { rowCount } = await db
    .update(notices)
    .set({ readAt: now })
    .where(and(inArray(notices.id, ids), isNull(notices.readAt)))
  Object.assign(line, { detail: { count: rowCount ?? 0 } })
  return { count: rowCount ?? 0 }
}

/** Marks everything as looked at. */
export async function readAll({ db, now, user, line }: Session) {
  if (!user.person) return { count: 0 }
  const { rowCount } = await db
    .update(notices)
    .set({ readAt: now })
    .where(and(eq(notices.personId, user.person), isNull(notices.readAt)))
  Object.assign(line, { detail: { count: rowCount ?? 0 } })
  return { count: rowCount ?? 0 }
}
