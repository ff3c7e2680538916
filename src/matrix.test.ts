import { randomUUID } from 'node:crypto'
import { ORPCError } from '@orpc/server'
import { beforeAll, expect, test } from 'vitest'
import type { Power } from '#kit/powers'
import { powers } from '#kit/powers'
import { testWorld } from '#platform/testing'
import { kinds, postKinds } from '#rules/organisation/posts'
import { anEmployer } from '#testing/organisation/employers'
import { anAccount, anAppointment } from '#testing/organisation/posts'
import { aUnion, postAt } from '#testing/organisation/unions'
import { matrix, type Place, type Row } from './matrix.ts'
import { router } from './router.ts'

const world = testWorld('2026-03-02')
const all = Object.keys(powers) as Power[]
const calls = Object.entries(router).flatMap(([module, routes]) => Object.keys(routes).map((call) => `${module}.${call}`))
const rows = Object.entries(matrix).filter(([call]) => calls.includes(call))

type Union = Awaited<ReturnType<typeof aUnion>>
type Furnished = Place & { at: Union }
let [above, mine, other] = [] as unknown as [Furnished, Furnished, Furnished]
const nowhere: Place = {
  ...{ union: randomUUID(), parent: randomUUID(), member: randomUUID(), appointment: randomUUID() },
  ...{ account: randomUUID(), employer: randomUUID(), name: '无处' },
}

/** Three unions with a person in office, his account and an employer each: a superior, mine below it, and another below it. */
async function furnish() {
  const names = ['甲乡', '乙厂', '丙厂'].map((name) => `${name}${randomUUID().slice(0, 6)}`) as [string, string, string]
  const unions = await world.session(async (session) => {
    const root = await aUnion(session, { name: names[0], kind: 'federation' })
    const town = await aUnion(session, { name: names[0], kind: 'town', parentId: root.id })
    return [
      town,
      await aUnion(session, { name: names[1], parentId: town.id }),
      await aUnion(session, { name: names[2], parentId: town.id }),
    ] as const
  })
  ;[above, mine, other] = (await Promise.all(unions.map((at, i) => placeOf(at, names[i]!, unions[0])))) as [
    Furnished,
    Furnished,
    Furnished,
  ]
}

async function placeOf(at: Union, name: string, parent: Union): Promise<Furnished> {
  const { member, appointment, employer } = await world.session(async (session) => {
    const { id, memberId } = await anAppointment(session, at, { name, kind: 'member', untilOn: '2026-12-31' })
    return { member: memberId, appointment: id, employer: (await anEmployer(session, at.id, { name })).id }
  })
  return { at, name, union: at.id, parent: parent.id, member, appointment, employer, account: await anAccount(world, member) }
}

const callOf = (api: object, path: string) =>
  path.split('.').reduce((at: unknown, name) => (at as Record<string, unknown>)[name], api) as (
    input?: unknown,
  ) => Promise<unknown>

/** `ok`, the code it was turned away or refused with, or the fault itself. */
async function answer(api: object, path: string, input: unknown): Promise<{ code: string; output?: unknown }> {
  try {
    return { code: 'ok', output: await callOf(api, path)(input) }
  } catch (error) {
    if (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR') return { code: error.code as string }
    throw new Error(`${path} broke: ${(error as Error).message}`, { cause: error })
  }
}
const signedIn = (held: readonly Power[], at: Union, kind = 'chair') =>
  world.as({ post: postAt(at, kind), powers: held, person: randomUUID() })
const held = ([needs]: Row) => (needs === 'self' || needs === 'anyone' ? [] : [needs])

beforeAll(furnish, 60_000)

test('every call has its line, and every line its call', () => {
  expect(calls.filter((call) => !matrix[call])).toEqual([])
  expect(Object.keys(matrix).filter((call) => !calls.includes(call))).toEqual([])
})

test.for(rows)('%s takes its power and no other', async ([call, row]) => {
  const [needs, , about] = row
  const input = about?.(nowhere)
  const away = ['FORBIDDEN', 'UNAUTHORIZED', 'BAD_REQUEST']
  const anonymous = (await answer(world.anyone, call, input)).code
  if (needs === 'anyone') expect(away).not.toContain(anonymous)
  else expect(anonymous).toBe('UNAUTHORIZED')
  if (needs !== 'anyone' && needs !== 'self') {
    const others = signedIn(
      all.filter((power) => power !== needs),
      mine.at,
    )
    expect((await answer(others.api, call, input)).code).toBe('FORBIDDEN')
  }
  expect(away).not.toContain((await answer(signedIn(held(row), mine.at).api, call, input)).code)
})

test.for(kinds)('a %s is let in by his authority list alone', async (kind) => {
  for (const [call, [needs, , about]] of rows) {
    if (needs === 'self' || needs === 'anyone') continue
    const may = (postKinds[kind].powers as readonly string[]).includes(needs)
    if (may) continue
    const { code } = await answer(signedIn(postKinds[kind].powers, mine.at, kind).api, call, about?.(nowhere))
    expect(`${call} ${code}`).toBe(`${call} FORBIDDEN`)
  }
})

test.for(rows.filter(([, [, foreign]]) => foreign !== 'open'))('%s keeps to its own union', async ([call, row]) => {
  const [, foreign, about] = row
  await furnish()
  const as = (at: Furnished) => signedIn(held(row), at.at).api
  for (const stranger of [other, above]) {
    const { code, output } = await answer(as(mine), call, about?.(stranger))
    if (foreign === 'missing' || foreign === 'byId')
      expect(`about ${stranger === above ? 'the superior' : 'another'}: ${code}`).toMatch(/NOT_FOUND$/)
    expect(JSON.stringify(output ?? null)).not.toContain(stranger.name)
  }
  if (foreign !== 'missing') return
  for (const caller of [mine, above]) {
    const { code } = await answer(as(caller), call, about?.(mine))
    expect(['ok', 'UNPROCESSABLE_CONTENT']).toContain(code)
  }
})
