import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { within } from '#platform/db'
import { testWorld } from '#platform/testing'
import { aCreditCode, anEmployer } from '#testing/organisation/employers'
import { anAccount } from '#testing/organisation/posts'
import { aUnion } from '#testing/organisation/unions'
import { aDistrict, anIdNumber, aProject, draftFor, next } from './testing.ts'

const world = testWorld('2026-03-02')
const refusal = (code: string) => ({ data: { code } })
const decision = { number: '永丰工发〔2026〕3 号', termYears: 3 }

test('filed, approved: the union stands below its superior with its members and a head who has a post over it; elected, it is active', async () => {
  const place = await aDistrict(world)
  const { group, over, town, account } = place
  const { id, draft } = await aProject(place)
  const code = draft.units[0]!.creditCode!
  const employer = await world.session((session) =>
    anEmployer(session, town.id, { name: draft.units[0]!.name, creditCode: code }),
  )
  await group.founding.file({ id, version: 1 })
  expect(await over.founding.list({})).toMatchObject({
    total: 1,
    rows: [{ id, state: 'filed', supporters: 27, headName: '赵海' }],
  })
  const { unionId, ...rest } = await over.founding.approve({ id, version: 2, ...decision })
  expect(rest).toMatchObject({ admitted: 27, elsewhere: 0, isLinked: true })
  expect(await over.unions.get({ id: unionId })).toMatchObject({
    state: 'preparing',
    members: 27,
    name: draft.name,
    parentId: town.id,
  })
  expect(await over.employers.get({ id: employer.id })).toMatchObject({ stage: 'founded', coveredBy: unionId })
  const posts = await world.session(
    async ({ db }) =>
      (await db.$client.query('select kind, person_name, union_id from appointments where union_id = $1', [unionId])).rows,
  )
  expect(posts).toMatchObject([{ kind: 'preparatoryHead', person_name: '赵海', union_id: unionId }])
  const { posts: held } = await within(
    world.pool,
    { region: world.region, role: 'self', lo: '', hi: '', account },
    async (db) => {
      const { rows } = await db.$client.query('select authority_of($1, $2, $3) as said', [account, randomUUID(), '2026-03-02'])
      return rows[0]!.said
    },
  )
  expect(held).toMatchObject([{ kind: 'preparatoryHead', unionId }])
  const left = await world.session(
    async ({ db }) =>
      (
        await db.$client.query(
          'select count(*)::int as n from founding_supporters where founding_id = $1 and id_number is not null',
          [id],
        )
      ).rows[0]!.n,
  )
  expect(left).toBe(0)

  const election = {
    electedOn: '2026-03-02',
    meeting: 'assembly',
    expected: 27,
    present: 25,
    paper: '选举结果报告',
    chair: '赵海',
    seats: 3,
  } as const
  await expect(over.founding.confirm({ id, version: 3 })).rejects.toMatchObject(refusal('founding.state'))
  await group.founding.report({ id, version: 3, election })
  await over.founding.confirm({ id, version: 4 })
  expect(await over.unions.get({ id: unionId })).toMatchObject({ state: 'active', foundedOn: '2026-03-02' })
  expect((await group.founding.own({ id })).timeline.map(({ step }) => step)).toEqual([
    'opened',
    'filed',
    'approved',
    'reported',
    'registered',
  ])
  const lines = await world.session(
    async ({ db }) =>
      (
        await db.$client.query("select act from journal where subject = $1 and union_id = $2 and act like 'founding.%'", [
          id,
          town.id,
        ])
      ).rows,
  )
  expect(lines.map(({ act }) => act)).toEqual(
    expect.arrayContaining(['founding.open', 'founding.file', 'founding.approve', 'founding.confirm']),
  )
})

test('returned item by item, mended and filed again: both filings stay side by side', async () => {
  const place = await aDistrict(world)
  const { group, over } = place
  const { id, draft } = await aProject(place)
  await group.founding.file({ id, version: 1 })
  await expect(group.founding.save({ ...draft, id, version: 2 })).rejects.toMatchObject(refusal('founding.state'))
  await over.founding.sendBack({ id, version: 2, items: [{ item: 'plan', reason: '请写明选举日期' }] })
  await expect(over.founding.approve({ id, version: 3, ...decision })).rejects.toMatchObject(refusal('founding.state'))
  await group.founding.save({ ...draft, plan: '三月发展会员，四月选举。', electionOn: '2026-04-10', id, version: 3 })
  await group.founding.file({ id, version: 4 })
  const { filings, timeline } = await over.founding.get({ id })
  expect(filings).toMatchObject([
    { round: 1, answer: 'returned', items: [{ item: 'plan' }], content: { electionOn: null } },
    { round: 2, answer: null, content: { electionOn: '2026-04-10' } },
  ])
  expect(timeline.map(({ step }) => step)).toEqual(['opened', 'filed', 'returned', 'filed'])
  await over.founding.approve({ id, version: 5, ...decision })
  expect(await over.founding.figures()).toMatchObject({
    decided: 1,
    returnsPerApplication: 1,
    forms: [{ form: 'unit', founded: 1 }],
  })
})

