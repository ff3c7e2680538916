import { z } from 'zod'
import { unionKinds, unitTypes } from '#contracts/organisation/unions'
import { Day, oc, pageOf, Paging, Touched } from '#kit/contract'
import { answerKinds, checkStates, cycles, scorings } from './rules/shapes.ts'

export * from './rules/shapes.ts'

const Id = z.object({ id: z.uuid() })
const Versioned = Id.extend({ version: z.int() })
const Reason = z.string().trim().min(4, '请写明理由，至少 4 个字').max(500)

export const Item = z.object({
  key: z.string().regex(/^[a-zA-Z0-9]{1,40}$/),
  section: z.string().trim().min(1, '请写分类').max(20),
  asks: z.string().trim().min(2, '请写要求').max(120),
  cite: z.string().trim().max(80).nullable(),
  answer: z.enum(answerKinds),
  fact: z.string().max(40).nullable(),
  least: z.number().min(0).max(1_000_000).nullable(),
  points: z.int().min(0).max(100),
  isVeto: z.boolean(),
})
export const Level = z.object({ title: z.string().trim().min(1, '请写等次').max(10), least: z.int().min(0).max(10_000) })

export const Draft = z.object({
  id: z.uuid().optional(),
  version: z.int().optional(),
  title: z.string().trim().min(2, '请写标准名称').max(60),
  programme: z.string().trim().min(2, '请写归属').max(20),
  purpose: z.string().trim().max(1000).default(''),
  forKinds: z.array(z.enum(unionKinds)).min(1, '请选择适用的工会'),
  forUnitTypes: z.array(z.enum(unitTypes)).default([]),
  scoring: z.enum(scorings),
  cycle: z.enum(cycles),
  levels: z.array(Level).max(10),
  validMonths: z.int().min(1).max(60),
  items: z.array(Item).max(100),
  follows: z.uuid().nullable().default(null),
})
export type Draft = z.infer<typeof Draft>

export const Standard = Draft.omit({ version: true, id: true }).extend({
  id: z.uuid(),
  version: z.int(),
  unionId: z.uuid(),
  unionName: z.string(),
  publishedAt: z.date().nullable(),
  withdrawnAt: z.date().nullable(),
  /** The caller's union (or one below) published it. */
  isOwn: z.boolean(),
})
export type Standard = z.infer<typeof Standard>

export const Summary = Standard.omit({ items: true, levels: true }).extend({
  items: z.int(),
  /** Of the unions it is for, within one's scope. */
  unions: z.int(),
  accredited: z.int(),
  handedIn: z.int(),
})
export type Summary = z.infer<typeof Summary>

export const Evidence = z.object({ id: z.uuid(), item: z.string(), name: z.string(), size: z.int(), at: z.date() })

export const Answer = z.object({
  key: z.string(),
  /** Met, as the records or the union say; null: not answered yet. */
  isMet: z.boolean().nullable(),
  note: z.string().nullable(),
  says: z.string().nullable(),
  to: z.string().nullable(),
  review: z.enum(['met', 'notMet']).nullable(),
  reviewReason: z.string().nullable(),
  dueOn: Day.nullable(),
  mendedOn: Day.nullable(),
  mendedHow: z.string().nullable(),
  files: z.array(Evidence),
})
export type Answer = z.infer<typeof Answer>

export const Check = z.object({
  id: z.uuid(),
  cycle: z.string(),
  openedAt: z.date(),
  handedInAt: z.date().nullable(),
  returnReason: z.string().nullable(),
  concludedAt: z.date().nullable(),
  points: z.int().nullable(),
  level: z.string().nullable(),
  validUntil: Day.nullable(),
  remark: z.string().nullable(),
  revokeReason: z.string().nullable(),
  version: z.int(),
})

export const Sheet = z.object({
  standard: Standard,
  unionId: z.uuid(),
  unionName: z.string(),
  state: z.enum(checkStates),
  check: Check.nullable(),
  answers: z.array(Answer),
  /** What it would come to as things stand. */
  score: z.object({ points: z.int(), level: z.string().nullable(), vetoes: z.array(z.string()) }),
  fromAbove: z.boolean(),
})
export type Sheet = z.infer<typeof Sheet>

