import { z } from 'zod'
import { Day, oc, pageOf, Paging, Touched } from '#kit/contract'
import { groups, MOST, roles } from './rules/catalogue.ts'

export { cadreKinds, levelNames, roleNames, roleOf, roles, type Role } from './rules/catalogue.ts'

const Level = z.int().min(0).max(MOST)
export const Item = z.object({
  key: z.string().regex(/^[a-zA-Z0-9]{1,40}$/),
  title: z.string().trim().min(2, '名称至少 2 个字').max(20),
  group: z.enum(groups),
  wanted: z.object(Object.fromEntries(roles.map((role) => [role, Level])) as Record<(typeof roles)[number], typeof Level>),
})

const Reason = z.string().trim().min(4, '请写明理由，至少 4 个字').max(200)

/** One item for one cadre: what is asked, what he says, what was confirmed. */
export const Rated = z.object({
  key: z.string(),
  title: z.string(),
  group: z.enum(groups),
  wanted: z.int(),
  ownLevel: Level.nullable(),
  level: Level.nullable(),
  reason: z.string().nullable(),
  gap: z.int().nullable(),
  /** The gap of the year before, to see what was closed. */
  before: z.int().nullable(),
})
export type Rated = z.infer<typeof Rated>

export const Sheet = z.object({ year: z.int(), isCadre: z.boolean(), confirmedAt: z.date().nullable(), items: z.array(Rated) })

export const Gap = z.object({
  key: z.string(),
  title: z.string(),
  group: z.enum(groups),
  /** Cadres of whom this is asked; of them: who has a level, who is below what is asked. */
  asked: z.int(),
  rated: z.int(),
  below: z.int(),
  closed: z.int(),
})
export type Gap = z.infer<typeof Gap>

export const UnionGaps = z.object({ id: z.uuid(), name: z.string(), cadres: z.int(), rated: z.int(), gaps: z.int() })
export type UnionGaps = z.infer<typeof UnionGaps>

const Person = z.object({ memberId: z.uuid() })

export const contract = {
  catalogue: oc.output(z.object({ items: z.array(Item), fromOn: Day.nullable(), isChanged: z.boolean() })),
  history: oc.output(
    z.array(z.object({ id: z.uuid(), fromOn: Day, items: z.array(Item), reason: z.string(), madeAt: z.date() })),
  ),
  change: oc.input(z.object({ items: z.array(Item).min(1).max(60), reason: Reason })).output(Touched),
  mine: oc.output(Sheet),
  rateMine: oc.input(z.object({ levels: z.record(z.string(), Level) })).output(Touched),
  ofCadre: oc.input(Person).output(Sheet),
  confirm: oc
    .input(Person.extend({ levels: z.record(z.string(), Level), reason: z.string().trim().max(200).default('') }))
    .output(Touched),
  gaps: oc
    .input(z.object({ unionId: z.uuid().optional() }))
    .output(z.object({ cadres: z.int(), rated: z.int(), rows: z.array(Gap) })),
  unions: oc.input(Paging.extend({ item: z.string().max(40).optional() })).output(pageOf(UnionGaps)),
}
