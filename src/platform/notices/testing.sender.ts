import { randomUUID } from 'node:crypto'

/**
 * A process that sends until nothing waits, to be killed in the middle: `NOTICES_DATABASE`, `NOTICES_REGION`, `NOTICES_SMTP`;
 * `NOTICES_LEASE` seconds (2), `NOTICES_KEY` (the tests'); `NOTICES_BEGAN`: when
 * the first of them began, milliseconds.
 */
const { openPool } = await import('#platform/db')
const { adapterFor, makeNotices, noticeKind, sendNotices } = await import('#platform/notices')
const { installRing, keyRing } = await import('#platform/secrets')

installRing(keyRing({ current: process.env.NOTICES_KEY ?? 'dGVzdHMgdXNlIHRoaXMga2V5IGFuZCBub3RoaW5nIGVsc2U', readable: [] }))
noticeKind('tests.crowd', { title: '测试', mayMute: true })
const {
  NOTICES_DATABASE: url = '',
  NOTICES_REGION: region = '',
  NOTICES_SMTP: smtp = '',
  NOTICES_LEASE: lease = '2',
} = process.env
const pool = openPool(url)
const notices = makeNotices({ email: adapterFor('email', { url: smtp, from: '区总工会 <noreply@example.org.cn>' }, 4) })
// By day, so that no quiet hours come between; counted from one beginning, so that a second sender's clock does not stand back.
const began = Number(process.env.NOTICES_BEGAN)
const clock = () => new Date(Date.parse('2026-03-02T10:00:00+08:00') + Date.now() - began)
const sending = {
  pool,
  region,
  notices,
  baseUrl: 'https://gonghui.example',
  me: randomUUID(),
  clock,
  connections: 4,
  lease: Number(lease),
}
// Longer than a lease, so that what a dead sender had taken on is waited for.
for (let idle = 0; idle < 2 * Number(lease) + 4; ) {
  const { sent, planned, made } = await sendNotices(sending, new AbortController().signal, 60_000)
  idle = sent + planned + made ? 0 : idle + 1
  if (!sent) await new Promise((ready) => setTimeout(ready, 500))
}
notices.close?.()
await pool.end()
