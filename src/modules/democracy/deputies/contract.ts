import { z } from 'zod'
import { Day, oc, pageOf, Paging, Touched } from '#kit/contract'
import { congressScopes, endings } from './rules.ts'

const OfUnion = z.object({ unionId: z.uuid() })
const people = z.int().min(0).max(10_000_000)
const text = (max: number) => z.string().trim().max(max).nullable()
const Reason = z.string().trim().min(4, '请写明理由，至少 4 个字').max(400)

export const Vote = z.object({
  staff: people.min(1),
  present: people,
  inFavour: people,
  why: z.string().trim().max(200).nullish(),
})
export const Finding = z.object({
  code: z.string(),
  level: z.enum(['BLOCK', 'WARN', 'INFO']),
  ok: z.boolean(),
  label: z.string(),
  figures: z.string(),
  says: z.string(),
  cite: z.string(),
})
export type Finding = z.infer<typeof Finding>

const Force = z.object({ staff: people.min(1), women: people, scope: z.enum(congressScopes) })
export const Quota = OfUnion.extend(Force.shape).extend({ seats: people.optional() })

const UnitDraft = z.object({
  name: z.string().trim().min(1, '请填写选举单位').max(80),
  coversUnionId: z.uuid().nullable(),
  staff: people,
  seats: z.int().min(1).max(2000),
})
export type UnitDraft = z.infer<typeof UnitDraft>

export const NewTerm = OfUnion.extend(Force.shape).extend({
  number: z.int().min(1).max(99),
  startsOn: Day,
  endsOn: Day,
  units: z.array(UnitDraft).min(1, '至少有一个选举单位').max(1000),
  reason: text(400),
})
export type NewTerm = z.infer<typeof NewTerm>

export const Unit = UnitDraft.extend({ id: z.uuid(), filled: z.int() })
export const Term = z.object({
  id: z.uuid(),
  unionId: z.uuid(),
  number: z.int(),
  scope: z.enum(congressScopes),
  startsOn: Day,
  endsOn: Day,
  delayedUntil: Day.nullable(),
  delayedWhy: z.string().nullable(),
  staff: z.int(),
  women: z.int(),
  seats: z.int(),
  reason: z.string().nullable(),
})
export type Term = z.infer<typeof Term>

export const Deputy = z.object({
  id: z.uuid(),
  unionId: z.uuid(),
  termId: z.uuid(),
  memberId: z.uuid(),
  name: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  job: z.string().nullable(),
  isManager: z.boolean(),
  isWoman: z.boolean(),
  isFrontLine: z.boolean(),
  since: Day,
  until: Day.nullable(),
  endedBy: z.enum(endings).nullable(),
  endedWhy: z.string().nullable(),
  isLapsed: z.boolean(),
  vote: Vote.nullable(),
  evidence: z.string().nullable(),
})
export type Deputy = z.infer<typeof Deputy>

export const Listing = Paging.extend({
  unionId: z.uuid(),
  termId: z.uuid().optional(),
  unitId: z.uuid().optional(),
  text: z.string().trim().max(40).optional(),
  state: z.enum(['sitting', 'ended', 'lapsed']).optional(),
})
export type Listing = z.infer<typeof Listing>

const CommitteeMember = z.object({ memberId: z.uuid(), isHead: z.boolean() })
export const Committee = z.object({
  id: z.uuid(),
  title: z.string(),
  adoptedOn: Day.nullable(),
  adoptedAt: z.string().nullable(),
  members: z.array(CommitteeMember.extend({ name: z.string() })),
})
export type Committee = z.infer<typeof Committee>

const Overview = z.object({
  unionName: z.string(),
  terms: z.array(Term),
  term: Term.nullable(),
  units: z.array(Unit),
  committees: z.array(Committee),
  findings: z.array(Finding),
  filled: z.int(),
  vacant: z.int(),
  elected: z.int(),
})
export type Overview = z.infer<typeof Overview>

export const NewDeputy = z.object({
  unitId: z.uuid(),
  memberId: z.uuid(),
  job: text(40),
  isManager: z.boolean(),
  isFrontLine: z.boolean(),
  electedOn: Day,
  vote: Vote,
  evidence: text(200),
})
export type NewDeputy = z.infer<typeof NewDeputy>

export const Recall = z.object({ id: z.uuid(), on: Day, vote: Vote, why: Reason })
export const End = z.object({ id: z.uuid(), on: Day, by: z.enum(endings).exclude(['recalled']), why: Reason })
export const NewCommittee = z.object({
  termId: z.uuid(),
  title: z.string().trim().min(2, '请填写名称').max(40),
  members: z.array(CommitteeMember).min(1).max(60),
  adoptedOn: Day.nullable(),
  adoptedAt: text(80),
})
export type NewCommittee = z.infer<typeof NewCommittee>

const Own = z.object({
  termId: z.uuid(),
  unionName: z.string(),
  number: z.int(),
  endsOn: Day,
  units: z.array(z.object({ id: z.uuid(), name: z.string(), isMine: z.boolean(), deputies: z.array(z.string()) })),
  isDeputy: z.boolean(),
})
export type Own = z.infer<typeof Own>

export const contract = {
  overview: oc.input(OfUnion).output(Overview),
  draft: oc.input(OfUnion).output(NewTerm.extend({ findings: z.array(Finding) })),
  quota: oc.input(Quota).output(z.object({ needed: z.int(), working: z.string(), findings: z.array(Finding) })),
  list: oc.input(Listing).output(pageOf(Deputy)),
  export: oc.input(Listing).output(Touched),
  open: oc.input(NewTerm).output(Touched),
  delay: oc.input(z.object({ id: z.uuid(), until: Day, why: Reason })).output(Touched),
  record: oc.input(NewDeputy).output(Touched),
  takeElected: oc
    .input(z.object({ termId: z.uuid() }))
    .output(z.object({ id: z.uuid(), taken: z.int(), left: z.array(z.string()) })),
  recall: oc.input(Recall).output(Touched),
  end: oc.input(End).output(Touched),
  form: oc.input(NewCommittee).output(Touched),
  dissolve: oc.input(z.object({ id: z.uuid(), on: Day })).output(Touched),
  mine: oc.output(z.array(Own)),
}
