import { expect, test } from 'vitest'
import { aDevice } from '#platform/ballots/testing'
import { testWorld } from '#platform/testing'
import { aUnit } from '#testing/democracy/decisions'
import { aTerm } from '#testing/democracy/deputies'

const world = testWorld('2026-03-02')
const on = (day: string) => void (world.now = new Date(`${day}T09:00:00+08:00`))
const refused = (code: string) => ({ data: { code } })
const draft = {
  ...{ kind: 'cadres' as const, electorate: 'deputies' as const, title: '二〇二六年民主评议' },
  ...{ subjects: ['王建国', '李秀英'], items: ['服务职工', '总体评价'] },
}

async function aUnitWithDeputies(deputies = 6) {
  on('2026-03-02')
  const unit = await aUnit(world, deputies)
  const people = unit.people.map((id, at) => ({ id, name: `职工${at}` }))
  await world.session((session) => aTerm(session, unit.factory, people))
  return unit
}
type Unit = Awaited<ReturnType<typeof aUnitWithDeputies>>

async function marked(unit: Unit, id: string, marks: readonly (readonly [string, string])[]) {
  const at = () => ({ pool: world.pool, region: world.region, now: world.now })
  for (const [n, given] of marks.entries()) {
    const person = unit.people[n]!
    const phone = world.as({ person, powers: [] }).api
    const [row] = (await phone.appraisals.mine()).filter((one) => one.id === id)
    const device = await aDevice(at, row!.ballotId)
    await device.take({ person, account: crypto.randomUUID() })
    await device.cast(given.map((answer) => ({ marks: answer, writeIns: [] })))
  }
}

test('deputies appraise in secret; the result goes to the congress, then to everybody, and what follows is closed with evidence', async () => {
  const unit = await aUnitWithDeputies()
  const { id } = await unit.chair.appraisals.make(draft)
  await unit.chair.appraisals.open({ id, closesOn: '2026-03-08' })
  const phone = await unit.phone(unit.people[0]!)
  expect(await phone.appraisals.mine()).toMatchObject([{ id, isOpen: true, isOnRoll: true, hasTaken: false, result: null }])
  await marked(unit, id, [
    ['00', '01'],
    ['00', '11'],
    ['01', '12'],
    ['11', '23'],
    ['0_', '33'],
  ])
  expect(await phone.appraisals.mine()).toMatchObject([{ hasTaken: true }])
  // Six on the roll: the last who has not cast would be known.
  expect(await unit.chair.appraisals.get({ id })).toMatchObject({ state: 'open', electors: 6, cast: null, result: null })
  await expect(unit.chair.appraisals.report({ id, reportedAtMeeting: '职代会' })).rejects.toMatchObject(
    refused('appraisals.state'),
  )
  await unit.chair.appraisals.close({ id })
  const { result } = await unit.chair.appraisals.get({ id })
  expect(result).toMatchObject({ electors: 6, returned: 5 })
  expect(result!.subjects[0]).toMatchObject({
    subject: '王建国',
    marks: [
      { valid: 5, bestShare: 100 },
      { valid: 4, bestShare: 100 },
    ],
  })
  expect(result!.subjects[1]!.marks[1]).toMatchObject({ valid: 5, bestShare: 40 })
  expect(await phone.appraisals.mine()).toMatchObject([{ result: null }])
  await expect(unit.chair.appraisals.publish({ id })).rejects.toMatchObject(refused('appraisals.state'))
  await unit.chair.appraisals.report({ id, reportedAtMeeting: '六届二次职代会' })
  await unit.chair.appraisals.publish({ id })
  expect(await phone.appraisals.mine()).toMatchObject([{ result: { returned: 5 }, publishedOn: '2026-03-02' }])

  const improvement = { id, subject: '李秀英', title: '每月到夜班走访一次', owner: '李秀英', dueOn: '2026-06-30' }
  await expect(unit.chair.appraisals.improve({ ...improvement, subject: '别的人' })).rejects.toMatchObject(
    refused('appraisals.subject'),
  )
  const made = await unit.chair.appraisals.improve(improvement)
  await unit.chair.appraisals.finish({ id: made.id, evidence: '三至五月走访记录三份' })
  await expect(unit.chair.appraisals.finish({ id: made.id, evidence: '再写一次' })).rejects.toMatchObject(
    refused('appraisals.done'),
  )
  expect(await unit.superior.appraisals.get({ id })).toMatchObject({ isOwn: false, improvements: 1, improved: 1 })
  expect((await unit.superior.appraisals.list({})).rows).toMatchObject([{ id, improvements: 1, improved: 1 }])
  expect(await unit.superior.appraisals.figures()).toMatchObject({ appraisals: 1, published: 1, improved: 1, overdue: 0 })
})

test('marks of four are never told, and four are not asked', async () => {
  const unit = await aUnitWithDeputies()
  const { id } = await unit.chair.appraisals.make(draft)
  await unit.chair.appraisals.open({ id, closesOn: '2026-03-08' })
  await marked(unit, id, [
    ['00', '01'],
    ['00', '11'],
    ['01', '12'],
    ['11', '23'],
  ])
  await unit.chair.appraisals.close({ id })
  expect(await unit.chair.appraisals.get({ id })).toMatchObject({ state: 'withheld', result: null, cast: null })
  await expect(unit.chair.appraisals.report({ id, reportedAtMeeting: '职代会' })).rejects.toMatchObject(
    refused('appraisals.state'),
  )
  const small = await aUnitWithDeputies(4)
  const few = await small.chair.appraisals.make(draft)
  await expect(small.chair.appraisals.open({ ...few, closesOn: '2026-03-08' })).rejects.toMatchObject(refused('appraisals.few'))
})

test('all workers of the unit may be asked; a superior looks, a stranger sees nothing', async () => {
  const unit = await aUnitWithDeputies()
  const { id } = await unit.chair.appraisals.make({ ...draft, kind: 'unionWork', electorate: 'workers', subjects: ['工会工作'] })
  await expect(unit.superior.appraisals.open({ id, closesOn: '2026-03-08' })).rejects.toMatchObject(refused('appraisals.own'))
  await expect(unit.next.appraisals.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(unit.next.appraisals.open({ id, closesOn: '2026-03-08' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await unit.chair.appraisals.open({ id, closesOn: '2026-03-08' })
  // The chair and the committee's member are workers of the unit too.
  expect((await unit.chair.appraisals.get({ id })).electors).toBe(8)
  const strange = await unit.phone(unit.strange.memberId)
  expect(await strange.appraisals.mine()).toEqual([])
})

test('opened by two at once, it is one ballot', async () => {
  const unit = await aUnitWithDeputies()
  const { id } = await unit.chair.appraisals.make(draft)
  const tries = await Promise.allSettled(
    Array.from({ length: 3 }, () => unit.chair.appraisals.open({ id, closesOn: '2026-03-08' })),
  )
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})
