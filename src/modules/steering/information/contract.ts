import { z } from 'zod'
import { Day, oc, pageOf, Paging, Touched } from '#kit/contract'
import { boxes, informationStates, kinds, receiptStates, ways } from './rules/names.ts'
import { unionKinds } from '#contracts/organisation/unions'

const Id = z.object({ id: z.uuid() })
const Reason = z.string().trim().min(4, '请写明理由，至少 4 个字').max(300)

/** To whom: for `down` by level, kinds or one by one; for `up` past whom (a superior's id, null: the direct one); for `peers` all or some. */
export const Audience = z.object({
  depth: z.enum(['direct', 'all']).default('all'),
  kinds: z.array(z.enum(unionKinds)).max(20).default([]),
  /** Exactly these; empty: all that fit. */
  unionIds: z.array(z.uuid()).max(4000).default([]),
  superiorId: z.uuid().nullable().default(null),
  /** Why a superior is passed over. */
  reason: z.string().trim().max(300).default(''),
})
export type Audience = z.infer<typeof Audience>

const Wording = z.object({
  title: z.string().trim().min(4, '标题至少 4 个字').max(80, '标题最多 80 个字'),
  body: z.string().trim().min(1, '请写正文').max(20_000),
  /** Files uploaded before to `/files`, and ids of attached ones to keep. */
  uploads: z.array(z.uuid()).max(20).default([]),
  keep: z.array(z.uuid()).max(20).default([]),
})

export const Save = Wording.extend({
  id: z.uuid().optional(),
  kind: z.enum(kinds),
  way: z.enum(ways),
  number: z.string().trim().max(40).nullable().default(null),
  asksReceipt: z.boolean().default(true),
  replyBy: Day.nullable().default(null),
  audience: Audience,
})
export type Save = z.infer<typeof Save>

export const Correct = Wording.extend({ id: z.uuid(), why: Reason })
export type Correct = z.infer<typeof Correct>

const Counts = z.object({ to: z.int(), opened: z.int(), inDay: z.int(), replied: z.int() })

export const Row = Id.extend({
  kind: z.enum(kinds),
  way: z.enum(ways),
  state: z.enum(informationStates),
  title: z.string(),
  number: z.string().nullable(),
  version: z.int(),
  unionId: z.uuid(),
  unionName: z.string(),
  at: z.date(),
  asksReceipt: z.boolean(),
  replyBy: Day.nullable(),
  /** This union's own receipt, in the box of what came. */
  receipt: z
    .object({ isCopy: z.boolean(), openedAt: z.date().nullable(), isCurrent: z.boolean(), repliedAt: z.date().nullable() })
    .nullable(),
  counts: Counts.nullable(),
})
export type Row = z.infer<typeof Row>

export const Listing = Paging.extend({
  box: z.enum(boxes).default('in'),
  kind: z.array(z.enum(kinds)).optional(),
  state: z.array(z.enum(receiptStates)).optional(),
  text: z.string().trim().max(60).optional(),
})
export type Listing = z.infer<typeof Listing>

export const Reply = z.object({
  id: z.uuid(),
  recipientId: z.uuid(),
  unionName: z.string(),
  byUnion: z.string(),
  byName: z.string(),
  body: z.string(),
  at: z.date(),
})

export const Information = Row.extend({
  body: z.string(),
  audience: Audience,
  madeName: z.string(),
  withdrawnWhy: z.string().nullable(),
  isOwn: z.boolean(),
  /** What waits for a second person, or was sent back; null when nothing does. */
  pending: z
    .object({
      version: z.int(),
      state: z.enum(['draft', 'waiting', 'refused']),
      title: z.string(),
      body: z.string(),
      why: z.string().nullable(),
      madeName: z.string(),
      refusedWhy: z.string().nullable(),
      isMine: z.boolean(),
    })
    .nullable(),
  versions: z.array(
    z.object({
      version: z.int(),
      title: z.string(),
      body: z.string(),
      why: z.string().nullable(),
      madeName: z.string(),
      decidedName: z.string().nullable(),
      at: z.date(),
    }),
  ),
  files: z.array(
    z.object({ id: z.uuid(), name: z.string(), size: z.int(), fromVersion: z.int(), untilVersion: z.int().nullable() }),
  ),
  recipientId: z.uuid().nullable(),
  copies: z.array(z.string()),
  sentTo: z.array(z.string()),
  replies: z.array(Reply),
})
export type Information = z.infer<typeof Information>

export const Receipt = Id.extend({
  unionId: z.uuid(),
  unionName: z.string(),
  superiorName: z.string().nullable(),
  isCopy: z.boolean(),
  openedAt: z.date().nullable(),
  openedName: z.string().nullable(),
  openedVersion: z.int().nullable(),
  repliedAt: z.date().nullable(),
  remindedAt: z.date().nullable(),
})
export type Receipt = z.infer<typeof Receipt>

export const Receipts = Paging.extend({
  id: z.uuid(),
  state: z.array(z.enum(receiptStates)).optional(),
  text: z.string().trim().max(60).optional(),
})
export type Receipts = z.infer<typeof Receipts>

export const Figures = Counts.extend({
  sent: z.int(),
  months: z.array(Counts.extend({ month: z.string(), sent: z.int() })),
  /** Direct subordinates by what they and all below them opened in time, the slowest first. */
  below: z.array(Counts.extend({ unionId: z.uuid(), unionName: z.string() })),
})
export type Figures = z.infer<typeof Figures>

const Count = z.object({ count: z.int() })
const Setting = z.object({ needsApproval: z.boolean(), reason: z.string().nullable(), at: z.date().nullable() })

export const contract = {
  list: oc.input(Listing).output(pageOf(Row)),
  counts: oc.output(z.object({ unread: z.int(), toReply: z.int(), waiting: z.int() })),
  get: oc.input(Id).output(Information),
  audience: oc.input(z.object({ way: z.enum(ways), audience: Audience })).output(
    z.object({
      to: z.int(),
      names: z.array(z.string()),
      copies: z.array(z.string()),
      superiors: z.array(Id.extend({ name: z.string() })),
    }),
  ),
  save: oc.input(Save).output(Touched),
  submit: oc.input(Id).output(Id.extend({ isReleased: z.boolean() })),
  decide: oc.input(Id.extend({ isAccepted: z.boolean(), reason: z.string().trim().max(300).default('') })).output(Touched),
  correct: oc.input(Correct).output(Id.extend({ isReleased: z.boolean() })),
  withdraw: oc.input(Id.extend({ why: Reason })).output(Touched),
  open: oc.input(Id).output(Id.extend({ isFirst: z.boolean() })),
  reply: oc.input(Id.extend({ recipientId: z.uuid(), body: z.string().trim().min(1, '请写回复').max(4000) })).output(Touched),
  remind: oc.input(Id).output(Count),
  receipts: oc.input(Receipts).output(pageOf(Receipt)),
  figures: oc.input(z.object({ months: z.int().min(1).max(24).default(6) })).output(Figures),
  setting: oc.output(Setting),
  set: oc.input(z.object({ needsApproval: z.boolean(), reason: Reason })).output(Touched),
  export: oc.input(Receipts).output(Touched),
  file: oc.input(Id).output(Touched),
}
