import { sql } from 'drizzle-orm'
import type { Session } from '#platform/session'

export type Elected = {
  electionId: string
  memberId: string
  name: string
  unitId: string | null
  unitName: string | null
  electedOn: string
}

/**
 * Who was elected in the union's last approved or announced election of deputies (职工代表) or delegates (会员代表), by electoral unit,
 * and has not been recalled by his unit since. Within the caller's scope.
 */
export async function electedBy(
  { db }: Pick<Session, 'db'>,
  unionId: string,
  kind: 'deputies' | 'delegates',
): Promise<Elected[]> {
  const { rows } =
    await db.execute<Elected>(sql`select e.id as "electionId", named ->> 'memberId' as "memberId", line ->> 'name' as name,
      c.unit_id as "unitId", c.unit_name as "unitName", e.elected_on::text as "electedOn"
    from elections e join election_contests c on c.election_id = e.id
      join election_rounds r on r.contest_id = c.id and r.settled_at is not null and r.kind <> 'primary'
      cross join lateral jsonb_array_elements(r.result -> 'elected') line
      join lateral jsonb_array_elements(r.candidates) named on named ->> 'id' = line ->> 'id'
    where e.id = (select x.id from elections x where x.union_id = ${unionId} and x.kind = ${kind} and x.announced_at is not null and not x.is_rehearsal
      and x.state in ('open', 'approved') order by x.elected_on desc, x.opened_at desc limit 1) and named ->> 'memberId' is not null
      and not exists (select 1 from elections g join election_rounds v on v.election_id = g.id
        where g.union_id = e.union_id and g.kind = 'recall' and not g.is_rehearsal and g.announced_at is not null and g.state in ('open', 'approved')
          and g.elected_on >= e.elected_on and g.motion ->> 'of' = ${kind} and g.motion ->> 'memberId' = named ->> 'memberId'
          and v.settled_at is not null and jsonb_array_length(v.result -> 'elected') > 0)
    order by c.position, line ->> 'name'`)
  return rows
}
