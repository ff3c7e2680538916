import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { within } from '#platform/db'
import { testWorld } from '#platform/testing'
import { aMember } from '#testing/organisation/members'
import { aUnion, postAt } from '#testing/organisation/unions'
import type { Field, Point, Setting } from './contract/words.ts'
import { usualFields } from './rules.ts'
import { aRule } from './testing.ts'

const world = testWorld('2026-03-02')
const day = '2026-03-02'
const powers = ['unions.view', 'unions.approve', 'members.view', 'members.manage'] as const
const why = '委员会讨论通过'

/** A district with two towns, a factory in each. */
async function aDistrict() {
  return world.session(async (session) => {
    const root = await aUnion(session, { name: `永安区总工会${randomUUID().slice(0, 6)}` })
    const town = await aUnion(session, { name: '东港镇总工会', kind: 'town', parentId: root.id })
    const factory = await aUnion(session, { name: '恒达机械工会', parentId: town.id })
    const west = await aUnion(session, { name: '西林镇总工会', kind: 'town', parentId: root.id })
    const mill = await aUnion(session, { name: '西林纺织工会', parentId: west.id })
    const api = (union: typeof root) => world.as({ post: postAt(union), powers }).api
    return { root, town, factory, west, mill, api }
  })
}
type District = Awaited<ReturnType<typeof aDistrict>>
type Union = District['root']
const asking = (...more: Field[]): Setting => ({ point: 'fields', value: [...usualFields, ...more] })
const ruled = (api: ReturnType<District['api']>, { id: unionId }: Union, setting: Setting, more = {}) =>
  api.memberRules.set({ unionId, setting, fromOn: day, reason: why, seen: null, ...more })
const valueAt = async (api: ReturnType<District['api']>, { id: unionId }: Union, point: Point, on?: string) =>
  (await api.memberRules.inForce({ unionId, ...(on && { day: on }) })).find((one) => one.point === point)!
const problemsOf = async (api: ReturnType<District['api']>, id: string) => (await api.members.get({ id })).problems

test('law and practice hold until somebody rules; the nearest union that ruled wins, point by point, as of any day', async () => {
  const { root, town, factory, mill, api } = await aDistrict()
  expect(await valueAt(api(factory), factory, 'answerDays')).toMatchObject({ value: 3, by: null })
  expect((await valueAt(api(factory), factory, 'answerDays')).cite).toContain('平台默认值')
  await ruled(api(root), root, { point: 'answerDays', value: 5 })
  await ruled(api(town), town, { point: 'answerDays', value: 2 }, { fromOn: '2026-04-01' })
  expect(await valueAt(api(factory), factory, 'answerDays')).toMatchObject({
    value: 5,
    by: { unionId: root.id, unionName: root.name },
  })
  expect(await valueAt(api(factory), factory, 'answerDays', '2026-03-31')).toMatchObject({ value: 5 })
  expect(await valueAt(api(factory), factory, 'answerDays', '2026-04-01')).toMatchObject({ value: 2, by: { unionId: town.id } })
  expect(await valueAt(api(mill), mill, 'answerDays', '2026-04-01')).toMatchObject({ value: 5 })
  expect(await valueAt(api(factory), factory, 'acceptDays', '2026-04-01')).toMatchObject({ value: 5, by: null })
  expect(await valueAt(api(factory), factory, 'answerDays', '2026-03-01')).toMatchObject({ value: 3, by: null })
})

test('a point given back is ruled from above again, and every version stays readable', async () => {
  const { root, town, factory, api } = await aDistrict()
  await ruled(api(root), root, { point: 'checkMonths', value: 24 })
  const { id: seen } = await ruled(api(town), town, { point: 'checkMonths', value: 6 })
  world.now = new Date('2026-03-03T09:00:00+08:00')
  await api(town).memberRules.set({
    ...{ unionId: town.id, setting: { point: 'checkMonths', value: null }, fromOn: '2026-03-03', reason: '与区里统一', seen },
  })
  expect(await valueAt(api(factory), factory, 'checkMonths')).toMatchObject({ value: 24, by: { unionId: root.id } })
  expect(await valueAt(api(factory), factory, 'checkMonths', day)).toMatchObject({ value: 6 })
  const past = await api(town).memberRules.history({ unionId: town.id })
  expect(past.map(({ value, reason, byPost }) => [value, reason, byPost])).toEqual([
    [null, '与区里统一', `${town.name} 主席`],
    [6, why, `${town.name} 主席`],
  ])
  world.now = new Date(`${day}T09:00:00+08:00`)
})

test('a basic union does not rule, nothing begins before today, the law is not weakened, and a second hand sees the first', async () => {
  const { town, factory, api } = await aDistrict()
  const refusal = (code: string) => ({ data: { code } })
  await expect(ruled(api(factory), factory, asking('job'))).rejects.toMatchObject(refusal('memberRules.place'))
  await expect(ruled(api(town), town, asking('job'), { fromOn: '2026-03-01' })).rejects.toMatchObject(refusal('memberRules.day'))
  await expect(ruled(api(town), town, { point: 'fields', value: ['job'] })).rejects.toMatchObject({
    data: { code: 'memberRules.age', cite: '《劳动法》第十五条' },
  })
  const both = await Promise.allSettled(['job', 'education'].map((field) => ruled(api(town), town, asking(field as Field))))
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refusal('memberRules.stale') })
})

