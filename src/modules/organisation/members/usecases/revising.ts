import { inArray } from 'drizzle-orm'
import type { Session } from '#platform/session'
import type { Changes } from '../contract.ts'
import { members } from '../tables.ts'
import { held, type Member } from './filing.ts'
import { amend, differing } from './record.ts'

export type Revision = { id: string; changes: Changes }
/** What a revision changed: the values before, and the version after, by which an undo knows that nobody came between. */
export type Revised = { id: string; unionId: string; unionPath: string; version: number; before: Changes }

/** Writes what differs on many records at once and leaves the others alone; gives those that were changed. */
export async function reviseMany(session: Session, revisions: readonly Revision[], act: string): Promise<Revised[]> {
  const known = await byId(session, revisions)
  const revised: Revised[] = []
  for (const { id, changes } of revisions) {
    const record = known.get(id)
    if (!record || !differing(record, changes).length) continue
    const { row, made } = await amend(session, await held(session, id), changes, act)
    if (!made.length) continue
    const before = Object.fromEntries(made.map((change) => [change.field, change.before])) as Changes
    revised.push({ id, unionId: row.unionId, unionPath: row.unionPath, version: row.version, before })
  }
  return revised
}

/** Puts back what `reviseMany` changed, where the record has not been touched since; gives the ids put back and those kept. */
export async function unreviseMany(
  session: Session,
  revised: readonly Pick<Revised, 'id' | 'version' | 'before'>[],
  act: string,
) {
  const [restored, kept]: [string[], string[]] = [[], []]
  for (const { id, version, before } of revised) {
    const record = await held(session, id).catch(() => undefined)
    if (record?.version !== version) kept.push(id)
    else {
      await amend(session, record, before, act)
      restored.push(id)
    }
  }
  return { restored, kept }
}

async function byId({ db }: Session, revisions: readonly Revision[]): Promise<Map<string, Member>> {
  const ids = revisions.map(({ id }) => id)
  const rows = ids.length ? await db.select().from(members).where(inArray(members.id, ids)) : []
  return new Map(rows.map((row) => [row.id, row]))
}
