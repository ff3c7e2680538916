import { z } from 'zod'
import { Day, oc, pageOf, Paging, Touched } from '#kit/contract'
import { Instrument, InstrumentReply, Item, ItemAnswer, NewInstrument, NewItem, Right, Rights } from './contract/powers.ts'
import { Id, maybe, text } from './contract/fields.ts'
import * as names from './rules/names.ts'

export * from './contract/powers.ts'

const counts = <T extends string>(keys: readonly T[]) =>
  z.object(Object.fromEntries(keys.map((key) => [key, z.int()])) as Record<T, z.ZodInt>)
const StageState = z.enum(['done', 'skipped', 'now', 'later'])

export const Row = z.object({
  id: z.uuid(),
  unionId: z.uuid(),
  unionName: z.string(),
  kind: z.enum(names.kinds),
  title: z.string(),
  registeredSide: z.enum(names.sides),
  registeredOn: Day,
  opinionsUntil: Day.nullable(),
  plannedOn: Day.nullable(),
  decidedOn: Day.nullable(),
  closedOn: Day.nullable(),
  stages: z.object({ consult: StageState, deliberate: StageState, feedback: StageState, share: StageState }),
  opinions: z.int(),
})
export type Row = z.infer<typeof Row>

export const Listing = Paging.extend({
  text: z.string().trim().max(60).default(''),
  kinds: z.array(z.enum(names.kinds)).default([]),
  show: z.enum(['open', 'closed', 'all']).default('all'),
})
export type Listing = z.infer<typeof Listing>

export const Skip = z.object({
  id: z.uuid(),
  stage: z.enum(names.stages),
  side: z.enum(names.sides),
  reason: z.string(),
  skippedOn: Day,
  explanation: z.string().nullable(),
  explainedOn: Day.nullable(),
})
export const Task = z.object({
  id: z.uuid(),
  side: z.enum(names.sides),
  title: z.string(),
  owner: z.string(),
  dueOn: Day,
  doneOn: Day.nullable(),
  outcome: z.string().nullable(),
  progress: z.array(z.object({ id: z.uuid(), side: z.enum(names.sides), body: z.string(), at: z.date() })),
})
export type Task = z.infer<typeof Task>

const Opinions = z.object({
  total: z.int(),
  /** Told once nobody can speak any more, and only when enough have. */
  counts: counts(names.choices).nullable(),
  groups: z.array(z.object({ name: z.string(), count: z.int() })),
  /** In no order of time, without names; the mark only when enough have spoken. */
  words: z.array(z.object({ choice: z.enum(names.choices).nullable(), body: z.string() })),
})
export const Detail = Row.extend({
  draft: z.string(),
  position: z.string().nullable(),
  takenUp: z.string().nullable(),
  notTaken: z.string().nullable(),
  positionOn: Day.nullable(),
  metOn: Day.nullable(),
  meeting: z.string().nullable(),
  representedBy: z.string().nullable(),
  unionOpinion: z.string().nullable(),
  unionVote: z.enum(names.votes).nullable(),
  outcome: z.enum(names.outcomes).nullable(),
  decision: z.string().nullable(),
  reasons: z.string().nullable(),
  answer: z.string().nullable(),
  feedbackOn: Day.nullable(),
  noticeDays: z.int().nullable(),
  warning: z.string().nullable(),
  warningCite: z.string().nullable(),
  side: z.enum(names.sides).nullable(),
  isOwn: z.boolean(),
  opinionsHeard: Opinions,
  reactions: z.object({ total: z.int(), counts: counts(names.marks).nullable(), words: z.array(z.string()) }),
  skips: z.array(Skip),
  tasks: z.array(Task),
  version: z.int(),
})
export type Detail = z.infer<typeof Detail>

export const Draft = z.object({
  unionId: z.uuid(),
  kind: z.enum(names.kinds),
  title: text(4, 80, '请写清是什么事项'),
  draft: text(10, 20_000, '请写草案的内容，至少 10 个字'),
  opinionsUntil: Day.nullable().default(null),
  plannedOn: Day.nullable().default(null),
})
export type Draft = z.infer<typeof Draft>
export const Position = Id.extend({
  position: text(10, 4000, '请写工会的意见，至少 10 个字'),
  takenUp: maybe(2000),
  notTaken: maybe(2000),
})
export const Meeting = Id.extend({
  metOn: Day,
  meeting: text(2, 80, '请写会议名称'),
  representedBy: text(2, 60, '请写出席的工会代表'),
  unionOpinion: text(2, 2000, '请写工会在会上的意见'),
  unionVote: z.enum(names.votes),
})
export const Decision = Id.extend({
  outcome: z.enum(names.outcomes),
  decision: text(4, 4000, '请写决定的内容'),
  reasons: text(4, 4000, '请写理由'),
  answer: maybe(2000),
})
export const NewTask = Id.extend({
  side: z.enum(names.sides),
  title: text(4, 120, '请写要办的事'),
  owner: text(2, 60, '请写由谁负责'),
  dueOn: Day,
})

