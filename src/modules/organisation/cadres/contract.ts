import { z } from 'zod'
import { roles } from '#contracts/organisation/competences'
import { Day, oc, pageOf, Paging, Touched } from '#kit/contract'
import { lacks, loads, tasks } from './rules/tasks.ts'

export * from './rules/tasks.ts'

const Person = z.object({ memberId: z.uuid() })
const Month = z.string().regex(/^\d{4}-\d{2}$/)

export const Row = z.object({
  memberId: z.uuid(),
  personName: z.string(),
  unionId: z.uuid(),
  unionName: z.string(),
  titles: z.array(z.string()),
  isFullTime: z.boolean(),
  sinceOn: Day,
  untilOn: Day.nullable(),
  agreedHours: z.int().nullable(),
  /** Minutes recorded in the last full months, the latest first, and in this month. */
  minutes: z.array(z.int()),
  thisMonth: z.int(),
  load: z.enum(loads),
  lacks: z.array(z.enum(lacks)),
})
export type Row = z.infer<typeof Row>

export const Listing = Paging.extend({
  text: z.string().trim().max(40).default(''),
  role: z.enum(roles).optional(),
  fullTime: z.boolean().optional(),
  load: z.enum(loads).optional(),
  lack: z.enum(lacks).optional(),
})
export type Listing = z.infer<typeof Listing>

export const Term = z.object({
  id: z.uuid(),
  unionId: z.uuid(),
  unionName: z.string(),
  title: z.string(),
  fromOn: Day,
  untilOn: Day.nullable(),
  endedOn: Day.nullable(),
  isFullTime: z.boolean(),
  came: z.string(),
  basis: z.string().nullable(),
})
export type Term = z.infer<typeof Term>

export const Agreement = z.object({
  id: z.uuid(),
  hoursPerMonth: z.int(),
  basis: z.string(),
  fromOn: Day,
  untilOn: Day.nullable(),
})
export const Entry = z.object({
  id: z.uuid(),
  onDay: Day,
  minutes: z.int(),
  task: z.enum(tasks),
  inWorkTime: z.boolean(),
  note: z.string().nullable(),
})
export type Entry = z.infer<typeof Entry>

export const MonthOf = z.object({
  month: Month,
  minutes: z.int(),
  counted: z.int(),
  tasks: z.array(z.object({ task: z.enum(tasks), minutes: z.int() })),
})
export type MonthOf = z.infer<typeof MonthOf>

export const Allowance = z.object({
  hours: z.number(),
  isCumulated: z.boolean(),
  outside: z.array(z.enum(tasks)),
  says: z.string(),
  cite: z.string(),
})

export const File = z.object({
  memberId: z.uuid(),
  personName: z.string(),
  isCadre: z.boolean(),
  row: Row.nullable(),
  terms: z.array(Term),
  agreements: z.array(Agreement),
  allowance: Allowance,
  months: z.array(MonthOf),
})
export type File = z.infer<typeof File>

export const NewEntry = Entry.omit({ id: true, note: true }).extend({
  minutes: z.int().min(10).max(960),
  note: z.string().trim().max(200).nullable().default(null),
})
export type NewEntry = z.infer<typeof NewEntry>

export const UnionLoad = z.object({
  id: z.uuid(),
  name: z.string(),
  partTime: z.int(),
  agreedHours: z.int(),
  realHours: z.number(),
  crowded: z.int(),
  over: z.int(),
  silent: z.int(),
})
export type UnionLoad = z.infer<typeof UnionLoad>

export const Figures = z.object({
  cadres: z.int(),
  fullTime: z.int(),
  partTime: z.int(),
  agreed: z.int(),
  /** Hours agreed and recorded in the last full month, of those who have an agreement. */
  agreedHours: z.int(),
  realHours: z.number(),
  crowded: z.int(),
  over: z.int(),
  silent: z.int(),
  complete: z.int(),
})

export const contract = {
  list: oc.input(Listing).output(pageOf(Row)),
  export: oc.input(Listing).output(Touched),
  get: oc.input(Person).output(File),
  hours: oc.input(Person.extend({ month: Month })).output(z.array(Entry)),
  agree: oc
    .input(
      Person.extend({
        hoursPerMonth: z.int().min(1, '请写每月小时数').max(240),
        basis: z.string().trim().min(4, '请写依据，至少 4 个字').max(120),
        fromOn: Day,
      }),
    )
    .output(Touched),
  unions: oc.input(Paging.extend({ crowded: z.boolean().optional() })).output(pageOf(UnionLoad)),
  figures: oc.output(Figures),
  mine: oc.output(File.extend({ entries: z.array(Entry) })),
  recordHours: oc.input(NewEntry).output(Touched),
  dropHours: oc.input(z.object({ id: z.uuid() })).output(Touched),
}
