import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { aUnion, postAt } from '#testing/organisation/unions'
import { onHandOver } from './index.ts'
import { type Kind, postKinds } from './rules.ts'
import { anAppointment, aPerson } from './testing.ts'

const world = testWorld('2026-03-02')
type Place = Awaited<ReturnType<typeof aUnion>>
let district: Place
let town: Place
let otherTown: Place
let factory: Place

beforeAll(async () => {
  await world.session(async (session) => {
    district = await aUnion(session, { name: '永安区总工会' })
    town = await aUnion(session, { name: '东城街道总工会', kind: 'town', parentId: district.id })
    otherTown = await aUnion(session, { name: '西城街道总工会', kind: 'town', parentId: district.id })
  })
})

async function aFactory() {
  factory = await world.session((session) => aUnion(session, { name: `恒达机械${++made}厂工会委员会`, parentId: town.id }))
  return factory
}
let made = 0

const as = (union: Place, kind: Kind = 'organisationOfficer', person?: string) =>
  world.as({ post: postAt(union, kind), powers: postKinds[kind].powers, ...(person && { person }) })
const aWorker = (union: Place, name = '周明') => world.session((session) => aPerson(session, union, name))
const three = { fromOn: '2026-03-02', untilOn: '2029-03-01', came: 'elected', basis: '东工发〔2026〕3 号' } as const

test('the town enters the chair it approved; he is listed with his term, and the term is read back as of any day', async () => {
  await aFactory()
  const memberId = await aWorker(factory)
  const { id, warnings } = await as(town).api.posts.appoint({ unionId: factory.id, memberId, kind: 'chair', ...three })
  expect(warnings).toEqual([])
  const seen = await as(factory, 'chair').api.posts.ofUnion({ unionId: factory.id })
  expect(seen.appointments).toMatchObject([{ id, personName: '周明', title: '主席', state: 'inOffice' }])
  const later = await as(factory, 'chair').api.posts.ofUnion({ unionId: factory.id, on: '2029-03-02' })
  expect(later.appointments).toMatchObject([{ id, state: 'expired' }])
  expect(later.committees[0]).toMatchObject({ body: 'union', state: 'vacant', vacantSince: '2029-03-02' })
})

test('a post with one holder at a time is refused to a second, and two clerks at once get one in', async () => {
  await aFactory()
  const [one, two] = [await aWorker(factory, '赵军'), await aWorker(factory, '孙丽')]
  const give = (memberId: string) => as(town).api.posts.appoint({ unionId: factory.id, memberId, kind: 'chair', ...three })
  const results = await Promise.allSettled([give(one), give(two)])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const refused = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult
  expect(refused.reason).toMatchObject({ data: { code: 'posts.taken' } })
})

test('the database itself lets no two terms overlap and no two administrator posts meet in one person', async () => {
  await aFactory()
  const { memberId } = await world.session((session) => anAppointment(session, factory, { kind: 'member' }))
  const overlapping = (kind: Kind, place = factory) =>
    world.session((session) => anAppointment(session, place, { memberId, kind }))
  await expect(overlapping('member')).rejects.toMatchObject({ cause: { constraint: 'appointments_once' } })
  await overlapping('systemAdministrator', district)
  await expect(overlapping('auditAdministrator', town)).rejects.toMatchObject({
    cause: { constraint: 'appointments_three_persons' },
  })
  await world.session((session) => anAppointment(session, factory, { kind: 'chair' }))
  await expect(world.session((session) => anAppointment(session, factory, { kind: 'chair' }))).rejects.toMatchObject({
    cause: { constraint: 'appointments_single' },
  })
})

test('refusals of the law and of our own rules reach the caller with their reason', async () => {
  await aFactory()
  const li = await aWorker(factory, '李红')
  const own = as(factory, 'chair', li).api
  await expect(
    own.posts.appoint({ unionId: factory.id, memberId: await aWorker(factory), kind: 'viceChair', ...three }),
  ).rejects.toMatchObject({
    data: { code: 'posts.superior' },
  })
  await expect(
    own.posts.appoint({
      unionId: factory.id,
      memberId: await aWorker(factory),
      kind: 'member',
      ...three,
      ties: { isRelativeOfHead: true },
    }),
  ).rejects.toMatchObject({ data: { code: 'posts.relative', cite: expect.stringContaining('第十条') } })
  await expect(
    own.posts.appoint({
      unionId: factory.id,
      memberId: await aWorker(factory),
      kind: 'systemAdministrator',
      fromOn: '2026-03-02',
      came: 'appointed',
    }),
  ).rejects.toMatchObject({ data: { code: 'posts.administrator' } })
  const officer = await aWorker(factory, '王强')
  await expect(
    world
      .as({ person: officer, post: postAt(town, 'organisationOfficer'), powers: ['posts.manage'] })
      .api.posts.appoint({ unionId: factory.id, memberId: officer, kind: 'fullTimeViceChair', ...three }),
  ).rejects.toMatchObject({ data: { code: 'posts.ownPowers' } })
})

