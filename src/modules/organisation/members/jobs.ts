import { sql } from 'drizzle-orm'
import { within } from '#platform/db'
import type { Job } from '#platform/jobs'
import { usualFields } from '#rules/organisation/memberRules'

/** Rules on fields that begin today, and unions that came under others' rules by moving, reach their records in the night. */
export const jobs: Job[] = [
  {
    name: 'memberRules.recheck',
    title: '按当日的会员管理制度核对档案必填项',
    schedule: { daily: '00:20' },
    async run({ pool, regions, today, signal }) {
      let rows = 0
      for (const region of regions) {
        if (signal.aborted) break
        rows += await within(pool, { region, role: 'jobs', lo: '', hi: '' }, async (db) => {
          const asked = sql.param(usualFields as string[])
          const found = await db.execute<{ n: number }>(sql`select recheck_member_lacks(${today}, ${asked}::text[]) as n`)
          return found.rows[0]!.n
        })
      }
      return { rows }
    },
  },
]
