import type { Writable } from 'node:stream'
import { and, eq, gt } from 'drizzle-orm'
import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Authority } from '#kit/powers'
import { open, seal } from '#platform/secrets'
import { found, Refused, type Session } from '#platform/session'
import { type Column, writeSheet, type Written } from '#platform/sheets'

const MINUTES = 60_000
const TICKET_LASTS = 10 * MINUTES
/** The largest file taken in, bytes. */
export const UPLOAD_LIMIT = 64 * 1024 * 1024

const uploads = pgTable('uploads', {
  id: uuid().primaryKey().defaultRandom(),
  account: uuid().notNull(),
  name: text().notNull(),
  size: integer().notNull(),
  body: text().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
})

const downloads = pgTable('downloads', {
  id: uuid().primaryKey().defaultRandom(),
  account: uuid().notNull(),
  name: text().notNull(),
  input: text().notNull(),
  expiresAt: timestamp({ withTimezone: true }).notNull(),
})

/**
 * One kind of download, named like the act that gives its ticket (`members.export`). `write` streams the body
 * in a read-only transaction of the caller's scope; what it throws before the first byte is answered as an error.
 */
export type Download = {
  authority: Authority
  /** The file's name for the person, e.g. `会员名册 2026-11-24.xlsx`. */
  title(session: Session, input: unknown): string
  write(session: Session, input: unknown, out: Writable): Promise<void>
}
export type Downloads = Record<string, Download>

/** Declares a download whose input has the shape the act took. */
export const download = <I>(kind: {
  authority: Authority
  title(session: Session, input: I): string
  write(session: Session, input: I, out: Writable): Promise<void>
}): Download => kind as Download

/** Gives the caller a ticket to fetch `/files/<id>` with, for ten minutes. To be called within the act that allows it. */
export async function issueTicket({ db, user, now }: Session, name: string, input: unknown): Promise<{ id: string }> {
  const [ticket] = await db
    .insert(downloads)
    .values({
      account: user.account!,
      name,
      input: seal('downloads.input', JSON.stringify(input ?? null)),
      expiresAt: new Date(now.getTime() + TICKET_LASTS),
    })
    .returning({ id: downloads.id })
  return ticket!
}

/** What a ticket of this account stands for; 404 when it is another's, or over. */
export async function readTicket({ db, now }: Session, id: string): Promise<{ name: string; input: unknown }> {
  const [ticket] = await db
    .select()
    .from(downloads)
    .where(and(eq(downloads.id, id), gt(downloads.expiresAt, now)))
  const { name, input } = found(ticket)
  return { name, input: JSON.parse(open('downloads.input', input)) as unknown }
}

const PAGE = 1000

/** Every row of a list, page by page, in the list's own order: for a workbook, so that not all of it is in memory. */
export async function* everyRow<I, R>(
  session: Session,
  list: (session: Session, input: I & { page: number; size: number }) => Promise<{ rows: R[] }>,
  input: I,
): AsyncGenerator<R> {
  for (let page = 1; ; page++) {
    const { rows } = await list(session, { ...input, page, size: PAGE })
    yield* rows
    if (rows.length < PAGE) return
  }
}

/** A column of a list's workbook: its heading and what a row shows under it. */
export type ListColumn<R> = Column & { of: (row: R) => Written }

/** The download of a list as a workbook, `title` and the day its name: every row of the list in the list's own order, for holders of `members.exchange`. */
export const listDownload = <I, R>(
  title: string,
  columns: readonly ListColumn<R>[],
  list: (session: Session, input: I & { page: number; size: number }) => Promise<{ rows: R[] }>,
) =>
  download<I>({
    authority: 'members.exchange',
    title: ({ today }) => `${title} ${today}.xlsx`,
    write: (session, input, out) => writeSheet(out, { title, columns, rows: cellsOf(columns, everyRow(session, list, input)) }),
  })

async function* cellsOf<R>(columns: readonly ListColumn<R>[], rows: AsyncGenerator<R>) {
  for await (const row of rows) yield columns.map(({ of }) => of(row))
}

/** Keeps a file that came in, sealed, for the account that sent it. */
export async function keepUpload(
  { db, user, now }: Session,
  name: string,
  body: Buffer,
): Promise<{ id: string; name: string; size: number }> {
  if (body.length > UPLOAD_LIMIT)
    throw new Refused({ code: 'files.large', reason: `文件超过 ${UPLOAD_LIMIT >> 20} MB，请分成几个文件` })
  if (!body.length) throw new Refused({ code: 'files.empty', reason: '文件是空的，请重新选择' })
  const [kept] = await db
    .insert(uploads)
    .values({
      account: user.account!,
      name: name.slice(0, 200),
      size: body.length,
      body: seal('uploads.body', body.toString('base64')),
      at: now,
    })
    .returning({ id: uploads.id, name: uploads.name, size: uploads.size })
  return kept!
}

/** A file that the same account sent earlier. */
export async function readUpload({ db }: Session, id: string): Promise<{ name: string; body: Buffer }> {
  const [kept] = await db.select().from(uploads).where(eq(uploads.id, id))
  const { name, body } = found(kept)
  return { name, body: Buffer.from(open('uploads.body', body), 'base64') }
}
