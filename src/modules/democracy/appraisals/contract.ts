import { z } from 'zod'
import { Day, oc, pageOf, Paging, Touched } from '#kit/contract'
import { electorates, kinds, states } from './rules.ts'

const Id = z.object({ id: z.uuid() })
const line = (least: number, most: number, says: string) => z.string().trim().min(least, says).max(most)

export const Row = z.object({
  id: z.uuid(),
  unionId: z.uuid(),
  unionName: z.string(),
  kind: z.enum(kinds),
  electorate: z.enum(electorates),
  title: z.string(),
  subjects: z.array(z.string()),
  items: z.array(z.string()),
  madeOn: Day,
  openedOn: Day.nullable(),
  closesOn: Day.nullable(),
  countedOn: Day.nullable(),
  reportedOn: Day.nullable(),
  publishedOn: Day.nullable(),
  state: z.enum(states),
  improvements: z.int(),
  improved: z.int(),
})
export type Row = z.infer<typeof Row>

export const Mark = z.object({
  item: z.string(),
  counts: z.array(z.object({ grade: z.string(), count: z.int() })),
  valid: z.int(),
  bestShare: z.number().nullable(),
})
export const Result = z.object({
  electors: z.int(),
  returned: z.int(),
  fingerprint: z.string(),
  subjects: z.array(z.object({ subject: z.string(), marks: z.array(Mark) })),
})
export type Result = z.infer<typeof Result>
export const Improvement = z.object({
  id: z.uuid(),
  subject: z.string(),
  title: z.string(),
  owner: z.string(),
  dueOn: Day,
  doneOn: Day.nullable(),
  evidence: z.string().nullable(),
})
export type Improvement = z.infer<typeof Improvement>
export const Detail = Row.extend({
  reportedAtMeeting: z.string().nullable(),
  isOwn: z.boolean(),
  electors: z.int(),
  /** Who has cast, while it runs; null where it would point at people. */
  cast: z.int().nullable(),
  result: Result.nullable(),
  improvementList: z.array(Improvement),
  version: z.int(),
})
export type Detail = z.infer<typeof Detail>

export const Draft = z.object({
  kind: z.enum(kinds),
  electorate: z.enum(electorates),
  title: line(4, 80, '请写评议名称'),
  subjects: z
    .array(line(2, 40, '请写评议对象'))
    .min(1)
    .max(30),
  items: z
    .array(line(2, 40, '请写评议内容'))
    .min(1)
    .max(12),
})
export type Draft = z.infer<typeof Draft>
export const NewImprovement = Id.extend({
  subject: line(2, 40, '请写对象'),
  title: line(4, 120, '请写要改进什么'),
  owner: line(2, 60, '请写由谁负责'),
  dueOn: Day,
})

export const Mine = z.object({
  id: z.uuid(),
  unionName: z.string(),
  title: z.string(),
  subjects: z.array(z.string()),
  ballotId: z.uuid(),
  closesOn: Day.nullable(),
  isOpen: z.boolean(),
  isOnRoll: z.boolean(),
  /** He has taken his ballot; whether he cast it, nobody but his device knows. */
  hasTaken: z.boolean(),
  publishedOn: Day.nullable(),
  result: Result.nullable(),
  improvementList: z.array(Improvement),
})
export type Mine = z.infer<typeof Mine>

export const Figures = z.object({
  appraisals: z.int(),
  counted: z.int(),
  published: z.int(),
  improvements: z.int(),
  improved: z.int(),
  overdue: z.int(),
})
export type Figures = z.infer<typeof Figures>

export const contract = {
  list: oc.input(Paging).output(pageOf(Row)),
  export: oc.input(Paging).output(Touched),
  figures: oc.output(Figures),
  get: oc.input(Id).output(Detail),
  make: oc.input(Draft).output(Touched),
  open: oc.input(Id.extend({ closesOn: Day })).output(Touched),
  close: oc.input(Id).output(Touched),
  report: oc.input(Id.extend({ reportedAtMeeting: line(2, 80, '请写在哪次会议上报告') })).output(Touched),
  publish: oc.input(Id).output(Touched),
  improve: oc.input(NewImprovement).output(Touched),
  finish: oc.input(Id.extend({ evidence: line(4, 500, '请写改进的依据') })).output(Touched),
  mine: oc.output(z.array(Mine)),
}