test('of two superiors who decide at once, one decides', async () => {
  const place = await aDistrict(world)
  const { id } = await aProject(place, 3)
  await place.group.founding.file({ id, version: 1 })
  const answers = await Promise.allSettled([
    place.over.founding.approve({ id, version: 2, ...decision }),
    place.top.founding.approve({ id, version: 2, ...decision }),
    place.top.founding.sendBack({ id, version: 2, items: [{ item: 'unit', reason: '请补材料' }] }),
  ])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const unions = await place.top.unions.list({ below: place.town.id, kind: 'basic' })
  expect(unions.total).toBe(answers[2]!.status === 'fulfilled' ? 0 : 1)
})

test('a second project for the same unit is refused with where and when, also when both are opened at once', async () => {
  const place = await aDistrict(world)
  const draft = draftFor(place.town.id, aCreditCode(next()))
  const others = await Promise.all([1, 2, 3].map(async () => world.as({ account: await anAccount(world), powers: [] }).api))
  const answers = await Promise.allSettled(
    others.map((other, n) => other.founding.open({ ...draft, superiorId: n ? place.west.id : place.town.id })),
  )
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const refused = answers.find(({ status }) => status === 'rejected') as PromiseRejectedResult
  expect(refused.reason).toMatchObject({ data: { code: 'founding.taken', reason: expect.stringMatching(/2026-03-02.*总工会/) } })
  expect(await place.group.founding.lookUp({ creditCode: draft.units[0]!.creditCode! })).toMatchObject({
    taken: expect.stringContaining('2026-03-02'),
  })
})

test('a unit that has a union is joined, not founded again; a withdrawn project makes room for another', async () => {
  const place = await aDistrict(world)
  const { group, town, top } = place
  const code = aCreditCode(next())
  await world.session(async (session) => {
    const union = await aUnion(session, { name: '旭日电子工会委员会', parentId: town.id })
    const { id } = await anEmployer(session, town.id, { name: '旭日电子有限公司', creditCode: code })
    await session.db.$client.query("update employers set stage = 'founded', covered_by = $1 where id = $2", [union.id, id])
  })
  await expect(group.founding.open(draftFor(town.id, code))).rejects.toMatchObject(refusal('founding.covered'))
  const { id, draft, code: link } = await aProject(place, 2)
  await group.founding.withdraw({ id, version: 1, reason: '职工改为加入联合工会' })
  await expect(
    world.anyone.founding.sign({
      code: link,
      unitId: null,
      name: '吴强',
      idNumber: anIdNumber(next()),
      mobile: null,
      textVersion: 1,
    }),
  ).rejects.toMatchObject(refusal('founding.closed'))
  await group.founding.open(draft)
  expect((await top.founding.get({ id })).roster).toEqual([])
})

test('a worker signs once, whatever the way, and takes it back with his receipt', async () => {
  const place = await aDistrict(world)
  const { id, code } = await aProject(place, 0)
  const idNumber = anIdNumber(next())
  const signature = { code, unitId: null, name: '吴强', idNumber, mobile: null, textVersion: 1 as const }
  const twice = await Promise.allSettled([world.anyone.founding.sign(signature), world.anyone.founding.sign(signature)])
  expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const { added, already } = await place.group.founding.enterSignatures({
    foundingId: id,
    rows: [{ unitId: null, name: '吴强', idNumber, mobile: null, signedOn: '2026-03-01' }],
  })
  expect({ added, already }).toEqual({ added: 0, already: ['吴强'] })
  const shown = await place.group.founding.own({ id })
  expect(JSON.stringify(shown.roster)).not.toContain(idNumber)
  const { receipt } = (twice.find(({ status }) => status === 'fulfilled') as PromiseFulfilledResult<{ receipt: string }>).value
  expect(await world.anyone.founding.takeBack({ code, receipt: randomUUID() })).toEqual({ done: false })
  expect(await world.anyone.founding.takeBack({ code, receipt })).toEqual({ done: true })
  expect(await world.anyone.founding.invitation({ code })).toMatchObject({ headName: '赵师傅', isOpen: true })
  await expect(world.anyone.founding.invitation({ code: 'x'.repeat(20) })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('25 who signed want a committee; a relative of the head is not proposed', async () => {
  const place = await aDistrict(world)
  const { group } = place
  const many = await aProject(place, 24, { body: 'organiser' })
  await expect(group.founding.file({ id: many.id, version: 1 })).rejects.toMatchObject(refusal('founding.ORG-01.committee'))
  const few = await aProject(place, 23, { body: 'organiser' })
  await group.founding.file({ id: few.id, version: 1 })
  const related = await aProject(place, 2, { candidates: [{ name: '钱进', seat: 'member', sex: 'male', relation: 'relative' }] })
  await expect(group.founding.file({ id: related.id, version: 1 })).rejects.toMatchObject(refusal('founding.ORG-10.relatives'))
})

test('who is a member elsewhere is not admitted twice, and does not lead', async () => {
  const place = await aDistrict(world)
  const { group, over, west } = place
  const idNumber = anIdNumber(next())
  await world.session(async (session) => {
    const { admit } = await import('#modules/organisation/members')
    await admit(session, { name: '冯远', idNumber }, { unionId: west.id, on: '2025-01-01', came: 'join' })
  })
  const { id } = await aProject(place, 2)
  await group.founding.enterSignatures({
    foundingId: id,
    rows: [{ unitId: null, name: '冯远', idNumber, mobile: null, signedOn: '2026-03-01' }],
  })
  await group.founding.file({ id, version: 1 })
  expect(await over.founding.approve({ id, version: 2, ...decision })).toMatchObject({ admitted: 3, elsewhere: 1 })
})
