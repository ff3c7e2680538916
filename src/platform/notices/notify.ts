import { sql } from 'drizzle-orm'
import type { Session } from '#platform/session'
import { noticeKinds } from './kinds.ts'

/** Who runs a union: told when nothing more exact is said. Kinds of post as in `#rules/organisation/posts`. */
export const OFFICE = [
  'chair',
  'preparatoryHead',
  'fullTimeViceChair',
  'secretaryGeneral',
  'organisationOfficer',
  'organiser',
] as const

/** What somebody should know. */
export type News = {
  /** Names this piece of news for ever (`transfers.arrived:<id>`, `duties.due:<id>:warning`): a person who has got it never gets it again. */
  key: string
  /** Declared before by `noticeKind`; `module.word`. */
  kind: string
  /** One person (a member's id), or who holds one of these posts at this union today; `posts` left out means who runs it (`OFFICE`). */
  to: { person: string } | { unionId: string; posts?: readonly string[] }
  /** Persons who know already: whoever has just done it. */
  except?: readonly string[]
  /** What it is about (a row's id): what `settle` and the kind's `isDone` go by. */
  subject?: string
  /** One line, 2–120 characters, and up to 1,000 more. Nothing personal: names and numbers of people stand on the page behind the link. */
  title: string
  text?: string
  /** The page where it is dealt with, from the root: `/members/transfers/<id>` (desk), `/m/…` (pocket). */
  link: string
  /** At once and not in the daily digest; still not in quiet hours, unless a term set by law (`cite` and `until`) would end in them. */
  isUrgent?: boolean
  /** The article that binds. */
  cite?: string
  /** By when. */
  until?: Date
  /** The union it is about, when it goes to a person. */
  unionId?: string
}

/**
 * Tells people something, in the transaction of the act or job that calls (any role). It is in their inbox at once and, by the one channel
 * each prefers, outside it (src/platform/notices/README.md). Calling it again with the same key is safe: it reaches only who did not have it, so
 * after a post was handed over the new holder. Gives how many inboxes it reached now; 0 when nobody holds the post.
 * Throws when the kind was never declared.
 */
export async function notify({ db, now }: Pick<Session, 'db' | 'now'>, news: News | readonly News[]): Promise<number> {
  const items = [news].flat().map(itemOf)
  if (!items.length) return 0
  const { rows } = await db.execute<{ reached: number }>(
    sql`select notices_add(${JSON.stringify(items)}::jsonb, ${now.toISOString()}::timestamptz) as reached`,
  )
  return rows[0]!.reached
}

/**
 * What a notice asked for is done (or no longer needed): nothing more goes out about it, and the inbox shows it as done.
 * By key, or all of one kind about one subject. Gives how many notices that were.
 */
export async function settle(
  { db, now }: Pick<Session, 'db' | 'now'>,
  of: { key: string } | { kind: string; subject: string },
): Promise<number> {
  const [key, kind, subject] = 'key' in of ? [of.key, null, null] : [null, of.kind, of.subject]
  const { rows } = await db.execute<{ settled: number }>(
    sql`select notices_settle(${key}, ${kind}, ${subject}::uuid, ${now.toISOString()}::timestamptz) as settled`,
  )
  return rows[0]!.settled
}

function itemOf({ to, text = '', isUrgent = false, until, unionId, ...news }: News) {
  if (!noticeKinds().has(news.kind)) throw new Error(`no such kind of notice: ${news.kind} (declare it with noticeKind)`)
  const whom = 'person' in to ? { person: to.person } : { unionId: to.unionId, posts: to.posts ?? OFFICE }
  return { ...news, ...whom, about: unionId, body: text, urgent: isUrgent, until: until?.toISOString() }
}
