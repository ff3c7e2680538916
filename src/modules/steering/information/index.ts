import { inArray, isNotNull, and } from 'drizzle-orm'
import { type IsDone, noticeKind } from '#platform/notices'
import { recipients } from './tables.ts'

export { downloads } from './files.ts'
export { jobs } from './jobs.ts'
export { routes } from './routes.ts'
export { dictionary } from './tables.ts'

const opened: IsDone = async (db, ids) => {
  const rows = await db
    .select({ id: recipients.id })
    .from(recipients)
    .where(and(inArray(recipients.id, [...ids]), isNotNull(recipients.openedAt)))
  return rows.map(({ id }) => id)
}
const answered: IsDone = async (db, ids) => {
  const rows = await db
    .select({ id: recipients.id })
    .from(recipients)
    .where(and(inArray(recipients.id, [...ids]), isNotNull(recipients.repliedAt)))
  return rows.map(({ id }) => id)
}

noticeKind('information.arrived', { title: '收到工作信息', mayMute: true, isDone: opened })
noticeKind('information.corrected', { title: '工作信息更正', mayMute: true })
noticeKind('information.unread', { title: '工作信息没有签收', mayMute: true, isDone: opened })
noticeKind('information.unanswered', { title: '工作信息没有回复', mayMute: true, isDone: answered })
noticeKind('information.waiting', { title: '工作信息待审签', mayMute: true })
noticeKind('information.replied', { title: '工作信息有回复', mayMute: true })
