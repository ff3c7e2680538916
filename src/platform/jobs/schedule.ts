/** When a job is due: every so many seconds, or once a day at an hour in China (`02:30`). */
export type Schedule = { seconds: number } | { daily: string }

/** How a schedule is kept and shown. */
export const scheduleInWords = (schedule: Schedule): string => {
  if ('daily' in schedule) return `每天 ${schedule.daily}`
  const { seconds } = schedule
  return seconds % 3600 === 0 ? `每 ${seconds / 3600} 小时` : seconds % 60 === 0 ? `每 ${seconds / 60} 分钟` : `每 ${seconds} 秒`
}

/** The next time after `now`. What was missed meanwhile is not counted up: one run catches up. */
export function nextAfter(schedule: Schedule, now: Date): Date {
  if ('seconds' in schedule) return new Date(now.getTime() + schedule.seconds * 1000)
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('Asia/Shanghai')
  const at = here.withPlainTime(Temporal.PlainTime.from(schedule.daily))
  const next = Temporal.ZonedDateTime.compare(at, here) > 0 ? at : at.add({ days: 1 })
  return new Date(next.epochMilliseconds)
}

const PATIENCE = 600_000
/** After a failure a job is tried again within ten minutes, also one that is due once a day. */
export const retryAfter = (schedule: Schedule, now: Date): Date =>
  new Date(Math.min(nextAfter(schedule, now).getTime(), now.getTime() + PATIENCE))
