import { z } from 'zod'
import { Day, oc, pageOf, Paging, Touched } from '#kit/contract'
import { checkCreditCode, checkIdNumber, checkMobile } from '#kit/identifiers'
import { checkName } from '#kit/names'
import {
  ageBands,
  bases,
  corrigible,
  educations,
  employmentForms,
  ethnicities,
  households,
  idTypes,
  keysOf,
  memberFields,
  memberStatuses,
  newForms,
  politicals,
  problemCodes,
  purposes,
  revealable,
  sexes,
  skillLevels,
  tagCodes,
} from './contract/words.ts'

export * from './contract/words.ts'

/** A text that a check of the kit must accept; its finding, or the value tidied by it, in place of the text. */
const checked = <T extends object>(check: (text: string) => T | { problem: string }, tidied: (found: T) => string) =>
  z
    .string()
    .trim()
    .transform((text, context) => {
      const found = check(text)
      if (!('problem' in found)) return tidied(found as T)
      context.issues.push({ code: 'custom', message: found.problem as string, input: text })
      return z.NEVER
    })
const optional = <T extends z.ZodType>(shape: T) => shape.nullable().optional()
const short = (most: number) => z.string().trim().max(most)

export const PersonName = checked(checkName, ({ name }: { name: string }) => name)
export const Mobile = checked(checkMobile, ({ mobile }: { mobile: string }) => mobile)
export const CitizenNumber = checked(checkIdNumber, ({ number }: { number: string }) => number)
export const EmployerCode = checked(checkCreditCode, ({ code }: { code: string }) => code)

/** What is known of a person, as it is typed. Sex and birth need not be: the identity number says both. */
export const Facts = z.object({
  name: PersonName,
  idType: z.enum(keysOf(idTypes)).default('citizen'),
  idNumber: optional(short(30)),
  sex: optional(z.enum(keysOf(sexes))),
  birthOn: optional(Day),
  mobile: optional(Mobile),
  ethnicity: optional(z.enum(ethnicities)),
  political: optional(z.enum(keysOf(politicals))),
  education: optional(z.enum(keysOf(educations))),
  household: optional(z.enum(keysOf(households))),
  employer: optional(short(100)),
  employerId: optional(z.uuid()),
  employerCode: optional(EmployerCode),
  job: optional(short(40)),
  skillLevel: optional(z.enum(keysOf(skillLevels))),
  employmentForm: optional(z.enum(keysOf(employmentForms))),
  newForm: optional(z.enum(keysOf(newForms))),
  basis: optional(z.enum(keysOf(bases))),
})
export type Facts = z.infer<typeof Facts>
/** Facts before defaults: what another module hands over. */
export type NewFacts = z.input<typeof Facts>

const Changes = Facts.extend({ idType: z.enum(keysOf(idTypes)), number: optional(short(30)), joinedOn: optional(Day) }).partial()
export type Changes = z.infer<typeof Changes>

const nullable = <T extends z.ZodType>(shape: T) => shape.nullable()
const Known = z.object({
  id: z.uuid(),
  unionId: z.uuid(),
  unionName: z.string(),
  status: z.enum(memberStatuses),
  number: nullable(z.string()),
  name: z.string(),
  sex: nullable(z.enum(keysOf(sexes))),
  /** Masked (PI-20). */
  idNumber: nullable(z.string()),
  mobile: nullable(z.string()),
  employer: nullable(z.string()),
  job: nullable(z.string()),
  employmentForm: nullable(z.enum(keysOf(employmentForms))),
  joinedOn: nullable(Day),
  checkedOn: nullable(Day),
  problems: z.array(z.enum(problemCodes)),
})

/** A row of the list: the age, not the birthday. */
export const Row = Known.extend({ age: nullable(z.int()), tags: z.array(z.enum(tagCodes)) })
export type Row = z.infer<typeof Row>

export const Filter = z.object({
  unionId: z.uuid().optional(),
  /** Only the union itself, not those below it. */
  isOnlyHere: z.boolean().optional(),
  text: z.string().trim().max(60).optional(),
  employer: z.string().trim().max(60).optional(),
  status: z.array(z.enum(memberStatuses)).optional(),
  sex: z.enum(keysOf(sexes)).optional(),
  ageFrom: z.int().min(0).max(120).optional(),
  ageTo: z.int().min(0).max(120).optional(),
  age: z.array(z.enum(keysOf(ageBands))).optional(),
  employmentForm: z.array(z.enum(keysOf(employmentForms))).optional(),
  education: z.array(z.enum(keysOf(educations))).optional(),
  tag: z.array(z.enum(tagCodes)).optional(),
  /** `any`: whatever it is. */
  problem: z.array(z.enum([...problemCodes, 'any'])).optional(),
  /** Not checked by anyone for a year. */
  isStale: z.boolean().optional(),
})
export type Filter = z.infer<typeof Filter>
export const sorts = ['union', 'name', 'number', 'age', 'joinedOn', 'checkedOn'] as const
export const ListInput = Paging.extend({ ...Filter.shape, sort: z.enum(sorts).default('union') })
export type ListInput = z.infer<typeof ListInput>

export const Stay = z.object({
  unionId: z.uuid(),
  unionName: z.string(),
  standing: z.enum(['full', 'retained']),
  fromOn: Day,
  untilOn: nullable(Day),
  came: z.string(),
  went: nullable(z.string()),
})
export const Tag = z.object({ tag: z.enum(tagCodes), since: Day, until: nullable(Day), isSensitive: z.boolean() })
export const Change = z.object({ field: z.enum(memberFields), before: nullable(z.string()), after: nullable(z.string()) })
export type Change = z.infer<typeof Change>
export const Changed = z.object({ at: z.date(), act: z.string(), byPost: nullable(z.string()), changes: z.array(Change) })
export const Line = z.object({ id: z.uuid(), at: z.date(), act: z.string() })

