import { sql } from 'drizzle-orm'
import { jsonb, pgTable, text, timestamp, uuid, bigint } from 'drizzle-orm/pg-core'
import type { Db } from '#platform/db'

export const journal = pgTable('journal', {
  id: uuid().primaryKey(),
  unionId: uuid(),
  unionPath: text(),
  chain: text().notNull(),
  seq: bigint({ mode: 'number' }).notNull(),
  act: text().notNull(),
  actor: uuid(),
  post: uuid(),
  subject: uuid(),
  at: timestamp({ withTimezone: true }).notNull(),
  content: text().notNull(),
  detail: jsonb().$type<Record<string, unknown>>(),
  previous: text().notNull(),
  hash: text().notNull(),
})

export type NewLine = {
  act: string
  actor?: string | undefined
  post?: string | undefined
  unionId?: string | undefined
  subject?: string | undefined
  at: Date
  content: string
  detail?: Record<string, unknown> | undefined
}

/** Appends one line to the union's chain and gives its id. The database computes the hash; only this function of it can write. */
export async function appendLine(db: Db, { act, actor, post, unionId, subject, at, content, detail }: NewLine): Promise<string> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select journal_append(${unionId ?? null}::uuid, ${act}, ${actor ?? null}::uuid, ${post ?? null}::uuid,
      ${subject ?? null}::uuid, ${at.toISOString()}::timestamptz, ${content}, ${detail ? JSON.stringify(detail) : null}::jsonb) as id`)
  return rows[0]!.id
}

export { journalHeads, journalLines } from './journal/read.ts'
export { faultNames, hashOf, type JournalFault, type JournalHead, type JournalLine, verifyLines } from './journal/verify.ts'
