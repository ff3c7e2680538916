import { noticeKind } from '#platform/notices'

export { downloads } from './files.ts'
export { jobs } from './jobs.ts'
export { routes } from './routes.ts'
export { refreshAll } from './usecases/refreshing.ts'

noticeKind('alarms.raised', { title: '新的组织预警（每天一次汇总）', mayMute: true })
noticeKind('alarms.urged', { title: '上级催办预警', mayMute: true })