export const MemberRecord = Known.extend({
  birthOn: nullable(Day),
  idType: z.enum(keysOf(idTypes)),
  ethnicity: nullable(z.string()),
  political: nullable(z.enum(keysOf(politicals))),
  education: nullable(z.enum(keysOf(educations))),
  household: nullable(z.enum(keysOf(households))),
  employerId: nullable(z.uuid()),
  employerCode: nullable(z.string()),
  skillLevel: nullable(z.enum(keysOf(skillLevels))),
  newForm: nullable(z.enum(keysOf(newForms))),
  basis: nullable(z.enum(keysOf(bases))),
  leftOn: nullable(Day),
  retainedOn: nullable(Day),
  mergedInto: nullable(z.uuid()),
  version: z.int(),
  stays: z.array(Stay),
  tags: z.array(Tag),
})
export type MemberRecord = z.infer<typeof MemberRecord>
export const Look = z.object({
  at: z.date(),
  field: z.enum(revealable),
  reason: z.string(),
  byUnion: z.string(),
  byPost: z.string(),
})
export const Correction = z.object({
  id: z.uuid(),
  memberId: z.uuid(),
  memberName: z.string(),
  unionName: z.string(),
  askedAt: z.date(),
  state: z.enum(['asked', 'withdrawn', 'accepted', 'refused']),
  changes: z.array(Change),
  note: nullable(z.string()),
  decidedAt: nullable(z.date()),
  reason: nullable(z.string()),
})
export const Consent = z.object({
  purpose: z.enum(keysOf(purposes)),
  textVersion: nullable(z.int()),
  givenAt: nullable(z.date()),
  withdrawnAt: nullable(z.date()),
  /** Given, to the text that stands now. */
  isValid: z.boolean(),
})
export const pairings = ['birth', 'mobile', 'employer'] as const
export const Pair = z.object({ by: z.enum(pairings), records: z.array(Row.extend({ createdAt: z.date(), stays: z.int() })) })
const Id = z.object({ id: z.uuid() })
const Reason = z.string().trim().min(4, '请写明理由，至少 4 个字').max(200)
/** What a person may ask to have put right of himself. */
export const Wanted = Facts.pick(
  Object.fromEntries(corrigible.map((field) => [field, true])) as Record<(typeof corrigible)[number], true>,
).partial()

/** What a workbook of members is asked for: numbers are masked unless they are wanted in clear, for a reason. */
export const Export = Filter.extend({ isClear: z.boolean().default(false), reason: Reason.optional() })
export type Export = z.infer<typeof Export>

export const contract = {
  list: oc.input(ListInput).output(pageOf(Row)),
  export: oc.input(Export).output(Touched),
  get: oc.input(Id).output(MemberRecord.extend({ history: z.array(Changed), journal: z.array(Line), looks: z.array(Look) })),
  add: oc.input(Facts.extend({ unionId: z.uuid(), number: optional(short(30)), joinedOn: optional(Day) })).output(Touched),
  correct: oc
    .input(Id.extend({ version: z.int(), changes: Changes }))
    .output(Id.extend({ version: z.int(), changes: z.array(Change) })),
  tag: oc.input(Id.extend({ tag: z.enum(tagCodes), since: Day.optional() })).output(Touched),
  untag: oc.input(Id.extend({ tag: z.enum(tagCodes) })).output(Touched),
  check: oc.input(Id).output(Touched),
  problems: oc.input(z.object({ unionId: z.uuid().optional() })).output(
    z.object({
      total: z.int(),
      broken: z.int(),
      stale: z.int(),
      codes: z.array(z.object({ code: z.enum(problemCodes), count: z.int() })),
    }),
  ),
  duplicates: oc.input(z.object({ unionId: z.uuid().optional() })).output(z.array(Pair)),
  merge: oc
    .input(z.object({ keepId: z.uuid(), dropId: z.uuid(), take: z.array(z.enum(memberFields)).default([]), reason: Reason }))
    .output(Touched),
  merges: oc.input(Id).output(
    z.array(
      z.object({
        id: z.uuid(),
        at: z.date(),
        keptId: z.uuid(),
        droppedId: z.uuid(),
        byPost: nullable(z.string()),
        reason: z.string(),
        undoneAt: nullable(z.date()),
      }),
    ),
  ),
  unmerge: oc.input(Id).output(Touched),
  reveal: oc.input(Id.extend({ field: z.enum(revealable), reason: Reason })).output(z.object({ value: z.string() })),
  corrections: oc.input(Paging.extend({ isOpen: z.boolean().default(true) })).output(pageOf(Correction)),
  decideCorrection: oc.input(Id.extend({ isAccepted: z.boolean(), reason: Reason })).output(Touched),
  mine: oc.output(MemberRecord.extend({ corrections: z.array(Correction) })),
  confirmMine: oc.output(Touched),
  requestCorrection: oc.input(z.object({ wanted: Wanted, note: optional(short(200)) })).output(Touched),
  withdrawCorrection: oc.input(Id).output(Touched),
  whoLooked: oc.output(z.array(Look)),
  copyMine: oc.output(z.record(z.string(), z.unknown())),
  consents: oc.output(z.array(Consent)),
  consent: oc.input(z.object({ purpose: z.enum(keysOf(purposes)), textVersion: z.int() })).output(Touched),
  withdraw: oc.input(z.object({ purpose: z.enum(keysOf(purposes)) })).output(Touched),
}
