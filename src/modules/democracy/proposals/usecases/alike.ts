import { sql } from 'drizzle-orm'
import type { Session } from '#platform/session'
import type { Alike } from '../contract.ts'
import { gramsOf } from '../rules.ts'

/** How many proposals of one pair are looked at: a pair that more of them hold tells little. */
const EACH = 400
/** How many of the best are compared in full. */
const COMPARED = 60
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
    hits as materialized (
      select w.gram, h.proposal_id, count(*) over (partition by w.gram) as n
      from wanted w cross join lateral (select g.proposal_id from proposal_grams g where g.gram = w.gram limit ${EACH}) h
    ), weights as materialized (select gram, ln(2 + ${EACH * 4} / max(n)) as weight from hits group by gram),
    nearest as materialized (
      select h.proposal_id from hits h join weights w using (gram) group by h.proposal_id order by sum(w.weight) desc, h.proposal_id limit ${COMPARED}
    ), compared as (
      select g.proposal_id, sum(w.weight) as shared, count(*) as n from nearest c join proposal_grams g using (proposal_id) join weights w using (gram)
      group by g.proposal_id
    )
    select p.id, p.title, p.state, p.outcome, p.submitted_on::text as "submittedOn", p.year || '-' || lpad(p.number::text, 3, '0') as number,
      (select u.name from union_directory u where u.id = p.union_id) as "unionName", (100 * c.n / ${wanted.length})::int as share
    from compared c join proposals p on p.id = c.proposal_id
    where p.state <> 'withdrawn' and c.n >= 2 and c.n * 6 >= ${wanted.length} and p.id is distinct from ${except ?? null}::uuid
    order by c.shared desc, p.id limit ${SHOWN}`)
  return rows
}
