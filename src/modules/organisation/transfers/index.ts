import { desc, eq } from 'drizzle-orm'
import { onCopy, onMerge } from '#modules/organisation/members'
import { transfers } from './tables.ts'

export { clocks } from './clocks.ts'
export { downloads } from './files.ts'
export { routes } from './routes.ts'
export { dictionary } from './tables.ts'
export { begin, placeOf, standingOfPerson, type Place } from './usecases/starting.ts'

onMerge('transfers', 'member_id')

onCopy('转会', async ({ db }, person) => {
  const rows = await db.select().from(transfers).where(eq(transfers.memberId, person)).orderBy(desc(transfers.startedAt))
  return rows.map(({ fromPath: _a, toPath: _b, ...row }) => row)
})
