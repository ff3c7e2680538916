import type { Channel } from './notices.ts'

/** How a person is reached. `channel` null: by what is known of him, see `channelFor`. Hours are China's, `HH:MM`. */
export type Preference = {
  channel: Channel | 'none' | null
  isDaily: boolean
  dailyAt: string
  quietFrom: string
  quietUntil: string
  muted: readonly string[]
}

/** Who has said nothing: one message a day in the morning, none from nine in the evening to eight. */
export const UNSAID: Preference = {
  channel: null,
  isDaily: true,
  dailyAt: '09:00',
  quietFrom: '21:00',
  quietUntil: '08:00',
  muted: [],
}

export type Timed = { isUrgent: boolean; isByLaw: boolean; until: Date | null; mayMute: boolean; kind: string }

const zoned = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO('Asia/Shanghai')

/** The next moment at or after `at` when clocks in China show `time`. */
function nextAt(at: Date, time: string): Date {
  const here = zoned(at)
  const today = here.withPlainTime(Temporal.PlainTime.from(time))
  return new Date((Temporal.ZonedDateTime.compare(today, here) >= 0 ? today : today.add({ days: 1 })).epochMilliseconds)
}

/** The first moment at or after `at` outside the person's quiet hours; the same from and until means that there are none. */
export function afterQuiet(at: Date, { quietFrom, quietUntil }: Pick<Preference, 'quietFrom' | 'quietUntil'>): Date {
  const time = zoned(at).toPlainTime().toString().slice(0, 5)
  const isQuiet = quietFrom <= quietUntil ? time >= quietFrom && time < quietUntil : time >= quietFrom || time < quietUntil
  return isQuiet ? nextAt(at, quietUntil) : at
}

/**
 * When a notice leaves the platform, or null when it stays inside. The ordinary waits for the daily message, the urgent for the end of
 * the quiet hours; only a term set by law that would end within them is told at once.
 */
export function leavesAt(notice: Timed, preference: Preference, now: Date): Date | null {
  const { isUrgent, isByLaw, until, mayMute, kind } = notice
  if (preference.channel === 'none' || (mayMute && preference.muted.includes(kind))) return null
  const soon = afterQuiet(now, preference)
  if (isUrgent && isByLaw && until && until > now && until < soon) return now
  const daily = afterQuiet(nextAt(now, preference.dailyAt), preference)
  // A daily message that came after the term would be of no use.
  const isTooLate = until !== null && until > now && until < daily
  return isUrgent || isTooLate || !preference.isDaily ? soon : daily
}

/** By which channel: the one preferred; else e-mail when there is an address, and SMS for what is urgent. */
export function channelFor(
  preferred: Preference['channel'],
  isUrgent: boolean,
  has: (channel: Channel) => boolean,
): Channel | null {
  if (preferred === 'none') return null
  if (preferred) return has(preferred) ? preferred : null
  return has('email') ? 'email' : isUrgent && has('sms') ? 'sms' : null
}

const MINUTE = 60_000
/** After how many minutes a message is tried again; after the last it is dead, and the administrator sees why. */
const PATIENCE = [1, 5, 30, 120, 360, 1440]

/** When a message that was tried `attempts` times is tried again; null: never. */
export function triedAgainAt(attempts: number, now: Date): Date | null {
  const minutes = PATIENCE[attempts - 1]
  return minutes === undefined ? null : new Date(now.getTime() + minutes * MINUTE)
}

/** Until when a channel rests that failed so many times in a row: one minute, doubled up to an hour, or as long as it asked for. */
export const restsUntil = (failures: number, now: Date, after?: number) =>
  new Date(now.getTime() + Math.max((after ?? 0) * 1000, Math.min(2 ** (failures - 1), 60) * MINUTE))