test('the preview tells what the act then does: records below break the rule, and not those under a nearer one', async () => {
  const { root, town, factory, west, mill, api } = await aDistrict()
  const [turner, weaver] = await world.session(async (session) => {
    await aRule(session, west, asking('education'), '2026-01-01')
    return [
      (await aMember(session, factory.id, { name: '王秀英', job: null })).id,
      (await aMember(session, mill.id, { name: '李春梅', job: null, education: null })).id,
      (await aMember(session, factory.id, { name: '周明', job: '钳工' })).id,
    ] as [string, string, string]
  })
  expect(await problemsOf(api(mill), weaver)).toEqual(['noEducation'])
  const setting = asking('job')
  expect(await api(root).memberRules.preview({ unionId: root.id, setting })).toEqual({ records: 3, newly: 1, mended: 0 })
  expect(await problemsOf(api(factory), turner)).toEqual([])
  const { id: seen, rechecked } = await ruled(api(root), root, setting)
  expect(rechecked).toBe(1)
  expect(await problemsOf(api(factory), turner)).toEqual(['noJob'])
  expect(await problemsOf(api(mill), weaver)).toEqual(['noEducation'])
  expect((await api(root).members.list({ problem: ['noJob'] })).rows.map(({ id }) => id)).toEqual([turner])
  const back = { point: 'fields' as const, value: null }
  expect(await api(root).memberRules.preview({ unionId: root.id, setting: back })).toEqual({ records: 3, newly: 0, mended: 1 })
  await api(root).memberRules.set({ unionId: root.id, setting: back, fromOn: day, reason: why, seen })
  expect(await problemsOf(api(factory), turner)).toEqual([])
  expect(await valueAt(api(town), town, 'fields')).toMatchObject({ by: null })
})

test('a record written under a rule is judged by it, and one corrected is free of it', async () => {
  const { town, factory, api } = await aDistrict()
  await ruled(api(town), town, asking('political'))
  const { id } = await world.session((session) => aMember(session, factory.id))
  expect(await problemsOf(api(factory), id)).toEqual(['noPolitical'])
  const { version } = await api(factory).members.get({ id })
  await api(factory).members.correct({ id, version, changes: { political: 'none' } })
  expect(await problemsOf(api(factory), id)).toEqual([])
})

test('what begins later reaches the records on its night, and the night changes nothing else', async () => {
  const { town, factory, api } = await aDistrict()
  const { id } = await world.session((session) => aMember(session, factory.id, { job: null }))
  expect(await ruled(api(town), town, asking('job'), { fromOn: '2026-03-05' })).toMatchObject({ rechecked: 0 })
  const night = (on: string) =>
    within(world.pool, { region: world.region, role: 'jobs', lo: '', hi: '' }, async (db) => {
      const { rows } = await db.$client.query('select recheck_member_lacks($1, $2::text[]) as n', [on, usualFields])
      return rows[0].n
    })
  expect(await night('2026-03-04')).toBe(0)
  expect(await problemsOf(api(factory), id)).toEqual([])
  expect(await night('2026-03-05')).toBeGreaterThan(0)
  expect(await problemsOf(api(factory), id)).toEqual(['noJob'])
  expect(await night('2026-03-05')).toBe(0)
  await night(day)
})

test('many at once and one by one agree on what a record lacks', async () => {
  const { town, factory, api } = await aDistrict()
  const bare = { mobile: null, employer: null, employmentForm: null, job: null }
  const ids = await world.session(async (session) => [
    (await aMember(session, factory.id, { ...bare })).id,
    (await aMember(session, factory.id, { ...bare, employmentForm: 'flexible' })).id,
    (await aMember(session, factory.id, { ...bare, job: '钳工', education: 'college', political: 'none', ethnicity: '汉族' })).id,
  ])
  await ruled(api(town), town, asking('ethnicity', 'political', 'education', 'household', 'job', 'basis'))
  for (const id of ids) {
    const [atOnce, { version }] = [await problemsOf(api(factory), id), await api(factory).members.get({ id })]
    await api(factory).members.correct({ id, version, changes: { skillLevel: 'junior' } })
    expect((await problemsOf(api(factory), id)).toSorted()).toEqual(atOnce.toSorted())
    expect(atOnce).toContain('noBasis')
  }
})

test('the period of checks is the rule’s: a record is due on the day after, not on the day', async () => {
  const { town, factory, api } = await aDistrict()
  await world.session((session) => aMember(session, factory.id))
  await ruled(api(town), town, { point: 'checkMonths', value: 6 })
  const stale = async (on: string) => {
    world.now = new Date(`${on}T09:00:00+08:00`)
    const { total } = await api(factory).members.list({ isStale: true })
    expect((await api(factory).members.problems({})).stale).toBe(total)
    return total
  }
  expect([await stale('2026-09-02'), await stale('2026-09-03')]).toEqual([0, 1])
  world.now = new Date(`${day}T09:00:00+08:00`)
  const preview = await api(town).memberRules.preview({ unionId: town.id, setting: { point: 'checkMonths', value: 1 } })
  expect(preview).toEqual({ records: 1, newly: 0, mended: 0 })
})

test('a stranger reads and rules nothing, nor does a union over its superior', async () => {
  const { root, town, west, factory, api } = await aDistrict()
  const missing = { code: 'NOT_FOUND' }
  for (const [caller, union] of [
    [west, town],
    [town, root],
    [factory, town],
  ] as const) {
    const { memberRules } = api(caller)
    const unionId = union.id
    await expect(memberRules.inForce({ unionId })).rejects.toMatchObject(missing)
    await expect(memberRules.history({ unionId })).rejects.toMatchObject(missing)
    await expect(memberRules.preview({ unionId, setting: asking('job') })).rejects.toMatchObject(missing)
    await expect(ruled(api(caller), union, asking('job'))).rejects.toMatchObject(missing)
  }
  const weak = world.as({ post: postAt(town), powers: ['unions.view'] }).api
  await expect(ruled(weak, town, asking('job'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
