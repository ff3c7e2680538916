import { z } from 'zod'
import { Day, oc, Touched } from '#kit/contract'

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
export const unionKindNames: Record<UnionKind, string> = {
  federation: '总工会',
  town: '乡镇（街道）工会',
  trade: '产业（行业）工会',
  regional: '区域性工会联合会',
  joint: '联合基层工会',
  basic: '基层工会',
  branch: '分会（车间工会）',
  group: '工会小组',
  newEmployment: '新就业形态劳动者工会',
}

export const unitTypes = ['stateEnterprise', 'privateEnterprise', 'office', 'institution', 'school', 'town'] as const
export type UnitType = (typeof unitTypes)[number]
export const unitTypeNames: Record<UnitType, string> = {
  stateEnterprise: '国有企业',
  privateEnterprise: '非公企业',
  office: '机关',
  institution: '事业单位',
  school: '学校',
  town: '镇街与园区',
}

export const unionStates = ['preparing', 'active', 'dissolved'] as const
export type UnionState = (typeof unionStates)[number]

export const Name = z.string().trim().min(2, '名称至少 2 个字').max(80, '名称最多 80 个字')

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

export const Node = Union.extend({ children: z.int() })
export const Brief = z.object({ id: z.uuid(), name: z.string(), kind: z.enum(unionKinds) })

export const contract = {
  top: oc.output(Node),
  children: oc.input(z.object({ id: z.uuid() })).output(z.array(Node)),
  get: oc.input(z.object({ id: z.uuid() })).output(Node.extend({ above: z.array(Brief) })),
  search: oc.input(z.object({ text: z.string().trim().min(1).max(40) })).output(z.array(Union.extend({ above: z.string() }))),
  directory: oc
    .input(z.object({ text: z.string().trim().max(40), kinds: z.array(z.enum(unionKinds)).optional() }))
    .output(z.array(Brief.extend({ place: z.string().nullable() }))),
  rename: oc
    .input(z.object({ id: z.uuid(), name: Name, shortName: z.string().trim().max(20).nullable(), version: z.int() }))
    .output(Touched),
}
