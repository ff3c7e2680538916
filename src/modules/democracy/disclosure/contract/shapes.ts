import { z } from 'zod'
import { Day, Paging } from '#kit/contract'

/** 厂务、校务、院务、政务公开, and the union's own (SUP-05). */
export const kinds = ['works', 'school', 'institution', 'office', 'union'] as const
export type Kind = (typeof kinds)[number]
/** 难点, 热点, anything else. */
export const headings = ['difficult', 'concern', 'other'] as const
export type Heading = (typeof headings)[number]
export const periodicities = ['monthly', 'quarterly', 'halfYearly', 'yearly', 'onEvent'] as const
export type Periodicity = (typeof periodicities)[number]
export const sides = ['employer', 'union'] as const
export type Side = (typeof sides)[number]
export const audiences = ['workers', 'public'] as const
export type Audience = (typeof audiences)[number]
export const bodies = ['leading', 'supervision'] as const
export type Body = (typeof bodies)[number]
export const roles = ['head', 'deputy', 'member'] as const
export type Role = (typeof roles)[number]
export const capacities = ['partySecretary', 'unionChair', 'administration', 'unionCommittee', 'worker'] as const
export type Capacity = (typeof capacities)[number]
export const versionStates = ['draft', 'handed', 'approved', 'returned', 'published'] as const
export type VersionState = (typeof versionStates)[number]
export const stepKinds = ['handed', 'approved', 'returned', 'passed', 'faulted', 'takenDown'] as const
export type StepKind = (typeof stepKinds)[number]
export const questionKinds = ['question', 'fairness', 'doubt'] as const
export type QuestionKind = (typeof questionKinds)[number]
export const outcomes = ['explained', 'upheld', 'rejected'] as const
export type Outcome = (typeof outcomes)[number]
export const settlements = ['satisfied', 'unsatisfied'] as const
export type Settled = (typeof settlements)[number]
/** What may be reported to the authority (the violations that local rules list, DISC-13). */
export const grounds = ['notSetUp', 'notPublished', 'false', 'notMended', 'notAnswered', 'revenge'] as const
export type Ground = (typeof grounds)[number]
/** How an item stands: nothing written yet, on its way, published, late, taken down too early, no longer asked for. */
export const itemStates = ['waiting', 'underWay', 'published', 'overdue', 'void', 'dropped'] as const
export type ItemState = (typeof itemStates)[number]

export const Id = z.object({ id: z.uuid() })
export const OfUnion = z.object({ unionId: z.uuid() })
export const Reason = z.string().trim().min(4, '请写明理由，至少 4 个字').max(400)

export const Facts = z.object({
  heading: z.enum(headings),
  title: z.string().trim().min(2, '请写事项名称').max(80),
  content: z.string().trim().min(4, '请写公开的内容').max(500),
  procedure: z.string().trim().min(4, '请写公开的程序').max(300),
  period: z.enum(periodicities),
  /** Days after the end of the period, or after the event, until it must be published. */
  dueDays: z.int().min(0).max(180),
  side: z.enum(sides),
  responsible: z.string().trim().min(2, '请写责任人的职务').max(60),
  audience: z.enum(audiences),
  article: z.string().trim().max(120),
})
export type Facts = z.infer<typeof Facts>
export const Entry = Facts.extend({ id: z.uuid(), endedOn: Day.nullable() })
export type Entry = z.infer<typeof Entry>
export const Change = z.object({ id: z.uuid(), title: z.string(), reason: z.string(), byPost: z.string(), at: z.date() })

export const Plan = z.object({
  id: z.uuid(),
  kind: z.enum(kinds),
  title: z.string(),
  basis: z.string(),
  adoptedOn: Day.nullable(),
  meeting: z.string().nullable(),
  replacedOn: Day.nullable(),
  entries: z.array(Entry),
  changes: z.array(Change),
})
export type Plan = z.infer<typeof Plan>

export const Seat = z.object({
  id: z.uuid(),
  body: z.enum(bodies),
  role: z.enum(roles),
  capacity: z.enum(capacities),
  memberId: z.uuid().nullable(),
  personName: z.string(),
  title: z.string(),
  fromOn: Day,
})
export type Seat = z.infer<typeof Seat>
export const NewSeat = Seat.omit({ id: true }).extend({
  unionId: z.uuid(),
  personName: z.string().trim().min(1, '请填写姓名').max(60),
  title: z.string().trim().min(2, '请填写职务').max(60),
})
export type NewSeat = z.infer<typeof NewSeat>

export const Sheet = z.object({
  title: z.string().trim().max(80),
  head: z.array(z.string().trim().max(40)).min(1).max(12),
  rows: z.array(z.array(z.string().trim().max(200)).max(12)).max(1000),
})
export type Sheet = z.infer<typeof Sheet>

