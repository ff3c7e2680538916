export { type IsDone, type NoticeKind, noticeKind, noticeKinds } from './notices/kinds.ts'
export { type News, notify, OFFICE, settle } from './notices/notify.ts'
export {
  type Adapter,
  adapterFor,
  type Channel,
  channels,
  type ChannelSettings,
  makeNotices,
  type Notice,
  type Notices,
  NoAdapter,
  noticesFromEnvironment,
  settingsFromEnvironment,
} from './notices/notices.ts'
export { type Preference, UNSAID } from './notices/hours.ts'
export { type Sending } from './notices/handover.ts'
export { channelsOf, noticeJobs, sendNotices, type Sent } from './notices/sending.ts'
export { ADDRESS, noticeChannels, noticeDeliveries, noticePreferences, notices, SETTINGS } from './notices/tables.ts'
