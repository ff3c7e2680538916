import { z } from 'zod'
import { Day, oc, pageOf, Paging, Touched } from '#kit/contract'
import {
  Approval,
  Check,
  Draft,
  Facts,
  grounds,
  Id,
  Item,
  ItemDetail,
  kinds,
  Listing,
  NewSeat,
  OfUnion,
  OnPaper,
  outcomes,
  Plan,
  Question,
  questionKinds,
  Reason,
  Report,
  Seat,
  settlements,
  UnionPicture,
  Version,
} from './contract/shapes.ts'

export * from './contract/shapes.ts'

const Written = z.string().trim().min(4, '请至少写 4 个字').max(1000)
const Answer = Id.extend({ answer: z.string().trim().min(4, '请至少写 4 个字').max(2000), outcome: z.enum(outcomes) })
export type Answer = z.infer<typeof Answer>
const Doubtful = z.object({
  itemId: z.uuid(),
  title: z.string(),
  label: z.string(),
  unionName: z.string(),
  number: z.int(),
  fault: z.string(),
})
export type Doubtful = z.infer<typeof Doubtful>

export const Shown = ItemDetail.pick({
  id: true,
  unionName: true,
  kind: true,
  label: true,
  publishedOn: true,
  shownUntil: true,
  questions: true,
}).extend({
  versions: z.array(Version),
  hasRead: z.boolean(),
  /** Which of the questions are one's own. */
  own: z.array(z.uuid()),
})
export type Shown = z.infer<typeof Shown>
export const OnBoard = z.object({ id: z.uuid(), title: z.string(), label: z.string(), kind: z.enum(kinds), publishedOn: Day })
export const Mine = OnBoard.extend({ unionName: z.string(), hasRead: z.boolean(), isCorrected: z.boolean() })
export type Mine = z.infer<typeof Mine>
export const Proof = z.object({
  unionName: z.string(),
  label: z.string(),
  isPublic: z.boolean(),
  takenDownOn: Day.nullable(),
  versions: z.array(
    z.object({ number: z.int(), title: z.string().nullable(), publishedAt: z.date(), hash: z.string(), isIntact: z.boolean() }),
  ),
})
export type Proof = z.infer<typeof Proof>

export const contract = {
  plans: oc.input(OfUnion).output(z.array(Plan)),
  /** A draft of the implementation plan with its catalogue from the template. */
  begin: oc.input(OfUnion.extend({ kind: z.enum(kinds), basis: z.string().trim().max(1000).optional() })).output(Touched),
  /** A line of the catalogue, new without `id`; of an adopted one with a reason. */
  saveEntry: oc.input(Facts.extend({ planId: z.uuid(), id: z.uuid().nullable(), reason: Reason.nullable() })).output(Touched),
  endEntry: oc.input(Id.extend({ reason: Reason })).output(Touched),
  adopt: oc
    .input(
      Id.extend({
        adoptedOn: Day,
        meeting: z.string().trim().min(4, '请写会议和文号').max(120),
        basis: z.string().trim().max(1000),
      }),
    )
    .output(Touched),
  groups: oc.input(OfUnion).output(z.object({ seats: z.array(Seat), gaps: z.array(z.string()) })),
  seat: oc.input(NewSeat).output(Touched),
  unseat: oc.input(Id.extend({ untilOn: Day })).output(Touched),

  list: oc.input(Listing).output(pageOf(Item)),
  export: oc.input(Listing).output(Touched),
  get: oc.input(Id).output(ItemDetail),
  /** An item of the catalogue's kind 随时: something has happened on a day. */
  open: oc.input(z.object({ entryId: z.uuid(), label: z.string().trim().min(2).max(60), on: Day })).output(Touched),
  draft: oc.input(Draft).output(Touched),
  draftAsUnion: oc.input(Draft).output(Touched),
  approve: oc.input(Approval).output(Touched),
  approveOnPaper: oc.input(Approval.extend(OnPaper.shape)).output(Touched),
  check: oc.input(Check).output(Touched),
  checkOnPaper: oc.input(Check.extend(OnPaper.shape)).output(Touched),
  takeDown: oc.input(Id.extend({ reason: Reason })).output(Touched),
  answer: oc.input(Answer).output(Touched),
  answerAsUnion: oc.input(Answer).output(Touched),
  /** The supervision group does not accept an answer. */
  reopen: oc.input(Id.extend({ reason: Reason })).output(Touched),
  reports: oc.input(Paging).output(pageOf(Report)),
  report: oc
    .input(
      OfUnion.extend({
        itemId: z.uuid().nullable(),
        ground: z.enum(grounds),
        authority: z.string().trim().min(2).max(80),
        facts: Written,
        receivedOn: Day,
      }),
    )
    .output(Touched),
  closeReport: oc.input(Id.extend({ investigatedOn: Day, result: Written })).output(Touched),
  picture: oc.input(Paging.extend({ kind: z.enum(kinds).optional() })).output(pageOf(UnionPicture)),
  exportPicture: oc.input(z.object({ kind: z.enum(kinds).optional() })).output(Touched),
  /** Every published version of one's scope, computed anew: what no longer is what was published. */
  verify: oc.output(z.object({ checked: z.int(), doubtful: z.array(Doubtful) })),

  mine: oc.output(z.array(Mine)),
  show: oc.input(Id).output(Shown),
  confirm: oc.input(Id).output(Touched),
  /** No id comes back, so that the journal has nothing to point at. */
  ask: oc
    .input(z.object({ itemId: z.uuid(), kind: z.enum(questionKinds), body: Written, isNamed: z.boolean() }))
    .output(z.object({ dueOn: Day })),
  settle: oc.input(Id.extend({ as: z.enum(settlements) })).output(z.object({ isSettled: z.boolean() })),

  board: oc.input(OfUnion).output(z.array(OnBoard)),
  shown: oc
    .input(Id)
    .output(z.object({ unionName: z.string(), label: z.string(), versions: z.array(Version), questions: z.array(Question) })),
  prove: oc.input(Id).output(Proof),
}
