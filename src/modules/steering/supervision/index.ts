import { sql } from 'drizzle-orm'
import { onHandOver } from '#modules/organisation/posts'
import { noticeKind } from '#platform/notices'
import { answered, closed } from './usecases/telling.ts'

export { jobs } from './jobs.ts'
export { clocks } from './clocks.ts'
export { downloads } from './files.ts'
export { routes } from './routes.ts'
export { calendarBehind } from './usecases/feed.ts'

noticeKind('supervision.warned', { title: '应办事项快到期', mayMute: false, isDone: closed })
noticeKind('supervision.overdue', { title: '应办事项逾期', mayMute: false, isDone: closed })
noticeKind('supervision.escalated', { title: '下级工会的应办事项逾期上报', mayMute: false, isDone: closed })
noticeKind('supervision.excused', { title: '应办事项已免除', mayMute: true })
noticeKind('supervision.urged', { title: '收到督办单', mayMute: false, isDone: answered })
noticeKind('supervision.replied', { title: '督办单有答复', mayMute: true })

// A duty belongs to the kind of post and needs no moving: the record says how many the next holder takes on.
onHandOver('应办事项', async ({ db }, from) => {
  const { rows } = await db.execute<{ n: number }>(sql`select count(*)::int as n from duties d
    where d.union_id = ${from.unionId} and d.closed_on is null
      and (select a.kind from appointments a where a.id = ${from.appointment}) = any (d.owed_by)`)
  return rows[0]!.n
})
