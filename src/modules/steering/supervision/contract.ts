import { z } from 'zod'
import { Day, oc, pageOf, Paging, Touched } from '#kit/contract'

export { assemblyKindNames, dutyStateNames, eventNames, urgeStateNames, whoseNames } from './rules/names.ts'

/** What stands on a duty today, worked out from its days alone. `open` has time; `warned` is due soon; `void`: what called for it is gone. */
export const dutyStates = ['open', 'warned', 'overdue', 'escalated', 'fulfilled', 'excused', 'void'] as const
export type DutyState = (typeof dutyStates)[number]
/** Those that somebody still owes. */
export const owedStates = ['open', 'warned', 'overdue', 'escalated'] as const satisfies readonly DutyState[]

export const eventKinds = ['opened', 'warned', 'overdue', 'escalated', 'fulfilled', 'excused', 'void'] as const
export type EventKind = (typeof eventKinds)[number]

/** `mine`: of the post acted under; `union`: of one union alone; `below`: of a union and everything below it. */
export const whoses = ['mine', 'union', 'below'] as const
export type Whose = (typeof whoses)[number]

/** Where the act that does a duty is done: a page of the desk, when there is one. */
export const Way = z.object({ title: z.string(), to: z.string().nullable() })

export const Duty = z.object({
  id: z.uuid(),
  /** The clock's id: D07 of the collection of statutory clocks, P01 for what the platform promises by default. */
  clock: z.string(),
  title: z.string(),
  /** What it is about when a union may owe several of one clock: 副主席, 审计主任…; never a person's name. */
  subject: z.string().nullable(),
  unionId: z.uuid(),
  unionName: z.string(),
  /** Titles of the posts that owe it, the first before all: 主席. */
  owedBy: z.array(z.string()),
  isMine: z.boolean(),
  since: Day,
  dueOn: Day,
  /** The last day lies in a year whose holidays are not announced yet. */
  isEstimate: z.boolean(),
  state: z.enum(dutyStates),
  /** How many levels above it has gone up to: 0, 1 the next superior, 2 the one above. */
  level: z.int(),
  /** The day of fulfilment, excuse or end; empty while it is owed. */
  closedOn: Day.nullable(),
  cite: z.string(),
  /** Whether the period stands in a text somebody read; otherwise it is a default that an administrator may change. */
  isLaw: z.boolean(),
  way: Way,
  openUrges: z.int(),
})
export type Duty = z.infer<typeof Duty>

export const Which = z.object({
  whose: z.enum(whoses).default('mine'),
  /** For `union` and `below`; the union of the post acted under when left out. */
  unionId: z.uuid().optional(),
  clock: z.string().max(12).optional(),
  states: z.array(z.enum(dutyStates)).default([...owedStates]),
  /** In the union's name, the title or the subject. */
  text: z.string().trim().max(40).default(''),
  dueFrom: Day.optional(),
  dueUntil: Day.optional(),
})
export type Which = z.infer<typeof Which>

/** Sorted by due day unless `sort` says `union`, `since`, `clock` or `state`. */
export const Listing = Paging.extend(Which.shape)
export type Listing = z.infer<typeof Listing>

const Counts = z.object({ open: z.int(), warned: z.int(), overdue: z.int(), escalated: z.int() })
export type Counts = z.infer<typeof Counts>

/** One step of 起算日 → 期限 → 到期日, in words, with the rule it follows. */
export const Step = z.object({ label: z.string(), value: z.string(), cite: z.string().nullable() })
export const Event = z.object({ kind: z.enum(eventKinds), onDay: Day, to: z.string().nullable() })

export const urgeStates = ['waiting', 'late', 'answered', 'closed'] as const
export const UrgeMessage = z.object({ id: z.uuid(), fromUnion: z.string(), post: z.string(), body: z.string(), at: z.date() })
/** An urging note (督办单): `waiting` for the first reply, `late` when its day has passed without one. */
export const Urge = z.object({
  id: z.uuid(),
  dutyId: z.uuid(),
  dutyTitle: z.string(),
  clock: z.string(),
  unionId: z.uuid(),
  unionName: z.string(),
  fromUnionId: z.uuid(),
  fromUnion: z.string(),
  state: z.enum(urgeStates),
  sentOn: Day,
  replyBy: Day,
  closedOn: Day.nullable(),
  outcome: z.string().nullable(),
  messages: z.array(UrgeMessage),
  mayReply: z.boolean(),
  mayClose: z.boolean(),
})
export type Urge = z.infer<typeof Urge>

