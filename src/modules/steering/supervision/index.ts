import { sql } from 'drizzle-orm'
import { onHandOver } from '#modules/organisation/posts'

export { clocks } from './clocks.ts'
export { downloads } from './files.ts'
export { routes } from './routes.ts'
export { calendarBehind } from './usecases/feed.ts'

// A duty belongs to the kind of post and needs no moving: the record says how many the next holder takes on.
onHandOver('应办事项', async ({ db }, from) => {
  const { rows } = await db.execute<{ n: number }>(sql`select count(*)::int as n from duties d
    where d.union_id = ${from.unionId} and d.closed_on is null
      and (select a.kind from appointments a where a.id = ${from.appointment}) = any (d.owed_by)`)
  return rows[0]!.n
})
