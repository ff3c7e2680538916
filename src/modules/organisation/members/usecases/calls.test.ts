import { expect, test } from 'vitest'
import type { Power } from '#kit/powers'
import { testWorld } from '#platform/testing'
import { aUnion, postAt } from '#testing/organisation/unions'
import { aMember, anIdNumber, someFacts } from '../testing.ts'

const world = testWorld('2026-03-02')
const clerk: Power[] = ['members.view', 'members.manage']
const trusted: Power[] = [...clerk, 'members.sensitive']

async function towns() {
  return world.session(async (session) => {
    const district = await aUnion(session, { name: '永安区总工会' })
    const east = await aUnion(session, { name: '东城街道总工会', kind: 'town', parentId: district.id })
    const west = await aUnion(session, { name: '西城街道总工会', kind: 'town', parentId: district.id })
    const factory = await aUnion(session, { name: '恒达机械工会委员会', parentId: east.id })
    const { id } = await aMember(session, factory.id)
    return { district, east, west, factory, id }
  })
}
const at = (union: { id: string; path: string; name: string }, powers: readonly Power[] = clerk) =>
  world.as({ post: postAt(union), powers }).api.members

test('a record is masked in the list and on its page, and found by whatever one knows of the person', async () => {
  const { east, west, factory } = await towns()
  const facts = { ...someFacts(), name: '欧阳娜娜', employer: '永安钢铁厂' }
  const { number } = await world.session((session) => aMember(session, factory.id, facts))
  const mask = `${String(facts.idNumber).slice(0, 3)}***********${String(facts.idNumber).slice(-4)}`
  for (const text of [
    '欧阳',
    '欧阳娜娜',
    'ouyang',
    'OUYANGNANA',
    'oynn',
    String(facts.mobile),
    String(facts.idNumber),
    ` ${String(facts.idNumber).toLowerCase()} `,
    number,
    '永安钢',
  ]) {
    const { rows, total } = await at(east).list({ text })
    expect([text, total, rows[0]?.name, rows[0]?.idNumber]).toEqual([text, 1, '欧阳娜娜', mask])
  }
  expect(await at(west).list({ text: '欧阳' })).toEqual({ rows: [], total: 0 })
})

test('the total is exact with and without filters, page by page, and who left is found only when asked for', async () => {
  const { east, factory } = await towns()
  await world.session(async (session) => {
    for (let i = 0; i < 5; i++)
      await aMember(session, factory.id, { idNumber: anIdNumber({ sex: 'male', birthOn: '1970-03-02' }), name: '赵强' })
    const left = await aMember(session, factory.id, { name: '钱进' })
    await session.db.execute(`update members set status = 'left', left_on = '2026-01-01' where id = '${left.id}'`)
  })
  expect((await at(east).list({})).total).toBe(6)
  expect((await at(east).list({ size: 2, page: 3 })).rows).toHaveLength(2)
  expect((await at(east).list({ size: 4, page: 9 })).total).toBe(6)
  expect((await at(east).list({ sex: 'male' })).total).toBe(5)
  expect((await at(east).list({ ageFrom: 56, ageTo: 56 })).total).toBe(5)
  expect((await at(east).list({ ageFrom: 57 })).total).toBe(0)
  expect((await at(east).list({ ageTo: 55 })).total).toBe(1)
  expect((await at(east).list({ age: ['55-59'] })).total).toBe(5)
  expect((await at(east).list({ age: ['35-44', '55-59'] })).total).toBe(6)
  expect((await at(east).list({ employmentForm: ['contract'], education: [] })).total).toBe(6)
  expect((await at(east).list({ status: ['left'] })).total).toBe(1)
  expect((await at(east).list({ text: '钱进' })).total).toBe(1)
  expect((await at(east).list({ unionId: east.id, isOnlyHere: true })).total).toBe(0)
  expect((await at(east).list({ employer: '恒达' })).total).toBe(6)
  for (const sort of ['union', 'name', 'number', 'age', 'joinedOn', 'checkedOn'] as const)
    for (const descending of [true, false]) expect((await at(east).list({ sort, descending })).rows).toHaveLength(6)
})

