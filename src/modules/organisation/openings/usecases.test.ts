import { expect, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { aTown } from '#testing/organisation/competences'
import { aMember, someFacts } from '#testing/organisation/members'

const world = testWorld('2026-03-02')
const go = (day: string) => {
  world.now = new Date(`${day}T09:00:00+08:00`)
}
const draft = {
  ...{ title: '组织干事', kind: 'organisationOfficer' as const, way: 'competition' as const, seats: 1, fullTime: true },
  ...{
    duties: ['组建工会、发展会员'],
    profile: '熟悉劳动法律，会做群众工作',
    vacantSince: '2026-02-02',
    applyUntil: '2026-03-10',
  },
}
const evidence = {
  ...{ hasTheory: true, hasPractice: true, politics: '预备党员，政审合格', management: '当过三年班组长' },
  ...{ profession: '有社会工作者证书', trust: '班组推荐，二十人里十八人同意', workersAsked: 20, workersFor: 18 },
  ...{ superiorAgrees: true, superiorOpinion: '镇总工会同意作为人选' },
}
const vote = { entitled: 9, present: 7, inFavour: 6, against: 1 }

async function aPlace() {
  go('2026-03-02')
  const town = await aTown(world)
  const worker = await world.session((session) => aMember(session, town.factory.id, someFacts()))
  const other = await world.session((session) => aMember(session, town.next.id, someFacts()))
  return { ...town, worker, phone: await town.phone(worker.id), otherPhone: await town.phone(other.id) }
}

test('a post is announced, a worker applies, is chosen with a vote and takes it after the public notice', async () => {
  const { factory, officer, superior, phone, worker } = await aPlace()
  const { id } = await officer.openings.save({ ...draft, unionId: factory.id })
  expect(await phone.openings.offered()).toEqual([])
  await officer.openings.announce({ id })
  expect(await phone.openings.offered()).toMatchObject([{ title: '组织干事', state: 'announced', mine: null }])
  const candidate = await phone.openings.apply({ id, statement: '在车间干了八年，想为工友做事' })
  await expect(phone.openings.apply({ id, statement: '在车间干了八年' })).rejects.toMatchObject({
    data: { code: 'openings.twice' },
  })
  await expect(officer.openings.save({ ...draft, id, unionId: factory.id })).rejects.toMatchObject({
    data: { code: 'openings.announced' },
  })
  await officer.openings.assess({ ...candidate, ...evidence, trust: null })
  go('2026-03-12')
  const choice = { ...candidate, decidedBy: '工会委员会第三次会议', decidedOn: '2026-03-12', vote, noticeUntil: '2026-03-19' }
  await expect(officer.openings.choose(choice)).rejects.toMatchObject({ data: { code: 'openings.evidence' } })
  await officer.openings.assess({ ...candidate, ...evidence })
  const chosen = await officer.openings.choose(choice)
  expect((await superior.openings.list({ state: 'chosen' })).rows).toMatchObject([{ id, candidates: 1, chosen: 1 }])
  const start = { ...chosen, startsOn: '2026-03-20', basis: '工会任〔2026〕3号', objections: '公示期没有意见' }
  await expect(officer.openings.start(start)).rejects.toMatchObject({ data: { code: 'openings.notice' } })
  go('2026-03-20')
  await officer.openings.start(start)
  expect(await superior.openings.get({ id })).toMatchObject({ state: 'filled', started: 1 })
  const records = await superior.openings.ofCadre({ memberId: worker.id })
  expect(records).toMatchObject([{ way: 'competition', vote, startsOn: '2026-03-20', decidedBy: '工会委员会第三次会议' }])
  expect(records[0]!.evidence).toContain('群众信任：班组推荐')
  const file = await superior.cadres.get({ memberId: worker.id })
  expect(file.terms).toMatchObject([{ title: '组织干事', basis: '工会任〔2026〕3号' }])
  expect(await superior.openings.figures()).toMatchObject({ open: 0, filled: 1, daysToFill: 46, withBoth: 1, withRecord: 1 })
})

test('somebody hired without a record takes up his work without a post; a called-off opening keeps its reason', async () => {
  const { factory, officer } = await aPlace()
  const job = { ...draft, unionId: factory.id, title: '公职律师', kind: null, way: 'recruitment' as const }
  const { id } = await officer.openings.save(job)
  const hired = {
    openingId: id,
    memberId: null,
    personName: '周律师',
    came: 'applied' as const,
    statement: '执业五年，专做劳动法',
  }
  await expect(officer.openings.addCandidate(hired)).rejects.toMatchObject({ data: { code: 'openings.prepared' } })
  await officer.openings.announce({ id })
  const candidate = await officer.openings.addCandidate(hired)
  await officer.openings.assess({ ...candidate, ...evidence })
  go('2026-03-11')
  const chosen = await officer.openings.choose({
    ...{ ...candidate, decidedBy: '工会委员会会议', decidedOn: '2026-03-11', vote: null, noticeUntil: '2026-03-18' },
  })
  go('2026-03-19')
  await officer.openings.start({ ...chosen, startsOn: '2026-04-01', basis: '聘用合同 2026-7' })
  const detail = await officer.openings.get({ id })
  expect(detail).toMatchObject({
    state: 'filled',
    candidateList: [{ selection: { startsOn: '2026-04-01', appointmentId: null } }],
  })
  const off = await officer.openings.save({ ...job, applyUntil: '2026-04-10' })
  await officer.openings.callOff({ ...off, why: '编制收回' })
  expect(await officer.openings.get(off)).toMatchObject({ state: 'calledOff', endedWhy: '编制收回' })
  await expect(officer.openings.announce(off)).rejects.toMatchObject({ data: { code: 'openings.announced' } })
})

test('how an earlier holder was chosen is filed once', async () => {
  const { factory, officer, superior, member } = await aPlace()
  const { appointments } = await officer.posts.ofUnion({ unionId: factory.id })
  const held = appointments.find(({ memberId }) => memberId === member.memberId)!
  const record = {
    ...{
      appointmentId: held.id,
      way: 'appointment' as const,
      decidedBy: '上级工会党组会议',
      decidedOn: '2025-12-01',
      vote: null,
    },
    evidence: '组织考察合格，职工代表座谈会赞成',
  }
  await officer.openings.record(record)
  await expect(officer.openings.record(record)).rejects.toMatchObject({ data: { code: 'openings.recorded' } })
  expect(await superior.openings.ofCadre({ memberId: member.memberId })).toMatchObject([
    { appointmentId: held.id, way: 'appointment' },
  ])
})

test('a stranger sees nothing, changes nothing and is offered nothing', async () => {
  const { factory, officer, stranger, phone, otherPhone, member } = await aPlace()
  const { id } = await officer.openings.save({ ...draft, unionId: factory.id })
  await officer.openings.announce({ id })
  const candidate = await phone.openings.apply({ id, statement: '想为工友做事' })
  const missing = { code: 'NOT_FOUND' }
  await expect(stranger.openings.get({ id })).rejects.toMatchObject(missing)
  await expect(stranger.openings.save({ ...draft, unionId: factory.id })).rejects.toMatchObject(missing)
  await expect(stranger.openings.callOff({ id, why: '与我无关的' })).rejects.toMatchObject(missing)
  await expect(stranger.openings.assess({ ...candidate, ...evidence })).rejects.toMatchObject(missing)
  await expect(stranger.openings.drop({ ...candidate, why: '与我无关的' })).rejects.toMatchObject(missing)
  await expect(otherPhone.openings.apply({ id, statement: '想为工友做事' })).rejects.toMatchObject(missing)
  await expect(otherPhone.openings.takeBack(candidate)).rejects.toMatchObject(missing)
  expect(await otherPhone.openings.offered()).toEqual([])
  expect((await stranger.openings.list({})).rows).toEqual([])
  expect(await stranger.openings.ofCadre({ memberId: member.memberId })).toEqual([])
  await phone.openings.takeBack(candidate)
  expect(await phone.openings.offered()).toMatchObject([{ mine: { isOut: true } }])
})
