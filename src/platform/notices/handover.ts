import { sql } from 'drizzle-orm'
import type { Pool } from 'pg'
import { everywhere, within, type Db } from '#platform/db'
import { compose, type Said } from './compose.ts'
import { reachOf } from './gathering.ts'
import { triedAgainAt } from './hours.ts'
import type { Channel, Notices } from './notices.ts'
import { stillDue } from './checking.ts'
import { asNotTaken, type NotTaken } from './trouble.ts'

/** Messages taken on at once, and for how long the others leave them to the one that took them. */
const BATCH = 200
export const LEASE = 300

export type Sending = {
  pool: Pool
  region: string
  notices: Notices
  baseUrl: string
  /** This sender among several. */
  me: string
  clock: () => Date
  /** Messages on their way at the same time: as many may be in doubt after a crash. */
  connections?: number
  /** Seconds. */
  lease?: number
}

type Taken = { id: string; personId: string; attempts: number }
export type Message = Taken & { to: string; subject: string; text: string; link: string }
export type Handed = { sent: number; dropped: number; failed: number; trouble?: NotTaken }

const asJobs = <T>({ pool, region }: Sending, work: (db: Db) => Promise<T>) =>
  within(pool, { region, role: 'jobs', lo: '', hi: '' }, work)

/**
 * Takes on messages of a channel and hands them over, each noted before and after: a crash leaves in doubt only those on their way, one a
 * connection, and they go again under the same id. What is done, read or no longer the person's is dropped now and not sent.
 */
export async function handOver(sending: Sending, channel: Channel): Promise<Handed & { isLast: boolean }> {
  const { taken, messages, dropped } = await takeOn(sending, channel)
  const handed: Handed = { sent: 0, dropped, failed: 0 }
  const queue = [...messages]
  const { connections = 4 } = sending
  await Promise.all(Array.from({ length: Math.min(connections, queue.length) }, () => carry(sending, channel, queue, handed)))
  if (handed.trouble) await letGo(sending)
  return { ...handed, isLast: taken < BATCH || !!handed.trouble }
}

/** One connection's work: the end of the last message and the beginning of the next are one statement. */
async function carry(sending: Sending, channel: Channel, queue: Message[], handed: Handed) {
  let ended: string | undefined
  for (let next = queue.shift(); next && !handed.trouble; next = queue.shift()) {
    const isMine = await note(sending, ended, next.id)
    ended = undefined
    if (!isMine) continue
    try {
      const { id, to, subject, text, link } = next
      await sending.notices.send({ channel, id, to, subject, text, link })
      ended = next.id
      handed.sent++
    } catch (error) {
      await failed(sending, next, asNotTaken(error), handed)
    }
  }
  if (ended) await note(sending, ended, undefined)
}

async function note(sending: Sending, ended: string | undefined, next: string | undefined) {
  const at = sending.clock()
  const until = new Date(at.getTime() + (sending.lease ?? LEASE) * 1000).toISOString()
  return asJobs(sending, async (db) => {
    if (ended)
      await db.execute(sql`update notice_deliveries set state = 'sent', ended_at = ${at.toISOString()}, attempts = attempts + 1, cause = null,
        taken_by = null, taken_until = null where id = ${ended}`)
    if (!next) return false
    const { rowCount } =
      await db.execute(sql`update notice_deliveries set sending_at = ${at.toISOString()}, taken_until = ${until}
      where id = ${next} and taken_by = ${sending.me} and state = 'waiting'`)
    return rowCount === 1
  })
}

async function failed(sending: Sending, { id, attempts }: Message, trouble: NotTaken, handed: Handed) {
  const now = sending.clock()
  // The channel is to blame, and no message pays for it.
  if (trouble.trouble === 'channel') {
    handed.trouble = trouble
    return
  }
  handed.failed++
  const again = trouble.trouble === 'later' ? triedAgainAt(attempts + 1, now) : null
  await asJobs(sending, (db) =>
    db.execute(sql`update notice_deliveries set attempts = attempts + 1, cause = ${trouble.message}, taken_by = null, taken_until = null,
        state = ${again ? 'waiting' : 'dead'}, next_at = ${(again ?? now).toISOString()}, ended_at = ${again ? null : now.toISOString()}
      where id = ${id} and taken_by = ${sending.me}`),
  )
}

const letGo = (sending: Sending) =>
  asJobs(sending, (db) =>
    db.execute(
      sql`update notice_deliveries set taken_by = null, taken_until = null where taken_by = ${sending.me} and state = 'waiting'`,
    ),
  )

/** Takes a batch on, drops of it what need not go, and writes what will. */
async function takeOn(sending: Sending, channel: Channel) {
  const now = sending.clock()
  const until = new Date(now.getTime() + (sending.lease ?? LEASE) * 1000).toISOString()
  const taken = await asJobs(sending, async (db) => {
    const { rows } = await db.execute<Taken>(sql`update notice_deliveries d set taken_by = ${sending.me}, taken_until = ${until}
      where id in (select id from notice_deliveries where state = 'waiting' and channel = ${channel} and next_at <= ${now.toISOString()}
        and (taken_until is null or taken_until < ${now.toISOString()}) order by is_urgent desc, next_at limit ${BATCH} for update skip locked)
      returning id, person_id as "personId", attempts`)
    return rows
  })
  if (!taken.length) return { taken: 0, messages: [], dropped: 0 }
  const due = await within(sending.pool, { region: sending.region, role: 'jobs', lo: '', hi: '', readOnly: true }, (db) =>
    duesOf(db, taken),
  )
  const still = await within(sending.pool, { region: sending.region, role: 'post', ...everywhere, readOnly: true }, (db) =>
    stillDue(db, due, now),
  )
  return write(sending, channel, taken, still)
}

export type DueNotice = Said & {
  id: string
  deliveryId: string
  kind: string
  subject: string | null
  personId: string
  asPosts: string[] | null
  unionId: string | null
}

async function duesOf(db: Db, taken: readonly Taken[]): Promise<DueNotice[]> {
  const { rows } = await db.execute<
    Omit<DueNotice, 'until'> & { until: string | null }
  >(sql`select id, delivery_id as "deliveryId", kind,
      subject, person_id as "personId", as_posts as "asPosts", about_union_id as "unionId", title, link, cite, is_urgent as "isUrgent", until_at::text as until
    from notices where done_at is null and read_at is null
      and delivery_id in (select jsonb_array_elements_text(${JSON.stringify(taken.map(({ id }) => id))}::jsonb)::uuid) order by is_urgent desc, at`)
  return rows.map(({ until, ...row }) => ({ ...row, until: until ? new Date(until) : null }))
}

async function write(sending: Sending, channel: Channel, taken: readonly Taken[], due: readonly DueNotice[]) {
  const byDelivery = Map.groupBy(due, ({ deliveryId }) => deliveryId)
  return asJobs(sending, async (db) => {
    const reach = await reachOf(
      db,
      taken.map(({ personId }) => personId),
    )
    const messages: Message[] = []
    const gone: string[] = []
    for (const one of taken) {
      const [said, to] = [byDelivery.get(one.id), reach.get(one.personId)?.addresses[channel]]
      if (said && to) messages.push({ ...one, to, ...compose(channel, said, sending.baseUrl) })
      else gone.push(one.id)
    }
    if (gone.length)
      await db.execute(sql`update notice_deliveries set state = 'dropped', ended_at = ${sending.clock().toISOString()}, taken_by = null, taken_until = null
        where id in (select jsonb_array_elements_text(${JSON.stringify(gone)}::jsonb)::uuid)`)
    return { taken: taken.length, messages, dropped: gone.length }
  })
}
