import { expect, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { aCreditCode } from '#testing/organisation/employers'
import { anAccount, aPerson } from '#testing/organisation/posts'
import { postAt } from '#testing/organisation/unions'
import { aDistrict, anIdNumber, aProject, draftFor, next, superior } from '../testing.ts'

const world = testWorld('2026-03-02')
const refusal = (code: string) => ({ data: { code } })
const decision = { number: '永丰工发〔2026〕3 号', termYears: 3 }

test('tasks, meetings and the group: each with its version, none after the end', async () => {
  const place = await aDistrict(world)
  const { group } = place
  const { id } = await aProject(place, 0)
  const { taskList, group: members } = await group.founding.own({ id })
  expect(taskList.map(({ kind }) => kind)).toEqual(['mobilisation', 'course', 'register', 'candidates', 'finance', 'office'])
  const { version, id: task, kind, title } = taskList[0]!
  const done = {
    foundingId: id,
    id: task,
    version,
    kind,
    title,
    ownerId: members[0]!.id,
    dueOn: '2026-03-10',
    doneOn: '2026-03-02',
    paper: '会议记录 1 号',
  }
  await group.founding.saveTask(done)
  await expect(group.founding.saveTask(done)).rejects.toMatchObject(refusal('unions.stale'))
  await group.founding.saveMeeting({
    foundingId: id,
    kind: 'mobilisation',
    title: '动员大会',
    onDay: '2026-03-02',
    place: '食堂',
    invited: 40,
    attendance: ['赵海', '周明'],
    joined: 2,
  })
  expect(await group.founding.own({ id })).toMatchObject({
    tasksDone: 1,
    meetings: [{ attendance: ['赵海', '周明'], joined: 2 }],
  })
  await expect(
    group.founding.addMember({ foundingId: id, side: 'head', duty: '', supporterId: null, name: '李四' }),
  ).rejects.toMatchObject(refusal('founding.head-taken'))
})

test('a stranger, of another town or another group, neither sees nor touches a project', async () => {
  const place = await aDistrict(world)
  const { id, draft } = await aProject(place, 2)
  await place.group.founding.file({ id, version: 1 })
  const { stranger } = place
  const outside = world.as({ account: await anAccount(world), powers: [] }).api
  const rival = await aProject({ ...place, group: outside }, 0)
  const { taskList, roster, group } = await place.group.founding.own({ id })
  expect(await stranger.founding.list({})).toMatchObject({ total: 0 })
  expect((await outside.founding.mine()).map((row) => row.id)).toEqual([rival.id])
  const election = {
    electedOn: '2026-03-02',
    meeting: 'assembly',
    expected: 3,
    present: 3,
    paper: '结果报告',
    chair: '赵海',
    seats: 1,
  } as const
  const task = {
    foundingId: id,
    kind: 'other',
    title: '插手的事',
    ownerId: null,
    dueOn: null,
    doneOn: null,
    paper: null,
  } as const
  const meeting = {
    foundingId: id,
    kind: 'group' as const,
    title: '插手的会',
    onDay: '2026-03-02',
    place: null,
    invited: 1,
    attendance: [],
    joined: 0,
  }
  for (const refused of [
    () => stranger.founding.get({ id }),
    () => stranger.founding.approve({ id, version: 2, ...decision }),
    () => stranger.founding.sendBack({ id, version: 2, items: [{ item: 'unit', reason: '别镇来退' }] }),
    () => stranger.founding.confirm({ id, version: 2 }),
    () => outside.founding.own({ id }),
    () => outside.founding.save({ ...draft, id, version: 2 }),
    () => outside.founding.saveTask(task),
    () => outside.founding.dropTask({ id: taskList[0]!.id }),
    () => outside.founding.saveMeeting(meeting),
    () =>
      outside.founding.enterSignatures({
        foundingId: id,
        rows: [{ unitId: null, name: '外人', idNumber: anIdNumber(next()), mobile: null, signedOn: '2026-03-01' }],
      }),
    () => outside.founding.dropSignature({ id: roster[0]!.id, reason: '别人来删' }),
    () => outside.founding.addMember({ foundingId: id, side: 'workers', duty: '', supporterId: null, name: '外人' }),
    () => outside.founding.dropMember({ id: group[0]!.id }),
    () => outside.founding.file({ id, version: 2 }),
    () => outside.founding.withdraw({ id, version: 2, reason: '别人来撤' }),
    () => outside.founding.report({ id, version: 2, election }),
  ])
    await expect(refused(), String(refused)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await place.over.founding.get({ id })).toMatchObject({ version: 2, state: 'filed' })
})

test('an officer opens a project for workers, and the head works on it from his phone', async () => {
  const place = await aDistrict(world)
  const person = await world.session((session) => aPerson(session, place.town, '周明'))
  const officer = world.as({ account: await anAccount(world, person), person, post: postAt(place.town), powers: superior }).api
  const { id } = await officer.founding.open({ ...draftFor(place.town.id, aCreditCode(next())), isForOthers: true })
  const { linkCode, openedAs } = await officer.founding.own({ id })
  expect(openedAs).toBe('永丰镇总工会 主席')
  const { receipt } = await place.group.founding.sign({
    code: linkCode,
    unitId: null,
    name: '赵海',
    idNumber: anIdNumber(next()),
    mobile: null,
    textVersion: 1,
  })
  expect(await place.group.founding.mine()).toEqual([])
  await officer.founding.addMember({ foundingId: id, side: 'head', duty: '总负责', supporterId: receipt, name: null })
  expect(await place.group.founding.mine()).toMatchObject([{ id, headName: '赵海' }])
})