/** `asOf` of a reach: figures only, rounded so that one more reader is not told from the next. */
export const Reach = z.object({ audience: z.int(), readers: z.int().nullable(), says: z.string() })

export const Item = z.object({
  id: z.uuid(),
  unionId: z.uuid(),
  unionName: z.string(),
  kind: z.enum(kinds),
  heading: z.enum(headings),
  title: z.string(),
  label: z.string(),
  side: z.enum(sides),
  responsible: z.string(),
  audience: z.enum(audiences),
  dueOn: Day,
  publishedOn: Day.nullable(),
  shownUntil: Day.nullable(),
  state: z.enum(itemStates),
  /** The state of the newest version. */
  version: z.enum(versionStates).nullable(),
  openQuestions: z.int(),
})
export type Item = z.infer<typeof Item>

export const Version = z.object({
  number: z.int(),
  title: z.string(),
  body: z.string(),
  tables: z.array(Sheet),
  reason: z.string().nullable(),
  state: z.enum(versionStates),
  byPost: z.string(),
  publishedAt: z.date().nullable(),
  hash: z.string().nullable(),
})
export type Version = z.infer<typeof Version>
export const Step = z.object({
  number: z.int(),
  step: z.enum(stepKinds),
  isTrue: z.boolean().nullable(),
  isComplete: z.boolean().nullable(),
  isLawful: z.boolean().nullable(),
  note: z.string(),
  paper: z.string().nullable(),
  byTitle: z.string(),
  onDay: Day,
})
export type Step = z.infer<typeof Step>
export const Earlier = z.object({ answer: z.string(), on: Day, by: z.string(), reopenedWhy: z.string() })
export type Earlier = z.infer<typeof Earlier>
export const Question = z.object({
  id: z.uuid(),
  number: z.int(),
  kind: z.enum(questionKinds),
  body: z.string(),
  askerName: z.string().nullable(),
  askedOn: Day,
  dueOn: Day,
  answer: z.string().nullable(),
  outcome: z.enum(outcomes).nullable(),
  answeredOn: Day.nullable(),
  answeredBy: z.string().nullable(),
  earlier: z.array(Earlier),
  settledAs: z.enum(settlements).nullable(),
})
export type Question = z.infer<typeof Question>
export const ItemDetail = Item.extend({
  content: z.string(),
  procedure: z.string(),
  article: z.string(),
  takenDownOn: Day.nullable(),
  takenDownWhy: z.string().nullable(),
  versions: z.array(Version),
  steps: z.array(Step),
  questions: z.array(Question),
  reach: Reach.nullable(),
})
export type ItemDetail = z.infer<typeof ItemDetail>

export const Listing = Paging.extend({
  unionId: z.uuid().optional(),
  kind: z.enum(kinds).optional(),
  state: z.enum(itemStates).optional(),
  text: z.string().trim().max(40).default(''),
})
export type Listing = z.infer<typeof Listing>

export const Draft = Id.extend({
  title: z.string().trim().min(2, '请写标题').max(120),
  body: z.string().trim().min(10, '正文至少 10 个字').max(20_000),
  tables: z.array(Sheet).max(5).default([]),
  /** Of a correction: why. */
  reason: Reason.nullable().default(null),
  /** Hands it to the leading group; otherwise it is kept as a draft. */
  isReady: z.boolean(),
})
export type Draft = z.infer<typeof Draft>

export const OnPaper = z.object({ seatId: z.uuid(), paper: z.string().trim().min(2, '请写审批表编号').max(80) })
export type OnPaper = z.infer<typeof OnPaper>
export const Approval = Id.extend({
  isApproved: z.boolean(),
  hasNoSecrets: z.boolean(),
  note: z.string().trim().max(400).default(''),
})
export type Approval = z.infer<typeof Approval>
export const Check = Id.extend({
  isTrue: z.boolean(),
  isComplete: z.boolean(),
  isLawful: z.boolean(),
  note: z.string().trim().max(400).default(''),
})
export type Check = z.infer<typeof Check>

export const Report = z.object({
  id: z.uuid(),
  unionName: z.string(),
  ground: z.enum(grounds),
  authority: z.string(),
  facts: z.string(),
  receivedOn: Day,
  dueOn: Day,
  investigatedOn: Day.nullable(),
  result: z.string().nullable(),
})

export const UnionPicture = z.object({
  unionId: z.uuid(),
  name: z.string(),
  kind: z.enum(kinds),
  entries: z.int(),
  due: z.int(),
  published: z.int(),
  onTime: z.int(),
  overdue: z.int(),
  faults: z.int(),
  questions: z.int(),
  answered: z.int(),
})
export type UnionPicture = z.infer<typeof UnionPicture>
