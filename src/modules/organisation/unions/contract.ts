import { z } from 'zod'
import { Day, oc, pageOf, Paging, Touched } from '#kit/contract'
import { checkCreditCode } from '#kit/identifiers'

export { chairModeNames, gapNames, unionKindNames, unionStateNames, unitTypeNames } from './rules/names.ts'

export const unionKinds = [
  'federation',
  'town',
  'trade',
  'regional',
  'joint',
  'basic',
  'branch',
  'group',
  'newEmployment',
] as const
export type UnionKind = (typeof unionKinds)[number]

export const unitTypes = ['stateEnterprise', 'privateEnterprise', 'office', 'institution', 'school', 'town'] as const
export type UnitType = (typeof unitTypes)[number]

export const unionStates = ['preparing', 'active', 'dissolved'] as const
export type UnionState = (typeof unionStates)[number]

export const chairModes = ['direct', 'delegates', 'committee', 'assigned'] as const

export const Name = z.string().trim().min(2, '名称至少 2 个字').max(80, '名称最多 80 个字')
export const Id = z.object({ id: z.uuid() })

/** An empty field, or a code whose check character fits; 81 and 89 are union codes (ID-10…12). */
const creditCode = (of: 'union' | 'unit') =>
  z
    .string()
    .trim()
    .transform((text, context) => {
      const code = checkCreditCode(text)
      const problem =
        'problem' in code ? code.problem : of === 'union' && !code.isUnion ? '工会的统一社会信用代码应以 81 或 89 开头' : null
      if (problem !== null || 'problem' in code) {
        context.addIssue({ code: 'custom', message: problem ?? '统一社会信用代码不对' })
        return z.NEVER
      }
      return code.code
    })
    .nullable()

const short = (max: number) => z.string().trim().max(max, `最多 ${max} 个字`).nullable()
const number = z.int().min(0).max(9_999_999).nullable()

/** What a union keeps of itself (STAT-01, ORG-10). `null` says not known, never no. */
export const Facts = z.object({
  shortName: short(20),
  code: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z-]{2,30}$/, '编号只用数字、字母和短横线')
    .nullable(),
  creditCode: creditCode('union'),
  unitName: short(80),
  unitCreditCode: creditCode('unit'),
  ownership: short(30),
  sector: short(30),
  place: short(40),
  address: short(120),
  staffCount: number,
  hasSeal: z.boolean().nullable(),
  hasPlate: z.boolean().nullable(),
  hasAccount: z.boolean().nullable(),
  hasCertificate: z.boolean().nullable(),
  certificateUntil: Day.nullable(),
  chairMode: z.enum(chairModes).nullable(),
  hasOwnOffice: z.boolean().nullable(),
  isMergedWithParty: z.boolean().nullable(),
  fullTimePosts: number,
  partTimePosts: number,
})
export type Facts = z.infer<typeof Facts>

export const Union = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  kind: z.enum(unionKinds),
  unitType: z.enum(unitTypes),
  state: z.enum(unionStates),
  name: z.string(),
  shortName: z.string().nullable(),
  code: z.string().nullable(),
  creditCode: z.string().nullable(),
  place: z.string().nullable(),
  sector: z.string().nullable(),
  foundedOn: Day.nullable(),
  version: z.int(),
})
export type Union = z.infer<typeof Union>

/** `children` stand directly below; `members` are those in membership here and in all below. */
export const Node = Union.extend({ children: z.int(), members: z.int() })
export type Node = z.infer<typeof Node>
export const Brief = z.object({ id: z.uuid(), name: z.string(), kind: z.enum(unionKinds) })
export type Brief = z.infer<typeof Brief>

/** A node as it stood on a day. */
export const Past = Union.pick({ id: true, parentId: true, kind: true, unitType: true, state: true, name: true }).extend({
  depth: z.int(),
  children: z.int(),
})
export type Past = z.infer<typeof Past>

export const Version = z.object({
  id: z.uuid(),
  validFrom: Day,
  validTo: Day.nullable(),
  name: z.string(),
  kind: z.enum(unionKinds),
  unitType: z.enum(unitTypes),
  state: z.enum(unionStates),
  parent: z.string().nullable(),
})
export type Version = z.infer<typeof Version>

/** What may be missing of a union: each is a list a superior asks for. */
export const gaps = ['creditCode', 'seal', 'plate', 'account', 'certificate', 'office', 'fullTime', 'certificateEnding'] as const

export const Listing = Paging.extend({
  below: z.uuid().optional(),
  text: z.string().trim().max(40).optional(),
  kind: z.enum(unionKinds).optional(),
  unitType: z.enum(unitTypes).optional(),
  state: z.enum(unionStates).optional(),
  gap: z.enum(gaps).optional(),
})
export type Listing = z.infer<typeof Listing>

const word = z.string().trim().min(1, '请填写').max(20, '最多 20 个字')
export const Template = z.object({
  unitType: z.enum(unitTypes),
  words: z.object({
    unit: word,
    head: word,
    worker: word,
    disclosure: word,
    congress: word,
    congressShort: word,
    branch: word,
    group: word,
  }),
  unused: z.array(z.string().max(30)).max(40),
  version: z.int(),
})

const Whole = Union.extend(Facts.shape).extend({ creditCode: z.string().nullable(), unitCreditCode: z.string().nullable() })
export const Detail = Whole.extend({ children: z.int(), members: z.int(), above: z.array(Brief), effectiveOn: Day })
export type Detail = z.infer<typeof Detail>

export const contract = {
  top: oc.output(Node),
  children: oc.input(Id).output(z.array(Node)),
  get: oc.input(Id).output(Detail),
  search: oc.input(z.object({ text: z.string().trim().min(1).max(40) })).output(z.array(Union.extend({ above: z.string() }))),
  list: oc.input(Listing).output(pageOf(Whole.extend({ above: z.string(), members: z.int() }))),
  export: oc.input(Listing).output(Touched),
  outline: oc.input(Id).output(z.object({ rows: z.array(Node.extend({ depth: z.int() })), total: z.int() })),
  asOf: oc.input(Id.extend({ day: Day, depth: z.int().min(1).max(12).default(1) })).output(z.array(Past)),
  history: oc.input(Id).output(z.array(Version)),
  directory: oc
    .input(z.object({ text: z.string().trim().max(40), kinds: z.array(z.enum(unionKinds)).optional() }))
    .output(z.array(Brief.extend({ place: z.string().nullable(), above: z.string().nullable() }))),
  add: oc
    .input(z.object({ parentId: z.uuid(), kind: z.enum(['branch', 'group']), name: Name, shortName: short(20).default(null) }))
    .output(Touched),
  rename: oc.input(Id.extend({ name: Name, shortName: short(20), version: z.int() })).output(Touched),
  shift: oc.input(Id.extend({ parentId: z.uuid(), version: z.int() })).output(Touched),
  close: oc.input(Id.extend({ version: z.int() })).output(Touched),
  correct: oc.input(Id.extend({ version: z.int(), facts: Facts })).output(Touched),
  templates: oc.output(z.array(Template)),
  setTemplate: oc.input(Template).output(Template),
}
