import { sql } from 'drizzle-orm'
import { postTitle } from '#rules/organisation/posts'
import { enforce, found, type Session } from '#platform/session'
import { mayActAs } from './rules.ts'
import type { Me } from './contract.ts'
import { actingAs } from './tables.ts'
import { ownAuthority, type SignedCaller } from '#modules/organisation/posts'

type Own = Session & Pick<SignedCaller, 'sessionId' | 'needsSecondFactor'>

/** Who is signed in: the account, the person behind it, the posts held today, and the one acted under. */
export async function get({ db, user, today, sessionId, needsSecondFactor = false }: Own): Promise<Me> {
  const { name, posts, post, person } = found(await ownAuthority(db, user.account!, sessionId, today))
  return {
    account: { id: user.account!, name },
    person: person ? await cardOf(db, person) : null,
    posts: posts.map(shown),
    post: post && shown(post),
    permissions: [...(post?.powers ?? [])],
    needsSecondFactor,
  }
}

/** Chooses the one post acted under in this session; `null`: as oneself. */
export async function actAs({ db, user, now, today, sessionId, line }: Own, { postId }: { postId: string | null }) {
  const { posts } = found(await ownAuthority(db, user.account!, sessionId, today))
  enforce(mayActAs(postId, posts, sessionId))
  const choice = { session: sessionId!, account: user.account!, appointmentId: postId, at: now }
  await db.insert(actingAs).values(choice).onConflictDoUpdate({ target: actingAs.session, set: choice })
  const post = posts.find(({ id }) => id === postId)
  Object.assign(line, {
    subject: postId ?? undefined,
    unionId: post?.unionId ?? user.post?.unionId,
    detail: { kind: post?.kind },
  })
  return { id: postId }
}

type HeldNow = NonNullable<Awaited<ReturnType<typeof ownAuthority>>>['posts'][number]
const shown = ({ id, kind, title, unionId, unionName, until, secondFactor }: HeldNow) => ({
  id,
  kind,
  title: postTitle(kind, title),
  unionId,
  unionName,
  until,
  secondFactor,
})

/** A person's own card: his union by its public name, and the branch or group within it. */
async function cardOf(db: Session['db'], person: string): Promise<Me['person']> {
  const { rows } = await db.execute<{
    id: string
    name: string
    joined: string | null
    kind: string
    at: string
    above: string | null
  }>(sql`
    select m.id, m.name, m.joined_on::text as joined, u.kind, u.name as at,
      (with recursive up as (
        select p.id, p.parent_id, p.kind, p.name, 1 as level from union_directory p where p.id = u.parent_id
        union all select p.id, p.parent_id, p.kind, p.name, up.level + 1 from union_directory p join up on p.id = up.parent_id
          where up.kind in ('branch', 'group'))
      select up.name from up where up.kind not in ('branch', 'group') order by up.level limit 1) as above
    from members m join union_directory u on u.id = m.union_id where m.id = ${person}`)
  const row = rows[0]
  if (!row) return null
  const isPart = (row.kind === 'branch' || row.kind === 'group') && row.above !== null
  const { id, name, joined: memberSince } = row
  return { id, name, memberSince, unionName: isPart ? row.above! : row.at, groupName: isPart ? row.at : null }
}
