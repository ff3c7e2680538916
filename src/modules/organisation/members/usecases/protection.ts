import { desc, eq, sql } from 'drizzle-orm'
import { enforce, found, postOf, type Session } from '#platform/session'
import { refuse } from '#law/verdict'
import type { TagCode } from '../contract/words.ts'
import { tags } from '../contract/words.ts'
import { memberLooks, members } from '../tables.ts'
import { clear } from './filing.ts'

/** Opens the sensitive tags for the rest of this act, to a post that may see them; the database withholds them from all others. */
export async function entitle({ db, user }: Session) {
  if (user.powers.includes('members.sensitive')) await db.execute(sql`set local app.sensitive = 'on'`)
}

/** Whoever may not see a sensitive tag may not set it either. */
export const mayTag = ({ user }: Session, tag: TagCode) =>
  tags[tag].sensitive && !user.powers.includes('members.sensitive')
    ? refuse('members.sensitive-tag', '这类标签只有有权限的人能看和改', '《个人信息保护法》第二十八条')
    : null

/** Shows one protected value in clear, for a reason that the person can read (PI-20). */
export async function reveal(
  session: Session,
  { id, field, reason }: { id: string; field: 'idNumber' | 'mobile'; reason: string },
) {
  const { db, now, user, line } = session
  const [row] = await db.select().from(members).where(eq(members.id, id))
  const { unionId, unionPath, ...member } = found(row)
  const value = clear(member)[field]
  enforce(value === null ? refuse('members.nothing', '档案里没有填写这一项') : null)
  const post = postOf(session)
  const by = { byAccount: user.account ?? null, byUnion: post.unionName, byPost: post.title }
  await db.insert(memberLooks).values({ memberId: id, unionId, unionPath, field, reason, at: now, ...by })
  Object.assign(line, { unionId, subject: id, detail: { field } })
  return { value: value! }
}

/** Who saw what of a person, the latest first: for himself, and for those who keep the record. */
export const looksAt = ({ db }: Pick<Session, 'db'>, memberId: string) =>
  db
    .select({
      at: memberLooks.at,
      field: memberLooks.field,
      reason: memberLooks.reason,
      byUnion: memberLooks.byUnion,
      byPost: memberLooks.byPost,
    })
    .from(memberLooks)
    .where(eq(memberLooks.memberId, memberId))
    .orderBy(desc(memberLooks.at))
    .limit(200)
