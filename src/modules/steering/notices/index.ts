import { onMerge } from '#modules/organisation/members'
import { noticeKind } from '#platform/notices'

export { routes } from './routes.ts'

noticeKind('notices.trial', { title: '试发', mayMute: true })

// Merged records: the inbox follows the person, and comes back when the merge is undone.
onMerge('notices', 'person_id', ['key'])
onMerge('notice_deliveries', 'person_id')
