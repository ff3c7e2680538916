import { noticeKind } from '#platform/notices'

noticeKind('appraisals.opened', { title: '民主评议', mayMute: true })
