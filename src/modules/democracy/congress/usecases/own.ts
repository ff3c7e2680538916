import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { personOf, type Session } from '#platform/session'
import { unionNames } from '#modules/organisation/unions'
import { type Mark, stateOf } from '../rules.ts'
import { opinions, roll, sessions, speakers, taskViews, tasks, votes } from '../tables.ts'
import { itemsOf, sessionOf } from './parts.ts'

/** The congresses a worker has to do with: as a deputy on the roll, or as one of the unit whose results were published. */
export async function mine(session: Session) {
  const { db } = session
  const me = personOf(session)
  const rows = await db
    .select({
      row: sessions,
      isDeputy: sql<boolean>`exists (select from congress_roll r where r.session_id = ${sessions}.id and r.member_id = ${me})`,
      isVoting: sql<boolean>`exists (select from congress_items i where i.session_id = ${sessions}.id and i.opened_at is not null
        and i.closed_at is null and i.way in ('phones', 'secret'))`,
    })
    .from(sessions)
    .where(isNull(sessions.cancelledOn))
    .orderBy(sql`${sessions.opensOn} desc`)
    .limit(30)
  const names = await unionNames(session, [...new Set(rows.map(({ row }) => row.unionId))])
  return rows.map(({ row, isDeputy, isVoting }) => ({
    ...{ id: row.id, title: row.title, opensOn: row.opensOn, unionName: names.get(row.unionId) ?? '', state: stateOf(row) },
    ...{ isDeputy, isVoting: isDeputy && isVoting },
  }))
}

/** One session as a worker sees it: papers and opinions before, the vote that is open, the resolutions and their tasks after. */
export async function own(session: Session, { id }: { id: string }) {
  const { db } = session
  const me = personOf(session)
  const row = await sessionOf(session, id)
  const [line] = await db
    .select()
    .from(roll)
    .where(and(eq(roll.sessionId, id), eq(roll.memberId, me)))
  const all = await itemsOf(session, id)
  const cast = await db.select().from(votes).where(eq(votes.memberId, me))
  const markOf = new Map<string, Mark>(cast.map(({ itemId, mark }) => [itemId, mark]))
  const views = await db.select().from(taskViews).where(eq(taskViews.memberId, me))
  const waiting = await db.$count(speakers, and(eq(speakers.sessionId, id), eq(speakers.memberId, me), isNull(speakers.endedAt)))
  const mineOnly = and(eq(opinions.sessionId, id), line ? undefined : sql`false`)
  return {
    ...{ id, title: row.title, opensOn: row.opensOn, place: row.place, state: stateOf(row) },
    unionName: (await unionNames(session, [row.unionId])).get(row.unionId) ?? '',
    isDeputy: Boolean(line && !line.isObserver),
    isPresent: Boolean(line?.presentHow),
    isWaitingToSpeak: waiting > 0,
    items: all.map((item) => ({ ...item, myMark: markOf.get(item.id) ?? null })),
    opinions: await db.select().from(opinions).where(mineOnly).orderBy(asc(opinions.onDay)),
    tasks: (await db.select().from(tasks).where(eq(tasks.sessionId, id)).orderBy(asc(tasks.dueOn))).map((task) => ({
      ...task,
      myView: views.find(({ taskId }) => taskId === task.id)?.confirms ?? null,
    })),
  }
}
