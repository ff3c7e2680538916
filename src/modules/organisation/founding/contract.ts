import { z } from 'zod'
import { unitKinds } from '#contracts/organisation/employers'
import { Day, oc, pageOf, Touched } from '#kit/contract'
import {
  CreditCode,
  Draft,
  Election,
  Id,
  Listing,
  NewMeeting,
  NewMember,
  NewTask,
  ofProject,
  PaperSignature,
  Project,
  Reason,
  Returned,
  Row,
  Signature,
  Versioned,
} from './contract/shapes.ts'
import { forms } from './rules/names.ts'

export * from './contract/shapes.ts'
export * from './rules/names.ts'

const Invitation = z.object({
  name: z.string(),
  superiorName: z.string(),
  /** The surname only. */
  headName: z.string().nullable(),
  isOpen: z.boolean(),
  units: z.array(z.object({ id: z.uuid(), name: z.string() })),
})

export const Figures = z.object({
  filed: z.int(),
  decided: z.int(),
  medianDays: z.number().nullable(),
  returnsPerApplication: z.number().nullable(),
  waiting: z.int(),
  overdue: z.int(),
  /** Projects under way whose every task has an owner and a day, of all under way. */
  planned: z.int(),
  underWay: z.int(),
  daysBehind: z.number().nullable(),
  forms: z.array(z.object({ form: z.enum(forms), founded: z.int() })),
})

export const contract = {
  lookUp: oc.input(z.object({ creditCode: CreditCode, exceptId: z.uuid().optional() })).output(
    z.object({
      unit: z
        .object({ name: z.string(), unitKind: z.enum(unitKinds), sector: z.string().nullable(), setUpOn: Day.nullable() })
        .nullable(),
      coveredBy: z.string().nullable(),
      taken: z.string().nullable(),
    }),
  ),
  open: oc.input(Draft.extend({ isForOthers: z.boolean().default(false) })).output(Touched),
  mine: oc.output(z.array(Row)),
  own: oc.input(Id).output(Project),
  save: oc.input(Draft.extend({ id: z.uuid(), version: z.int() })).output(Touched),
  saveTask: oc.input(NewTask).output(Touched),
  dropTask: oc.input(Id).output(Touched),
  saveMeeting: oc.input(NewMeeting).output(Touched),
  enterSignatures: oc
    .input(z.object({ ...ofProject, rows: z.array(PaperSignature).min(1).max(200) }))
    .output(z.object({ added: z.int(), already: z.array(z.string()) })),
  dropSignature: oc.input(Id.extend({ reason: Reason })).output(Touched),
  addMember: oc.input(NewMember).output(Touched),
  dropMember: oc.input(Id).output(Touched),
  file: oc.input(Versioned).output(Touched),
  withdraw: oc.input(Versioned.extend({ reason: Reason })).output(Touched),
  report: oc.input(Versioned.extend({ election: Election })).output(Touched),
  invitation: oc.input(z.object({ code: z.string().max(64) })).output(Invitation),
  sign: oc.input(Signature).output(z.object({ receipt: z.uuid() })),
  takeBack: oc.input(z.object({ code: z.string().max(64), receipt: z.uuid() })).output(z.object({ done: z.boolean() })),
  list: oc.input(Listing).output(pageOf(Row)),
  export: oc.input(Listing).output(Touched),
  get: oc.input(Id).output(Project),
  sendBack: oc.input(Versioned.extend({ items: z.array(Returned).min(1, '请至少指出一项') })).output(Touched),
  approve: oc
    .input(
      Versioned.extend({
        number: z.string().trim().min(4, '请写批复文号').max(60),
        termYears: z.int(),
        note: z.string().trim().max(500).optional(),
      }),
    )
    .output(z.object({ id: z.uuid(), unionId: z.uuid(), admitted: z.int(), elsewhere: z.int(), isLinked: z.boolean() })),
  confirm: oc.input(Versioned).output(Touched),
  figures: oc.output(Figures),
}
