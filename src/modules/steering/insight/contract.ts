import { z } from 'zod'
import { Day, oc, Paging, Touched } from '#kit/contract'
import { cuts, dimensions, steps } from './contract/words.ts'

export * from './contract/words.ts'

const Count = z.object({ value: z.string(), count: z.int() })
export const Figures = z.object({
  day: Day,
  members: z.int(),
  retained: z.int(),
  /** Registered and no member; `null` on any day but today. */
  workers: z.int().nullable(),
  by: z.record(z.enum(dimensions), z.array(Count)),
})
export type Figures = z.infer<typeof Figures>
const Flow = z.object({ fromDay: Day, came: z.array(Count), went: z.array(Count), joined: z.int(), left: z.int() })

const At = z.object({ unionId: z.uuid().optional(), day: Day.optional() })
const Whose = z.object({ id: z.uuid(), name: z.string(), kind: z.string() })

export const BreakdownInput = At.extend({ by: z.enum(cuts), of: z.enum(dimensions).optional() })
export type BreakdownInput = z.infer<typeof BreakdownInput>
export const Part = z.object({
  /** The value of the cut, or the id of the union below; `null` for who stands with the union itself. */
  key: z.string().nullable(),
  name: z.string().nullable(),
  members: z.int(),
  counts: z.array(Count),
})
export type Part = z.infer<typeof Part>

export const Question = z.object({
  unionId: z.uuid().optional(),
  day: Day.optional(),
  /** For `came` and `went`: counted after this day. */
  since: Day.optional(),
  figure: z.enum(['standing', 'came', 'went', ...dimensions]),
  value: z.string().max(40),
})
export type Question = z.infer<typeof Question>
export const Counted = z.object({
  id: z.uuid(),
  name: z.string(),
  unionId: z.uuid(),
  unionName: z.string(),
  fromOn: Day,
  untilOn: Day.nullable(),
  /** Whether the record can be opened: the person still belongs to a union in one's scope. */
  isHere: z.boolean(),
})
export type Counted = z.infer<typeof Counted>

export const Overview = z.object({
  union: Whose,
  figures: Figures,
  before: Figures.omit({ by: true, workers: true }),
  flow: Flow,
})
export type Overview = z.infer<typeof Overview>

export const contract = {
  overview: oc.input(At.extend({ since: Day.optional() })).output(Overview),
  groups: oc.input(At).output(z.array(z.object({ tag: z.string(), count: z.int().nullable() }))),
  breakdown: oc.input(BreakdownInput).output(z.array(Part)),
  trend: oc
    .input(z.object({ unionId: z.uuid().optional(), from: Day, to: Day, step: z.enum(steps) }))
    .output(z.array(z.object({ day: Day, members: z.int(), joined: z.int(), left: z.int() }))),
  records: oc
    .input(Question.extend(Paging.pick({ page: true, size: true }).shape))
    .output(z.object({ rows: z.array(Counted), total: z.int(), union: Whose, day: Day })),
  export: oc.input(BreakdownInput).output(Touched),
}