export const Applying = z.object({
  standardId: z.uuid(),
  title: z.string(),
  programme: z.string(),
  unionName: z.string(),
  state: z.enum(checkStates),
  cycle: z.string().nullable(),
  level: z.string().nullable(),
  points: z.int().nullable(),
  validUntil: Day.nullable(),
})
export type Applying = z.infer<typeof Applying>

export const Standing = z.object({
  unionId: z.uuid(),
  unionName: z.string(),
  state: z.enum(checkStates),
  cycle: z.string().nullable(),
  points: z.int().nullable(),
  level: z.string().nullable(),
  validUntil: Day.nullable(),
  gaps: z.int(),
})
export type Standing = z.infer<typeof Standing>

export const StandingListing = Paging.extend({
  standardId: z.uuid(),
  text: z.string().trim().max(40).default(''),
  state: z.enum(checkStates).optional(),
})
export type StandingListing = z.infer<typeof StandingListing>

export const Missing = z.object({
  key: z.string(),
  asks: z.string(),
  /** Unions of which it is known; of them: without it. */
  known: z.int(),
  missing: z.int(),
})
export type Missing = z.infer<typeof Missing>

export const Gap = z.object({
  id: z.uuid(),
  unionId: z.uuid(),
  unionName: z.string(),
  standardId: z.uuid(),
  standard: z.string(),
  asks: z.string(),
  reason: z.string().nullable(),
  dueOn: Day.nullable(),
})
export type Gap = z.infer<typeof Gap>

const OfUnion = z.object({ unionId: z.uuid() })
const OfItem = z.object({ checkId: z.uuid(), item: z.string().max(40) })

export const contract = {
  facts: oc.output(
    z.array(z.object({ key: z.string(), title: z.string(), unit: z.enum(['yes', 'percent', 'count']), to: z.string() })),
  ),
  list: oc.output(z.array(Summary)),
  get: oc.input(Id).output(Standard),
  save: oc.input(Draft).output(Touched),
  publish: oc.input(Versioned).output(Touched),
  withdraw: oc.input(Versioned).output(Touched),
  ofUnion: oc.input(OfUnion).output(z.array(Applying)),
  sheet: oc.input(OfUnion.extend({ standardId: z.uuid() })).output(Sheet),
  open: oc.input(OfUnion.extend({ standardId: z.uuid() })).output(Touched),
  answer: oc.input(OfItem.extend({ isMet: z.boolean(), note: z.string().trim().max(1000).default('') })).output(Touched),
  attach: oc.input(OfItem.extend({ upload: z.uuid() })).output(Touched),
  detach: oc.input(Id).output(Touched),
  handIn: oc.input(Versioned).output(Touched),
  mark: oc
    .input(
      OfItem.extend({ review: z.enum(['met', 'notMet']), reason: z.string().trim().max(500).default(''), dueOn: Day.optional() }),
    )
    .output(Touched),
  conclude: oc
    .input(Versioned.extend({ remark: z.string().trim().max(500).default('') }))
    .output(z.object({ id: z.uuid(), points: z.int(), level: z.string().nullable() })),
  sendBack: oc.input(Versioned.extend({ reason: Reason })).output(Touched),
  revoke: oc.input(Versioned.extend({ reason: Reason })).output(Touched),
  mend: oc.input(Id.extend({ how: z.string().trim().min(4, '请写怎样整改的').max(500) })).output(Touched),
  standing: oc.input(StandingListing).output(pageOf(Standing)),
  missing: oc.input(z.object({ standardId: z.uuid() })).output(z.array(Missing)),
  gaps: oc.input(Paging.extend({ late: z.boolean().optional(), standardId: z.uuid().optional() })).output(pageOf(Gap)),
  export: oc.input(StandingListing).output(Touched),
  openEvidence: oc.input(Id).output(Touched),
}
