import { z } from 'zod'
import { Day, oc, Touched } from '#kit/contract'
import { fieldCodes, formCodes, groundCodes, points } from './contract/words.ts'

const point = <const P extends (typeof points)[number], V extends z.ZodType>(name: P, value: V) =>
  z.object({ point: z.literal(name), value })
const unique = <T>(list: T[]) => new Set(list).size === list.length

/** One point with its value; the bounds only catch slips of typing. */
export const Setting = z.discriminatedUnion('point', [
  point('fields', z.array(z.enum(fieldCodes)).max(fieldCodes.length).refine(unique)),
  point('answerDays', z.int().min(1, '至少 1 个工作日').max(60)),
  point('acceptDays', z.int().min(1, '至少 1 个工作日').max(90)),
  point('retainedFor', z.array(z.enum(groundCodes)).min(1).refine(unique)),
  point('duesClasses', z.partialRecord(z.enum(formCodes), z.string().trim().min(1).max(20))),
  point('checkMonths', z.int().min(1, '至少 1 个月').max(60)),
])

const Source = z.object({
  /** Who ruled; `null` where law, statutes and practice hold alone. */
  by: z.object({ unionId: z.uuid(), unionName: z.string(), fromOn: Day }).nullable(),
  cite: z.string(),
  /** The newest rule of this very union on the point, also one that gives it back or begins later. */
  newestHere: z.uuid().nullable(),
})
export const InForce = Setting.and(Source)
export type InForce = z.infer<typeof InForce>

const Given = z.object({ point: z.enum(points), value: z.null() })
const Version = z.object({
  id: z.uuid(),
  fromOn: Day,
  reason: z.string(),
  setAt: z.date(),
  byPost: z.string().nullable(),
})
export const Past = z.union([Setting, Given]).and(Version)
export type Past = z.infer<typeof Past>

const OfUnion = z.object({ unionId: z.uuid() })
const Wanted = OfUnion.extend({ setting: z.union([Setting, Given]) })
export const SetRule = Wanted.extend({
  fromOn: Day,
  reason: z.string().trim().min(4, '请写明理由，至少 4 个字').max(200),
  seen: z.uuid().nullable(),
})
export type SetRule = z.infer<typeof SetRule>
export type Wanted = z.infer<typeof Wanted>

export const contract = {
  inForce: oc.input(OfUnion.extend({ day: Day.optional() })).output(z.array(InForce)),
  history: oc.input(OfUnion).output(z.array(Past)),
  preview: oc.input(Wanted).output(z.object({ records: z.int(), newly: z.int(), mended: z.int() })),
  set: oc.input(SetRule).output(Touched.extend({ rechecked: z.int() })),
}
