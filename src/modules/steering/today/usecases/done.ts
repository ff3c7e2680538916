import { addDays } from '#kit/dates'
import { postOf, type Session } from '#platform/session'
import { quietActs } from '../rules.ts'
import type { Done } from '../contract.ts'

export const statements = {
  acts: `select (j.at at time zone 'Asia/Shanghai')::date::text as day, j.act, count(*)::int as times,
      count(distinct j.union_id)::int as unions, (array_agg(u.name order by j.at desc))[1] as "unionName", (sum(count(*)) over ())::int as total
    from journal j left join unions u on u.id = j.union_id
    where j.actor = $1 and j.at >= $2 and j.act <> all ($3::text[])
    group by 1, 2 order by max(j.at) desc limit 20`,
  fulfilled: `select id, basis ->> 'title' as title, closed_on::text as "closedOn", due_on::text as "dueOn" from duties
    where union_id = $1 and closed_as = 'fulfilled' and closed_on >= $2 order by closed_on desc, id limit 20`,
} as const

/** What I did in the last days, and what my union has done with. */
export async function done({ db, user, today }: Session, { days }: { days: number }) {
  const { unionId } = postOf({ user })
  const from = addDays(today, -days)
  const acts = await db.$client.query<Done & { total: number }>({
    name: 'today.acts',
    text: statements.acts,
    values: [user.account, `${from}T00:00:00+08:00`, [...quietActs]],
  })
  const fulfilled = await db.$client.query<{ id: string; title: string; closedOn: string; dueOn: string }>({
    name: 'today.fulfilled',
    text: statements.fulfilled,
    values: [unionId, from],
  })
  return {
    acts: acts.rows.map(({ total: _total, ...row }) => row),
    total: acts.rows[0]?.total ?? 0,
    fulfilled: fulfilled.rows,
  }
}
