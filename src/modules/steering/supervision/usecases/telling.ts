import { sql } from 'drizzle-orm'
import type { Db } from '#platform/db'
import type { DutyEvent } from '#platform/duties'
import { type IsDone, type News, notify } from '#platform/notices'
import type { Session } from '#platform/session'
import type { urges } from '../tables.ts'
import type { Row } from './reading.ts'

type Sender = Pick<Session, 'db' | 'now'>
const told = ['warned', 'overdue', 'escalated', 'excused'] as const
const isTold = (kind: string): kind is (typeof told)[number] => (told as readonly string[]).includes(kind)
const LONGEST = 120

/** Tells who owes a duty that its day comes or is past, and the superior that it has gone up. Who has done it is not reminded any more. */
export const tell = (sender: Sender, events: readonly DutyEvent[]) =>
  notify(sender, events.filter(({ kind, isOver }) => isTold(kind) && (!isOver || kind === 'excused')).map(newsOf))

function newsOf({ dutyId, kind, onDay, title, about, unionId, unionName, toUnionId, owedBy, dueOn, cite }: DutyEvent): News {
  const what = about ? `${title}（${about}）` : title
  const said = {
    warned: `${what}：${dueOn} 到期`,
    overdue: `${what}：${dueOn} 已到期，还没有办`,
    escalated: `${unionName}：${what} ${dueOn} 已到期，还没有办`,
    excused: `${what}：上级工会已免除`,
  }
  return {
    key: `supervision.${kind}:${dutyId}:${onDay}`,
    kind: `supervision.${kind}`,
    to: kind === 'escalated' ? { unionId: toUnionId } : { unionId, posts: owedBy },
    subject: dutyId,
    title: said[kind as keyof typeof said].slice(0, LONGEST),
    link: `/supervision/${dutyId}`,
    ...(cite && { cite }),
    ...(kind === 'warned' && { until: new Date(`${dueOn}T23:59:59+08:00`) }),
  }
}

type Note = Pick<typeof urges.$inferSelect, 'id' | 'dutyId' | 'unionId' | 'fromUnionId' | 'replyBy'>

/** The urged union hears of the note at once. */
export const tellUrged = (sender: Sender, duties: readonly Row[], notes: readonly Note[]) =>
  notify(
    sender,
    notes.map(({ id, dutyId, unionId, replyBy }) => ({
      ...{ key: `supervision.urged:${id}`, kind: 'supervision.urged', subject: id, to: { unionId } },
      title: `督办单：${duties.find((duty) => duty.id === dutyId)!.basis.title}，请在 ${replyBy} 前答复`.slice(0, LONGEST),
      link: '/supervision/urges',
      until: new Date(`${replyBy}T23:59:59+08:00`),
    })),
  )

/** The union that sent a note hears that it was answered. */
export const tellReplied = (sender: Sender, { id, fromUnionId }: Note) =>
  notify(sender, {
    ...{ key: `supervision.replied:${id}:${sender.now.getTime()}`, kind: 'supervision.replied', subject: id },
    ...{ to: { unionId: fromUnionId }, title: '督办单有了答复', link: '/supervision/urges' },
  })

const among = (ids: readonly string[]) => sql`${sql.param(`{${ids.join(',')}}`)}::uuid[]`

/** Duties that are owed no longer. */
export const closed: IsDone = async (db: Db, subjects) => {
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from duties where id = any (${among(subjects)}) and closed_on is not null`,
  )
  return rows.map(({ id }) => id)
}

/** Notes that were answered or closed. */
export const answered: IsDone = async (db: Db, subjects) => {
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from duty_urges where id = any (${among(subjects)}) and (answered_on is not null or closed_on is not null)`,
  )
  return rows.map(({ id }) => id)
}
