export { type Channel, makeNotices, type Notice, type Notices, NoAdapter, noticesFromEnvironment } from './notices/notices.ts'
export { type IsDone, type NoticeKind, noticeKind, noticeKinds } from './notices/kinds.ts'
export { type News, notify, OFFICE, settle } from './notices/notify.ts'
