import { desc, eq, sql } from 'drizzle-orm'
import type { Paging } from '#kit/contract'
import { hold } from '#platform/db'
import { enforce, found, postOf, type Session } from '#platform/session'
import type { Audience } from '../contract.ts'
import { isHere, mayOpen } from '../rules.ts'
import { windows } from '../tables.ts'

export const windowRow = () => {
  const { id, unionId, title, opensOn, closesOn, audience, secondersNeeded, note, sessionTitle, reportedOn } = windows
  return {
    ...{ id, unionId, title, opensOn, closesOn, audience, secondersNeeded, note, sessionTitle, reportedOn },
    unionName: sql<string>`(select u.name from union_directory u where u.id = proposal_windows.union_id)`,
    count: sql<number>`(select count(*)::int from proposals p where p.window_id = proposal_windows.id and p.withdrawn_on is null)`,
    unexamined: sql<number>`(select count(*)::int from proposals p where p.window_id = proposal_windows.id and p.state = 'collected')`,
  }
}

/** The collections of one's scope, the latest first. */
export async function list({ db }: Session, { page, size }: Paging) {
  const rows = await db
    .select(windowRow())
    .from(windows)
    .orderBy(desc(windows.closesOn), windows.unionPath)
    .limit(size)
    .offset((page - 1) * size)
  return { rows, total: await db.$count(windows) }
}

type New = {
  title: string
  opensOn: string
  closesOn: string
  audience: Audience
  secondersNeeded: number
  sessionTitle: string | null
  sessionId: string | null
  note: string | null
}

/** Opens a collection at the union one acts for. */
export async function openWindow(session: Session, asked: New) {
  const { db, user, now, today, line } = session
  enforce(mayOpen(asked, today))
  const { unionId, path } = postOf(session)
  const [row] = await db
    .insert(windows)
    .values({ ...asked, unionId, unionPath: path, madeBy: user.account ?? null, madeAt: now })
    .returning({ id: windows.id })
  Object.assign(line, {
    subject: row!.id,
    detail: { opensOn: asked.opensOn, closesOn: asked.closesOn, audience: asked.audience },
  })
  return row!
}

async function held(session: Session, id: string) {
  const { db, line } = session
  await hold(db, windows, id)
  const [row] = await db.select().from(windows).where(eq(windows.id, id))
  enforce(isHere(postOf(session).unionId, found(row).unionId))
  Object.assign(line, { unionId: row!.unionId, subject: id })
  return row!
}

/** Closes earlier or later, with the reason. */
export async function moveWindow(session: Session, { id, closesOn, reason }: { id: string; closesOn: string; reason: string }) {
  const row = await held(session, id)
  enforce(mayOpen({ opensOn: row.opensOn, closesOn }, session.today))
  await session.db.update(windows).set({ closesOn }).where(eq(windows.id, id))
  Object.assign(session.line, { detail: { from: row.closesOn, to: closesOn, reason } })
  return { id }
}

/** What became of them was reported to the congress (PROP-01, 09): archived with that session. */
export async function reportWindow(session: Session, { id, on, sessionTitle }: { id: string; on: string; sessionTitle: string }) {
  await held(session, id)
  await session.db.update(windows).set({ reportedOn: on, sessionTitle }).where(eq(windows.id, id))
  return { id }
}
