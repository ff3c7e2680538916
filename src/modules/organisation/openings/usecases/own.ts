import { sql } from 'drizzle-orm'
import { memberOf } from '#modules/organisation/members'
import { enforce, found, personOf, type Session } from '#platform/session'
import type { Offer } from '../contract.ts'
import { mayApply, mayWrite, type State } from '../rules.ts'

type Offered = Omit<Offer, 'mine'> & {
  unionId: string
  path: string
  candidate: string | null
  isOut: boolean | null
  outcome: string | null
}

/** What is announced at one's own union and above it, and what one is a candidate of. */
async function offeredTo({ db, today, ...session }: Session): Promise<Offered[]> {
  const me = personOf(session)
  const { unionPath } = await memberOf({ db, ...session } as Session, me)
  const { rows } = await db.execute<Offered>(sql`
    select o.id, u.name as "unionName", o.title, o.way, o.seats, o.full_time as "fullTime", o.apply_until::text as "applyUntil",
      o.duties, o.profile, o.union_id as "unionId", o.union_path as path, c.id as candidate,
      c.withdrawn_on is not null or c.dropped_on is not null as "isOut", c.dropped_why as outcome,
      case when o.ended_on is not null then case when o.ended_why is null then 'filled' else 'calledOff' end
        when o.apply_until >= ${today}::date then 'announced' else 'choosing' end as state
    from openings o join union_directory u on u.id = o.union_id left join lateral (select c.id, c.withdrawn_on, c.dropped_on, c.dropped_why
      from opening_candidates c where c.opening_id = o.id and c.member_id = ${me} order by c.at desc limit 1) c on true
    where o.announced_on is not null and starts_with(${unionPath}, o.union_path)
      and (c.id is not null or o.ended_on is null and o.apply_until >= ${today}::date)
    order by o.apply_until desc, o.id limit 50`)
  return rows
}

export async function offered(session: Session): Promise<Offer[]> {
  if (!session.user.person) return []
  const rows = await offeredTo(session)
  return rows.map(({ unionId: _unionId, path: _path, candidate, isOut, outcome, ...offer }) => ({
    ...offer,
    mine: candidate ? { id: candidate, isOut: isOut ?? false, outcome } : null,
  }))
}

/** A worker applies himself. */
export async function apply(session: Session, { id, statement }: { id: string; statement: string }) {
  const { db, now, line } = session
  const me = await memberOf(session, personOf(session))
  const offer = found((await offeredTo(session)).find((one) => one.id === id))
  enforce(mayApply(offer.state as State, offer.candidate !== null && !offer.isOut))
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into opening_candidates (union_id, union_path, opening_id, member_id, person_name, came, statement, at)
    values (${offer.unionId}, ${offer.path}, ${id}, ${me.id}, ${me.name}, 'applied', ${statement}, ${now.toISOString()}) returning id`)
  Object.assign(line, { unionId: offer.unionId, subject: id, detail: { candidate: rows[0]!.id } })
  return rows[0]!
}

/** Takes the application back while nothing is decided. `id` is the candidate. */
export async function takeBack(session: Session, { id }: { id: string }) {
  const { db, today, line } = session
  const offer = found((await offeredTo(session)).find(({ candidate }) => candidate === id))
  enforce(mayWrite(offer.state as State, offer.isOut ?? false))
  await db.execute(sql`update opening_candidates set withdrawn_on = ${today} where id = ${id}`)
  Object.assign(line, { unionId: offer.unionId, subject: offer.id, detail: { candidate: id } })
  return { id }
}
