import { z } from 'zod'
import { Day, oc, pageOf, Paging, Touched } from '#kit/contract'
import {
  Alike,
  Figures,
  Id,
  Listing,
  Mine,
  NewFile,
  NewProposal,
  Period,
  Proposal,
  Reason,
  Row,
  short,
  UnionFigures,
  Window,
  Words,
} from './contract/shapes.ts'
import { audiences, findings, grades, outcomes, solutions } from './contract/words.ts'

export * from './contract/shapes.ts'
export * from './contract/words.ts'

const keysOf = <K extends string>(of: Record<K, unknown>) => Object.keys(of) as [K, ...K[]]
const Text = z.object({ text: short(400), except: z.uuid().optional() })
const File = z.object({ type: z.string(), body: z.string() })
export const NewWindow = z.object({
  title: short(60).min(2, '请给这次征集起个名字'),
  opensOn: Day,
  closesOn: Day,
  audience: z.enum(keysOf(audiences)),
  secondersNeeded: z.int().min(0).max(20).default(2),
  sessionTitle: short(60).nullable().default(null),
  sessionId: z.uuid().nullable().default(null),
  note: short(600).nullable().default(null),
})

export const contract = {
  mine: oc.output(Mine),
  submit: oc.input(NewProposal).output(Touched),
  revise: oc.input(Words.extend({ id: z.uuid() })).output(Touched),
  withdraw: oc.input(Id).output(Touched),
  attach: oc.input(NewFile).output(Touched),
  second: oc.input(Id).output(Touched),
  rate: oc.input(Id.extend({ grade: z.enum(keysOf(grades)), reason: short(500).nullable().default(null) })).output(Touched),
  unit: oc.input(Listing).output(pageOf(Row)),
  thread: oc.input(Id).output(Proposal),
  likely: oc.input(Text).output(z.array(Alike)),
  myFile: oc.input(Id).output(File),

  windows: oc.input(Paging).output(pageOf(Window)),
  openWindow: oc.input(NewWindow).output(Touched),
  moveWindow: oc.input(Id.extend({ closesOn: Day, reason: Reason })).output(Touched),
  reportWindow: oc.input(Id.extend({ on: Day, sessionTitle: short(60).min(2, '请写是哪一次职代会') })).output(Touched),
  list: oc.input(Listing).output(pageOf(Row)),
  export: oc.input(Listing).output(Touched),
  get: oc.input(Id).output(Proposal),
  alike: oc.input(Text).output(z.array(Alike)),
  file: oc.input(Id).output(File),
  examine: oc
    .input(Id.extend({ finding: z.enum(keysOf(findings)), reason: short(500).nullable().default(null) }))
    .output(Touched),
  merge: oc.input(Id.extend({ into: z.uuid(), reason: Reason })).output(Touched),
  unmerge: oc.input(Id.extend({ reason: Reason })).output(Touched),
  assign: oc
    .input(
      Id.extend({
        lead: short(40).min(2, '请写主办部门'),
        others: z.array(short(40).min(2, '部门名称至少 2 个字')).max(5).default([]),
        isComplex: z.boolean().default(false),
        dueOn: Day.optional(),
      }),
    )
    .output(Touched),
  answer: oc
    .input(
      z.object({
        assignmentId: z.uuid(),
        outcome: z.enum(keysOf(outcomes)),
        solved: z.enum(keysOf(solutions)),
        answer: short(2000).min(10, '请写清怎么办、为什么，至少 10 个字'),
        signedBy: short(40).min(2, '请写签发人'),
      }),
    )
    .output(Touched),
  work: oc
    .input(
      Id.extend({
        on: Day,
        note: short(2000).min(4, '请写做了什么'),
        isDone: z.boolean(),
        uploads: z.array(z.uuid()).max(6).default([]),
      }),
    )
    .output(Touched),
  stateEffect: oc
    .input(Id.extend({ fromOn: Day, untilOn: Day, fen: z.int().min(1), basis: short(500).min(4, '请写怎么算出来的') }))
    .output(Touched),
  settleEffect: oc
    .input(
      z.discriminatedUnion('isConfirmed', [
        Id.extend({
          isConfirmed: z.literal(true),
          fen: z.int().min(1),
          financeName: short(40).min(2, '请写财务负责人'),
          voucher: short(60).min(2, '请写凭证号'),
        }),
        Id.extend({ isConfirmed: z.literal(false), reason: Reason }),
      ]),
    )
    .output(Touched),

  figures: oc.input(Period).output(Figures),
  unions: oc.input(Paging.extend(Period.shape).extend({ text: short(40).optional() })).output(pageOf(UnionFigures)),
  exportUnions: oc.input(Period).output(Touched),
}
