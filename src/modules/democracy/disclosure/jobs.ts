import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { everywhere, within } from '#platform/db'
import type { Job } from '#platform/jobs'
import { dayOf } from '#platform/session'
import { entries, plans } from './tables.ts'
import { layOut } from './usecases/plans.ts'

/** Lays out the next year's items in December, of every plan in force; what is there already is left as it is. */
export const jobs: Job[] = [
  {
    name: 'disclosure.layOut',
    title: '按公开目录列出下一年的公开事项',
    schedule: { daily: '03:40' },
    async run({ pool, regions, now }) {
      let plansLaidOut = 0
      for (const region of regions)
        await within(pool, { region, role: 'post', ...everywhere }, async (db) => {
          const rows = await db
            .select()
            .from(plans)
            .where(and(isNotNull(plans.adoptedOn), isNull(plans.replacedOn)))
          for (const plan of rows) {
            const lines = await db
              .select()
              .from(entries)
              .where(and(eq(entries.planId, plan.id), isNull(entries.endedOn)))
            await layOut({ db, today: dayOf(now) }, plan, lines)
            plansLaidOut++
          }
        })
      return { plans: plansLaidOut }
    },
  },
]
