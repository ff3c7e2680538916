import { z } from 'zod'
import { Day, oc, pageOf, Paging, Touched } from '#kit/contract'
import { changeKinds, changeStates, retainGrounds } from './contract/words.ts'

export * from './contract/words.ts'

const Id = z.object({ id: z.uuid() })
const Versioned = Id.extend({ version: z.int() })
const Reason = z.string().trim().min(4, '请写明理由，至少 4 个字').max(300)
const grounds = Object.keys(retainGrounds) as [keyof typeof retainGrounds, ...(keyof typeof retainGrounds)[]]
const note = z.string().trim().max(300).nullable().default(null)

/** What is opened, by kind. */
export const Open = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('retain'), memberId: z.uuid(), ground: z.enum(grounds), effectiveOn: Day, note }),
  z.object({ kind: z.literal('restore'), memberId: z.uuid(), effectiveOn: Day, note }),
  z.object({ kind: z.literal('leave'), memberId: z.uuid(), effectiveOn: Day, note }),
  z.object({ kind: z.literal('deemed'), memberId: z.uuid(), idleSince: Day, note }),
  z.object({
    kind: z.literal('expel'),
    memberId: z.uuid(),
    judgment: z.string().trim().min(4, '请写判决书案号').max(120),
    judgedOn: Day,
    note,
  }),
])
export type Open = z.infer<typeof Open>

export const Row = Id.extend({
  memberId: z.uuid(),
  memberName: z.string(),
  memberNumber: z.string().nullable(),
  unionId: z.uuid(),
  unionName: z.string(),
  kind: z.enum(changeKinds),
  state: z.enum(changeStates),
  startedBy: z.enum(['member', 'union']),
  ground: z.enum(grounds).nullable(),
  note: z.string().nullable(),
  openedOn: Day,
  effectiveOn: Day,
  idleSince: Day.nullable(),
  educatedOn: Day.nullable(),
  educatedHow: z.string().nullable(),
  judgment: z.string().nullable(),
  judgedOn: Day.nullable(),
  discussedOn: Day.nullable(),
  opinion: z.string().nullable(),
  decidedOn: Day.nullable(),
  document: z.string().nullable(),
  cardReturned: z.boolean().nullable(),
  reportedOn: Day.nullable(),
  reportNumber: z.string().nullable(),
  droppedOn: Day.nullable(),
  reason: z.string().nullable(),
  cite: z.string(),
  version: z.int(),
  /** Why it cannot be decided yet; null when it can. */
  decidable: z.object({ code: z.string(), reason: z.string(), cite: z.string().optional() }).nullable(),
})
export type Row = z.infer<typeof Row>

export const Listing = Paging.extend({
  kind: z.array(z.enum(changeKinds)).optional(),
  state: z.array(z.enum(changeStates)).optional(),
  unionId: z.uuid().optional(),
  memberId: z.uuid().optional(),
  /** Expulsions that were decided and not yet filed with the superior. */
  isUnreported: z.boolean().optional(),
})
export type Listing = z.infer<typeof Listing>

export const contract = {
  leaveMine: oc.input(z.object({ note })).output(Touched),
  mine: oc.output(z.array(Row)),
  stayMine: oc.input(Id).output(Touched),
  list: oc.input(Listing).output(pageOf(Row)),
  export: oc.input(Listing).output(Touched),
  get: oc.input(Id).output(Row),
  counts: oc.output(z.object({ open: z.int(), told: z.int(), unreported: z.int() })),
  open: oc.input(Open).output(Touched),
  educate: oc.input(Versioned.extend({ on: Day, how: Reason })).output(Touched),
  discuss: oc.input(Versioned.extend({ on: Day, opinion: Reason })).output(Touched),
  decide: oc
    .input(
      Versioned.extend({
        on: Day,
        document: z.string().trim().min(2, '请写会议纪要或公告的编号').max(80),
        cardReturned: z.boolean().nullable().default(null),
      }),
    )
    .output(Touched),
  report: oc.input(Versioned.extend({ on: Day, number: z.string().trim().min(2, '请写备案文号').max(80) })).output(Touched),
  drop: oc.input(Versioned.extend({ reason: Reason })).output(Touched),
}
