import { z } from 'zod'
import { Day, oc, pageOf, Paging, Touched } from '#kit/contract'
import { checkCreditCode } from '#kit/identifiers'

export { processNames, processStateNames, stageNames, unitKindNames } from './rules/names.ts'

export const unitKinds = ['enterprise', 'institution', 'office', 'social', 'individual', 'other'] as const
export type UnitKind = (typeof unitKinds)[number]

export const stages = ['none', 'contact', 'preparing', 'founded', 'refused', 'closed'] as const
export type Stage = (typeof stages)[number]

export const processes = ['founding', 'election', 'congress'] as const
export type Process = (typeof processes)[number]
export const processStates = ['open', 'underway', 'done'] as const

/** An empty field, or a unified social credit code whose check character fits (GB 32100). */
const CreditCode = z
  .string()
  .trim()
  .transform((text, context) => {
    const found = checkCreditCode(text)
    if (!('problem' in found)) return found.code
    context.addIssue({ code: 'custom', message: found.problem })
    return z.NEVER
  })
  .nullable()

const short = (max: number) => z.string().trim().max(max, `最多 ${max} 个字`).nullable()
export const Facts = z.object({
  /** The union whose area the employer belongs to: town, street, trade. */
  unionId: z.uuid(),
  name: z.string().trim().min(2, '名称至少 2 个字').max(100, '名称最多 100 个字'),
  creditCode: CreditCode,
  unitKind: z.enum(unitKinds),
  ownership: short(30),
  sector: short(30),
  address: short(120),
  headcount: z.int().min(0).max(9_999_999).nullable(),
  setUpOn: Day.nullable(),
  source: short(60),
})
export type Facts = z.infer<typeof Facts>

export const Employer = Facts.extend({
  id: z.uuid(),
  creditCode: z.string().nullable(),
  unionName: z.string(),
  stage: z.enum(stages),
  stageOn: Day.nullable(),
  coveredBy: z.uuid().nullable(),
  coveredByName: z.string().nullable(),
  /** Members registered as working there, in the viewer's scope. */
  members: z.int(),
  organiserId: z.uuid().nullable(),
  organiserName: z.string().nullable(),
  nextStep: z.string().nullable(),
  nextOn: Day.nullable(),
  version: z.int(),
  isKey: z.boolean(),
  isObstructed: z.boolean(),
})
export type Employer = z.infer<typeof Employer>

/** A clock: the last day to found a union, by which article (ORG-15). */
export const Clock = z.object({ dueOn: Day, says: z.string(), cite: z.string() })
export type Clock = z.infer<typeof Clock>

export const Step = z.object({
  id: z.uuid(),
  stage: z.enum(stages),
  onDay: Day,
  note: z.string(),
  postTitle: z.string().nullable(),
})
export const Obstruction = z.object({
  id: z.uuid(),
  facts: z.string(),
  openedOn: Day,
  labourAskedOn: Day.nullable(),
  labourResult: z.string().nullable(),
  governmentAskedOn: Day.nullable(),
  governmentResult: z.string().nullable(),
  closedOn: Day.nullable(),
  outcome: z.string().nullable(),
})
export type Obstruction = z.infer<typeof Obstruction>

const Id = z.object({ id: z.uuid() })
const Note = z.string().trim().min(2, '请写几个字').max(1000)

export const Listing = Paging.extend({
  below: z.uuid().optional(),
  text: z.string().trim().max(40).optional(),
  stage: z.enum(stages).optional(),
  /** Blank spots: no union yet, and not closed. */
  blank: z.boolean().optional(),
  sector: z.string().max(30).optional(),
  unitKind: z.enum(unitKinds).optional(),
  unassigned: z.boolean().optional(),
  coveredBy: z.uuid().optional(),
  obstructed: z.boolean().optional(),
})
export type Listing = z.infer<typeof Listing>

