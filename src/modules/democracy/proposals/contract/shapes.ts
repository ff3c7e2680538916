import { z } from 'zod'
import { Day, Paging } from '#kit/contract'
import { audiences, categories, fileKinds, grades, longest, outcomes, sides, solutions, states, stepNames } from './words.ts'

const keysOf = <K extends string>(of: Record<K, unknown>) => Object.keys(of) as [K, ...K[]]
export const Id = z.object({ id: z.uuid() })
export const short = (max: number) => z.string().trim().max(max, `最多 ${max} 个字`)
export const Reason = short(500).min(4, '请写明理由，至少 4 个字')

/** A collection of proposals. */
export const Window = Id.extend({
  unionId: z.uuid(),
  unionName: z.string(),
  title: z.string(),
  opensOn: Day,
  closesOn: Day,
  audience: z.enum(keysOf(audiences)),
  secondersNeeded: z.int(),
  note: z.string().nullable(),
  sessionTitle: z.string().nullable(),
  reportedOn: Day.nullable(),
  count: z.int(),
  unexamined: z.int(),
})
export type Window = z.infer<typeof Window>

/** What somebody writes. Plain words; a voice note may stand in for the two long fields. */
export const Words = z.object({
  title: short(longest.title).min(2, '请用一句话说是什么事'),
  wrong: short(longest.wrong).default(''),
  proposed: short(longest.proposed).default(''),
  benefit: short(longest.benefit).nullable().default(null),
  category: z.enum(keysOf(categories)),
  delegation: short(40).nullable().default(null),
})
export type Words = z.infer<typeof Words>
export const NewProposal = Words.extend({
  id: z.uuid(),
  windowId: z.uuid(),
  isConfidential: z.boolean().default(false),
  /** A voice note follows that says it. */
  hasVoice: z.boolean().default(false),
})
export type NewProposal = z.infer<typeof NewProposal>

/** A voice note or picture, base64. */
export const NewFile = Id.extend({
  proposalId: z.uuid(),
  kind: z.enum(['voice', 'photo']),
  type: z.string().max(60),
  seconds: z.int().min(0).max(600).nullable().default(null),
  body: z.base64(),
})
export type NewFile = z.infer<typeof NewFile>
export const FileOf = Id.extend({
  kind: z.enum(keysOf(fileKinds)),
  type: z.string(),
  size: z.int(),
  seconds: z.int().nullable(),
  at: z.date(),
})

export const Row = Id.extend({
  unionId: z.uuid(),
  unionName: z.string(),
  /** `2026-007`, once filed. */
  number: z.string().nullable(),
  title: z.string(),
  category: z.enum(keysOf(categories)),
  authors: z.array(z.string()),
  submittedOn: Day,
  state: z.enum(states),
  round: z.int(),
  seconders: z.int(),
  mergedCount: z.int(),
  handler: z.string().nullable(),
  dueOn: Day.nullable(),
  answeredOn: Day.nullable(),
  isLate: z.boolean(),
  outcome: z.enum(keysOf(outcomes)).nullable(),
  grade: z.enum(keysOf(grades)).nullable(),
  effectFen: z.int(),
})
export type Row = z.infer<typeof Row>

export const Assignment = Id.extend({
  round: z.int(),
  handler: z.string(),
  isLead: z.boolean(),
  isComplex: z.boolean(),
  assignedOn: Day,
  dueOn: Day,
  answeredOn: Day.nullable(),
  outcome: z.enum(keysOf(outcomes)).nullable(),
  solved: z.enum(keysOf(solutions)).nullable(),
  answer: z.string().nullable(),
  signedBy: z.string().nullable(),
})
export type Assignment = z.infer<typeof Assignment>
export const Effect = Id.extend({
  fromOn: Day,
  untilOn: Day,
  statedFen: z.int(),
  basis: z.string(),
  confirmedFen: z.int().nullable(),
  confirmedOn: Day.nullable(),
  financeName: z.string().nullable(),
  voucher: z.string().nullable(),
  rejectedWhy: z.string().nullable(),
})
export type Effect = z.infer<typeof Effect>
export const Step = z.object({ kind: z.enum(keysOf(stepNames)), onDay: Day, note: z.string().nullable(), byTitle: z.string() })
export type Step = z.infer<typeof Step>

export const Proposal = Row.extend({
  windowId: z.uuid(),
  windowTitle: z.string(),
  secondersNeeded: z.int(),
  wrong: z.string(),
  proposed: z.string(),
  benefit: z.string().nullable(),
  delegation: z.string().nullable(),
  isConfidential: z.boolean(),
  findingWhy: z.string().nullable(),
  examinedOn: Day.nullable(),
  assignedOn: Day.nullable(),
  carriedOn: Day.nullable(),
  gradedAfter: z.enum(['answer', 'work']).nullable(),
  seconderNames: z.array(z.string()),
  mergedInto: z.object({ id: z.uuid(), title: z.string(), number: z.string().nullable() }).nullable(),
  merged: z.array(z.object({ id: z.uuid(), title: z.string(), authors: z.array(z.string()) })),
  assignments: z.array(Assignment),
  effects: z.array(Effect),
  steps: z.array(Step),
  files: z.array(FileOf),
  /** Whether the reader wrote it or one merged into it, and whether he seconded it. */
  isOwn: z.boolean(),
  isSeconded: z.boolean(),
})
export type Proposal = z.infer<typeof Proposal>

export const Alike = Row.pick({
  id: true,
  number: true,
  title: true,
  state: true,
  unionName: true,
  submittedOn: true,
  outcome: true,
}).extend({
  /** Shared pairs of characters out of those written, 0 to 100. */
  share: z.int(),
})
export type Alike = z.infer<typeof Alike>

export const Listing = Paging.extend({
  text: short(40).optional(),
  state: z.array(z.enum(states)).optional(),
  side: z.enum(keysOf(sides)).optional(),
  category: z.enum(keysOf(categories)).optional(),
  outcome: z.array(z.enum(keysOf(outcomes))).optional(),
  windowId: z.uuid().optional(),
  unionId: z.uuid().optional(),
  isLate: z.boolean().optional(),
  /** Only those whose day of this kind lies in the period: handed in, answered, or with an effect confirmed. */
  by: z.enum(['submitted', 'answered', 'effect']).optional(),
  from: Day.optional(),
  until: Day.optional(),
})
export type Listing = z.infer<typeof Listing>

/** What the phone needs: what is open, what I wrote, what I may do. */
export const Mine = z.object({
  windows: z.array(Window.extend({ isDeputy: z.boolean() })),
  own: z.array(Row),
  toSecond: z.int(),
})
export type Mine = z.infer<typeof Mine>

export const Period = z.object({ from: Day, until: Day })
export type Period = z.infer<typeof Period>
const counts = {
  windows: z.int(),
  submitted: z.int(),
  filed: z.int(),
  answered: z.int(),
  adopted: z.int(),
  partly: z.int(),
  declined: z.int(),
  onTime: z.int(),
  overdue: z.int(),
  effectFen: z.int(),
}
export const UnionFigures = z.object({ ...counts, unionId: z.uuid(), unionName: z.string() })
export type UnionFigures = z.infer<typeof UnionFigures>
export const Figures = z.object({
  ...counts,
  /** Units that collected proposals or had one in the period (F-5). */
  unions: z.int(),
  replyDays: z.number().nullable(),
  satisfied: z.int(),
  rated: z.int(),
  years: z.array(z.object({ year: z.int(), work: z.int(), living: z.int(), other: z.int() })),
})
export type Figures = z.infer<typeof Figures>
