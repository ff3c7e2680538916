import { sql } from 'drizzle-orm'
import { memberOf } from '#modules/organisation/members'
import { unionNames } from '#modules/organisation/unions'
import { open, seal } from '#platform/secrets'
import { personOf, type Session } from '#platform/session'
import { CARD_SECONDS } from '../rules.ts'

const TOKEN = 'cards.token'
const isIn = (status: string) => status === 'member' || status === 'retained'

/** One's own membership card, with a token for its QR that opens for a minute. */
export async function card(session: Session) {
  const { id, name, number, unionId, joinedOn, status } = await memberOf(session, personOf(session))
  const until = new Date(session.now.getTime() + CARD_SECONDS * 1000)
  // Sealed and not only signed: whoever scans cannot tell from two scans that they were the same person.
  const token = isIn(status) ? seal(TOKEN, `${id}/${until.getTime()}`) : null
  const unionName = (await unionNames(session, [unionId])).get(unionId) ?? ''
  return { name, number, unionName, joinedOn, status, token, until }
}

/** What a scanner is told of a card: valid or not, and the first character of the name to compare with its holder. */
export async function verifyCard({ db, now }: Session, { token }: { token: string }) {
  const read = opened(token)
  if (!read) return { isValid: false, name: null, says: '这不是工会会员证的二维码' }
  if (now.getTime() > read.until) return { isValid: false, name: null, says: '二维码已过期，请持证人刷新会员证' }
  const { rows } = await db.execute<{ name: string; status: string }>(sql`select name, status from person_standing(${read.id})`)
  const [holder] = rows
  if (!holder || !isIn(holder.status)) return { isValid: false, name: null, says: '会员证已失效' }
  return { isValid: true, name: [...holder.name][0]!, says: holder.status === 'retained' ? '有效，保留会籍' : '有效' }
}

function opened(token: string): { id: string; until: number } | null {
  try {
    const [id, until] = open(TOKEN, token).split('/')
    return { id: id!, until: Number(until) }
  } catch {
    return null
  }
}
