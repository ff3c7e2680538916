import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Session } from '#platform/session'
import { testWorld } from '#platform/testing'
import { aPerson } from '#testing/organisation/posts'
import { aUnion } from '#testing/organisation/unions'
import { aCollection, aProposal, someWords } from '../testing.ts'

const world = testWorld('2026-03-02')

test('everybody at the unit reads and seconds, in whatever branch or group and member or not; who left it does not', async () => {
  const cast = await aCollection(world)
  const id = await aProposal(cast)
  const { here, left } = await world.session(async (session: Session) => {
    const { factory, workshop } = cast
    const night = await aUnion(session, { name: '二车间夜班工会小组', kind: 'group', parentId: workshop.id })
    const first = await aUnion(session, { name: '一车间分会', kind: 'branch', parentId: factory.id })
    const person = async (union: typeof night, status = 'member') => {
      const made = await aPerson(session, union)
      await session.db.execute(sql`update members set status = ${status}, joined_on = case when ${status} = 'worker' then null else joined_on end,
        left_on = case when ${status} = 'left' then date '2026-01-31' end, retained_on = case when ${status} = 'retained' then date '2026-01-31' end
        where id = ${made}`)
      return world.as({ person: made })
    }
    const here = [await person(night), await person(first), await person(factory, 'worker'), await person(night, 'retained')]
    return { here, left: await person(factory, 'left') }
  })
  for (const { api } of here) {
    expect(await api.proposals.thread({ id })).toMatchObject({ id, isOwn: false })
    await api.proposals.second({ id })
  }
  expect((await cast.committee.api.proposals.get({ id })).seconders).toBe(6)
  await expect(left.api.proposals.thread({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(left.api.proposals.second({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('what one wrote stays among one’s own however much the unit proposes after it', async () => {
  const cast = await aCollection(world)
  const id = await aProposal(cast)
  await world.session(({ db }: Session) =>
    db.execute(sql`insert into proposals (id, union_id, union_path, window_id, title, wrong, proposed, category, submitted_on, submitted_at)
      select gen_random_uuid(), union_id, union_path, window_id, title || n, wrong, proposed, category, submitted_on + 1, submitted_at
      from proposals cross join generate_series(1, 201) n where id = ${id}`),
  )
  expect((await cast.li.api.proposals.mine()).own).toMatchObject([{ id, title: someWords.title, seconders: 2 }])
})
