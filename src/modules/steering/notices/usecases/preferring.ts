import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { maskMobile } from '#kit/masks'
import { ADDRESS, noticeKinds, noticePreferences, notify, UNSAID } from '#platform/notices'
import { open, seal } from '#platform/secrets'
import { enforce, personOf, type Session } from '#platform/session'
import type { Prefer, Preference } from '../contract.ts'
import { type Channel, mayPrefer } from '../rules.ts'

const maskEmail = (email: string) => email.replace(/^(.).*(@.*)$/, '$1***$2')
const maskName = (name: string) => `${name.slice(0, 1)}***${name.slice(-1)}`

/** How one is reached now, by what is known, and what one may choose. */
export async function preference(session: Session): Promise<Preference> {
  const { db, user } = session
  const { rows } = await db.execute<{ mobile: string | null; email: string | null }>(
    sql`select mobile_sealed as mobile, email_sealed as email from own_addresses()`,
  )
  const channels = await db.execute<{ channel: Channel }>(sql`select open_channels() as channel`)
  const said = user.person ? await saidBy(session, user.person) : undefined
  const own = said?.addressSealed ? open(ADDRESS, said.addressSealed) : null
  const [mobile, email] = [rows[0]?.mobile, rows[0]?.email]
  const given = (channel: Channel) => (said?.channel === channel ? own : null)
  return {
    ...(said ?? { ...UNSAID, muted: [] }),
    channel: said?.channel ?? null,
    muted: [...(said?.muted ?? [])],
    reach: {
      sms: mobile ? maskMobile(open('accounts.mobile_sealed', mobile)) : null,
      email: given('email') ? maskEmail(given('email')!) : email ? maskEmail(open('accounts.email_sealed', email)) : null,
      wecom: given('wecom') && maskName(given('wecom')!),
      dingtalk: given('dingtalk') && maskName(given('dingtalk')!),
    },
    open: channels.rows.map(({ channel }) => channel),
    kinds: [...noticeKinds()]
      .map(([kind, { title, mayMute }]) => ({ kind, title, mayMute }))
      .sort((a, b) => a.title.localeCompare(b.title, 'zh')),
  }
}

async function saidBy({ db }: Session, person: string) {
  const [row] = await db.select().from(noticePreferences).where(eq(noticePreferences.personId, person))
  return row
}

/** Says how one wants to be reached; what has not left yet goes by it. */
export async function prefer(session: Session, { address, ...wanted }: Prefer) {
  const { db, now, line } = session
  const personId = personOf(session)
  enforce(mayPrefer({ ...wanted, address }, await preference(session)))
  const before = await saidBy(session, personId)
  const kept = before && before.channel === wanted.channel ? before.addressSealed : null
  const set = { ...wanted, addressSealed: address ? seal(ADDRESS, address) : kept, changedAt: now }
  await db
    .insert(noticePreferences)
    .values({ personId, ...set })
    .onConflictDoUpdate({ target: noticePreferences.personId, set })
  await db.execute(sql`update notices set planned_at = null where person_id = ${personId} and delivery_id is null and done_at is null
    and due_at > ${now.toISOString()}`)
  Object.assign(line, { detail: { channel: wanted.channel, isDaily: wanted.isDaily, muted: wanted.muted.length } })
  return { channel: wanted.channel }
}

/** Tells oneself something, to see it arrive. */
export async function trial(session: Session) {
  const key = `notices.trial:${randomUUID()}`
  const [title, text] = ['这是一条试发的提醒', '收到它，说明接收方式是通的。']
  const count = await notify(session, {
    ...{ key, kind: 'notices.trial', to: { person: personOf(session) }, title, text },
    link: '/notices',
    isUrgent: true,
  })
  return { count }
}
