import pg from 'pg'
import { expect, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { statuteIds } from '#law/statutes'
import { clocks as collection } from '#law/clocks'
import { kinds } from '#rules/organisation/posts'
import { clocks } from './clocks.ts'

const world = testWorld('2026-03-02')

test('whatever table a clock reads says which unions were touched', async () => {
  const client = new pg.Client({ connectionString: world.ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `select distinct tgrelid::regclass::text as name from pg_trigger where tgname = 'duty_changed'`,
  )
  await client.end()
  const touching = rows.map(({ name }) => name.replace('region_main.', ''))
  expect(
    clocks.flatMap(({ id, reads }) => reads.filter((table) => !touching.includes(table)).map((table) => `${id} ${table}`)),
  ).toEqual([])
  expect(clocks.filter(({ reads }) => !reads.length)).toEqual([])
})

test('every clock has its number, its rules, and posts that there are', () => {
  const numbers = new Set<string>(collection.map(({ id }) => id))
  for (const { id, statutes, owedBy } of clocks) {
    expect([id, numbers.has(id) || /^P\d\d$/.test(id)]).toEqual([id, true])
    expect([
      id,
      statutes.filter((statute) => !statuteIds.includes(statute)),
      owedBy.filter((kind) => !kinds.includes(kind as 'chair')),
    ]).toEqual([id, [], []])
  }
})
