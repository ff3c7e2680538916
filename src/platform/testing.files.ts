import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { frameOf } from '#platform/acts'
import { within } from '#platform/db'
import { type Downloads, readTicket } from '#platform/files'
import { dayOf, type Caller, type User, type Session } from '#platform/session'
import { readSheets } from '#platform/sheets'

/** What the ticket of an export stands for, fetched as the server gives it: each row of the workbook by its titles. */
export async function downloaded(
  { pool, region, now }: Pick<Caller, 'pool' | 'region' | 'now'>,
  user: User,
  { id }: { id: string },
  downloads: Downloads,
): Promise<Record<string, string>[]> {
  const caller: Caller = { pool, region, place: 'national', user, now }
  const frame = { ...frameOf(caller, 'members.exchange'), readOnly: true }
  const body = await within(pool, frame, async (db) => {
    const session: Session = { db, user, region, place: 'national', now, today: dayOf(now), line: {} }
    const { name, input } = await readTicket(session, id)
    const out = new PassThrough()
    const bytes = buffer(out)
    await downloads[name]!.write(session, input, out)
    return bytes
  })
  const rows: string[][] = []
  for await (const sheet of readSheets(body))
    for await (const { cells } of sheet.rows()) rows.push(cells.map((cell) => String(cell ?? '')))
  const [titles, ...rest] = rows
  return rest.map((row) => Object.fromEntries(titles!.map((title, at) => [title, row[at] ?? ''])))
}
