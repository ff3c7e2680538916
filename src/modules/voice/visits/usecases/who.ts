import { sql } from 'drizzle-orm'
import { memberOf } from '#modules/organisation/members'
import { type Session } from '#platform/session'
import { postTitle, rankOf } from '#rules/organisation/posts'

/** Who acts, as the record shows it: his post, or his own name on what is his own. */
export async function nameOf(session: Session): Promise<string> {
  const { post, person } = session.user
  const own = person && (await memberOf(session, person).catch(() => undefined))
  if (own) return own.name
  return post ? `${post.unionName}${post.title}` : '本人'
}

export type Holder = { memberId: string; name: string; titles: string[] }

/** Who is in office at a union on a day, with what each is called; `members` alone when given. */
export async function holdersAt({ db }: Session, unionId: string, on: string, members?: readonly string[]): Promise<Holder[]> {
  const { rows } = await db.execute<{ memberId: string; name: string; kind: string; title: string | null }>(sql`
    select a.member_id as "memberId", a.person_name as name, a.kind, a.title from appointments a
    where a.union_id = ${unionId} and a.in_office @> ${on}::date and not a.waits_for_confirmation
      ${members ? sql`and a.member_id in (${sql.join([...members, unionId], sql`, `)})` : sql``}`)
  rows.sort((a, b) => rankOf(a.kind) - rankOf(b.kind))
  const holders = new Map<string, Holder>()
  for (const { memberId, name, kind, title } of rows) {
    const holder = holders.get(memberId) ?? { memberId, name, titles: [] }
    holder.titles.push(postTitle(kind, title))
    holders.set(memberId, holder)
  }
  return [...holders.values()]
}
