import { z } from 'zod'
import { Day, oc, pageOf, Touched } from '#kit/contract'
import {
  Id,
  maybe,
  said,
  Reason,
  Listing,
  Row,
  Firm,
  Session,
  NewSession,
  NewItem,
  RollLine,
  Hands,
  Own,
} from './contract/shapes.ts'
import * as names from './rules/names.ts'

export * from './contract/shapes.ts'

export const contract = {
  list: oc.input(Listing).output(pageOf(Row)),
  export: oc.input(Listing).output(Touched),
  figures: oc.output(
    z.object({
      ...{ unions: z.int(), heldInYear: z.int(), preparing: z.int(), unreported: z.int(), lateTasks: z.int(), disputed: z.int() },
      ...{ nonPublic: z.int(), nonPublicWithCongress: z.int(), nonPublicCovered: z.int() },
    }),
  ),
  get: oc.input(Id).output(Session),
  prepare: oc.input(NewSession).output(Touched),
  cancel: oc.input(Id.extend({ reason: Reason })).output(Touched),
  mark: oc.input(z.object({ sessionId: z.uuid(), step: z.enum(names.steps), on: Day, note: maybe(400) })).output(Touched),
  skip: oc.input(z.object({ sessionId: z.uuid(), step: z.enum(names.steps), reason: Reason })).output(Touched),
  seatPresidium: oc
    .input(
      z.object({
        sessionId: z.uuid(),
        members: z
          .array(z.object({ memberId: z.uuid(), isLeader: z.boolean() }))
          .min(1)
          .max(60),
      }),
    )
    .output(Touched),
  addItem: oc.input(NewItem).output(Touched),
  removeItem: oc.input(Id).output(Touched),
  drawRoll: oc.input(Id).output(Touched),
  roll: oc.input(Id.extend({ text: z.string().trim().max(40).optional() })).output(z.array(RollLine)),
  observe: oc.input(z.object({ sessionId: z.uuid(), memberId: z.uuid() })).output(Touched),
  doorCode: oc.input(Id).output(z.object({ code: z.string(), secondsLeft: z.int() })),
  arrive: oc
    .input(z.object({ sessionId: z.uuid(), rollIds: z.array(z.uuid()).min(1).max(1000), isPresent: z.boolean() }))
    .output(Touched),
  begin: oc.input(Id).output(Touched),
  openItem: oc.input(Id).output(Touched),
  closeItem: oc.input(Id).output(Touched),
  countHands: oc.input(Hands).output(Touched),
  resolve: oc.input(Id.extend({ resolution: said(20_000) })).output(Touched),
  callSpeaker: oc.input(Id).output(Touched),
  endSpeaker: oc.input(Id).output(Touched),
  close: oc.input(Id).output(Touched),
  publish: oc.input(Id).output(Touched),
  report: oc.input(Id.extend({ on: Day, how: said(200) })).output(Touched),
  answer: oc.input(Id.extend({ answer: z.enum(names.answers), reply: said(1000) })).output(Touched),
  noteOpinion: oc
    .input(z.object({ sessionId: z.uuid(), itemId: z.uuid().nullable(), who: said(60, 1), body: said(1000) }))
    .output(Touched),
  assign: oc
    .input(z.object({ itemId: z.uuid(), title: said(120), side: z.enum(names.sides), owner: said(40, 1), dueOn: Day }))
    .output(Touched),
  carryOut: oc.input(Id.extend({ on: Day, evidence: said(600) })).output(Touched),
  guide: oc.input(z.object({ sessionId: z.uuid(), name: said(40) })).output(Touched),
  remark: oc.input(z.object({ sessionId: z.uuid(), about: said(60), body: said(1000) })).output(Touched),
  mend: oc.input(Id.extend({ note: said(400) })).output(Touched),
  firmsOf: oc.input(z.object({ unionId: z.uuid() })).output(z.array(Firm)),
  confirmFirm: oc.input(Id.extend({ answer: z.enum(['confirmed', 'refused']), by: said(60), note: maybe(400) })).output(Touched),
  paper: oc.input(Id.extend({ which: z.enum(['ask', 'notice', 'minutes', 'resolution', 'report']) })).output(Touched),
  mine: oc.output(
    z.array(
      Own.pick({ id: true, unionName: true, title: true, state: true, opensOn: true, isDeputy: true }).extend({
        isVoting: z.boolean(),
      }),
    ),
  ),
  own: oc.input(Id).output(Own),
  arriveMine: oc.input(Id.extend({ code: z.string().trim().min(4).max(16) })).output(Touched),
  vote: oc.input(z.object({ itemId: z.uuid(), mark: z.enum(names.marks) })).output(Touched),
  say: oc.input(z.object({ sessionId: z.uuid(), itemId: z.uuid().nullable(), body: said(1000) })).output(Touched),
  askToSpeak: oc.input(Id).output(Touched),
  judgeTask: oc.input(Id.extend({ confirms: z.boolean(), note: maybe(400) })).output(Touched),
}
