import { and, desc, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm'
import { noticeChannels, noticeDeliveries, noticeKinds, SETTINGS, settingsFromEnvironment } from '#platform/notices'
import { seal } from '#platform/secrets'
import { enforce, postOf, type Session } from '#platform/session'
import type { Paging } from '#kit/contract'
import type { Configure, Failure, Figures } from '../contract.ts'
import { type Channel, channelNames, mayConfigure, mayOversee } from '../rules.ts'

const DAY = 86_400_000

/** Messages per person and week, the kinds that make most of them, and how the channels stand. */
export async function figures(session: Session, { weeks }: { weeks: number }): Promise<Figures> {
  const { db, now } = session
  const [since, until] = [new Date(now.getTime() - weeks * 7 * DAY).toISOString(), new Date(now.getTime() + DAY).toISOString()]
  const byWeek = await db.execute<Figures['weeks'][number]>(
    sql`select week::text, persons, total, median, p95, most, outward from notice_weeks(${since}, ${until})`,
  )
  const byKind = await db.execute<Omit<Figures['kinds'][number], 'title'>>(
    sql`select kind, total, persons, most, read_in_day as "readInDay", done, muted from notice_kinds(${since}, ${until})`,
  )
  return {
    weeks: byWeek.rows,
    kinds: byKind.rows.map((row) => ({ ...row, title: noticeKinds().get(row.kind)?.title ?? row.kind })),
    channels: await channelStates(session, since),
  }
}

async function channelStates({ db, now }: Session, since: string): Promise<Figures['channels']> {
  const kept = new Map((await db.select().from(noticeChannels)).map((row) => [row.channel, row]))
  const open = new Set(
    (await db.execute<{ channel: Channel }>(sql`select open_channels() as channel`)).rows.map(({ channel }) => channel),
  )
  const fromEnvironment = settingsFromEnvironment(process.env)
  const { rows } = await db.execute<{ channel: Channel; state: string; n: number }>(
    sql`select channel, state, count(*)::int as n from notice_deliveries where made_at >= ${since} or state in ('waiting', 'dead') group by 1, 2`,
  )
  const counted = (channel: Channel, state: string) => rows.find((row) => row.channel === channel && row.state === state)?.n ?? 0
  return (Object.keys(channelNames) as Channel[]).map((channel) => {
    const state = kept.get(channel)
    const isSet = state?.settingsSealed != null
    return {
      channel,
      source: fromEnvironment[channel] ? 'environment' : isSet ? 'here' : open.has(channel) ? 'environment' : null,
      isResting: !!state?.restsUntil && state.restsUntil > now,
      cause: state?.cause ?? null,
      failedAt: state?.failedAt ?? null,
      sentAt: state?.sentAt ?? null,
      waiting: counted(channel, 'waiting'),
      sent: counted(channel, 'sent'),
      dropped: counted(channel, 'dropped'),
      dead: counted(channel, 'dead'),
    }
  })
}

/** What did not go: dead, or to be tried again. */
export async function failures({ db }: Session, { page, size, state }: Paging & { state?: ('waiting' | 'dead')[] | undefined }) {
  const where: SQL | undefined = and(
    isNotNull(noticeDeliveries.cause),
    inArray(noticeDeliveries.state, state?.length ? state : ['waiting', 'dead']),
  )
  const rows = await db
    .select({
      id: noticeDeliveries.id,
      channel: noticeDeliveries.channel,
      personName: sql<string>`coalesce((select m.name from members m where m.id = notice_deliveries.person_id), '已不在本地区')`,
      unionName: sql<string>`coalesce((select u.name from members m join unions u on u.id = m.union_id where m.id = notice_deliveries.person_id), '')`,
      madeAt: noticeDeliveries.madeAt,
      attempts: noticeDeliveries.attempts,
      state: noticeDeliveries.state,
      cause: noticeDeliveries.cause,
      nextAt: noticeDeliveries.nextAt,
    })
    .from(noticeDeliveries)
    .where(where)
    .orderBy(desc(noticeDeliveries.madeAt), noticeDeliveries.id)
    .limit(size)
    .offset((page - 1) * size)
  const [total] = await db.select({ n: sql<number>`count(*)::int` }).from(noticeDeliveries).where(where)
  return { rows: rows.map((row) => ({ ...row, nextAt: row.state === 'dead' ? null : row.nextAt }) as Failure), total: total!.n }
}

/** Dead messages are tried anew, from the first attempt; what is done or read meanwhile is dropped when its turn comes. */
export async function again({ db, now, line }: Session, { ids }: { ids: string[] }) {
  const { rowCount } = await db
    .update(noticeDeliveries)
    .set({ state: 'waiting', attempts: 0, nextAt: now, endedAt: null })
    .where(and(inArray(noticeDeliveries.id, ids), eq(noticeDeliveries.state, 'dead')))
  Object.assign(line, { detail: { count: rowCount ?? 0 } })
  return { count: rowCount ?? 0 }
}

/** Sets how a channel is reached, sealed; null takes it away. What the environment says stays in force beside it. */
export async function configure(session: Session, { channel, settings }: Configure) {
  const { db, now, line } = session
  enforce(mayOversee(postOf(session).path))
  enforce(mayConfigure(channel, settings))
  const set = {
    settingsSealed: settings && seal(SETTINGS, JSON.stringify(settings)),
    changedAt: now,
    restsUntil: null,
    failures: 0,
    cause: null,
  }
  await db
    .insert(noticeChannels)
    .values({ channel, ...set })
    .onConflictDoUpdate({ target: noticeChannels.channel, set })
  Object.assign(line, { detail: { channel, isSet: settings !== null } })
  return { channel }
}
