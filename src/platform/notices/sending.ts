import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { within, type Db } from '#platform/db'
import { clearing, type Job, type JobContext } from '#platform/jobs'
import { open } from '#platform/secrets'
import { gatherBatch } from './gathering.ts'
import { handOver, type Handed, type Sending } from './handover.ts'
import { restsUntil } from './hours.ts'
import {
  adapterFor,
  channels,
  makeNotices,
  settingsFromEnvironment,
  type Channel,
  type ChannelSettings,
  type Notices,
} from './notices.ts'
import { planBatch } from './planning.ts'
import { SETTINGS } from './tables.ts'

/** How long one run may hold up the other jobs, milliseconds: what is left waits for the next. */
const SPELL = 20_000

export type Sent = { planned: number; made: number; kept: number; sent: number; dropped: number; failed: number }

/** One run: plans what is new, gathers what is due, hands it over; until nothing is left, `signal` says stop, or the spell is over. */
export async function sendNotices(sending: Sending, signal: AbortSignal, spell = SPELL): Promise<Sent> {
  const total: Sent = { planned: 0, made: 0, kept: 0, sent: 0, dropped: 0, failed: 0 }
  const end = Date.now() + spell
  const isOver = () => signal.aborted || Date.now() > end
  const asJobs = <T>(work: (db: Db) => Promise<T>) =>
    within(sending.pool, { region: sending.region, role: 'jobs', lo: '', hi: '' }, work)
  for (let isLast = false; !isLast && !isOver(); ) {
    const step = await asJobs((db) => planBatch(db, sending.clock()))
    total.planned += step.planned
    isLast = step.isLast
  }
  for (let isLast = false; !isLast && !isOver(); ) {
    const step = await asJobs(async (db) =>
      (await isAlone(db)) ? gatherBatch(db, sending.clock(), sending.notices.can) : undefined,
    )
    total.made += step?.made ?? 0
    total.kept += step?.kept ?? 0
    isLast = step?.isLast ?? true
  }
  for (const channel of channels.filter(sending.notices.can))
    for (let isLast = await asJobs((db) => isResting(db, channel, sending.clock())); !isLast && !isOver(); ) {
      const step = await handOver(sending, channel)
      for (const key of ['sent', 'dropped', 'failed'] as const) total[key] += step[key]
      if (step.sent || step.trouble) await asJobs((db) => keepHealth(db, channel, step, sending.clock()))
      isLast = step.isLast
    }
  return total
}

// Two that gathered at once would make two messages of the same notices.
async function isAlone(db: Db) {
  const { rows } = await db.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(7410240, hashtext(current_schema())) as mine`,
  )
  return rows[0]!.mine
}

async function isResting(db: Db, channel: Channel, now: Date) {
  const { rowCount } = await db.execute(
    sql`select 1 from notice_channels where channel = ${channel} and rests_until > ${now.toISOString()}`,
  )
  return rowCount === 1
}

async function keepHealth(db: Db, channel: Channel, { sent, trouble }: Handed, now: Date) {
  const at = now.toISOString()
  if (sent)
    await db.execute(sql`insert into notice_channels (channel, sent_at) values (${channel}, ${at})
      on conflict (channel) do update set sent_at = excluded.sent_at, failures = 0, cause = null, rests_until = null`)
  if (!trouble) return
  const { rows } = await db.execute<{ failures: number }>(sql`insert into notice_channels (channel, failures, cause, failed_at)
    values (${channel}, 1, ${trouble.message}, ${at})
    on conflict (channel) do update set failures = notice_channels.failures + 1, cause = excluded.cause, failed_at = excluded.failed_at returning failures`)
  await db.execute(
    sql`update notice_channels set rests_until = ${restsUntil(rows[0]!.failures, now, trouble.after).toISOString()} where channel = ${channel}`,
  )
}

/** What the administrator has set, where the environment says nothing. */
export async function channelsOf(
  db: Db,
  env: NodeJS.ProcessEnv,
  print?: (line: string) => void,
  connections = 0,
): Promise<Notices> {
  const { rows } = await db.execute<{ channel: Channel; settings: string }>(
    sql`select channel, settings_sealed as settings from notice_channels where settings_sealed is not null`,
  )
  const set = Object.fromEntries(
    rows.map(({ channel, settings }) => [channel, JSON.parse(open(SETTINGS, settings)) as ChannelSettings]),
  )
  const all = Object.entries({ ...set, ...settingsFromEnvironment(env) }) as [Channel, ChannelSettings][]
  return makeNotices(Object.fromEntries(all.map(([channel, one]) => [channel, adapterFor(channel, one, connections)])), print)
}

/** Messages on their way at the same time. */
const CONNECTIONS = 4

/** The jobs of notices: sending, and clearing away what is old. */
export const noticeJobs = (house: {
  env: NodeJS.ProcessEnv
  baseUrl: string
  print?: ((line: string) => void) | undefined
}): Job[] => [
  {
    name: 'notices.send',
    title: '把到时候的提醒送出平台',
    schedule: { seconds: 10 },
    run: (context) => sendEverywhere(context, house),
  },
  {
    name: 'notices.tidy',
    title: '清理一年前已读或已办的提醒、半年前的发送记录',
    schedule: { daily: '03:20' },
    run: async (context) => ({
      notices: await clearing(
        context,
        (most) => sql`delete from notices where id in (select id from notices
        where at < ${monthsAgo(context, 12)} and (read_at is not null or done_at is not null) order by at limit ${most})`,
      ),
      messages: await clearing(
        context,
        (most) => sql`delete from notice_deliveries where id in (select id from notice_deliveries
        where made_at < ${monthsAgo(context, 6)} and state <> 'waiting' order by made_at limit ${most})`,
      ),
    }),
  },
]

const monthsAgo = ({ today }: JobContext, months: number) => Temporal.PlainDate.from(today).subtract({ months }).toString()

async function sendEverywhere({ pool, regions, signal }: JobContext, { env, baseUrl, print }: Parameters<typeof noticeJobs>[0]) {
  const total: Sent = { planned: 0, made: 0, kept: 0, sent: 0, dropped: 0, failed: 0 }
  for (const region of regions) {
    const frame = { region, role: 'jobs' as const, lo: '', hi: '' }
    const notices = await within(pool, frame, (db) => channelsOf(db, env, print, CONNECTIONS))
    const sending = { pool, region, notices, baseUrl, me: randomUUID(), clock: () => new Date(), connections: CONNECTIONS }
    const sent = await sendNotices(sending, signal).finally(() => notices.close?.())
    for (const key of Object.keys(total) as (keyof Sent)[]) total[key] += sent[key]
  }
  return total
}