export const Mine = z.object({
  id: z.uuid(),
  unionName: z.string(),
  kind: z.enum(names.kinds),
  title: z.string(),
  draft: z.string(),
  opinionsUntil: Day.nullable(),
  isOpen: z.boolean(),
  choice: z.enum(names.choices).nullable(),
  body: z.string().nullable(),
  position: z.string().nullable(),
  takenUp: z.string().nullable(),
  notTaken: z.string().nullable(),
  decision: z.string().nullable(),
  reasons: z.string().nullable(),
  decidedOn: Day.nullable(),
  feedbackOn: Day.nullable(),
  mark: z.enum(names.marks).nullable(),
  registeredOn: Day,
})
export type Mine = z.infer<typeof Mine>

export const Missed = Skip.extend({
  matterId: z.uuid(),
  title: z.string(),
  kind: z.enum(names.kinds),
  unionName: z.string(),
  decidedOn: Day.nullable(),
})
export type Missed = z.infer<typeof Missed>

export const Figures = z.object({
  matters: z.int(),
  fullPart: z.int(),
  consulted: z.int(),
  opinions: z.int(),
  missed: z.int(),
  unexplained: z.int(),
  unionTasks: z.int(),
  unionTasksOnTime: z.int(),
  instruments: z.int(),
  replied: z.int(),
  accepted: z.int(),
  items: z.int(),
  linked: z.int(),
})
export type Figures = z.infer<typeof Figures>

const OfYear = Paging.extend({ year: z.int().nullable().default(null) })
export const contract = {
  list: oc.input(Listing).output(pageOf(Row)),
  export: oc.input(Listing).output(Touched),
  get: oc.input(Id).output(Detail),
  figures: oc.output(Figures),
  missed: oc.input(Paging).output(pageOf(Missed)),
  register: oc.input(Draft).output(Touched),
  position: oc.input(Position).output(Touched),
  meet: oc.input(Meeting).output(Touched),
  decide: oc.input(Decision).output(Touched),
  feedBack: oc.input(Id).output(Touched),
  skip: oc.input(Id.extend({ stage: z.enum(names.stages), reason: text(4, 500, '请写理由') })).output(Touched),
  explain: oc.input(Id.extend({ explanation: text(4, 500, '请写说明') })).output(Touched),
  addTask: oc.input(NewTask).output(Touched),
  noteTask: oc.input(Id.extend({ body: text(4, 500, '请写进展') })).output(Touched),
  finishTask: oc.input(Id.extend({ outcome: text(4, 500, '请写结果') })).output(Touched),
  close: oc.input(Id).output(Touched),
  mine: oc.output(z.array(Mine)),
  say: oc.input(Id.extend({ choice: z.enum(names.choices), body: maybe(1000) })).output(Touched),
  react: oc.input(Id.extend({ mark: z.enum(names.marks), body: maybe(500) })).output(Touched),
  instruments: oc.input(Paging).output(pageOf(Instrument)),
  issue: oc.input(NewInstrument).output(Touched),
  reply: oc.input(InstrumentReply).output(Touched),
  items: oc.input(OfYear).output(pageOf(Item)),
  submitItem: oc.input(NewItem).output(Touched),
  answerItem: oc.input(ItemAnswer).output(Touched),
  agreeItem: oc.input(Id).output(Touched),
  finishItem: oc.input(Id.extend({ effect: text(4, 500, '请写成效') })).output(Touched),
  rights: oc.input(z.object({ year: z.int() })).output(z.object({ rows: z.array(Right), mayLoad: z.boolean() })),
  loadRights: oc.input(Rights).output(z.object({ count: z.int() })),
  checkRight: oc
    .input(
      Id.extend({
        year: z.int().min(2000).max(2200),
        owner: text(2, 60, '请写由谁负责'),
        wasUsed: z.boolean(),
        evidence: maybe(500),
      }),
    )
    .output(Touched),
}
