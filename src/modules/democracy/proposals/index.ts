import { onMerge } from '#modules/organisation/members'
import { noticeKind } from '#platform/notices'

export { clocks } from './clocks.ts'
export { downloads } from './files.ts'
export { routes } from './routes.ts'
export { dictionary } from './tables.ts'

onMerge('proposal_authors', 'member_id', ['proposal_id'])
onMerge('proposal_seconds', 'member_id', ['proposal_id'])
onMerge('proposal_ratings', 'member_id')

noticeKind('proposals.step', { title: '我的提案的进展', mayMute: true })
noticeKind('proposals.assigned', { title: '提案交办', mayMute: false })
noticeKind('proposals.again', { title: '提案第二轮办理', mayMute: true })
noticeKind('proposals.effect', { title: '提案效益待核', mayMute: true })
