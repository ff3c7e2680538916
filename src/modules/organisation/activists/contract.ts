import { z } from 'zod'
import { Day, oc, pageOf, Paging, Touched } from '#kit/contract'
import { decisions, foundHows, purposes } from './rules/names.ts'

export * from './rules/names.ts'

const Id = z.object({ id: z.uuid() })
const Text = (least: string, max = 300) => z.string().trim().min(4, least).max(max)

export const Row = z.object({
  id: z.uuid(),
  memberId: z.uuid(),
  personName: z.string(),
  unionId: z.uuid(),
  unionName: z.string(),
  foundOn: Day,
  foundHow: z.enum(foundHows),
  reason: z.string(),
  tasks: z.int(),
  tasksDone: z.int(),
  deeds: z.int(),
  /** The cadre's post he took up since, if any. */
  promotedOn: Day.nullable(),
  endedOn: Day.nullable(),
  endedWhy: z.string().nullable(),
})
export type Row = z.infer<typeof Row>

export const Task = z.object({
  id: z.uuid(),
  title: z.string(),
  givenOn: Day,
  dueOn: Day.nullable(),
  doneOn: Day.nullable(),
  outcome: z.string().nullable(),
})
export const Deed = z.object({ id: z.uuid(), onDay: Day, deed: z.string() })
export const Proposal = z.object({
  id: z.uuid(),
  forWhat: z.enum(purposes),
  proposal: z.string(),
  proposedOn: Day,
  decidedOn: Day.nullable(),
  decision: z.enum(decisions).nullable(),
  decisionReason: z.string().nullable(),
})
export const Detail = Row.extend({
  taskList: z.array(Task),
  deedList: z.array(Deed),
  proposals: z.array(Proposal),
  nominations: z.array(z.object({ id: z.uuid(), reason: z.string(), at: z.date() })),
})
export type Detail = z.infer<typeof Detail>

export const Nomination = z.object({
  id: z.uuid(),
  unionId: z.uuid(),
  unionName: z.string(),
  byName: z.string(),
  nomineeName: z.string(),
  nomineePlace: z.string().nullable(),
  reason: z.string(),
  at: z.date(),
})
export type Nomination = z.infer<typeof Nomination>

/** Somebody who takes part and is neither cadre nor activist: what he took part in, in no order of how much. */
export const Finding = z.object({
  memberId: z.uuid(),
  personName: z.string(),
  unionId: z.uuid(),
  unionName: z.string(),
  took: z.array(z.object({ what: z.string(), onDay: Day })),
})
export type Finding = z.infer<typeof Finding>

export const Figures = z.object({
  members: z.int(),
  activists: z.int(),
  perHundred: z.number().nullable(),
  promoted: z.int(),
  waiting: z.int(),
  proposals: z.int(),
  unions: z.int(),
  unionsWithout: z.int(),
})

export const Listing = Paging.extend({
  text: z.string().trim().max(40).default(''),
  show: z.enum(['now', 'promoted', 'ended']).default('now'),
})
export type Listing = z.infer<typeof Listing>

const MyNomination = Nomination.pick({ id: true, nomineeName: true, nomineePlace: true, reason: true, at: true }).extend({
  state: z.enum(['waiting', 'withdrawn', 'accepted', 'refused']),
  decisionReason: z.string().nullable(),
})

export const contract = {
  list: oc.input(Listing).output(pageOf(Row)),
  export: oc.input(Listing).output(Touched),
  get: oc.input(Id).output(Detail),
  add: oc
    .input(
      z.object({ memberId: z.uuid('请选择职工'), foundHow: z.enum(['participation', 'union']), reason: Text('请写发现的理由') }),
    )
    .output(Touched),
  end: oc.input(Id.extend({ why: Text('请写原因', 200) })).output(Touched),
  giveTask: oc.input(Id.extend({ title: z.string().trim().min(2, '请写任务').max(80), dueOn: Day.nullable() })).output(Touched),
  finishTask: oc.input(Id.extend({ doneOn: Day, outcome: z.string().trim().min(2, '请写结果').max(300) })).output(Touched),
  recordDeed: oc.input(Id.extend({ onDay: Day, deed: Text('请写事迹', 500) })).output(Touched),
  propose: oc.input(Id.extend({ forWhat: z.enum(purposes), proposal: Text('请写推荐理由') })).output(Touched),
  decideProposal: oc.input(Id.extend({ decision: z.enum(decisions), reason: Text('请写理由') })).output(Touched),
  nominations: oc.input(Paging).output(pageOf(Nomination)),
  decide: oc
    .input(Id.extend({ decision: z.enum(decisions), memberId: z.uuid().optional(), reason: Text('请写理由') }))
    .output(Touched),
  findings: oc.input(Paging).output(pageOf(Finding)),
  figures: oc.output(Figures),
  nominate: oc
    .input(
      z.object({
        nomineeName: z.string().trim().min(2, '请写同事的姓名').max(60),
        nomineePlace: z.string().trim().max(60).nullable().default(null),
        reason: Text('请写推荐理由，至少 4 个字'),
      }),
    )
    .output(Touched),
  takeBack: oc.input(Id).output(Touched),
  myNominations: oc.output(z.array(MyNomination)),
}