test('a stranger from another town finds nothing through any call', async () => {
  await aFactory()
  const { id, memberId } = await world.session((session) => anAppointment(session, factory, { name: '何平', kind: 'chair' }))
  const { api } = as(otherTown)
  const missing = { code: 'NOT_FOUND' }
  await expect(api.posts.get({ id })).rejects.toMatchObject(missing)
  await expect(api.posts.ofUnion({ unionId: factory.id })).rejects.toMatchObject(missing)
  await expect(api.posts.candidates({ unionId: factory.id, text: '何' })).rejects.toMatchObject(missing)
  await expect(api.posts.appoint({ unionId: factory.id, memberId, kind: 'member', ...three })).rejects.toMatchObject(missing)
  await expect(api.posts.amend({ id, title: '', portfolio: '', fullTime: true })).rejects.toMatchObject(missing)
  await expect(api.posts.extend({ id, untilOn: '2029-09-01', basis: '同意延期' })).rejects.toMatchObject(missing)
  await expect(api.posts.end({ id, on: '2026-03-02', why: 'resigned' })).rejects.toMatchObject(missing)
  await expect(api.posts.handOver({ fromId: id, toId: id, on: '2026-03-02', why: 'resigned', note: '' })).rejects.toMatchObject(
    missing,
  )
  await expect(api.posts.confirmAuditor({ id })).rejects.toMatchObject(missing)
  await expect(api.posts.endAdministrator({ id, why: 'resigned' })).rejects.toMatchObject(missing)
  await expect(
    api.posts.appointAdministrator({ unionId: factory.id, memberId, kind: 'systemAdministrator' }),
  ).rejects.toMatchObject(missing)
  expect((await api.posts.list({ text: '何平' })).total).toBe(0)
  expect((await api.posts.overview({ text: factory.name })).total).toBe(0)
})

test('handing over ends the post and moves the open work that modules told of, on record', async () => {
  await aFactory()
  const [from, to] = await world.session(async (session) => [
    await anAppointment(session, factory, { name: '钱进', kind: 'organisationOfficer' }),
    await anAppointment(session, factory, { name: '冯远', kind: 'member' }),
  ])
  const moved: string[] = []
  onHandOver('待审批的入会申请', async (_session, { person }, { person: next }) => moved.push(person, next))
  const { api } = as(town)
  const handover = await api.posts.handOver({
    fromId: from!.id,
    toId: to!.id,
    on: '2026-03-02',
    why: 'moved',
    note: '调往区总工作',
  })
  expect(handover).toMatchObject({ from: '钱进', to: '冯远', moved: [{ what: '待审批的入会申请', count: 2 }] })
  expect(moved).toEqual([from!.memberId, to!.memberId])
  expect(await api.posts.get({ id: from!.id })).toMatchObject({ state: 'ended', endedWhy: 'moved', handovers: [{ to: '冯远' }] })
  await expect(
    api.posts.handOver({ fromId: from!.id, toId: to!.id, on: '2026-03-02', why: 'moved', note: '' }),
  ).rejects.toMatchObject({
    data: { code: 'posts.handedOver' },
  })
})

test('a delayed re-election keeps those in office until the day the superior named', async () => {
  await aFactory()
  const { id } = await world.session((session) =>
    anAppointment(session, factory, { kind: 'chair', fromOn: '2021-03-01', untilOn: '2026-03-01' }),
  )
  expect(await as(factory, 'chair').api.posts.get({ id })).toMatchObject({ state: 'expired' })
  const basis = '同意延期换届的批复'
  await expect(as(factory, 'chair').api.posts.extend({ id, untilOn: '2026-06-30', basis })).rejects.toMatchObject({
    data: { code: 'posts.delay' },
  })
  expect((await as(town).api.posts.extend({ id, untilOn: '2026-06-30', basis })).warnings).toEqual([])
  expect(await as(factory, 'chair').api.posts.get({ id })).toMatchObject({ state: 'inOffice', untilOn: '2026-06-30' })
  expect((await as(town).api.posts.extend({ id, untilOn: '2027-06-30', basis })).warnings).toMatchObject([
    { code: 'posts.delayLong' },
  ])
})

