import { expect, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { aTown } from '#testing/organisation/competences'
import { anAppointment } from '#testing/organisation/posts'
import { loadOf } from './rules.ts'

const world = testWorld('2026-05-10')
const go = (day: string) => {
  world.now = new Date(`${day}T09:00:00+08:00`)
}
const entry = (onDay: string, minutes: number, more = {}) => ({
  onDay,
  minutes,
  task: 'visit' as const,
  inWorkTime: true,
  ...more,
})

test('a part-timer records hours in his own words; his chair and the superior see them against what was agreed', async () => {
  go('2026-05-10')
  const { member, officer, superior, phone, factory } = await aTown(world)
  const li = await phone(member.memberId)
  await officer.cadres.agree({
    memberId: member.memberId,
    hoursPerMonth: 16,
    basis: '2026 年党政工联席会议',
    fromOn: '2026-01-01',
  })
  for (const day of ['2026-04-08', '2026-04-15']) await li.cadres.recordHours(entry(day, 240))
  await li.cadres.recordHours(entry('2026-05-08', 120, { task: 'mediation', note: '夜班加班费' }))
  const file = await superior.cadres.get({ memberId: member.memberId })
  expect(file.row).toMatchObject({ agreedHours: 16, minutes: [480, 0, 0], thisMonth: 120, load: 'crowded', isFullTime: false })
  expect(file.row!.lacks).toEqual(['rating', 'basis'])
  expect(file.terms).toMatchObject([{ title: '委员', unionName: factory.name, came: '选举产生' }])
  expect(file.months).toMatchObject([
    { month: '2026-05', minutes: 120 },
    { month: '2026-04', minutes: 480, counted: 480, tasks: [{ task: 'visit', minutes: 480 }] },
  ])
  expect(file.allowance).toMatchObject({ hours: 24, cite: '《工会法》第四十一条' })
  expect(await officer.cadres.hours({ memberId: member.memberId, month: '2026-05' })).toMatchObject([{ note: '夜班加班费' }])
  expect((await superior.cadres.unions({ crowded: true })).rows).toMatchObject([{ id: factory.id, crowded: 1, realHours: 8 }])
  expect(await superior.cadres.figures()).toMatchObject({
    cadres: 3,
    fullTime: 0,
    partTime: 3,
    agreed: 1,
    agreedHours: 16,
    realHours: 8,
    crowded: 1,
    silent: 2,
  })
  expect((await superior.cadres.list({ load: 'crowded' })).rows).toMatchObject([
    { personName: '李秀英', titles: [`${factory.name}委员`] },
  ])
})

test('the statement and the rule judge alike', async () => {
  go('2026-05-10')
  const { member, officer, phone } = await aTown(world)
  const li = await phone(member.memberId)
  await officer.cadres.agree({ memberId: member.memberId, hoursPerMonth: 8, basis: '与行政方的协议', fromOn: '2026-01-01' })
  const allowance = { hours: 24, isCumulated: false }
  const judged = async () => {
    const [row] = (await officer.cadres.list({ text: '李秀英' })).rows
    const facts = { isFullTime: row!.isFullTime, agreedHours: row!.agreedHours, minutes: row!.minutes }
    const counted = { countedMinutes: row!.minutes[0]!, countedInYear: 0, monthsOfYear: 4 }
    return [row!.load, loadOf({ ...facts, ...counted }, allowance)]
  }
  expect(await judged()).toEqual(['silent', 'silent'])
  await li.cadres.recordHours(entry('2026-04-01', 719))
  expect(await judged()).toEqual(['crowded', 'crowded'])
  await li.cadres.recordHours(entry('2026-04-02', 60))
  expect(await judged()).toEqual(['kept', 'kept'])
  await li.cadres.recordHours(entry('2026-04-03', 662))
  expect(await judged()).toEqual(['over', 'over'])
})

test('a wrong entry is taken back by whoever made it, and by nobody else', async () => {
  go('2026-05-10')
  const { member, chair, phone, stranger } = await aTown(world)
  const [li, wang] = [await phone(member.memberId), await phone(chair.memberId)]
  const { id } = await li.cadres.recordHours(entry('2026-05-09', 600))
  await expect(li.cadres.recordHours(entry('2026-05-09', 361))).rejects.toMatchObject({ data: { code: 'cadres.full' } })
  await expect(wang.cadres.dropHours({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await li.cadres.dropHours({ id })
  expect((await li.cadres.mine()).entries).toEqual([])
  await expect(stranger.cadres.get({ memberId: member.memberId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await stranger.cadres.hours({ memberId: member.memberId, month: '2026-05' })).toEqual([])
  await expect(
    stranger.cadres.agree({ memberId: member.memberId, hoursPerMonth: 8, basis: '与行政方的协议', fromOn: '2026-05-01' }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('what is agreed anew ends what was agreed before; nobody enters his own; a full-timer needs none', async () => {
  go('2026-05-10')
  const { member, chair, officer, superior, factory } = await aTown(world)
  const agree = (memberId: string, fromOn: string) => ({ memberId, hoursPerMonth: 12, basis: '与行政方的协议', fromOn })
  await officer.cadres.agree(agree(member.memberId, '2026-01-01'))
  await expect(officer.cadres.agree(agree(member.memberId, '2026-01-01'))).rejects.toMatchObject({
    data: { code: 'cadres.agreed' },
  })
  await officer.cadres.agree(agree(member.memberId, '2026-04-01'))
  expect((await superior.cadres.get({ memberId: member.memberId })).agreements).toMatchObject([
    { fromOn: '2026-04-01', untilOn: null },
    { fromOn: '2026-01-01', untilOn: '2026-03-31' },
  ])
  await expect(officer.cadres.agree(agree(chair.memberId, '2026-01-01'))).rejects.toMatchObject({ data: { code: 'cadres.own' } })
  const staff = await world.session((session) =>
    anAppointment(session, factory, { name: '赵敏', kind: 'organisationOfficer', fullTime: true }),
  )
  await expect(officer.cadres.agree(agree(staff.memberId, '2026-01-01'))).rejects.toMatchObject({
    data: { code: 'cadres.fullTime' },
  })
})

test('whoever has left office keeps his file and records no more', async () => {
  go('2026-05-10')
  const { factory, superior, phone } = await aTown(world)
  const former = await world.session((session) =>
    anAppointment(session, factory, { name: '老周', kind: 'member', fromOn: '2020-01-01', untilOn: '2023-12-31' }),
  )
  const zhou = await phone(former.memberId)
  await expect(zhou.cadres.recordHours(entry('2026-05-09', 60))).rejects.toMatchObject({ data: { code: 'cadres.cadre' } })
  expect(await superior.cadres.get({ memberId: former.memberId })).toMatchObject({
    personName: '老周',
    isCadre: false,
    row: null,
  })
})
