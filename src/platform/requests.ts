import { deserialize, serialize } from 'node:v8'
import { sql } from 'drizzle-orm'
import type { Db } from '#platform/db'
import { blindIndex, open, seal } from '#platform/secrets'
import { Refused, type Caller } from '#platform/session'

const FIELD = 'requests.answer'

/** A keyed fingerprint of what was asked: the journal can later show that a given input was this one, but not be guessed back to it. */
export const contentOf = (act: string, input: unknown) => blindIndex('requests.content', JSON.stringify([act, input ?? null]))

/** What the same request was answered before, if it was; waits for one that is under way. Another request under the same key is refused. */
export async function answerOf(db: Db, { user, key, now }: Caller, act: string, content: string) {
  if (!key || !user.account) return undefined
  const { rowCount } = await db.execute(sql`insert into requests (account, key, act, content, at)
    values (${user.account}, ${key}, ${act}, ${content}, ${now.toISOString()}) on conflict do nothing`)
  if (rowCount) return undefined
  const {
    rows: [before],
  } = await db.execute<{ act: string; content: string; answer: string | null }>(
    sql`select act, content, answer from requests where account = ${user.account} and key = ${key}`,
  )
  if (before?.act !== act || before.content !== content)
    throw new Refused({ code: 'request.reused', reason: '这次提交的编号已经用在另一项操作上，请刷新页面后再试' })
  return {
    answer: before.answer === null ? undefined : (deserialize(Buffer.from(open(FIELD, before.answer), 'base64')) as unknown),
  }
}

/** Keeps the answer, sealed, for a retry. */
export async function keepAnswer(db: Db, { user, key }: Caller, output: unknown) {
  if (!key || !user.account) return
  const answer = output === undefined ? null : seal(FIELD, serialize(output).toString('base64'))
  await db.execute(sql`update requests set answer = ${answer} where account = ${user.account} and key = ${key}`)
}