test('the auditor is named by the security administrator, confirmed by the chair, and counts only then', async () => {
  const [sun, zhao, chen] = [await aWorker(district, '孙丽'), await aWorker(district, '赵军'), await aWorker(district, '陈光')]
  const chairPerson = await aWorker(district, '周明')
  const chair = as(district, 'chair', chairPerson)
  const asSecurity = () => as(district, 'securityAdministrator', sun).api
  await expect(
    chair.api.posts.appointAdministrator({ unionId: district.id, memberId: chairPerson, kind: 'securityAdministrator' }),
  ).rejects.toMatchObject({ data: { code: 'posts.self' } })
  await chair.api.posts.appointAdministrator({ unionId: district.id, memberId: sun, kind: 'securityAdministrator' })
  await asSecurity().posts.appointAdministrator({ unionId: district.id, memberId: chen, kind: 'systemAdministrator' })
  await expect(
    asSecurity().posts.appointAdministrator({ unionId: district.id, memberId: sun, kind: 'auditAdministrator' }),
  ).rejects.toMatchObject({
    data: { code: 'posts.self' },
  })
  await expect(
    asSecurity().posts.appointAdministrator({ unionId: district.id, memberId: chen, kind: 'auditAdministrator' }),
  ).rejects.toMatchObject({
    data: { code: 'posts.threePersons' },
  })
  const { id, waits } = await asSecurity().posts.appointAdministrator({
    unionId: district.id,
    memberId: zhao,
    kind: 'auditAdministrator',
  })
  expect(waits).toBe(true)
  await expect(asSecurity().posts.confirmAuditor({ id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(as(district, 'organisationOfficer').api.posts.confirmAuditor({ id })).rejects.toMatchObject({
    data: { code: 'posts.head' },
  })
  await chair.api.posts.confirmAuditor({ id })
  await expect(asSecurity().posts.endAdministrator({ id, why: 'replaced' })).rejects.toMatchObject({
    data: { code: 'posts.dismiss' },
  })
  expect((await chair.api.posts.administrators()).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['auditAdministrator', 'securityAdministrator', 'systemAdministrator']),
  )
})

test('a federation changes a kind’s authority for all below it, on record, and a town cannot', async () => {
  const adjusted = {
    kind: 'mediator',
    duties: ['受理、调解劳动争议'],
    powers: ['unions.view', 'posts.view', 'members.view'],
    secondFactor: true,
    reason: '调解员需核对会员身份',
  } as const
  const input = { ...adjusted, duties: [...adjusted.duties], powers: [...adjusted.powers] }
  await expect(as(town, 'securityAdministrator').api.posts.adjustKind(input)).rejects.toMatchObject({
    data: { code: 'posts.federation' },
  })
  await as(district, 'securityAdministrator').api.posts.adjustKind(input)
  const seen = (await as(town).api.posts.kinds()).find(({ kind }) => kind === 'mediator')
  expect(seen).toMatchObject({ powers: adjusted.powers, secondFactor: true, isChanged: true })
  expect(await as(otherTown).api.posts.kindHistory({ kind: 'mediator' })).toMatchObject([{ reason: '调解员需核对会员身份' }])
})

test('the superior’s list counts complete unions, staff per thousand and those without a full-time vice-chair', async () => {
  const place = await world.session((session) => aUnion(session, { name: '五委齐全厂工会', parentId: otherTown.id }))
  await world.session(async (session) => {
    for (const kind of ['chair', 'fullTimeViceChair', 'auditChair', 'womenMember', 'protectionInspector'] as const)
      await anAppointment(session, place, { name: kind, kind, fullTime: kind === 'fullTimeViceChair' })
    await session.db.execute(sql`update members set sex = 'female' where union_id = ${place.id} and name = 'womenMember'`)
  })
  const { rows, totals } = await as(otherTown).api.posts.overview({ text: '五委齐全' })
  expect(rows).toMatchObject([
    { members: 5, women: 1, isComplete: true, hasFullTimeViceChair: true, fullTimeStaff: 1, staffPerThousand: 200 },
  ])
  expect(totals).toMatchObject({ unions: 1, complete: 1, members: 5 })
  expect((await as(otherTown).api.posts.overview({ filter: 'noFullTimeViceChair' })).rows.map(({ id }) => id)).not.toContain(
    place.id,
  )
  expect((await as(otherTown).api.posts.overview({ filter: 'incomplete' })).rows.map(({ id }) => id)).not.toContain(place.id)
})

test('candidates are found by name, pinyin and initials among those registered below', async () => {
  await aFactory()
  const id = await aWorker(factory, '欧阳小芳')
  await world.session(({ db }) =>
    db.execute(sql`update members set pinyin = 'ouyangxiaofang', initials = 'oyxf' where id = ${id}`),
  )
  for (const text of ['欧阳', 'ouyang', 'oyxf'])
    expect(await as(town).api.posts.candidates({ unionId: factory.id, text })).toMatchObject([{ id, unionName: factory.name }])
  expect(await as(town).api.posts.candidates({ unionId: factory.id, text: '小芳' })).toEqual([])
})