/** `employers` and `workers` are all that are not closed; `covered…` those with a union. */
export const Coverage = z.object({
  employers: z.int(),
  covered: z.int(),
  workers: z.int(),
  coveredWorkers: z.int(),
  unassigned: z.int(),
  obstructed: z.int(),
})
export type Coverage = z.infer<typeof Coverage>
export const CoverageRow = Coverage.extend({ id: z.uuid().nullable(), title: z.string() })
export type CoverageRow = z.infer<typeof CoverageRow>

export const Key = z.object({
  id: z.uuid(),
  employerId: z.uuid(),
  name: z.string(),
  unionName: z.string(),
  headcount: z.int().nullable(),
  instructorId: z.uuid().nullable(),
  instructorName: z.string().nullable(),
  founding: z.enum(processStates),
  election: z.enum(processStates),
  congress: z.enum(processStates),
  visits: z.int(),
  lastVisit: Day.nullable(),
  version: z.int(),
})
export type Key = z.infer<typeof Key>
export const Visit = z.object({
  id: z.uuid(),
  kind: z.enum(['visit', 'advice']),
  process: z.enum(processes).nullable(),
  onDay: Day,
  note: z.string(),
})

export const Keys = Paging.extend({ below: z.uuid().optional(), withoutInstructor: z.boolean().optional() })
export type Keys = z.infer<typeof Keys>

const Person = { personId: z.uuid().nullable(), personName: z.string().trim().min(2).max(60).nullable() }

export const contract = {
  list: oc.input(Listing).output(pageOf(Employer)),
  export: oc.input(Listing).output(Touched),
  get: oc
    .input(Id)
    .output(Employer.extend({ clock: Clock.nullable(), steps: z.array(Step), obstructions: z.array(Obstruction) })),
  coverage: oc
    .input(z.object({ below: z.uuid().optional() }))
    .output(z.object({ total: Coverage, places: z.array(CoverageRow), sectors: z.array(CoverageRow) })),
  add: oc.input(Facts).output(Touched),
  correct: oc.input(Id.extend({ version: z.int(), facts: Facts })).output(Touched),
  assign: oc.input(z.object({ ids: z.array(z.uuid()).min(1).max(500), ...Person })).output(z.object({ count: z.int() })),
  advance: oc
    .input(
      Id.extend({
        version: z.int(),
        stage: z.enum(stages),
        onDay: Day,
        note: Note,
        coveredBy: z.uuid().nullable().default(null),
        nextStep: short(200).default(null),
        nextOn: Day.nullable().default(null),
      }),
    )
    .output(Touched),
  obstruct: oc
    .input(Id.extend({ facts: z.string().trim().min(10, '请写清阻挠的事实，至少 10 个字').max(2000), openedOn: Day }))
    .output(Touched),
  press: oc
    .input(
      Id.extend({
        step: z.enum(['labourAsked', 'labourResult', 'governmentAsked', 'governmentResult', 'closed']),
        onDay: Day,
        note: Note,
      }),
    )
    .output(Touched),
  exportKeys: oc.input(Keys).output(Touched),
  keys: oc.input(Keys).output(
    pageOf(Key).extend({
      figures: z.object({ keys: z.int(), instructed: z.int(), visited: z.int(), done: z.record(z.enum(processes), z.int()) }),
    }),
  ),
  key: oc.input(Id).output(Key.extend({ log: z.array(Visit) })),
  markKey: oc.input(z.object({ employerId: z.uuid(), isKey: z.boolean() })).output(Touched),
  instruct: oc.input(Id.extend({ version: z.int(), ...Person })).output(Touched),
  proceed: oc.input(Id.extend({ version: z.int(), process: z.enum(processes), to: z.enum(processStates) })).output(Touched),
  visit: oc
    .input(Id.extend({ kind: z.enum(['visit', 'advice']), process: z.enum(processes).nullable(), onDay: Day, note: Note }))
    .output(Touched),
}
