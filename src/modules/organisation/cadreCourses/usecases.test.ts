import { expect, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { aTown } from '#testing/organisation/competences'
import { anAppointment } from '#testing/organisation/posts'
import type { Draft } from './contract.ts'

const world = testWorld('2026-03-02')
const go = (day: string) => {
  world.now = new Date(`${day}T09:00:00+08:00`)
}
const draft = (facts: Partial<Draft> = {}): Draft => ({
  ...{
    kind: 'qualification',
    title: '新任主席上岗培训',
    subjects: ['law', 'unionTheory'],
    content: '',
    teacher: null,
    place: '镇党校',
  },
  ...{
    startsOn: '2026-03-10',
    endsOn: '2026-03-11',
    enrolUntil: '2026-03-08',
    hours: 16,
    capacity: 2,
    leastDays: 2,
    passMark: 60,
  },
  ...facts,
})

async function aCourse(facts: Partial<Draft> = {}) {
  go('2026-03-02')
  const town = await aTown(world)
  const { id } = await town.superior.cadreCourses.save(draft(facts))
  await town.superior.cadreCourses.publish({ id, version: 1 })
  return { ...town, id }
}

test('from enrolment to certificate: a code in the room, a mark, a number', async () => {
  const { id, superior, chair, member, phone, officer } = await aCourse()
  const [wang, li] = [await phone(chair.memberId), await phone(member.memberId)]
  expect(await wang.cadreCourses.offered()).toMatchObject([{ id, state: 'open', mine: null }])
  expect(await wang.cadreCourses.enrol({ courseId: id })).toMatchObject({ isSeated: true })
  expect(await officer.cadreCourses.enrolMany({ courseId: id, memberIds: [member.memberId, chair.memberId] })).toEqual({
    enrolled: 1,
    already: 1,
  })
  for (const day of ['2026-03-10', '2026-03-11']) {
    go(day)
    const { code } = await superior.cadreCourses.code({ id })
    expect(code).toMatch(/^\d{6}$/)
    await wang.cadreCourses.signIn({ courseId: id, code })
    await expect(li.cadreCourses.signIn({ courseId: id, code: '000000' })).rejects.toMatchObject({
      data: { code: 'cadreCourses.code' },
    })
  }
  const rows = await superior.cadreCourses.trainees({ courseId: id })
  const [first, second] = [
    rows.find((row) => row.memberId === chair.memberId)!,
    rows.find((row) => row.memberId === member.memberId)!,
  ]
  expect(first.days).toEqual(['2026-03-10', '2026-03-11'])
  await superior.cadreCourses.attend({ courseId: id, onDay: '2026-03-10', trainingId: second.id, isPresent: true })
  await superior.cadreCourses.mark({ id: first.id, mark: 88 })
  const { version } = await superior.cadreCourses.get({ id })
  expect(await superior.cadreCourses.close({ id, version })).toMatchObject({ completed: 1, missed: 1 })
  const [own] = await wang.cadreCourses.mine()
  expect(own).toMatchObject({
    state: 'completed',
    completedOn: '2026-03-11',
    certificateNumber: expect.stringMatching(/^培〔2026〕.{5}-001$/),
  })
  expect(await wang.cadreCourses.certificateMine({ id: first.id })).toMatchObject({ mark: 88, organiser: '永丰镇总工会' })
  await expect(li.cadreCourses.certificateMine({ id: second.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await li.cadreCourses.mine())[0]).toMatchObject({ state: 'missed', missedWhy: '到课 1 天，少于 2 天' })
  expect(await superior.cadreCourses.figures()).toMatchObject({ trained: 1, hours: 16, completed: 1, missed: 1, owing: 0 })
})

test('who comes after the last seat waits, and moves up when somebody leaves', async () => {
  const { id, chair, member, strange, phone, superior } = await aCourse({ capacity: 1 })
  const [wang, li, sun] = [await phone(chair.memberId), await phone(member.memberId), await phone(strange.memberId)]
  const { id: seat } = await wang.cadreCourses.enrol({ courseId: id })
  go('2026-03-03')
  expect(await li.cadreCourses.enrol({ courseId: id })).toMatchObject({ isSeated: false })
  go('2026-03-04')
  await sun.cadreCourses.enrol({ courseId: id })
  expect((await sun.cadreCourses.offered())[0]).toMatchObject({
    state: 'full',
    seated: 1,
    waiting: 2,
    mine: { state: 'waiting', queue: 2 },
  })
  await expect(li.cadreCourses.enrol({ courseId: id })).rejects.toMatchObject({ data: { code: 'cadreCourses.twice' } })
  await wang.cadreCourses.leave({ id: seat })
  expect((await li.cadreCourses.offered())[0]!.mine).toMatchObject({ state: 'seated' })
  expect((await sun.cadreCourses.offered())[0]!.mine).toMatchObject({ state: 'waiting', queue: 1 })
  expect((await superior.cadreCourses.trainees({ courseId: id })).map(({ state }) => state)).toEqual([
    'withdrawn',
    'seated',
    'waiting',
  ])
  await expect(li.cadreCourses.leave({ id: seat })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('two who press at once for the last seat get one seat and one place in the queue', async () => {
  const { id, chair, member, phone } = await aCourse({ capacity: 1 })
  const people = [await phone(chair.memberId), await phone(member.memberId)]
  const answers = await Promise.all(people.map((person) => person.cadreCourses.enrol({ courseId: id })))
  expect(answers.map(({ isSeated }) => isSeated).sort()).toEqual([false, true])
})

test('a union below takes part but changes nothing; a union beside it sees neither course nor people', async () => {
  const { id, officer, factory, stranger, member } = await aCourse()
  expect(await officer.cadreCourses.get({ id })).toMatchObject({ isOwn: false })
  for (const act of [
    () => officer.cadreCourses.save(draft({ id, version: 2 })),
    () => officer.cadreCourses.cancel({ id, version: 2, why: '不办了吧' }),
    () => officer.cadreCourses.code({ id }),
    () => officer.cadreCourses.close({ id, version: 2 }),
    () => stranger.cadreCourses.enrolMany({ courseId: id, memberIds: [member.memberId] }),
    () => stranger.cadreCourses.ofCadre({ memberId: member.memberId }),
  ])
    await expect(act()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const own = await officer.cadreCourses.save(draft({ title: '班组长例会' }))
  expect((await officer.cadreCourses.list({ show: 'draft' })).rows).toMatchObject([
    { id: own.id, unionId: factory.id, state: 'draft' },
  ])
  await expect(stranger.cadreCourses.get({ id: own.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await officer.cadreCourses.publish({ id: own.id, version: 1 })
  await expect(stranger.cadreCourses.enrolMany({ courseId: own.id, memberIds: [] as string[] })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  })
  expect((await stranger.cadreCourses.list({})).rows.map((row) => row.id)).not.toContain(own.id)
})

test('a chair owes the qualification training a year from taking office, until it is done, here or elsewhere', async () => {
  const { superior, factory } = await aCourse()
  const chair = await world.session((session) =>
    anAppointment(session, factory, { name: '周海', kind: 'viceChair', fromOn: '2025-03-02', untilOn: '2028-03-01' }),
  )
  const owed = async () => (await superior.cadreCourses.owing({})).rows.map(({ personName, dueOn }) => `${personName} ${dueOn}`)
  expect(await owed()).toEqual(['王建国 2025-01-01', '周海 2026-03-02'])
  expect((await superior.cadreCourses.owing({ late: true })).rows).toMatchObject([{ personName: '王建国' }])
  expect(await superior.cadreCourses.figures()).toMatchObject({ owing: 2, late: 1 })
  const elsewhere = {
    ...{ memberId: chair.memberId, kind: 'qualification' as const, title: '市总工会主席班', subjects: ['law'], hours: 24 },
    ...{ organiser: '市工会干部学校', startsOn: '2026-02-01', completedOn: '2026-02-03', certificateNumber: null },
  }
  await expect(superior.cadreCourses.record({ ...elsewhere, completedOn: '2026-03-03' })).rejects.toMatchObject({
    data: { code: 'cadreCourses.days' },
  })
  await superior.cadreCourses.record(elsewhere)
  expect(await owed()).toEqual(['王建国 2025-01-01'])
})

test('the file follows a cadre to the union where he serves now', async () => {
  const { superior, member, next, stranger } = await aCourse()
  await superior.cadreCourses.record({
    ...{ memberId: member.memberId, kind: 'subject', title: '集体协商实务', subjects: ['wages'], hours: 8 },
    ...{ organiser: '区总工会', startsOn: '2026-02-01', completedOn: '2026-02-01', certificateNumber: null },
  })
  await expect(stranger.cadreCourses.ofCadre({ memberId: member.memberId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await world.session((session) =>
    anAppointment(session, next, { memberId: member.memberId, name: '李秀英', kind: 'womenChair' }),
  )
  expect(await stranger.cadreCourses.ofCadre({ memberId: member.memberId })).toMatchObject([
    { title: '集体协商实务', state: 'elsewhere' },
  ])
})

test('two who change a course at once: the second is told', async () => {
  const { id, superior } = await aCourse()
  await superior.cadreCourses.save(draft({ id, version: 2, capacity: 5 }))
  await expect(superior.cadreCourses.save(draft({ id, version: 2, capacity: 6 }))).rejects.toMatchObject({
    code: 'UNPROCESSABLE_CONTENT',
  })
})
