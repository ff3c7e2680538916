import { sql } from 'drizzle-orm'
import type { Pool, QueryResult } from 'pg'
import { powers as known, type Power } from '#kit/powers'
import { scopeOfDivision } from '#law/place'
import { kindOf, postTitle, powersOf, rankOf } from '../rules.ts'
import type { Db } from '#platform/db'
import { dayOf, type Caller, type Post } from '#platform/session'

/** What sign-in knows of someone: the account, the session, and whether that session has shown a second factor. */
export type SignedIn = { accountId: string; sessionId: string; secondFactor: boolean }

/** A caller with the sign-in session that the chosen post is kept under. */
export type SignedCaller = Caller & { sessionId?: string | undefined }

type HeldRow = {
  id: string
  kind: string
  title: string | null
  unionId: string
  unionName: string
  path: string
  until: string | null
  powers: string[] | null
  secondFactor: boolean | null
}
type Answer = { name: string; person: string | null; chose: boolean; chosen: string | null; posts: HeldRow[] }

/** A post held today, with what it may do and whether it asks for a second factor. */
export type Held = Post & { until: string | null; powers: readonly Power[]; secondFactor: boolean }
export type Authority = { name: string; person: string | null; posts: Held[]; post: Held | null }

/**
 * Who calls: one statement, one round trip, by primary keys and one index (`authority_of` in the posts' migration), with no cache, so that
 * a term that ended last night ended. Nobody signed in, or an account that was closed, is a caller without any authority.
 */
export async function callerOf(
  pool: Pool,
  region: string,
  signedIn: SignedIn | null | undefined,
  { now = new Date(), key }: { now?: Date; key?: string | undefined } = {},
): Promise<SignedCaller> {
  const nobody = { pool, region, place: scopeOfDivision(null), user: { powers: [] }, now, key }
  if (!signedIn) return nobody
  const { accountId, sessionId } = signedIn
  // Several statements sent as one text are one transaction: the role and the path end with it.
  const answers = (await pool.query(
    `set local role gongqiao_public;set local search_path=${regionName(region)},shared;` +
      `select authority_of('${id(accountId)}','${id(sessionId)}','${dayOf(now)}') as authority, (select division from regions where name = '${regionName(region)}')`,
  )) as unknown as QueryResult<{ authority: Answer | null; division: string | null }>[]
  const found = answers.at(-1)!.rows[0]!
  const [authority, place] = [understood(found.authority), scopeOfDivision(found.division)]
  if (!authority) return { ...nobody, place }
  const { person, post } = authority
  const user = { account: accountId, powers: post?.powers ?? [], ...(person && { person }), ...(post && { post: bare(post) }) }
  return { ...nobody, place, user, sessionId, needsSecondFactor: !!post?.secondFactor && !signedIn.secondFactor }
}

/** The same, inside the frame of the account itself. */
export async function ownAuthority(
  db: Db,
  account: string,
  session: string | undefined,
  today: string,
): Promise<Authority | null> {
  const { rows } = await db.execute<{ authority: Answer | null }>(
    sql`select authority_of(${account}, ${session ?? null}::uuid, ${today}) as authority`,
  )
  return understood(rows[0]!.authority)
}

function understood(answer: Answer | null): Authority | null {
  if (!answer) return null
  const { name, person, chose, chosen } = answer
  const posts = answer.posts.map(held).sort((a, b) => rankOf(a.kind) - rankOf(b.kind) || a.path.length - b.path.length)
  // A choice whose post has ended since falls back to the first, as when none was made.
  const post = chose && !chosen ? null : (posts.find((each) => each.id === chosen) ?? posts[0] ?? null)
  return { name, person, posts, post }
}

const held = ({ powers, secondFactor, title, ...row }: HeldRow): Held => ({
  ...row,
  title: postTitle(row.kind, title),
  powers: powersOf(row.kind, powers).filter((power) => power in known),
  secondFactor: secondFactor ?? kindOf(row.kind)?.secondFactor ?? true,
})

const bare = ({ id: postId, kind, title, unionId, unionName, path }: Held): Post => ({
  id: postId,
  kind,
  title,
  unionId,
  unionName,
  path,
})

function id(text: string) {
  if (!/^[0-9a-f-]{36}$/i.test(text)) throw new Error('not an id')
  return text
}

function regionName(text: string) {
  if (!/^[a-z0-9_]+$/.test(text)) throw new Error(`not a region: ${text}`)
  return text
}
