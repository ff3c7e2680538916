import { desc, eq } from 'drizzle-orm'
import { onCopy, onMerge } from '#modules/organisation/members'
import { changes } from './tables.ts'
import { judgmentOf } from './usecases/reading.ts'

export { clocks } from './clocks.ts'
export { downloads } from './files.ts'
export { routes } from './routes.ts'
export { dictionary } from './tables.ts'

onMerge('standing_changes', 'member_id')

onCopy('会籍变动', async ({ db }, person) => {
  const rows = await db.select().from(changes).where(eq(changes.memberId, person)).orderBy(desc(changes.openedAt))
  return rows.map(({ unionPath: _a, ...row }) => ({ ...row, judgment: judgmentOf(row) }))
})
