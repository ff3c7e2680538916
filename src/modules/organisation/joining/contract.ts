import { z } from 'zod'
import { Mobile, PersonName } from '#contracts/organisation/members'
import { Day, oc, pageOf, Paging, Touched } from '#kit/contract'
import { checkIdNumber, normaliseIdNumber } from '#kit/identifiers'
import { applicationStates, bases, channelNames, employmentForms, idTypes, matchNames, newForms } from './contract/words.ts'

export * from './contract/words.ts'

const keys = <T extends Record<string, unknown>>(words: T) => Object.keys(words) as [keyof T & string, ...(keyof T & string)[]]
const Id = z.object({ id: z.uuid() })
const Versioned = Id.extend({ version: z.int() })
export const Reason = z.string().trim().min(4, '请写明理由，至少 4 个字').max(300)
const short = (most: number) => z.string().trim().max(most).nullable().default(null)

/** The code by which an applicant without an account finds his application again: 16 letters and digits, made on his phone. */
export const Code = z
  .string()
  .transform((text) => text.toUpperCase().replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(/^[0-9A-HJKMNP-TV-Z]{16}$/, '查询码是 16 位字母和数字'))

/** Who applies. No picture of a card is ever asked for. */
export const Person = z.object({
  name: PersonName,
  idType: z.enum(keys(idTypes)).default('citizen'),
  idNumber: z.string().trim().min(5, '请填写证件号码').max(30).transform(normaliseIdNumber),
  mobile: Mobile,
})
/** Where and how he works, and what he agrees to (the versions of the two texts he saw). */
export const Work = z.object({
  unionId: z.uuid(),
  employer: short(100),
  job: short(40),
  employmentForm: z.enum(keys(employmentForms)),
  newForm: z.enum(keys(newForms)).nullable().default(null),
  basis: z.enum(keys(bases)),
  charterVersion: z.int(),
  privacyVersion: z.int(),
})
const hasNumber = ({ idType, idNumber }: { idType: string; idNumber: string }, context: z.RefinementCtx) => {
  const found = idType === 'citizen' ? checkIdNumber(idNumber) : null
  if (found && 'problem' in found) context.addIssue({ code: 'custom', path: ['idNumber'], message: found.problem })
}
export const Apply = Person.extend(Work.shape).extend({ code: Code }).superRefine(hasNumber)
export type Apply = z.infer<typeof Apply>
export type Work = z.infer<typeof Work>
export const Enter = Person.extend(Work.shape)
  .extend({
    mobile: Mobile.nullable().default(null),
    code: Code,
    paper: z.string().trim().min(2, '请写申请书编号或说明').max(80),
  })
  .superRefine(hasNumber)
export type Enter = z.infer<typeof Enter>

/** What the applicant sees of his application: the same whatever way he came. */
export const Progress = Id.extend({
  unionId: z.uuid(),
  unionName: z.string(),
  /** 王**: whoever finds the code learns no more. */
  name: z.string(),
  state: z.enum(applicationStates),
  appliedOn: Day,
  dueOn: Day,
  decidedOn: Day.nullable(),
  reason: z.string().nullable(),
  number: z.string().nullable(),
  cite: z.string(),
  version: z.int(),
})
export type Progress = z.infer<typeof Progress>

export const Row = Id.extend({
  unionId: z.uuid(),
  unionName: z.string(),
  name: z.string(),
  idType: z.enum(keys(idTypes)),
  /** Masked (PI-20). */
  idNumber: z.string().nullable(),
  mobile: z.string().nullable(),
  employer: z.string().nullable(),
  job: z.string().nullable(),
  employmentForm: z.enum(keys(employmentForms)),
  newForm: z.enum(keys(newForms)).nullable(),
  basis: z.enum(keys(bases)),
  channel: z.enum(keys(channelNames)),
  appliedAt: z.date(),
  appliedOn: Day,
  dueOn: Day,
  isLate: z.boolean(),
  state: z.enum(applicationStates),
  match: z.enum(keys(matchNames)).nullable(),
  /** What was compared and what differs. */
  says: z.string().nullable(),
  decidedOn: Day.nullable(),
  reason: z.string().nullable(),
  number: z.string().nullable(),
  memberId: z.uuid().nullable(),
  version: z.int(),
})
export type Row = z.infer<typeof Row>

