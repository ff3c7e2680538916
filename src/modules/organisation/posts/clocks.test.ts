import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { runDuties } from '#platform/duties'
import { testWorld } from '#platform/testing'
import type { Session } from '#platform/session'
import { aMember } from '#testing/organisation/members'
import { aUnion } from '#testing/organisation/unions'
import { anAppointment } from './testing.ts'

const world = testWorld('2026-01-05')

const told = async (union: { id: string }, clock: string, day = '2026-12-30') => {
  await runDuties({ pool: world.pool, region: world.region, today: day })
  const { rows } = await world.session(({ db }) =>
    db.execute<{
      line: string
    }>(sql`select concat_ws(' ', about, since, due_on, coalesce(closed_as || ' ' || closed_on, 'owed')) as line
      from duties where union_id = ${union.id} and clock = ${clock} order by since, about`),
  )
  return rows.map(({ line }) => line)
}

const aFactory = (session: Session) =>
  aUnion(session, { name: '恒达机械工会委员会', unitType: 'privateEnterprise', kind: 'basic' })
const women = async (session: Session, unionId: string, days: readonly string[]) => {
  for (const on of days) await aMember(session, unionId, { sex: 'female' }, { on })
}

test('with the first woman an officer is due, with the tenth a committee; a chair who leaves opens it again', async () => {
  const union = await world.session(async (session) => {
    const factory = await aFactory(session)
    await women(session, factory.id, ['2026-02-02', ...Array.from({ length: 8 }, () => '2026-03-02'), '2026-04-01'])
    await anAppointment(session, factory, { kind: 'womenMember', fromOn: '2026-03-10', untilOn: null })
    await anAppointment(session, factory, {
      ...{ kind: 'womenChair', fromOn: '2026-06-15', untilOn: null, endedOn: '2026-09-01', endedWhy: 'moved' },
    })
    return factory
  })
  expect(await told(union, 'P06')).toEqual([
    '女职工委员 2026-02-02 2026-05-06 fulfilled 2026-03-10',
    '女职工委员会 2026-04-01 2026-07-01 fulfilled 2026-06-15',
    '女职工委员会 2026-09-01 2026-12-01 owed',
  ])
})

test('with 25 members an enterprise owes a mediation committee and an audit committee; below, one audit member', async () => {
  const union = await world.session(async (session) => {
    const factory = await aFactory(session)
    await women(session, factory.id, [...Array.from({ length: 24 }, () => '2026-02-02'), '2026-05-11'])
    return factory
  })
  expect(await told(union, 'P07')).toEqual(['劳动争议调解委员会 2026-05-11 2026-08-11 owed'])
  expect(await told(union, 'P05')).toEqual([
    '经审委员 2026-02-02 2026-05-06 void 2026-05-11',
    '经费审查委员会 2026-05-11 2026-08-11 owed',
  ])
})

test('in Beijing 25 women called for a committee until April 2026, ten do from May on', async () => {
  await world.session(({ db }) => db.execute(sql`update regions set division = '110105' where name = current_schema()`))
  const union = await world.session(async (session) => {
    const factory = await aFactory(session)
    await women(
      session,
      factory.id,
      Array.from({ length: 12 }, () => '2026-02-02'),
    )
    return factory
  })
  expect(await told(union, 'P06')).toEqual([
    '女职工委员 2026-02-02 2026-05-06 void 2026-05-01',
    '女职工委员会 2026-05-01 2026-08-03 owed',
  ])
})

test('of a union taken over without its posts the head is due from the day it is known, and a seat is filled by the next who comes', async () => {
  const union = await world.session(async (session) => {
    const factory = await aFactory(session)
    await anAppointment(session, factory, {
      ...{ kind: 'member', fromOn: '2024-01-01', untilOn: '2028-12-31', endedOn: '2026-03-16', endedWhy: 'resigned' },
    })
    await anAppointment(session, factory, {
      ...{ kind: 'member', fromOn: '2024-01-01', untilOn: '2028-12-31', endedOn: '2026-04-13', endedWhy: 'retired' },
    })
    await anAppointment(session, factory, { kind: 'member', fromOn: '2026-05-18', untilOn: '2028-12-31', came: 'byElection' })
    return factory
  })
  expect(await told(union, 'P14')).toEqual(['尚未登记 2026-01-05 2026-04-07 owed'])
  expect(await told(union, 'D14')).toEqual(['委员 2026-03-16 2026-06-16 fulfilled 2026-05-18', '委员 2026-04-13 2026-07-13 owed'])
})
