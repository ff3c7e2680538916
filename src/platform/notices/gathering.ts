import { sql } from 'drizzle-orm'
import type { Db } from '#platform/db'
import { open } from '#platform/secrets'
import { channelFor } from './hours.ts'
import type { Channel } from './notices.ts'
import { ADDRESS } from './tables.ts'

/** Persons gathered for in one transaction. */
const BATCH = 500

export type Reach = { channel: Channel | 'none' | null; addresses: Partial<Record<Channel, string>> }
type Known = {
  personId: string
  mobile: string | null
  email: string | null
  channel: Channel | 'none' | null
  own: string | null
}

/** By what each of these persons can be reached: his account's mobile and e-mail, and the address he gave for notices. */
export async function reachOf(db: Db, persons: readonly string[]): Promise<Map<string, Reach>> {
  const { rows } = await db.execute<Known>(sql`select ids.id as "personId", a.mobile_sealed as mobile, a.email_sealed as email,
      p.channel, p.address_sealed as own
    from (select jsonb_array_elements_text(${JSON.stringify(persons)}::jsonb)::uuid as id) ids
    left join notice_addresses((select array_agg(e::uuid) from jsonb_array_elements_text(${JSON.stringify(persons)}::jsonb) e)) a on a.person_id = ids.id
    left join notice_preferences p on p.person_id = ids.id`)
  return new Map(
    rows.map(({ personId, mobile, email, channel, own }) => {
      const given = own ? open(ADDRESS, own) : undefined
      const addresses: Reach['addresses'] = {
        ...(mobile && { sms: open('accounts.mobile_sealed', mobile) }),
        ...(email && { email: open('accounts.email_sealed', email) }),
        ...(given && channel && channel !== 'none' && channel !== 'sms' && { [channel]: given }),
      }
      return [personId, { channel, addresses }]
    }),
  )
}

type Due = { personId: string; isUrgent: boolean; ids: string[] }
export type Gathered = { made: number; kept: number; isLast: boolean }

/** Makes one message for each person of all that is due to him. Who cannot be reached keeps it in the inbox alone. */
export async function gatherBatch(db: Db, now: Date, can: (channel: Channel) => boolean): Promise<Gathered> {
  const at = now.toISOString()
  const { rows } =
    await db.execute<Due>(sql`select person_id as "personId", bool_or(is_urgent) as "isUrgent", array_agg(id) as ids
    from notices where due_at <= ${at} and delivery_id is null group by person_id limit ${BATCH}`)
  if (!rows.length) return { made: 0, kept: 0, isLast: true }
  const reach = await reachOf(
    db,
    rows.map(({ personId }) => personId),
  )
  const messages = rows.map(({ personId, isUrgent, ids }) => {
    const { channel, addresses } = reach.get(personId)!
    return { personId, isUrgent, ids, channel: channelFor(channel, isUrgent, (one) => can(one) && !!addresses[one]) }
  })
  await db.execute(sql`with asked as materialized (
      select gen_random_uuid() as id, x.* from jsonb_to_recordset(${JSON.stringify(messages)}::jsonb) as x("personId" uuid, "isUrgent" boolean, ids uuid[], channel text)
    ), made as (
      insert into notice_deliveries (id, person_id, channel, is_urgent, made_at, next_at)
      select id, "personId", channel, "isUrgent", ${at}, ${at} from asked where channel is not null
    ) update notices n set delivery_id = case when a.channel is null then null else a.id end,
        due_at = case when a.channel is null then null else n.due_at end
      from asked a where n.id = any (a.ids)`)
  const made = messages.filter(({ channel }) => channel).length
  return { made, kept: messages.length - made, isLast: rows.length < BATCH }
}
