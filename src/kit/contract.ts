import { oc as base } from '@orpc/contract'
import { z } from 'zod'

/** The base of every contract: a call may be refused by a rule, with its reason and article. */
export const oc = base.errors({
  UNPROCESSABLE_CONTENT: { data: z.object({ code: z.string(), reason: z.string(), cite: z.string().optional() }) },
})

/** A calendar day, `2026-11-24`: never a moment. */
export const Day = z.iso.date()

/** What every list takes: which page, how many rows, sorted by what. */
export const Paging = z.object({
  page: z.int().min(1).default(1),
  size: z.int().min(1).max(200).default(20),
  sort: z.string().max(40).optional(),
  descending: z.boolean().default(false),
})
export type Paging = z.infer<typeof Paging>

/** A page of rows, and how many there are in all. */
export const pageOf = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), total: z.int() })

/** The answer of an act that has nothing to show but what it touched. */
export const Touched = z.object({ id: z.uuid() })
