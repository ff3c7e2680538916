import { sql } from 'drizzle-orm'
import type { Session } from '#platform/session'
import type { Alike } from '../contract.ts'
import { gramsOf } from '../rules.ts'

/** How many proposals of one pair are counted: a pair that more of them hold tells little. */
const EACH = 3000
/** How many entries of the rarest pairs are looked at together. */
const LOOKED_AT = 15_000
/** How many of the best are compared in full. */
const COMPARED = 150
const SHOWN = 5

/**
 * The proposals most like a text, the likest first, at most five. Rare pairs weigh more. What is looked at is bounded by the text and not by
 * how many proposals there are (docs/decisions/0007).
 */
export async function alike(
  { db }: Pick<Session, 'db'>,
  { text, except }: { text: string; except?: string | undefined },
): Promise<Alike[]> {
  const wanted = gramsOf(text)
  if (wanted.length < 2) return []
  const { rows } = await db.execute<Alike & Record<string, unknown>>(sql`
    with wanted as (select unnest(${sql.param(`{${wanted.join(',')}}`)}::integer[]) as gram),
    lists as materialized (
      select w.gram, l.n, l.ids, ln(2 + ${EACH * 4}::float8 / l.n) as weight, sum(l.n) over (order by l.n, w.gram) as upto
      from wanted w cross join lateral (
        select count(*) as n, array_agg(g.proposal_id) as ids from (select g.proposal_id from proposal_grams g where g.gram = w.gram limit ${EACH}) g
      ) l where l.n > 0
    ), nearest as materialized (
      select proposal_id from lists cross join lateral unnest(ids) as proposal_id where upto <= ${LOOKED_AT} or upto = n
      group by proposal_id order by sum(weight) desc, proposal_id limit ${COMPARED}
    ), compared as (
      select g.proposal_id, sum(w.weight) as shared, count(*) as n from nearest c join proposal_grams g using (proposal_id) join lists w using (gram)
      group by g.proposal_id
    )
    select p.id, p.title, p.state, p.outcome, p.submitted_on::text as "submittedOn", p.year || '-' || lpad(p.number::text, 3, '0') as number,
      (select u.name from union_directory u where u.id = p.union_id) as "unionName", (100 * c.n / ${wanted.length})::int as share
    from compared c join proposals p on p.id = c.proposal_id
    where p.state <> 'withdrawn' and c.n >= 2 and c.n * 6 >= ${wanted.length} and p.id is distinct from ${except ?? null}::uuid
    order by c.shared desc, p.id limit ${SHOWN}`)
  return rows
}
