import { z } from 'zod'
import { Day, oc, Touched } from '#kit/contract'

export const meetings = ['assembly', 'congress'] as const
export const meetingNames: Record<(typeof meetings)[number], string> = { assembly: '会员大会', congress: '会员代表大会' }

export const Charter = z.object({
  id: z.uuid(),
  unionId: z.uuid(),
  number: z.int(),
  title: z.string(),
  body: z.string(),
  meeting: z.enum(meetings).nullable(),
  adoptedOn: Day.nullable(),
  expected: z.int().nullable(),
  present: z.int().nullable(),
  inFavour: z.int().nullable(),
  publishedAt: z.date().nullable(),
  inForceOn: Day.nullable(),
  version: z.int(),
})
export type Charter = z.infer<typeof Charter>

export const Draft = z.object({
  unionId: z.uuid(),
  version: z.int(),
  title: z.string().trim().min(2, '请填写名称').max(80),
  body: z.string().trim().min(20, '章程正文至少 20 个字').max(60_000),
})
export type Draft = z.infer<typeof Draft>

const people = z.int().min(1).max(100_000)
export const Adoption = z.object({
  id: z.uuid(),
  version: z.int(),
  meeting: z.enum(meetings),
  adoptedOn: Day,
  expected: people,
  present: people,
  inFavour: people,
})
export type Adoption = z.infer<typeof Adoption>

const OfUnion = z.object({ unionId: z.uuid() })

export const contract = {
  list: oc.input(OfUnion).output(z.array(Charter)),
  inForce: oc.input(OfUnion.extend({ day: Day.optional() })).output(Charter.nullable()),
  save: oc.input(Draft).output(Touched),
  adopt: oc.input(Adoption).output(Touched),
  publish: oc.input(z.object({ id: z.uuid(), version: z.int(), inForceOn: Day })).output(Touched),
  figures: oc.output(
    z.object({ unions: z.int(), inForce: z.int(), without: z.array(z.object({ id: z.uuid(), name: z.string() })) }),
  ),
}
