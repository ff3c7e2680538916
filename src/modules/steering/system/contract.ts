import { z } from 'zod'
import { oc } from '#kit/contract'

export const JobState = z.object({
  name: z.string(),
  title: z.string(),
  schedule: z.string(),
  nextAt: z.date(),
  endedAt: z.date().nullable(),
  isRunning: z.boolean(),
  outcome: z.record(z.string(), z.number()).nullable(),
  failedAt: z.date().nullable(),
  /** Why the latest run failed; null when it did not. */
  failure: z.string().nullable(),
})
export type JobState = z.infer<typeof JobState>

export const Overview = z.object({
  jobs: z.array(JobState),
  servers: z.array(
    z.object({
      id: z.uuid(),
      host: z.string(),
      version: z.string(),
      runtime: z.string(),
      channels: z.array(z.string()),
      startedAt: z.date(),
      isAlive: z.boolean(),
    }),
  ),
  database: z.object({ version: z.string(), bytes: z.int() }),
  /** The newest backup that the command wrote; null when there was none. */
  backup: z.object({ at: z.date(), file: z.string(), rows: z.int() }).nullable(),
  migrations: z.object({ count: z.int(), latest: z.string(), at: z.date() }),
  /** Where the region is, GB/T 2260; null when nobody has said so. */
  division: z.string().nullable(),
  province: z.string().nullable(),
})
export type Overview = z.infer<typeof Overview>

export const PersonalEntry = z.object({
  table: z.string(),
  column: z.string(),
  title: z.string(),
  purpose: z.string(),
  basis: z.string(),
  retention: z.string(),
  isSensitive: z.boolean(),
  isSealed: z.boolean(),
})
export type PersonalEntry = z.infer<typeof PersonalEntry>

export const contract = {
  overview: oc.output(Overview),
  run: oc.input(z.object({ name: z.string().max(60) })).output(z.object({ name: z.string() })),
  locate: oc
    .input(z.object({ division: z.string().trim().max(6).nullable() }))
    .output(z.object({ division: z.string().nullable() })),
  dictionary: oc.output(z.array(PersonalEntry)),
}
