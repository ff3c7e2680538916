import { everywhere, within } from '#platform/db'
import { tellEvents } from '#platform/duties'
import type { Job } from '#platform/jobs'
import { tell } from './usecases/telling.ts'

/** Events told in one transaction. */
const MOST = 500

export const jobs: Job[] = [
  {
    name: 'supervision.tell',
    title: '把应办事项的提醒、逾期和上报告诉该办的人',
    schedule: { seconds: 60 },
    async run({ pool, regions, now, signal }) {
      let events = 0
      for (const region of regions)
        for (let count = MOST; count === MOST && !signal.aborted; events += count)
          count = await within(pool, { region, role: 'post', ...everywhere }, (db) =>
            tellEvents(db, (some) => tell({ db, now }, some), MOST),
          )
      return { events }
    },
  },
]
