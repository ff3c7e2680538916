import { expect, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { aTown } from '#testing/organisation/competences'
import { aMember } from '#testing/organisation/members'
import { anAppointment, aPerson } from '#testing/organisation/posts'
import { postAt } from '#testing/organisation/unions'

const world = testWorld('2026-03-02')
const powers = ['members.view', 'members.manage', 'posts.manage', 'posts.view'] as const

async function aFactory() {
  const town = await aTown(world)
  const workers = await world.session(async (session) => ({
    chen: await aPerson(session, town.factory, '陈志强'),
    zhou: await aPerson(session, town.factory, '周敏'),
  }))
  const at = (union: typeof town.factory) => world.as({ post: postAt(union), powers }).api
  return { ...town, ...workers, union: at(town.factory), above: at(town.town), strange: at(town.next) }
}

test('named by a colleague, given a task, his deed recorded, proposed for a post, promoted', async () => {
  const { chen, zhou, union, above, phone, factory } = await aFactory()
  const worker = await phone(chen)
  const { id } = await worker.activists.nominate({ nomineeName: '周敏', nomineePlace: '二车间', reason: '夜班谁有事都找她' })
  const [waiting] = (await union.activists.nominations({})).rows
  expect(waiting).toMatchObject({ id, byName: '陈志强', nomineeName: '周敏', unionName: factory.name })
  await expect(union.activists.decide({ id, decision: 'accepted', reason: '情况属实' })).rejects.toMatchObject({
    data: { code: 'activists.who' },
  })
  await union.activists.decide({ id, decision: 'accepted', memberId: zhou, reason: '情况属实' })
  expect(await worker.activists.myNominations()).toMatchObject([{ state: 'accepted', decisionReason: '情况属实' }])
  const [row] = (await above.activists.list({})).rows
  expect(row).toMatchObject({ memberId: zhou, foundHow: 'nominated', reason: '夜班谁有事都找她', promotedOn: null })
  await union.activists.giveTask({ id: row!.id, title: '联系新入职职工', dueOn: '2026-04-01' })
  const [task] = (await union.activists.get({ id: row!.id })).taskList
  await union.activists.finishTask({ id: task!.id, doneOn: '2026-03-02', outcome: '走访 6 人' })
  await union.activists.recordDeed({ id: row!.id, onDay: '2026-03-01', deed: '为工友垫付急诊费用' })
  await union.activists.propose({ id: row!.id, forWhat: 'post', proposal: '推荐为二车间小组长' })
  const [proposal] = (await above.activists.get({ id: row!.id })).proposals
  await above.activists.decideProposal({ id: proposal!.id, decision: 'accepted', reason: '同意列为人选' })
  await expect(
    above.activists.decideProposal({ id: proposal!.id, decision: 'refused', reason: '又改主意了' }),
  ).rejects.toMatchObject({
    data: { code: 'activists.closed' },
  })
  await world.session((session) =>
    anAppointment(session, factory, { memberId: zhou, name: '周敏', kind: 'branchChair', fromOn: '2026-03-02' }),
  )
  expect((await above.activists.list({ show: 'promoted' })).rows).toMatchObject([
    { memberId: zhou, tasks: 1, tasksDone: 1, deeds: 1, promotedOn: '2026-03-02' },
  ])
  expect(await above.activists.figures()).toMatchObject({ activists: 1, promoted: 1, waiting: 0, proposals: 0 })
})

test('found in what one takes part in, by name and not by how much', async () => {
  const { union, factory, above } = await aFactory()
  const leader = await world.session(async (session) => {
    const { id } = await aMember(session, factory.id, { name: '丁小军' })
    return anAppointment(session, factory, { memberId: id, name: '丁小军', kind: 'groupLeader' })
  })
  const found = (await above.activists.findings({})).rows.find(({ memberId }) => memberId === leader.memberId)
  expect(found).toMatchObject({ personName: '丁小军', took: [{ what: '担任小组长' }] })
  await union.activists.add({ memberId: leader.memberId, foundHow: 'participation', reason: '小组会开得好' })
  expect((await above.activists.findings({})).rows.map(({ memberId }) => memberId)).not.toContain(leader.memberId)
  await expect(
    union.activists.add({ memberId: leader.memberId, foundHow: 'union', reason: '小组会开得好' }),
  ).rejects.toMatchObject({
    data: { code: 'activists.twice' },
  })
})

test('a nomination is taken back by whoever made it; a stranger sees and decides nothing', async () => {
  const { chen, zhou, phone, strange, union, chair } = await aFactory()
  const [worker, other] = [await phone(chen), await phone(zhou)]
  const { id } = await worker.activists.nominate({ nomineeName: '周敏', reason: '热心帮助新同事' })
  await expect(worker.activists.nominate({ nomineeName: '陈志强', reason: '推荐我自己' })).rejects.toMatchObject({
    data: { code: 'activists.own' },
  })
  await expect(other.activists.takeBack({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  for (const act of [
    () => strange.activists.decide({ id, decision: 'refused', reason: '不是本单位' }),
    () => strange.activists.add({ memberId: zhou, foundHow: 'union', reason: '热心帮助新同事' }),
  ])
    await expect(act()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await strange.activists.nominations({})).rows).toEqual([])
  await worker.activists.takeBack({ id })
  await expect(union.activists.decide({ id, decision: 'refused', reason: '已经撤回' })).rejects.toMatchObject({
    data: { code: 'activists.decided' },
  })
  await expect(
    union.activists.add({ memberId: chair.memberId, foundHow: 'union', reason: '本来就是主席' }),
  ).rejects.toMatchObject({
    data: { code: 'activists.cadre' },
  })
})
