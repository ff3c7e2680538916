import { sql } from 'drizzle-orm'
import { found, personOf, type Session } from '#platform/session'
import { rankOf } from '#rules/organisation/posts'
import { cadreKinds } from '../rules.ts'

/** A person as a cadre: the posts he holds today within sight, and the union of the highest of them, where what he does is filed. */
export type Cadre = { memberId: string; name: string; unionId: string; unionPath: string; kinds: string[] }
type Row = { memberId: string; name: string; unionId: string; unionPath: string; kind: string }

const listed = sql.join(
  cadreKinds.map((kind) => sql`${kind}`),
  sql`, `,
)
/** The condition that a row `a` of appointments is a cadre's post held on a day. */
export const inOffice = (day: string) =>
  sql`a.in_office @> ${day}::date and not a.waits_for_confirmation and a.kind in (${listed})`

/** The cadre of a person within one's scope (for oneself: wherever one holds a post), or `undefined` when he holds none. */
export async function cadreIfAny({ db, today }: Pick<Session, 'db' | 'today'>, memberId: string): Promise<Cadre | undefined> {
  const { rows } = await db.execute<Row>(sql`
    select a.member_id as "memberId", a.person_name as name, a.union_id as "unionId", a.union_path as "unionPath", a.kind
    from appointments a where a.member_id = ${memberId} and ${inOffice(today)}`)
  const [first] = rows.sort((a, b) => rankOf(a.kind) - rankOf(b.kind) || a.unionPath.localeCompare(b.unionPath))
  if (!first) return undefined
  const { kind: _kind, ...cadre } = first
  return { ...cadre, kinds: [...new Set(rows.map(({ kind }) => kind))] }
}

/** The same; 404 when he holds no cadre's post within one's scope. */
export const cadreOf = async (session: Session, memberId: string) => found(await cadreIfAny(session, memberId))

/** Oneself as a cadre, or `undefined`. */
export const ownCadre = (session: Session) => cadreIfAny(session, personOf(session))
