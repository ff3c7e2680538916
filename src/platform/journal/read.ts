import type pg from 'pg'
import QueryStream from 'pg-query-stream'
import type { JournalHead, JournalLine } from './verify.ts'

const COLUMNS = `id, chain, seq::int as seq, act, actor::text, post::text, subject::text,
  to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, content, detail::text as detail, previous, hash`

/** Every line of a region, streamed in the order of the chains. `client` must be allowed to see them all (the owner's, or a post's scope). */
export async function* journalLines(client: pg.ClientBase, region: string): AsyncGenerator<JournalLine> {
  const stream = client.query(
    new QueryStream(`select ${COLUMNS} from ${region}.journal order by chain, seq`, [], { batchSize: 1000 }),
  )
  for await (const line of stream) yield line as JournalLine
}

/** The newest line of each chain, to be kept outside the database: whoever rewrites a chain cannot rewrite these. */
export async function journalHeads(client: pg.ClientBase, region: string): Promise<JournalHead[]> {
  const { rows } = await client.query<JournalHead>(
    `select distinct on (chain) chain, seq::int as seq, hash from ${region}.journal order by chain, seq desc`,
  )
  return rows
}