export const Detail = Row.extend({
  sex: z.enum(['male', 'female']).nullable(),
  birthOn: Day.nullable(),
  paper: z.string().nullable(),
  checkedHow: z.string().nullable(),
  byPost: z.string().nullable(),
  charterVersion: z.int(),
  privacyVersion: z.int(),
  /** Other applications of the same person at this union. */
  others: z.array(z.object({ id: z.uuid(), appliedOn: Day, state: z.enum(applicationStates), reason: z.string().nullable() })),
})
export type Detail = z.infer<typeof Detail>

export const Filter = z.object({
  unionId: z.uuid().optional(),
  state: z.array(z.enum(applicationStates)).optional(),
  isLate: z.boolean().optional(),
  channel: z.array(z.enum(keys(channelNames))).optional(),
  employmentForm: z.array(z.enum(keys(employmentForms))).optional(),
  text: z.string().trim().max(60).optional(),
})
export type Filter = z.infer<typeof Filter>
export const Listing = Paging.extend(Filter.shape)
export type Listing = z.infer<typeof Listing>

export const contract = {
  /** The union a link or QR names, for the head of the form. */
  place: oc.input(z.object({ unionId: z.uuid() })).output(
    z.object({
      id: z.uuid(),
      name: z.string(),
      above: z.string().nullable(),
      isOpen: z.boolean(),
      days: z.string(),
      cite: z.string(),
    }),
  ),
  apply: oc.input(Apply).output(Progress),
  progress: oc.input(z.object({ code: Code })).output(Progress),
  withdraw: oc.input(z.object({ code: Code })).output(Touched),
  applyMine: oc.input(Work).output(Progress),
  mine: oc.output(z.array(Progress)),
  withdrawMine: oc.input(Id).output(Touched),
  list: oc.input(Listing).output(pageOf(Row)),
  counts: oc.output(
    z.object({ open: z.int(), late: z.int(), approved: z.int(), refused: z.int(), medianHours: z.number().nullable() }),
  ),
  get: oc.input(Id).output(Detail),
  enter: oc.input(Enter).output(Touched),
  approve: oc
    .input(Versioned.extend({ checkedHow: Reason.optional(), memberId: z.uuid().optional() }))
    .output(Touched.extend({ number: z.string() })),
  approveMany: oc.input(z.object({ ids: z.array(z.uuid()).min(1).max(200) })).output(
    z.object({
      approved: z.array(z.object({ id: z.uuid(), number: z.string() })),
      left: z.array(z.object({ id: z.uuid(), reason: z.string() })),
    }),
  ),
  refuse: oc.input(Versioned.extend({ reason: Reason })).output(Touched),
  /** Who is a member elsewhere is asked over from there; nothing is typed again. */
  asTransfer: oc.input(Versioned).output(Touched.extend({ transferId: z.uuid() })),
  export: oc.input(Filter).output(Touched),
  card: oc.output(
    z.object({
      name: z.string(),
      number: z.string().nullable(),
      unionName: z.string(),
      joinedOn: Day.nullable(),
      status: z.enum(['worker', 'member', 'retained', 'left', 'expelled']),
      /** For the QR: opens for a scanner until `until`; none when the card is not valid. */
      token: z.string().nullable(),
      until: z.date(),
    }),
  ),
  verifyCard: oc
    .input(z.object({ token: z.string().min(20).max(400) }))
    .output(z.object({ isValid: z.boolean(), name: z.string().nullable(), says: z.string() })),
}
