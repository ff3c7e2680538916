import { z } from 'zod'
import { Name, unionKinds, unitTypes } from '#contracts/organisation/unions'
import { Day, oc, pageOf, Paging, Touched } from '#kit/contract'

export { changeKindNames, changeStateNames, dissolveGroundNames, stepNames } from './rules/names.ts'

export const changeKinds = ['rename', 'move', 'kind', 'chair', 'merge', 'dissolve'] as const
export type ChangeKind = (typeof changeKinds)[number]

export const changeStates = ['drafted', 'filed', 'returned', 'approved', 'withdrawn', 'undone'] as const
export type ChangeState = (typeof changeStates)[number]

export const steps = ['filed', 'agreed', 'returned', 'approved', 'withdrawn', 'relocated', 'registered', 'undone'] as const

/** On what a dissolution rests: the unit ended (reported, 工会法 13), or the members decided (章程 16). */
export const dissolveGrounds = ['unitEnded', 'membersDecided'] as const

const Funds = z.string().trim().min(4, '请写明经费和财产怎样处置，至少 4 个字').max(500)
/** What is asked for, by kind of change. */
export const Asked = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rename'), name: Name, shortName: z.string().trim().max(20).nullable() }),
  z.object({ kind: z.literal('move'), parentId: z.uuid() }),
  z.object({ kind: z.literal('kind'), unionKind: z.enum(unionKinds), unitType: z.enum(unitTypes) }),
  z.object({ kind: z.literal('chair'), electedOn: Day }),
  z.object({ kind: z.literal('merge'), intoId: z.uuid(), funds: Funds, isAudited: z.boolean() }),
  z.object({ kind: z.literal('dissolve'), ground: z.enum(dissolveGrounds), funds: Funds, isAudited: z.boolean() }),
])
export type Asked = z.infer<typeof Asked>

/** What the union was when the change was filed. */
export const Was = z.object({
  name: z.string(),
  shortName: z.string().nullable(),
  parentId: z.uuid().nullable(),
  parentName: z.string().nullable(),
  kind: z.enum(unionKinds),
  unitType: z.enum(unitTypes),
})
export type Was = z.infer<typeof Was>

export const Paper = z.object({
  title: z.string().trim().min(2, '请写文件名称').max(80),
  number: z.string().trim().max(40).nullable(),
  day: Day.nullable(),
})
export type Paper = z.infer<typeof Paper>

const Id = z.object({ id: z.uuid() })
const Reason = z.string().trim().min(4, '请写明理由，至少 4 个字').max(500)

export const Draft = z.object({
  id: z.uuid().optional(),
  version: z.int().optional(),
  unionId: z.uuid(),
  asked: Asked,
  grounds: z.string().trim().min(4, '请写明事由，至少 4 个字').max(2000),
  papers: z.array(Paper).max(20),
  effectiveOn: Day,
})
export type Draft = z.infer<typeof Draft>

export const Row = z.object({
  id: z.uuid(),
  unionId: z.uuid(),
  unionName: z.string(),
  kind: z.enum(changeKinds),
  state: z.enum(changeStates),
  effectiveOn: Day,
  waitsFor: z.uuid().nullable(),
  waitsForName: z.string().nullable(),
  filedAt: z.date().nullable(),
  decidedAt: z.date().nullable(),
  registerBy: Day.nullable(),
  registeredOn: Day.nullable(),
})
export type Row = z.infer<typeof Row>

export const Step = z.object({
  id: z.uuid(),
  step: z.enum(steps),
  atUnionName: z.string().nullable(),
  postTitle: z.string().nullable(),
  layer: z.int(),
  note: z.string().nullable(),
  at: z.date(),
})

export const Concern = z.object({ says: z.string(), cite: z.string() })

export const Change = Row.extend({
  asked: Asked,
  was: Was,
  /** The union asked for as parent or to merge into, by name. */
  goalName: z.string().nullable(),
  grounds: z.string(),
  papers: z.array(Paper),
  layers: z.int(),
  version: z.int(),
  filedByUnion: z.uuid(),
  outsidePaper: z.string().nullable(),
  steps: z.array(Step),
  /** What the law asks for besides, to be weighed by whoever decides. */
  concerns: z.array(Concern),
  /** Who is still registered here and below, and how many unions stand below: must be none before the union ends. */
  people: z.int(),
  below: z.int(),
  /** Whether it can be decided by the post acted under, and undone; the reason when not. */
  decidable: z.object({ code: z.string(), reason: z.string(), cite: z.string().optional() }).nullable(),
  undoable: z.object({ code: z.string(), reason: z.string(), cite: z.string().optional() }).nullable(),
  isOutside: z.boolean(),
})
export type Change = z.infer<typeof Change>

export const Listing = Paging.extend({
  unionId: z.uuid().optional(),
  kind: z.enum(changeKinds).optional(),
  state: z.enum(changeStates).optional(),
  /** Only those that wait for the union acted for, or whose registration is still owed. */
  waiting: z.boolean().optional(),
  unregistered: z.boolean().optional(),
})
export type Listing = z.infer<typeof Listing>

export const Chain = z.object({ kind: z.enum(changeKinds), layers: z.int().min(1).max(3), fromOn: Day })
export type Chain = z.infer<typeof Chain>

/** How long decisions of a kind took: from filing to the last decision, in days. */
export const Speed = z.object({
  kind: z.enum(changeKinds),
  period: z.enum(['before', 'after']),
  decided: z.int(),
  layers: z.number(),
  meanDays: z.number(),
  medianDays: z.number(),
})
/** The days one layer of superiors took, from the step before. */
export const LayerSpeed = z.object({ layer: z.int(), decided: z.int(), meanDays: z.number(), medianDays: z.number() })

export const contract = {
  list: oc.input(Listing).output(pageOf(Row)),
  export: oc.input(Listing).output(Touched),
  get: oc.input(Id).output(Change),
  save: oc.input(Draft).output(Touched),
  file: oc.input(Id.extend({ version: z.int() })).output(Touched),
  withdraw: oc.input(Id.extend({ version: z.int() })).output(Touched),
  sendBack: oc.input(Id.extend({ version: z.int(), reason: Reason })).output(Touched),
  approve: oc.input(Id.extend({ version: z.int(), note: z.string().trim().max(500).optional() })).output(Touched),
  relocate: oc
    .input(Id.extend({ version: z.int(), toUnionId: z.uuid(), how: z.enum(['transfer', 'retain']) }))
    .output(z.object({ count: z.int() })),
  record: oc
    .input(Id.extend({ version: z.int(), paper: z.string().trim().min(4, '请写上级批文的文号').max(80) }))
    .output(Touched),
  undo: oc.input(Id.extend({ reason: Reason })).output(Touched),
  register: oc.input(Id.extend({ on: Day })).output(Touched),
  chains: oc.output(z.array(Chain)),
  setChain: oc.input(Chain).output(Chain),
  figures: oc
    .input(z.object({ split: Day }))
    .output(z.object({ kinds: z.array(Speed), layers: z.array(LayerSpeed), waiting: z.int() })),
}
