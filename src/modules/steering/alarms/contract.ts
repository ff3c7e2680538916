import { z } from 'zod'
import { Day, oc, pageOf, Paging, Touched } from '#kit/contract'

export { alarmNames, alarmNotes, alarmStateNames, groupNames, stepNames } from './rules/names.ts'

/** 会员流失, 长期无活动, 主席空缺, 组织断层, 构成偏离. */
export const alarmKinds = ['lost', 'inactive', 'vacant', 'broken', 'unlike'] as const
export type AlarmKind = (typeof alarmKinds)[number]

/** `noted`: somebody above gave a reason, and until its day it is not raised again. */
export const alarmStates = ['open', 'noted', 'ended'] as const
export type AlarmState = (typeof alarmStates)[number]

/** What is compared in ORG-15. `frontLine` and `migrant` are open tags of the member's record. */
export const groups = ['women', 'young', 'frontLine', 'migrant'] as const
export type Group = (typeof groups)[number]

/**
 * What is broken: a branch or a team group without a head, a union without a committee, a union below one that is no more; a middle level that
 * is missing, inside a large union or between a small one and the federation.
 */
export const breaks = ['head', 'leader', 'committee', 'parent', 'inner', 'direct'] as const
export type Break = (typeof breaks)[number]

export const Page = z.object({ title: z.string(), to: z.string() })

export const Alarm = z.object({
  id: z.uuid(),
  kind: z.enum(alarmKinds),
  /** The group of `unlike`, what is missing of `broken`; otherwise empty. */
  subject: z.string(),
  unionId: z.uuid(),
  unionName: z.string(),
  /** In one sentence with its figures. */
  cause: z.string(),
  since: Day,
  noticedOn: Day,
  endedOn: Day.nullable(),
  cite: z.string(),
  /** Whether a text says so; otherwise the figure is a default that the federation may change. */
  isLaw: z.boolean(),
  state: z.enum(alarmStates),
  notedUntil: Day.nullable(),
  /** The day by which an answer is asked for, while none has come. */
  replyBy: Day.nullable(),
  records: Page,
  way: Page,
})
export type Alarm = z.infer<typeof Alarm>

export const stepKinds = ['urged', 'replied', 'noted'] as const
export type StepKind = (typeof stepKinds)[number]
export const Step = z.object({
  id: z.uuid(),
  kind: z.enum(stepKinds),
  body: z.string(),
  byUnion: z.string(),
  byPost: z.string(),
  onDay: Day,
  untilOn: Day.nullable(),
})

export const Filter = z.object({
  /** A union and everything below it; one's own when left out. */
  unionId: z.uuid().optional(),
  kinds: z.array(z.enum(alarmKinds)).default([]),
  states: z.array(z.enum(alarmStates)).default(['open']),
  text: z.string().trim().max(40).default(''),
})
export type Filter = z.infer<typeof Filter>
export const sorts = ['since', 'union', 'kind'] as const
export const Listing = Paging.extend({ ...Filter.shape, sort: z.enum(sorts).default('since') })
export type Listing = z.infer<typeof Listing>

/** Shares in whole percent, in steps of five; `null` where so few are meant that a share would point at persons. */
const Share = z.int().nullable()
export const MakeUp = z.object({
  group: z.enum(groups),
  workforce: Share,
  committee: Share,
  /** On all committees of the subtree. */
  committees: Share,
  /** Among the chairs of all unions of the subtree. */
  chairs: Share,
  /** Among the activists of the subtree, rounded like the members. */
  activists: Share,
})
export type MakeUp = z.infer<typeof MakeUp>

const Reason = z.string().trim().min(4, '请写明理由，至少 4 个字').max(400)
const Id = z.object({ id: z.uuid() })
const Many = z.object({ ids: z.array(z.uuid()).min(1).max(200) })

export const contract = {
  list: oc.input(Listing).output(pageOf(Alarm)),
  export: oc.input(Listing).output(Touched),
  /** How many are open of each kind, and in how many unions; when they were last worked out. */
  figures: oc.input(z.object({ unionId: z.uuid().optional() })).output(
    z.object({
      counts: z.array(z.object({ kind: z.enum(alarmKinds), alarms: z.int(), late: z.int() })),
      unions: z.int(),
      noted: z.int(),
      asOf: z.date().nullable(),
    }),
  ),
  get: oc.input(Id).output(
    Alarm.extend({
      /** The rule and the figures it was judged by. */
      law: z.array(z.object({ id: z.string(), says: z.string(), cite: z.string(), isLaw: z.boolean() })),
      steps: z.array(Step),
      /** Earlier alarms of the same kind at this union. */
      before: z.array(z.object({ noticedOn: Day, endedOn: Day })),
      mayUrge: z.boolean(),
      mayReply: z.boolean(),
      mayNote: z.boolean(),
    }),
  ),
  /** Committees of a union (of it alone, and of everything below) against those they stand for. */
  makeUp: oc.input(z.object({ unionId: z.uuid().optional() })).output(
    z.object({
      unionId: z.uuid(),
      unionName: z.string(),
      members: z.int(),
      seats: z.int(),
      chairs: z.int(),
      allSeats: z.int(),
      activists: z.int(),
      rows: z.array(MakeUp),
    }),
  ),
  urge: oc.input(Many.extend({ body: Reason, replyBy: Day })).output(z.object({ sent: z.int() })),
  reply: oc.input(Id.extend({ body: Reason })).output(Touched),
  /** Takes note: the alarm is not raised again until that day, with the reason on record. */
  note: oc.input(Many.extend({ reason: Reason, untilOn: Day })).output(z.object({ noted: z.int() })),
}
