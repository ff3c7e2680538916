import { z } from 'zod'

export const Id = z.object({ id: z.uuid() })
export const text = (least: number, most: number, says: string) => z.string().trim().min(least, says).max(most)
/** An empty field is none. */
export const maybe = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullable()
    .default(null)
    .transform((value) => value || null)
