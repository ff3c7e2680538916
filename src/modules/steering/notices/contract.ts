import { z } from 'zod'
import { oc, pageOf, Paging } from '#kit/contract'
import { channelNames, states } from './rules.ts'

const channelKeys = Object.keys(channelNames) as [keyof typeof channelNames, ...(keyof typeof channelNames)[]]
export const Channel = z.enum(channelKeys)
const Hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间写成 08:30 这样')

export const Notice = z.object({
  id: z.uuid(),
  kind: z.string(),
  kindTitle: z.string(),
  title: z.string(),
  text: z.string(),
  link: z.string(),
  isUrgent: z.boolean(),
  cite: z.string().nullable(),
  until: z.date().nullable(),
  at: z.date(),
  isRead: z.boolean(),
  isDone: z.boolean(),
})
export type Notice = z.infer<typeof Notice>

export const Listing = Paging.extend({
  /** Left out: what is not done yet. */
  state: z.enum(states).default('open'),
  kind: z.array(z.string().max(80)).max(50).optional(),
  text: z.string().trim().max(60).optional(),
})
export type Listing = z.infer<typeof Listing>

const Wanted = z.object({
  channel: z.enum([...channelKeys, 'none']),
  isDaily: z.boolean(),
  dailyAt: Hour,
  quietFrom: Hour,
  quietUntil: Hour,
  muted: z.array(z.string().max(80)).max(200),
})

export const Preference = Wanted.extend({
  /** Null: nothing said; e-mail when there is an address, SMS for what is urgent. */
  channel: Wanted.shape.channel.nullable(),
  /** What each channel would reach, the middle hidden; null when there is none. */
  reach: z.object({
    email: z.string().nullable(),
    sms: z.string().nullable(),
    wecom: z.string().nullable(),
    dingtalk: z.string().nullable(),
  }),
  /** The channels this platform can send by. */
  open: z.array(Channel),
  kinds: z.array(z.object({ kind: z.string(), title: z.string(), mayMute: z.boolean() })),
})
export type Preference = z.infer<typeof Preference>

/** `address`: an e-mail other than the account's, or the name in the work chat; left out, the one known stays. */
export const Prefer = Wanted.extend({ address: z.string().trim().min(2).max(120).optional() })
export type Prefer = z.infer<typeof Prefer>

export const Figures = z.object({
  weeks: z.array(
    z.object({
      week: z.iso.date(),
      persons: z.int(),
      total: z.int(),
      median: z.number(),
      p95: z.number(),
      most: z.int(),
      /** Messages that left the platform. */
      outward: z.int(),
    }),
  ),
  kinds: z.array(
    z.object({
      kind: z.string(),
      title: z.string(),
      total: z.int(),
      persons: z.int(),
      most: z.int(),
      readInDay: z.int(),
      done: z.int(),
      muted: z.int(),
    }),
  ),
  channels: z.array(
    z.object({
      channel: Channel,
      /** Set on this page, by the environment, or not at all. */
      source: z.enum(['here', 'environment']).nullable(),
      isResting: z.boolean(),
      cause: z.string().nullable(),
      failedAt: z.date().nullable(),
      sentAt: z.date().nullable(),
      waiting: z.int(),
      sent: z.int(),
      dropped: z.int(),
      dead: z.int(),
    }),
  ),
})
export type Figures = z.infer<typeof Figures>

export const Failure = z.object({
  id: z.uuid(),
  channel: Channel,
  personName: z.string(),
  unionName: z.string(),
  madeAt: z.date(),
  attempts: z.int(),
  state: z.enum(['waiting', 'dead']),
  cause: z.string(),
  nextAt: z.date().nullable(),
})
export type Failure = z.infer<typeof Failure>

export const Configure = z.object({
  channel: Channel,
  /** Null takes the channel away. */
  settings: z
    .object({
      url: z.string().trim().max(300),
      from: z.string().trim().max(120).optional(),
      secret: z.string().max(200).optional(),
    })
    .nullable(),
})
export type Configure = z.infer<typeof Configure>

const Count = z.object({ count: z.int() })
const Ids = z.object({ ids: z.array(z.uuid()).min(1).max(500) })

export const contract = {
  list: oc.input(Listing).output(pageOf(Notice)),
  count: oc.output(z.object({ unread: z.int(), open: z.int() })),
  read: oc.input(Ids).output(Count),
  readAll: oc.output(Count),
  preference: oc.output(Preference),
  prefer: oc.input(Prefer).output(z.object({ channel: z.string() })),
  trial: oc.output(Count),
  figures: oc.input(z.object({ weeks: z.int().min(1).max(52).default(8) })).output(Figures),
  failures: oc.input(Paging.extend({ state: z.array(z.enum(['waiting', 'dead'])).optional() })).output(pageOf(Failure)),
  again: oc.input(Ids).output(Count),
  configure: oc.input(Configure).output(z.object({ channel: Channel })),
}
