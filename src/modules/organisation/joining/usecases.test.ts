import { expect, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { aMember, anIdNumber, someFacts } from '#testing/organisation/members'
import { aPerson } from '#testing/organisation/posts'
import { aUnion, postAt } from '#testing/organisation/unions'
import { aCode, anApplication, someWork } from './testing.ts'

const world = testWorld('2026-03-02')
const powers = ['members.view', 'members.manage', 'members.decide', 'members.exchange'] as const

async function aTown() {
  const unions = await world.session(async (session) => {
    const district = await aUnion(session, { name: '永安区总工会' })
    const east = await aUnion(session, { name: '东城街道总工会', kind: 'town', parentId: district.id })
    const factory = await aUnion(session, { name: '恒达机械工会委员会', parentId: east.id })
    const other = await aUnion(session, { name: '云裳针织工会委员会', parentId: east.id })
    const shop = await aUnion(session, { name: '一车间分会', kind: 'branch', parentId: factory.id })
    const group = await aUnion(session, { name: '夜班小组', kind: 'group', parentId: shop.id })
    return { district, east, factory, other, shop, group }
  })
  const at = (union: { id: string; path: string; name: string }) => world.as({ post: postAt(union), powers }).api
  return { ...unions, cadre: at(unions.factory), second: at(unions.factory), stranger: at(unions.other), town: at(unions.east) }
}

/** A worker on the rolls who has not joined. */
const aWorker = (union: { id: string; path: string }, name: string, facts = someFacts()) =>
  world.session(async (session) => {
    const { id } = await aMember(session, union.id, { ...facts, name })
    await session.db.execute(`delete from memberships where member_id = '${id}'`)
    await session.db.execute(`update members set status = 'worker', number = null, joined_on = null where id = '${id}'`)
    return { id, ...facts }
  })

test('from a phone without an account: applied, seen with its clock, compared, approved, and a number', async () => {
  const { factory, cadre, shop } = await aTown()
  const worker = await aWorker(shop, '李春梅')
  const given = anApplication(factory.id, { idNumber: worker.idNumber })
  const filed = await world.anyone.joining.apply(given)
  expect(filed).toMatchObject({
    unionName: factory.name,
    name: '李**',
    state: 'applied',
    appliedOn: '2026-03-02',
    dueOn: '2026-03-05',
  })
  expect(filed.cite).toContain('没有法定期限')
  // The same again, after a lost answer: done once.
  expect((await world.anyone.joining.apply(given)).id).toBe(filed.id)
  const { rows, total } = await cadre.joining.list({})
  expect(total).toBe(1)
  expect(rows[0]).toMatchObject({ match: 'same', isLate: false, channel: 'phone', name: '李春梅' })
  expect(rows[0]!.idNumber).toContain('***')
  const { number } = await cadre.joining.approve({ id: filed.id, version: 1 })
  expect(await world.anyone.joining.progress({ code: given.code })).toMatchObject({
    state: 'approved',
    number,
    decidedOn: '2026-03-02',
  })
  // Stays in the branch where the rolls have him, and is one record.
  expect(await cadre.members.get({ id: worker.id })).toMatchObject({
    status: 'member',
    unionId: shop.id,
    joinedOn: '2026-03-02',
    number,
  })
  const { rows: lines } = await world.session(({ db }) =>
    db.execute(`select act, union_id from journal where subject = '${filed.id}' order by seq`),
  )
  expect(lines).toEqual(['apply', 'apply', 'approve'].map((act) => ({ act: `joining.${act}`, union_id: factory.id })))
})

test('whoever is not found on the rolls as he says is approved only with a word on how he was checked', async () => {
  const { factory, cadre } = await aTown()
  const [unknown, other, bare] = await Promise.all([
    world.anyone.joining.apply(anApplication(factory.id, { name: '高小兰' })),
    aWorker(factory, '黄大力').then((worker) =>
      world.anyone.joining.apply(anApplication(factory.id, { name: '黄小力', idNumber: worker.idNumber })),
    ),
    world
      .session((session) => aPerson(session, factory, '钱有余'))
      .then(() => world.anyone.joining.apply(anApplication(factory.id, { name: '钱有余' }))),
  ])
  const rows = new Map((await cadre.joining.list({})).rows.map((row) => [row.id, row]))
  expect(rows.get(unknown.id)).toMatchObject({ match: 'unknown' })
  expect(rows.get(other.id)).toMatchObject({ match: 'differs', says: '名册上这个证件号码的姓名是“黄大力”' })
  expect(rows.get(bare.id)!.match).toBe('differs')
  await expect(cadre.joining.approve({ id: unknown.id, version: 1 })).rejects.toMatchObject({
    data: { code: 'joining.unchecked' },
  })
  await cadre.joining.approve({ id: unknown.id, version: 1, checkedHow: '看过劳动合同和身份证原件' })
  expect(await cadre.joining.get({ id: unknown.id })).toMatchObject({
    state: 'approved',
    checkedHow: '看过劳动合同和身份证原件',
    sex: 'female',
  })
})

test('many at once: those who agree with the rolls are approved, the others are left with the reason', async () => {
  const { factory, cadre } = await aTown()
  const ids: string[] = []
  for (const name of ['甲一', '乙二', '丙三']) {
    const { idNumber } = await aWorker(factory, name)
    ids.push((await world.anyone.joining.apply(anApplication(factory.id, { name, idNumber }))).id)
  }
  const stranger = (await world.anyone.joining.apply(anApplication(factory.id, { name: '丁四' }))).id
  const { approved, left } = await cadre.joining.approveMany({ ids: [stranger, ...ids] })
  expect(approved.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
  expect(left).toEqual([{ id: stranger, reason: '与名册没有对上，请写明怎样核对的' }])
  expect(await cadre.joining.counts()).toMatchObject({ open: 1, approved: 3, refused: 0 })
})

test('refused with the reason, applied again; withdrawn by the code, and then not decided', async () => {
  const { factory, cadre } = await aTown()
  const given = anApplication(factory.id)
  const { id } = await world.anyone.joining.apply(given)
  await cadre.joining.refuse({ id, version: 1, reason: '不是本单位职工' })
  expect(await world.anyone.joining.progress({ code: given.code })).toMatchObject({ state: 'refused', reason: '不是本单位职工' })
  await expect(world.anyone.joining.withdraw({ code: given.code })).rejects.toMatchObject({ data: { code: 'joining.decided' } })
  const again = { ...given, code: aCode() }
  const second = await world.anyone.joining.apply(again)
  expect((await cadre.joining.get({ id: second.id })).others).toMatchObject([{ id, state: 'refused' }])
  await world.anyone.joining.withdraw({ code: again.code })
  await expect(cadre.joining.approve({ id: second.id, version: 2 })).rejects.toMatchObject({ data: { reason: '申请人已经撤回' } })
})

test('the applicant is told nothing of where else he may be a member; whoever decides is', async () => {
  const { factory, other, cadre } = await aTown()
  const idNumber = anIdNumber()
  await world.session((session) => aMember(session, other.id, { idNumber }))
  const { id } = await world.anyone.joining.apply(anApplication(factory.id, { idNumber }))
  expect((await cadre.joining.list({})).rows[0]).toMatchObject({ match: 'elsewhere', says: `会籍在“${other.name}”，请改办转会` })
  await expect(cadre.joining.approve({ id, version: 1, checkedHow: '看过身份证' })).rejects.toMatchObject({
    data: { code: 'members.elsewhere' },
  })
  await expect(cadre.joining.asTransfer({ id, version: 1 })).rejects.toMatchObject({ data: { code: 'joining.other-name' } })
  const right = anApplication(factory.id, { idNumber, name: '王秀英' })
  const second = await world.anyone.joining.apply(right)
  const { transferId } = await cadre.joining.asTransfer({ id: second.id, version: 1 })
  expect(await cadre.transfers.get({ id: transferId })).toMatchObject({
    startedBy: 'new',
    waitsFor: ['member', 'old'],
    fromName: other.name,
  })
  expect(await world.anyone.joining.progress({ code: right.code })).toMatchObject({ state: 'transferring' })
})

test('a worker with an account applies without typing who he is, sees it, and takes it back', async () => {
  const { factory, cadre } = await aTown()
  const worker = await aWorker(factory, '邹红')
  const me = world.as({ person: worker.id }).api
  const filed = await me.joining.applyMine(someWork(factory.id))
  await expect(me.joining.applyMine(someWork(factory.id))).rejects.toMatchObject({ data: { code: 'joining.open' } })
  expect((await cadre.joining.list({})).rows[0]).toMatchObject({ match: 'same', name: '邹红', channel: 'account' })
  await me.joining.withdrawMine({ id: filed.id })
  const again = await me.joining.applyMine(someWork(factory.id))
  await cadre.joining.approve({ id: again.id, version: 1 })
  expect((await me.joining.mine()).map(({ state }) => state).toSorted()).toEqual(['approved', 'withdrawn'])
  await expect(me.joining.applyMine(someWork(factory.id))).rejects.toMatchObject({ data: { code: 'joining.member' } })
  const somebody = world.as({ person: worker.id }).api
  expect(await somebody.joining.mine()).toEqual([])
  await expect(somebody.joining.withdrawMine({ id: again.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a clerk enters for a person at the desk; the person follows it by his code', async () => {
  const { factory, cadre, other } = await aTown()
  const { code, ...given } = anApplication(factory.id, { mobile: null })
  const { id } = await cadre.joining.enter({ ...given, code, paper: '纸质申请书 2026-015' })
  expect(await world.anyone.joining.progress({ code })).toMatchObject({ id, state: 'applied' })
  expect(await cadre.joining.get({ id })).toMatchObject({ channel: 'desk', paper: '纸质申请书 2026-015', mobile: null })
  await expect(cadre.joining.enter({ ...anApplication(other.id), paper: '代办' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('what cannot be filed: no consent to the texts of today, no such union, a group, too many, a wrong number', async () => {
  const { factory, group } = await aTown()
  const refused = (more: object, unionId = factory.id) => expect(world.anyone.joining.apply(anApplication(unionId, more))).rejects
  await refused({ charterVersion: 0 }).toMatchObject({ data: { code: 'joining.texts' } })
  await refused({ employmentForm: 'newForm' }).toMatchObject({ data: { code: 'joining.form' } })
  await refused({ employer: null }).toMatchObject({ data: { code: 'joining.employer' } })
  await refused({ idNumber: '330102199005170017' }).toMatchObject({ code: 'BAD_REQUEST' })
  await refused({}, group.id).toMatchObject({ data: { code: 'joining.group' } })
  await refused({}, crypto.randomUUID()).toMatchObject({ data: { code: 'joining.closed' } })
  const mobile = '13700000001'
  for (let n = 0; n < 3; n++) await world.anyone.joining.apply(anApplication(factory.id, { mobile }))
  await refused({ mobile }).toMatchObject({ data: { code: 'joining.many' } })
})

test('two cadres decide at once: one decision, and one membership', async () => {
  const { factory, cadre, second } = await aTown()
  const { idNumber } = await aWorker(factory, '李春梅')
  const { id } = await world.anyone.joining.apply(anApplication(factory.id, { idNumber }))
  const both = await Promise.allSettled([
    cadre.joining.approve({ id, version: 1 }),
    second.joining.refuse({ id, version: 1, reason: '不是本单位职工' }),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const twice = await world.anyone.joining.apply(
    anApplication(factory.id, { idNumber: anIdNumber({ sex: 'female' }), name: '赵二' }),
  )
  const race = await Promise.allSettled(
    [cadre, second].map((one) => one.joining.approve({ id: twice.id, version: 1, checkedHow: '看过证件原件' })),
  )
  expect(race.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('overdue after three working days, first in the list, and in the superior’s too; a stranger sees nothing', async () => {
  const { factory, cadre, stranger, town } = await aTown()
  const { id } = await world.anyone.joining.apply(anApplication(factory.id))
  world.now = new Date('2026-03-05T18:00:00+08:00')
  await world.anyone.joining.apply(anApplication(factory.id, { name: '后来者' }))
  expect((await cadre.joining.list({ isLate: true })).total).toBe(0)
  world.now = new Date('2026-03-06T09:00:00+08:00')
  for (const who of [cadre, town]) {
    expect((await who.joining.list({})).rows[0]).toMatchObject({ id, isLate: true })
    expect(await who.joining.counts()).toMatchObject({ open: 2, late: 1 })
  }
  expect((await stranger.joining.list({})).total).toBe(0)
  expect(await stranger.joining.counts()).toMatchObject({ open: 0 })
  const refusals = [
    () => stranger.joining.get({ id }),
    () => stranger.joining.approve({ id, version: 1, checkedHow: '看过证件' }),
    () => stranger.joining.approveMany({ ids: [id] }),
    () => stranger.joining.refuse({ id, version: 1, reason: '越界拒绝' }),
  ]
  for (const attempt of refusals) await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(world.anyone.joining.progress({ code: aCode() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  world.now = new Date('2026-03-02T09:00:00+08:00')
})

test('the card: valid for a minute, the first character only, and no longer than the membership', async () => {
  const { factory } = await aTown()
  const { id } = await world.session((session) => aMember(session, factory.id))
  const me = world.as({ person: id }).api
  const { token, number, unionName } = await me.joining.card()
  expect({ number, unionName }).toMatchObject({ number: expect.stringMatching(/^\d{10}$/), unionName: factory.name })
  expect(token).not.toContain(id)
  expect(await world.anyone.joining.verifyCard({ token: token! })).toEqual({ isValid: true, name: '王', says: '有效' })
  expect((await world.anyone.joining.verifyCard({ token: `${token!.slice(0, -2)}AA` })).isValid).toBe(false)
  world.now = new Date(world.now.getTime() + 61_000)
  expect(await world.anyone.joining.verifyCard({ token: token! })).toMatchObject({ isValid: false, name: null })
  const fresh = (await me.joining.card()).token!
  await world.session(({ db }) => db.execute(`update members set status = 'left', left_on = '2026-03-02' where id = '${id}'`))
  expect(await world.anyone.joining.verifyCard({ token: fresh })).toMatchObject({ isValid: false, says: '会员证已失效' })
  expect((await me.joining.card()).token).toBeNull()
})
