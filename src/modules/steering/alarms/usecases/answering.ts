import { sql } from 'drizzle-orm'
import { notify, settle } from '#platform/notices'
import { enforce, postOf, type Session } from '#platform/session'
import type { StepKind } from '../contract.ts'
import { alarmNames, isOpen, mayAnswerFor, mayAskBy, mayNoteUntil, mayReply, mayUrge } from '../rules.ts'
import { alarmSteps } from '../tables.ts'
import { rowOf } from './reading.ts'

type Alarm = Awaited<ReturnType<typeof rowOf>>
type Said = { kind: StepKind; body: string; untilOn: string | null }

async function say(session: Session, { id, unionId, path }: Alarm, said: Said) {
  const { unionId: byUnion, title } = postOf(session)
  const { now, today } = session
  const step = { alarmId: id, unionId, unionPath: path, ...said, byUnion, byPost: title, onDay: today, at: now }
  await session.db.insert(alarmSteps).values(step)
}

/** Held in one order, so that two who answer the same alarms wait for each other. */
async function held(session: Session, ids: readonly string[]): Promise<Alarm[]> {
  const sorted = [...new Set(ids)].sort()
  const alarms: Alarm[] = []
  for (const id of sorted) {
    await session.db.execute(sql`select pg_advisory_xact_lock(7410271, hashtext(${id}))`)
    alarms.push(await rowOf(session, id))
  }
  return alarms
}

/** Urges unions about their alarms, with a day to answer by. */
export async function urge(session: Session, { ids, body, replyBy }: { ids: string[]; body: string; replyBy: string }) {
  const own = postOf(session)
  enforce(mayAskBy(replyBy, session.today))
  const alarms = await held(session, ids)
  for (const alarm of alarms) {
    enforce(isOpen(alarm.endedOn) ?? mayUrge(own.path, alarm.path))
    await say(session, alarm, { kind: 'urged', body, untilOn: replyBy })
  }
  await notify(
    session,
    alarms.map(({ id, kind, unionId }) => ({
      key: `alarms.urged:${id}:${session.now.toISOString()}`,
      kind: 'alarms.urged',
      to: { unionId },
      subject: id,
      title: `${own.unionName}催办：${alarmNames[kind]}`,
      text: `请在 ${replyBy} 前答复。`,
      link: `/alarms/${id}`,
    })),
  )
  Object.assign(session.line, { subject: alarms[0]!.id, detail: { alarms: alarms.length, replyBy } })
  return { sent: alarms.length }
}

/** The urged union answers. */
export async function reply(session: Session, { id, body }: { id: string; body: string }) {
  const [alarm] = await held(session, [id])
  enforce(isOpen(alarm!.endedOn) ?? mayReply(postOf(session).path, alarm!.path, alarm!.replyBy !== null))
  await say(session, alarm!, { kind: 'replied', body, untilOn: null })
  await settle(session, { kind: 'alarms.urged', subject: id })
  Object.assign(session.line, { subject: id })
  return { id }
}

/** Takes note with a reason: until that day the alarms are not raised. */
export async function note(session: Session, { ids, reason, untilOn }: { ids: string[]; reason: string; untilOn: string }) {
  const own = postOf(session)
  enforce(mayNoteUntil(untilOn, session.today))
  const alarms = await held(session, ids)
  for (const alarm of alarms) {
    enforce(isOpen(alarm.endedOn) ?? mayAnswerFor(own.path, alarm.path))
    await say(session, alarm, { kind: 'noted', body: reason, untilOn })
    await settle(session, { kind: 'alarms.urged', subject: alarm.id })
  }
  Object.assign(session.line, { subject: alarms[0]!.id, detail: { alarms: alarms.length, untilOn } })
  return { noted: alarms.length }
}
