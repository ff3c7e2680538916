import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { sql } from 'drizzle-orm'
import type { testWorld } from '#platform/testing'
import type { Session } from '#platform/session'
import { appointments } from './tables.ts'

type Place = { id: string; path: string }
type Facts = Partial<typeof appointments.$inferInsert> & { name?: string }

/** A person on the rolls of a union, by the shortest way. */
export async function aPerson({ db }: Session, union: Place, name = '周明') {
  const { rows } = await db.execute<{ id: string }>(sql`insert into members (union_id, union_path, status, name, joined_on)
    values (${union.id}, ${union.path}, 'member', ${name}, '2020-01-01') returning id`)
  return rows[0]!.id
}

/** Someone in office at a union, with a record of his own when none is given. */
export async function anAppointment(session: Session, union: Place, { name = '周明', ...facts }: Facts = {}) {
  const memberId = facts.memberId ?? (await aPerson(session, union, name))
  const [row] = await session.db
    .insert(appointments)
    .values({
      unionId: union.id,
      unionPath: union.path,
      personName: name,
      kind: 'chair',
      fromOn: '2024-01-01',
      untilOn: '2028-12-31',
      came: 'elected',
      ...facts,
      memberId,
    })
    .returning()
  return row!
}

/** A sign-in account of a person. */
export async function anAccount(world: ReturnType<typeof testWorld>, memberId?: string, name = '周明') {
  const client = new pg.Client({ connectionString: world.ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string }>(
      'insert into shared.accounts (name, username) values ($1, $2) returning id',
      [name, `u${randomUUID().slice(0, 8)}`],
    )
    if (memberId)
      await client.query('insert into shared.account_persons (account_id, region, person_id) values ($1, $2, $3)', [
        rows[0]!.id,
        world.region,
        memberId,
      ])
    return rows[0]!.id
  } finally {
    await client.end()
  }
}
