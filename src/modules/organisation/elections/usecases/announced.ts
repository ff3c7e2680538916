import { sql } from 'drizzle-orm'
import { found, type Session } from '#platform/session'
import type { Announced } from '../contract.ts'

type Row = {
  id: string
  union_name: string
  kind: Announced['kind']
  title: string
  state: string
  elected_on: string | null
  announced_at: Date | string
  expected: number | null
  present: number | null
  roll_hash: string | null
  contests: (Omit<Announced['contests'][number], 'rounds'> & { rounds: Announced['contests'][number]['rounds'] | null })[] | null
  total: number
}

const SIZE = 10

const shown = (row: Row): Announced => ({
  ...{ id: row.id, unionName: row.union_name, kind: row.kind, title: row.title, isApproved: row.state === 'approved' },
  ...{
    electedOn: row.elected_on,
    announcedAt: new Date(row.announced_at),
    expected: row.expected,
    present: row.present,
    rollHash: row.roll_hash,
  },
  contests: (row.contests ?? []).map((contest) => ({ ...contest, rounds: contest.rounds ?? [] })),
})

const read = async ({ db }: Session, id: string | null, unionId: string | null, from: number) =>
  (
    await db.execute<Row>(sql`select id, union_name, kind, title, state, elected_on::text, announced_at, expected, present, roll_hash, contests, total
    from public_elections(${id}::uuid, ${unionId}::uuid, ${from}, ${SIZE})`)
  ).rows

/** The announced elections, newest first. */
export async function announced(session: Session, { unionId, page }: { unionId?: string | undefined; page: number }) {
  const rows = await read(session, null, unionId ?? null, (page - 1) * SIZE)
  return { rows: rows.map(shown), total: rows[0]?.total ?? 0 }
}

/** One announced result, for anybody. */
export const result = async (session: Session, { id }: { id: string }) => shown(found((await read(session, id, null, 0))[0]))
