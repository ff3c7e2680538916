import { z } from 'zod'
import { Day, oc } from '#kit/contract'

export { nameOfAct } from './rules/names.ts'

/** How a union stands: something overdue; something due soon or an alarm; nothing done for long; all in time. */
export const standings = ['late', 'due', 'quiet', 'onTime'] as const
export type Standing = (typeof standings)[number]

/** The worst of a union, as far as there is one. */
const Worst = z.object({
  /** 逾期未办：登记届满换届; 预警：主席空缺. */
  what: z.string(),
  since: Day,
  /** Of a duty. */
  dueOn: Day.nullable(),
  cite: z.string(),
})

export const Cell = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Which of the groups it stands in. */
  group: z.int(),
  /** In it and in all below it. */
  members: z.int(),
  standing: z.enum(standings),
  worst: Worst.nullable(),
  /** Duties overdue, duties due soon, alarms. */
  counts: z.tuple([z.int(), z.int(), z.int()]),
})
export type Cell = z.infer<typeof Cell>

/** A town or trade with all below it, what stands directly below, or a sector; `unionId` where one can walk into it. */
export const Group = z.object({ title: z.string(), unionId: z.uuid().nullable() })
export type Group = z.infer<typeof Group>

/** One kind of act on one day: 审批入会申请 5 次. */
export const Done = z.object({ day: Day, act: z.string(), times: z.int(), unionName: z.string().nullable(), unions: z.int() })
export type Done = z.infer<typeof Done>

export const contract = {
  /** Every union of a subtree with its worst state, 3,300 in one answer. */
  picture: oc
    .input(z.object({ unionId: z.uuid().optional() }))
    .output(z.object({ asOf: Day, unionId: z.uuid(), unionName: z.string(), groups: z.array(Group), cells: z.array(Cell) })),
  /** What I did under any of my posts, and what my union has done with, in the last days. */
  done: oc.input(z.object({ days: z.int().min(1).max(366).default(30) })).output(
    z.object({
      acts: z.array(Done),
      total: z.int(),
      fulfilled: z.array(z.object({ id: z.uuid(), title: z.string(), closedOn: Day, dueOn: Day })),
    }),
  ),
}
