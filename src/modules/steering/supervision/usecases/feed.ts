import { createHash, randomBytes } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Pool } from 'pg'
import { ownAuthority } from '#modules/organisation/posts'
import { subtree, within } from '#platform/db'
import { dayOf, type Session } from '#platform/session'
import { calendarText, type Entry } from '../rules/ics.ts'
import { feeds } from '../tables.ts'
import { columns, leads, type Row } from './reading.ts'

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

export async function feed({ db, user }: Session) {
  const [row] = await db.select().from(feeds).where(eq(feeds.account, user.account!))
  return { since: row?.since ?? null, readAt: row?.readAt ?? null }
}

/** A new address; the one before it is worth nothing from now on. Only its hash is kept, so it is told this once. */
export async function renewFeed({ db, user, now }: Session) {
  const token = randomBytes(32).toString('base64url')
  const values = { tokenHash: hashOf(token), since: now, readAt: null }
  await db
    .insert(feeds)
    .values({ account: user.account!, ...values })
    .onConflictDoUpdate({ target: feeds.account, set: values })
  return { path: `/calendar/${token}.ics` }
}

export async function endFeed({ db, user }: Session) {
  const gone = await db.delete(feeds).where(eq(feeds.account, user.account!)).returning({ account: feeds.account })
  return { isEnded: gone.length > 0 }
}

type Asking = { pool: Pool; region: string; now: Date; token: string }

/** The calendar behind an address, or undefined when nobody has it: what the person's posts of today owe, by due day (RFC 5545). */
export async function calendarBehind({ pool, region, now, token }: Asking): Promise<string | undefined> {
  if (!/^[\w-]{43}$/.test(token)) return undefined
  const today = dayOf(now)
  const nobody = { region, role: 'public' as const, lo: '', hi: '' }
  const account = await within(pool, nobody, async (db) => {
    const { rows } = await db.execute<{ account: string | null }>(
      sql`select duty_feed_account(${hashOf(token)}, ${now.toISOString()}::timestamptz) as account`,
    )
    return rows[0]!.account
  })
  if (!account) return undefined
  const own = await within(pool, { ...nobody, role: 'self', account, readOnly: true }, (db) =>
    ownAuthority(db, account, undefined, today),
  )
  const rows = new Map<string, Row>()
  for (const { kind, unionId, path } of own?.posts ?? [])
    for (const row of await within(pool, { ...nobody, role: 'post', ...subtree(path), readOnly: true }, async (db) => {
      const { rows: owed } = await db.execute<Row>(sql`select ${columns} from duties d join unions u on u.id = d.union_id
        where d.union_id = ${unionId} and d.closed_on is null and d.since <= ${today} and (${leads(kind)} or ${kind} = any (d.owed_by))
        order by d.due_on limit 1000`)
      return owed
    }))
      rows.set(row.id, row)
  return calendarText([...rows.values()].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)).map(entryOf), now)
}

const entryOf = ({ id, dueOn, unionName, about, basis }: Row): Entry => ({
  id,
  day: dueOn,
  title: about ? `${basis.title}：${about}` : basis.title,
  text: [unionName, ...basis.law.slice(0, 1).map(({ cite, says }) => `${cite}：${says}`)].join('\n'),
})
