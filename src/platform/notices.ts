export { type Channel, makeNotices, type Notice, type Notices, NoAdapter, noticesFromEnvironment } from './notices/notices.ts'