export const DutyDetail = Duty.extend({
  law: z.array(z.object({ id: z.string(), says: z.string(), cite: z.string(), isLaw: z.boolean() })),
  steps: z.array(Step),
  events: z.array(Event),
  /** What is still to come if nothing is done. */
  ahead: z.array(Event),
  excuse: z.object({ reason: z.string(), onDay: Day, byUnion: z.string(), byPost: z.string() }).nullable(),
  urges: z.array(Urge),
  mayExcuse: z.boolean(),
  mayUrge: z.boolean(),
})
export type DutyDetail = z.infer<typeof DutyDetail>

/** The duties of one node of the picture: its own, and all below it with its own. `worstDue`: the earliest due day among the overdue. */
export const Figure = z.object({
  unionId: z.uuid(),
  parentId: z.uuid().nullable(),
  name: z.string(),
  kind: z.string(),
  depth: z.int(),
  members: z.int(),
  own: Counts,
  below: Counts,
  worstDue: Day.nullable(),
})
export type Figure = z.infer<typeof Figure>

export const ClockShown = z.object({
  id: z.string(),
  title: z.string(),
  cite: z.string(),
  says: z.string(),
  isLaw: z.boolean(),
  owedBy: z.array(z.string()),
  way: Way,
  /** `running` opens duties; `informing` is kept by the platform itself and owed by nobody here (retention of logs). */
  mode: z.enum(['running', 'informing']),
  counts: Counts,
})

export type ClockShown = z.infer<typeof ClockShown>

export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
export const CalendarDay = z.object({ day: Day, isRestDay: z.boolean(), duties: z.array(Duty) })

export const assemblyKinds = ['members', 'delegates'] as const
/** 会员大会, 会员代表大会 as held: the fact that the yearly clock counts from (工会法, 章程). */
export const Assembly = z.object({
  id: z.uuid(),
  unionId: z.uuid(),
  unionName: z.string(),
  kind: z.enum(assemblyKinds),
  heldOn: Day,
  expected: z.int(),
  present: z.int(),
  document: z.string(),
  withdrawnWhy: z.string().nullable(),
})
export type Assembly = z.infer<typeof Assembly>

export const NewAssembly = z.object({
  unionId: z.uuid(),
  kind: z.enum(assemblyKinds),
  heldOn: Day,
  expected: z.int().min(1).max(9_999_999),
  present: z.int().min(0).max(9_999_999),
  document: z.string().trim().min(4, '请写明会议纪要或决议的名称、文号，至少 4 个字').max(120),
})
export type NewAssembly = z.infer<typeof NewAssembly>

const Id = z.object({ id: z.uuid() })
const Reason = z.string().trim().min(4, '请写明理由，至少 4 个字').max(400)

export const contract = {
  list: oc.input(Listing).output(pageOf(Duty).extend({ counts: Counts })),
  export: oc.input(Listing).output(Touched),
  get: oc.input(Id).output(DutyDetail),
  /** What falls due in a month, day by day; also what was due and is still owed, under its own day. */
  calendar: oc
    .input(Which.omit({ dueFrom: true, dueUntil: true }).extend({ month: Month }))
    .output(z.object({ days: z.array(CalendarDay), overdueBefore: z.int() })),
  /** `children`: those directly below; `all`: every union of the subtree, 3,300 in one answer. The node itself comes first. */
  figures: oc
    .input(
      z.object({
        unionId: z.uuid().optional(),
        each: z.enum(['children', 'all']).default('children'),
        clock: z.string().optional(),
      }),
    )
    .output(z.object({ asOf: Day, rows: z.array(Figure) })),
  clocks: oc.input(z.object({ unionId: z.uuid().optional() })).output(z.array(ClockShown)),
  /** Only a superior of the union that owes it, and only with a reason on record. */
  excuse: oc.input(Id.extend({ reason: Reason })).output(Touched),
  urge: oc
    .input(z.object({ dutyIds: z.array(z.uuid()).min(1).max(200), body: Reason, replyBy: Day }))
    .output(z.object({ sent: z.int() })),
  /** `received` by the union acted for, or `sent` by it. */
  urges: oc
    .input(Paging.extend({ side: z.enum(['received', 'sent']), state: z.enum(urgeStates).optional() }))
    .output(pageOf(Urge)),
  reply: oc.input(Id.extend({ body: Reason })).output(Touched),
  closeUrge: oc.input(Id.extend({ outcome: Reason })).output(Touched),
  recordAssembly: oc.input(NewAssembly).output(Touched),
  withdrawAssembly: oc.input(Id.extend({ reason: Reason })).output(Touched),
  assemblies: oc
    .input(Paging.extend({ unionId: z.uuid().optional(), text: z.string().trim().max(40).default('') }))
    .output(pageOf(Assembly)),
  /** The calendar feed of the person signed in; the address itself is told once, when it is made. */
  feed: oc.output(z.object({ since: z.date().nullable(), readAt: z.date().nullable() })),
  renewFeed: oc.output(z.object({ path: z.string() })),
  endFeed: oc.output(z.object({ isEnded: z.boolean() })),
}
