import type { Job, JobContext } from '#platform/jobs'
import { type Outcome, refreshAll, refreshTouched } from './usecases/refreshing.ts'

/** Alarms follow the records within seconds, and the days once a night. */
export const jobs: Job[] = [
  {
    name: 'alarms.touched',
    title: '核对刚有变动的工会预警',
    schedule: { seconds: 20 },
    run: (context) => everywhereOf(context, refreshTouched),
  },
  {
    name: 'alarms.nightly',
    title: '每日核对全部预警',
    schedule: { daily: '00:40' },
    run: (context) => everywhereOf(context, refreshAll),
  },
]

async function everywhereOf({ pool, regions, now, today, signal }: JobContext, run: typeof refreshAll): Promise<Outcome> {
  const total = { raised: 0, ended: 0 }
  for (const region of regions) {
    if (signal.aborted) break
    const outcome = await run({ pool, region, now, today })
    total.raised += outcome.raised
    total.ended += outcome.ended
  }
  return total
}
