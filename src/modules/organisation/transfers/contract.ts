import { z } from 'zod'
import { PersonName } from '#contracts/organisation/members'
import { Day, oc, pageOf, Paging, Touched } from '#kit/contract'
import { normaliseIdNumber } from '#kit/identifiers'
import { groundNames, sides, transferStates } from './contract/words.ts'

export * from './contract/words.ts'

const Id = z.object({ id: z.uuid() })
const Versioned = Id.extend({ version: z.int() })
const Reason = z.string().trim().min(4, '请写明理由，至少 4 个字').max(300)
const grounds = Object.keys(groundNames) as [keyof typeof groundNames, ...(keyof typeof groundNames)[]]
/** Where to and why. */
export const Goal = z.object({
  unionId: z.uuid(),
  ground: z.enum(grounds),
  note: z.string().trim().max(200).nullable().default(null),
})
export type Goal = z.infer<typeof Goal>

export const Row = Id.extend({
  memberId: z.uuid(),
  name: z.string(),
  fromUnionId: z.uuid(),
  fromName: z.string(),
  toUnionId: z.uuid(),
  toName: z.string(),
  startedBy: z.enum(sides),
  ground: z.enum(grounds),
  note: z.string().nullable(),
  startedOn: Day,
  dueOn: Day,
  isLate: z.boolean(),
  state: z.enum(transferStates),
  /** Who has still to say yes. */
  waitsFor: z.array(z.enum(sides)),
  /** On which side the post acted under stands: a superior may stand on both. */
  mySides: z.array(z.enum(sides)),
  agreedAt: z.date().nullable(),
  releasedAt: z.date().nullable(),
  releasedBy: z.string().nullable(),
  takenAt: z.date().nullable(),
  takenBy: z.string().nullable(),
  endedOn: Day.nullable(),
  refusedBy: z.enum(sides).nullable(),
  reason: z.string().nullable(),
  cite: z.string(),
  version: z.int(),
})
export type Row = z.infer<typeof Row>

export const Listing = Paging.extend({
  state: z.array(z.enum(transferStates)).optional(),
  /** Only those that leave or come. */
  way: z.enum(['out', 'in']).optional(),
  isLate: z.boolean().optional(),
  /** Only those that wait for the side one stands on. */
  waiting: z.boolean().optional(),
  memberId: z.uuid().optional(),
})
export type Listing = z.infer<typeof Listing>

const Subject = { name: PersonName, idNumber: z.string().trim().min(5, '请填写证件号码').max(30).transform(normaliseIdNumber) }

export const contract = {
  start: oc.input(Goal).output(Touched),
  mine: oc.output(z.array(Row)),
  agree: oc.input(Id).output(Touched),
  stop: oc.input(Id.extend({ reason: Reason.optional() })).output(Touched),
  list: oc.input(Listing).output(pageOf(Row)),
  export: oc.input(Listing).output(Touched),
  overdue: oc.input(Paging).output(pageOf(Row)),
  counts: oc.output(
    z.object({ waiting: z.int(), late: z.int(), open: z.int(), accepted: z.int(), medianDays: z.number().nullable() }),
  ),
  get: oc.input(Id).output(Row),
  startOld: oc.input(Goal.extend({ memberId: z.uuid() })).output(Touched),
  startNew: oc.input(Goal.extend(Subject)).output(Touched),
  release: oc.input(Versioned).output(Touched),
  accept: oc.input(Versioned).output(Touched),
  agreeOnPaper: oc.input(Versioned.extend({ paper: z.string().trim().min(2, '请写明书面材料').max(80) })).output(Touched),
  refuse: oc.input(Versioned.extend({ reason: Reason })).output(Touched),
  withdraw: oc.input(Versioned.extend({ reason: Reason })).output(Touched),
}
