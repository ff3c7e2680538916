import { noticeKind } from '#platform/notices'

export { clocks } from './clocks.ts'
export { downloads } from './files.ts'
export { jobs } from './jobs.ts'
export { routes } from './routes.ts'
export { dictionary } from './tables.ts'

noticeKind('disclosure.asked', { title: '公开事项有意见待答复', mayMute: false })
noticeKind('disclosure.faulted', { title: '公开事项核查不通过', mayMute: false })
