import { z } from 'zod'
import { Day, oc, pageOf, Paging, Touched } from '#kit/contract'

export { sideNames } from './rules/names.ts'

export const sides = ['party', 'administration', 'union', 'department'] as const
export type Side = (typeof sides)[number]

export const Party = z.object({
  id: z.uuid(),
  unionId: z.uuid(),
  side: z.enum(sides),
  personId: z.uuid().nullable(),
  personName: z.string(),
  title: z.string(),
  organisation: z.string().nullable(),
  fromOn: Day,
  untilOn: Day.nullable(),
  /** Decisions he is to carry out and has not yet. */
  open: z.int(),
})
export type Party = z.infer<typeof Party>

export const NewParty = z.object({
  unionId: z.uuid(),
  side: z.enum(sides),
  personId: z.uuid().nullable(),
  personName: z.string().trim().min(1, '请填写姓名').max(60),
  title: z.string().trim().min(2, '请填写职务').max(40),
  organisation: z.string().trim().max(60).nullable(),
  fromOn: Day,
})
export type NewParty = z.infer<typeof NewParty>

export const Decision = z.object({
  id: z.uuid(),
  unionId: z.uuid(),
  unionName: z.string(),
  decidedOn: Day,
  meeting: z.string(),
  decision: z.string(),
  executorId: z.uuid(),
  executorName: z.string(),
  executorSide: z.enum(sides),
  dueOn: Day,
  doneOn: Day.nullable(),
  outcome: z.string().nullable(),
  version: z.int(),
})
export type Decision = z.infer<typeof Decision>

export const NewDecision = z.object({
  unionId: z.uuid(),
  decidedOn: Day,
  meeting: z.string().trim().min(2, '请写在哪次会议上').max(80),
  decision: z.string().trim().min(4, '请写决定的事项').max(1000),
  executorId: z.uuid(),
  dueOn: Day,
})
export type NewDecision = z.infer<typeof NewDecision>

const Id = z.object({ id: z.uuid() })
const Finish = Id.extend({ version: z.int(), doneOn: Day, outcome: z.string().trim().min(2, '请写办理结果').max(1000) })

export const Decisions = Paging.extend({
  unionId: z.uuid().optional(),
  open: z.boolean().optional(),
  late: z.boolean().optional(),
  side: z.enum(sides).optional(),
})
export type Decisions = z.infer<typeof Decisions>

export const contract = {
  parties: oc.input(z.object({ unionId: z.uuid() })).output(z.array(Party)),
  name: oc.input(NewParty).output(Touched),
  release: oc.input(Id.extend({ untilOn: Day })).output(Touched),
  decisions: oc.input(Decisions).output(pageOf(Decision)),
  export: oc.input(Decisions).output(Touched),
  decide: oc.input(NewDecision).output(Touched),
  finish: oc.input(Finish).output(Touched),
  /** What waits for the person signed in, on whichever side he answers. */
  mine: oc.output(z.array(Decision.omit({ executorName: true }))),
  finishMine: oc.input(Finish).output(Touched),
  figures: oc.output(
    z.object({ unions: z.int(), complete: z.int(), decisions: z.int(), done: z.int(), onTime: z.int(), late: z.int() }),
  ),
  incomplete: oc.input(Paging).output(pageOf(z.object({ id: z.uuid(), name: z.string(), missing: z.array(z.enum(sides)) }))),
}