test('nothing of another union is reached by any call', async () => {
  const { west, factory, id } = await towns()
  const stranger = at(west, trusted)
  const missing = { code: 'NOT_FOUND' }
  await expect(stranger.get({ id })).rejects.toMatchObject(missing)
  await expect(stranger.list({ unionId: factory.id })).rejects.toMatchObject(missing)
  await expect(stranger.add({ ...someFacts(), unionId: factory.id })).rejects.toMatchObject(missing)
  await expect(stranger.correct({ id, version: 1, changes: { job: '工人' } })).rejects.toMatchObject(missing)
  await expect(stranger.tag({ id, tag: 'migrant' })).rejects.toMatchObject(missing)
  await expect(stranger.untag({ id, tag: 'migrant' })).rejects.toMatchObject(missing)
  await expect(stranger.check({ id })).rejects.toMatchObject(missing)
  await expect(stranger.reveal({ id, field: 'mobile', reason: '联系本人' })).rejects.toMatchObject(missing)
  await expect(stranger.problems({ unionId: factory.id })).rejects.toMatchObject(missing)
  await expect(stranger.duplicates({ unionId: factory.id })).rejects.toMatchObject(missing)
  await expect(stranger.merge({ keepId: id, dropId: crypto.randomUUID(), reason: '同一个人' })).rejects.toMatchObject(missing)
  expect(await stranger.merges({ id })).toEqual([])
  expect((await stranger.corrections({})).total).toBe(0)
  await expect(at(factory, []).list({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(at(factory).reveal({ id, field: 'mobile', reason: '联系本人' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(world.anyone.members.list({})).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
})

test('sex and birthday come from the identity number; what contradicts it is refused, and so is a second record', async () => {
  const { west, factory } = await towns()
  const idNumber = anIdNumber({ sex: 'male', birthOn: '1988-12-01' })
  const { id } = await at(factory).add({ name: '孙 武', idNumber, unionId: factory.id })
  expect(await at(factory).get({ id })).toMatchObject({ name: '孙武', sex: 'male', birthOn: '1988-12-01', status: 'worker' })
  const refused = (code: string) => ({ data: { code } })
  await expect(at(factory).add({ name: '孙武', idNumber, unionId: factory.id })).rejects.toMatchObject(
    refused('members.duplicate'),
  )
  await expect(at(west).add({ name: '孙武', idNumber, unionId: west.id })).rejects.toMatchObject({
    data: { reason: expect.stringContaining('恒达机械') },
  })
  const other = { name: '吴起', idNumber: anIdNumber({ sex: 'male' }), unionId: factory.id }
  await expect(at(factory).add({ ...other, sex: 'female' })).rejects.toMatchObject(refused('members.sex'))
  await expect(at(factory).add({ ...other, birthOn: '1990-05-18' })).rejects.toMatchObject(refused('members.birth'))
  await expect(at(factory).add({ ...other, idNumber: '110105194912310021' })).rejects.toMatchObject(refused('members.number'))
})

test('of two cadres who correct one record the second is told what the first changed; the change stays readable, masked', async () => {
  const { factory, id } = await towns()
  const changed = await at(factory).correct({ id, version: 1, changes: { mobile: '139 0000 0001', job: '组长' } })
  expect(changed.changes).toMatchObject([
    { field: 'mobile', after: '139****0001' },
    { field: 'job', before: '装配工', after: '组长' },
  ])
  await expect(at(factory).correct({ id, version: 1, changes: { job: '班长' } })).rejects.toMatchObject({
    data: { code: 'members.stale', reason: expect.stringContaining('手机号、岗位') },
  })
  const { history, journal, version } = await at(factory).get({ id })
  expect(version).toBe(2)
  expect(history).toMatchObject([{ act: 'members.correct', byPost: '恒达机械工会委员会主席' }])
  expect(journal).toMatchObject([{ act: 'members.correct' }])
  const both = ['班长', '技师'].map((job) => at(factory).correct({ id, version: 2, changes: { job } }))
  const outcomes = await Promise.allSettled(both)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('a corrected identity number brings its own birthday; a corrected day of joining moves the stay', async () => {
  const { factory, id } = await towns()
  const idNumber = anIdNumber({ sex: 'male', birthOn: '1999-09-09' })
  await at(factory).correct({ id, version: 1, changes: { idNumber, joinedOn: '2023-02-01' } })
  expect(await at(factory).get({ id })).toMatchObject({
    sex: 'male',
    birthOn: '1999-09-09',
    joinedOn: '2023-02-01',
    stays: [{ fromOn: '2023-02-01' }],
  })
  await expect(at(factory).correct({ id, version: 2, changes: { joinedOn: null } })).rejects.toMatchObject({
    data: { code: 'members.joined' },
  })
})

test('a sensitive tag is set, seen and searched only by the entitled; the database itself withholds it', async () => {
  const { factory, id } = await towns()
  await expect(at(factory).tag({ id, tag: 'illness' })).rejects.toMatchObject({ data: { code: 'members.sensitive-tag' } })
  await at(factory).tag({ id, tag: 'migrant' })
  await at(factory, trusted).tag({ id, tag: 'illness' })
  expect((await at(factory).get({ id })).tags).toMatchObject([{ tag: 'migrant' }])
  expect((await at(factory).list({ tag: ['illness'] })).total).toBe(0)
  expect((await at(factory).list({})).rows[0]!.tags).toEqual(['migrant'])
  expect((await at(factory, trusted).list({ tag: ['illness'] })).rows[0]!.tags).toEqual(['illness', 'migrant'])
  const { rows } = await world.session(({ db }) => db.execute(`select tag from member_tags where member_id = '${id}'`))
  expect(rows).toEqual([{ tag: 'migrant' }])
  await at(factory, trusted).untag({ id, tag: 'illness' })
  expect((await at(factory, trusted).list({ tag: ['illness'] })).total).toBe(0)
})

test('whoever sees a number in clear says why, and the person reads who, when and why', async () => {
  const { factory, id } = await towns()
  const { value } = await at(factory, trusted).reveal({ id, field: 'mobile', reason: '通知体检时间' })
  expect(value).toMatch(/^1\d{10}$/)
  await expect(at(factory, trusted).reveal({ id, field: 'mobile', reason: '看' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  const me = world.as({ person: id }).api.members
  expect(await me.whoLooked()).toMatchObject([
    { field: 'mobile', reason: '通知体检时间', byUnion: '恒达机械工会委员会', byPost: '主席' },
  ])
})

test('a person sees his own record and nobody else’s, asks for a correction, and reads the decision', async () => {
  const { factory, id } = await towns()
  const other = await world.session((session) => aMember(session, factory.id))
  const me = world.as({ person: id }).api.members
  expect(await me.mine()).toMatchObject({ id, unionName: '恒达机械工会委员会', stays: [{ came: 'join' }], corrections: [] })
  await expect(me.requestCorrection({ wanted: { job: '装配工' } })).rejects.toMatchObject({
    data: { code: 'members.nothing-to-correct' },
  })
  const request = await me.requestCorrection({ wanted: { mobile: '13711112222', education: 'college' }, note: '换号了' })
  world.now = new Date(world.now.getTime() + 60_000)
  const withdrawn = await me.requestCorrection({ wanted: { job: '质检员' } })
  await expect(world.as({ person: other.id }).api.members.withdrawCorrection(withdrawn)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  await me.withdrawCorrection(withdrawn)
  const open = await at(factory).corrections({})
  expect(open).toMatchObject({
    total: 1,
    rows: [{ id: request.id, changes: [{ field: 'mobile', after: '137****2222' }, { field: 'education' }] }],
  })
  await at(factory).decideCorrection({ id: request.id, isAccepted: true, reason: '电话核对无误' })
  await expect(at(factory).decideCorrection({ id: request.id, isAccepted: false, reason: '再想一想' })).rejects.toMatchObject({
    data: { code: 'members.correction-decided' },
  })
  expect(await me.mine()).toMatchObject({
    mobile: '137****2222',
    education: 'college',
    corrections: [{ state: 'withdrawn' }, { state: 'accepted', reason: '电话核对无误' }],
  })
  await me.confirmMine()
})

test('the copy of oneself holds everything in clear; consent is to the text of today and ends as easily', async () => {
  const { id } = await towns()
  const me = world.as({ person: id }).api.members
  expect(await me.copyMine()).toMatchObject({
    档案: { name: '王秀英', mobile: expect.stringMatching(/^138/) },
    会籍经过: [{ came: 'join' }],
  })
  expect(JSON.stringify(await me.copyMine())).not.toMatch(/v1\.|Index/)
  await expect(me.consent({ purpose: 'sensitive', textVersion: 0 })).rejects.toMatchObject({
    data: { code: 'members.consent-text' },
  })
  await me.consent({ purpose: 'sensitive', textVersion: 1 })
  expect(await me.consents()).toContainEqual(expect.objectContaining({ purpose: 'sensitive', isValid: true }))
  await me.withdraw({ purpose: 'sensitive' })
  expect(await me.consents()).toContainEqual(
    expect.objectContaining({ purpose: 'sensitive', isValid: false, withdrawnAt: expect.any(Date) }),
  )
  await expect(world.as({}).api.members.mine()).rejects.toMatchObject({ data: { code: 'person.unknown' } })
})

test('records that break a rule are counted by rule and listed', async () => {
  const { factory } = await towns()
  await at(factory).add({ name: '郑成', unionId: factory.id, employmentForm: 'newForm' })
  await at(factory).add({
    name: '冯小',
    unionId: factory.id,
    idNumber: anIdNumber({ birthOn: '2010-03-03' }),
    mobile: '13612345678',
    employer: '甲',
    employmentForm: 'contract',
  })
  const { total, broken, codes } = await at(factory).problems({})
  expect([total, broken]).toEqual([3, 2])
  expect(codes.map(({ code }) => code)).toEqual(['noIdNumber', 'noMobile', 'noSexOrBirth', 'noNewForm', 'tooYoung'])
  expect((await at(factory).list({ problem: ['any'] })).total).toBe(2)
  expect((await at(factory).list({ problem: ['tooYoung'] })).rows).toMatchObject([{ name: '冯小' }])
})
