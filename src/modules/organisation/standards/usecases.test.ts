import { expect, test } from 'vitest'
import { within } from '#platform/db'
import { keepUpload } from '#platform/files'
import { testWorld } from '#platform/testing'
import { aTown } from '#testing/organisation/competences'
import { aMember } from '#testing/organisation/members'
import { postAt } from '#testing/organisation/unions'
import type { Draft } from './contract.ts'
import { presets } from './rules.ts'

const world = testWorld('2026-03-02')
const go = (day: string) => {
  world.now = new Date(`${day}T09:00:00+08:00`)
}
const items: Draft['items'] = [
  {
    key: 'chair',
    section: '组织',
    asks: '主席在任',
    cite: null,
    answer: 'fact',
    fact: 'chairInOffice',
    least: null,
    points: 40,
    isVeto: true,
  },
  {
    key: 'charter',
    section: '制度',
    asks: '章程在施行',
    cite: null,
    answer: 'fact',
    fact: 'charterInForce',
    least: null,
    points: 20,
    isVeto: false,
  },
  {
    key: 'assembly',
    section: '制度',
    asks: '开过会员大会',
    cite: null,
    answer: 'file',
    fact: null,
    least: null,
    points: 30,
    isVeto: false,
  },
  {
    key: 'room',
    section: '阵地',
    asks: '有活动场所',
    cite: null,
    answer: 'word',
    fact: null,
    least: null,
    points: 10,
    isVeto: false,
  },
]
const draft = (facts: Partial<Draft> = {}): Draft => ({
  ...{
    title: '基层工会标准化建设',
    programme: '规范化建设',
    purpose: '',
    forKinds: ['basic'],
    forUnitTypes: [],
    scoring: 'points',
  },
  ...{ cycle: 'year', validMonths: 12, items, follows: null },
  levels: [
    { title: '达标', least: 60 },
    { title: '示范', least: 90 },
  ],
  ...facts,
})

async function aStandard(facts: Partial<Draft> = {}) {
  go('2026-03-02')
  const town = await aTown(world)
  const { id: standardId } = await town.superior.standards.save(draft(facts))
  await town.superior.standards.publish({ id: standardId, version: 1 })
  const account = crypto.randomUUID()
  const cadre = world.as({ account, post: postAt(town.factory), powers: ['unions.view', 'unions.file', 'unions.approve'] }).api
  const upload = (name: string) =>
    within(world.pool, { region: world.region, role: 'self', lo: '', hi: '', account }, async (db) => {
      const session = {
        db,
        user: { account, powers: [] },
        now: world.now,
        region: world.region,
        place: world.place,
        today: '',
        line: {},
      }
      return (await keepUpload(session, name, Buffer.from('会议记录'))).id
    })
  return { ...town, standardId, cadre, upload, of: { standardId, unionId: town.factory.id } }
}

async function handedIn(made: Awaited<ReturnType<typeof aStandard>>) {
  const { cadre, of, upload } = made
  const { id } = await cadre.standards.open(of)
  await cadre.standards.answer({ checkId: id, item: 'assembly', isMet: true, note: '' })
  await cadre.standards.attach({ checkId: id, item: 'assembly', upload: await upload('会议记录.pdf') })
  await cadre.standards.answer({ checkId: id, item: 'room', isMet: true, note: '二楼职工之家' })
  await cadre.standards.handIn({ id, version: 1 })
  return id
}
const answerOf = <T extends { key: string }>({ answers }: { answers: T[] }, key: string) =>
  answers.find((each) => each.key === key)

test('the records answer what they hold; only the rest is asked for; the superior accredits and what is missing becomes a gap', async () => {
  const made = await aStandard()
  const { superior, cadre, of, factory, next, standardId } = made
  const before = await cadre.standards.sheet(of)
  expect(before).toMatchObject({ state: 'none', score: { points: 40, level: null } })
  expect(answerOf(before, 'chair')).toMatchObject({ isMet: true, says: '主席（组织员）在任：是', to: `/posts/${factory.id}` })
  expect(answerOf(before, 'charter')).toMatchObject({ isMet: false })
  expect(answerOf(before, 'room')).toMatchObject({ isMet: null, says: null })
  const id = await handedIn(made)
  expect(await superior.standards.sheet(of)).toMatchObject({
    state: 'handedIn',
    fromAbove: true,
    score: { points: 80, level: '达标' },
  })
  const mark = (item: string, review: 'met' | 'notMet', more = {}) =>
    superior.standards.mark({ checkId: id, item, review, ...more })
  await mark('chair', 'met')
  await mark('charter', 'notMet', { dueOn: '2026-06-30' })
  await expect(mark('assembly', 'notMet')).rejects.toMatchObject({ data: { code: 'standards.reason' } })
  await expect(superior.standards.conclude({ id, version: 2 })).rejects.toMatchObject({ data: { code: 'standards.unreviewed' } })
  await mark('assembly', 'met')
  await mark('room', 'met')
  expect(await superior.standards.conclude({ id, version: 2, remark: '制度还要补' })).toMatchObject({ points: 80, level: '达标' })
  expect(await cadre.standards.ofUnion({ unionId: factory.id })).toMatchObject([
    { standardId, state: 'accredited', level: '达标', points: 80, validUntil: '2027-03-02', cycle: '2026' },
  ])
  const standing = await superior.standards.standing({ standardId })
  expect(standing.rows.map(({ unionName, state, gaps }) => [unionName, state, gaps])).toEqual([
    [factory.name, 'accredited', 1],
    [next.name, 'none', 0],
  ])
  expect(await superior.standards.missing({ standardId })).toMatchObject([
    { key: 'charter', known: 2, missing: 2 },
    { key: 'chair', known: 2, missing: 1 },
    { key: 'assembly', known: 1, missing: 0 },
    { key: 'room' },
  ])
  const [gap] = (await cadre.standards.gaps({})).rows
  expect(gap).toMatchObject({ asks: '章程在施行', dueOn: '2026-06-30', unionName: factory.name })
  await cadre.standards.mend({ id: gap!.id, how: '章程已经会员大会通过' })
  expect(await superior.standards.gaps({})).toMatchObject({ total: 0 })
  expect((await superior.standards.list())[0]).toMatchObject({ unions: 2, accredited: 1, handedIn: 0, items: 4 })
})

test('a union cannot say otherwise than its records, and what was handed in stands as it was', async () => {
  const made = await aStandard()
  const { cadre, superior, of, chair } = made
  const { id } = await cadre.standards.open(of)
  await cadre.standards.answer({ checkId: id, item: 'charter', isMet: true, note: '正在修订' })
  expect(answerOf(await cadre.standards.sheet(of), 'charter')).toMatchObject({ isMet: false, note: '正在修订' })
  await expect(cadre.standards.handIn({ id, version: 1 })).rejects.toMatchObject({ data: { code: 'standards.unanswered' } })
  await cadre.standards.answer({ checkId: id, item: 'room', isMet: false })
  await cadre.standards.answer({ checkId: id, item: 'assembly', isMet: true })
  await expect(cadre.standards.handIn({ id, version: 1 })).rejects.toMatchObject({ data: { code: 'standards.evidence' } })
  await cadre.standards.answer({ checkId: id, item: 'assembly', isMet: false })
  await cadre.standards.handIn({ id, version: 1 })
  await superior.posts.end({ id: chair.id, on: '2026-03-02', why: 'resigned', basis: '个人辞职申请' })
  expect(answerOf(await superior.standards.sheet(of), 'chair')).toMatchObject({ isMet: true, says: '主席（组织员）在任：是' })
  await expect(cadre.standards.answer({ checkId: id, item: 'room', isMet: true })).rejects.toMatchObject({
    data: { code: 'standards.state' },
  })
})

test('sent back, put right, handed in again: only what was found missing is looked at again', async () => {
  const made = await aStandard()
  const { cadre, superior, of } = made
  const id = await handedIn(made)
  await superior.standards.mark({ checkId: id, item: 'chair', review: 'met' })
  await superior.standards.mark({ checkId: id, item: 'room', review: 'notMet', reason: '没有看到照片' })
  await superior.standards.sendBack({ id, version: 2, reason: '请补充场所照片' })
  await expect(superior.standards.sendBack({ id, version: 2, reason: '请补充场所照片' })).rejects.toMatchObject({
    code: 'UNPROCESSABLE_CONTENT',
  })
  expect(await cadre.standards.sheet(of)).toMatchObject({ state: 'returned', check: { returnReason: '请补充场所照片' } })
  go('2026-03-03')
  await cadre.standards.handIn({ id, version: 3 })
  const sheet = await superior.standards.sheet(of)
  expect(sheet.state).toBe('handedIn')
  expect([answerOf(sheet, 'chair')!.review, answerOf(sheet, 'room')!.review]).toEqual(['met', null])
})

test('nobody accredits his own union, and a stranger sees and does nothing', async () => {
  const made = await aStandard()
  const { cadre, stranger, standardId, of, factory } = made
  const id = await handedIn(made)
  await expect(cadre.standards.mark({ checkId: id, item: 'room', review: 'met' })).rejects.toMatchObject({
    data: { code: 'standards.own' },
  })
  const [file] = answerOf(await cadre.standards.sheet(of), 'assembly')!.files
  for (const act of [
    () => stranger.standards.sheet(of),
    () => stranger.standards.open(of),
    () => stranger.standards.ofUnion({ unionId: factory.id }),
    () => stranger.standards.answer({ checkId: id, item: 'room', isMet: true }),
    () => stranger.standards.handIn({ id, version: 2 }),
    () => stranger.standards.conclude({ id, version: 2 }),
    () => stranger.standards.openEvidence({ id: file!.id }),
    () => stranger.standards.detach({ id: file!.id }),
    () => stranger.standards.withdraw({ id: standardId, version: 2 }),
    () => cadre.standards.withdraw({ id: standardId, version: 2 }),
  ])
    await expect(act()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await stranger.standards.standing({ standardId })).rows.map(({ unionId }) => unionId)).not.toContain(factory.id)
})

test('a level runs out, is taken back, and is checked again in the next cycle', async () => {
  const made = await aStandard({ validMonths: 6 })
  const { cadre, superior, of } = made
  const id = await handedIn(made)
  for (const item of ['chair', 'charter', 'assembly', 'room'])
    await superior.standards.mark({ checkId: id, item, review: item === 'charter' ? 'notMet' : 'met', reason: '以记录为准' })
  await superior.standards.conclude({ id, version: 2 })
  await expect(cadre.standards.open(of)).rejects.toMatchObject({ data: { code: 'standards.accredited' } })
  await superior.standards.revoke({ id, version: 3, reason: '发生重大劳动争议' })
  const { id: again } = await cadre.standards.open(of)
  expect((await cadre.standards.sheet(of)).check).toMatchObject({ id: again, cycle: '2026·2' })
  go('2026-03-02')
})

test('what was published is not rewritten: the next version takes its place', async () => {
  const { superior, standardId, cadre, of } = await aStandard()
  await expect(superior.standards.save(draft({ id: standardId, version: 2, title: '换个名字' }))).rejects.toMatchObject({
    data: { code: 'standards.published' },
  })
  const { id } = await superior.standards.save(draft({ title: '标准化建设（2026 修订）', follows: standardId }))
  await superior.standards.publish({ id, version: 1 })
  expect((await superior.standards.get({ id: standardId })).withdrawnAt).not.toBeNull()
  await expect(cadre.standards.open(of)).rejects.toMatchObject({ data: { code: 'standards.withdrawn' } })
})

test('every fact that the presets ask for is answered by a statement that runs', async () => {
  const made = await aStandard()
  await world.session((session) => aMember(session, made.factory.id))
  for (const { title, programme, scoring, levels, items: asked } of presets) {
    const { id } = await made.superior.standards.save(draft({ title, programme, scoring, levels, items: asked }))
    await made.superior.standards.publish({ id, version: 1 })
    const sheet = await made.superior.standards.sheet({ standardId: id, unionId: made.factory.id })
    for (const { key, answer } of asked) if (answer === 'fact') expect(answerOf(sheet, key)!.says).not.toContain('没有这项记录')
  }
  const facts = await made.superior.standards.facts()
  expect(facts.map(({ key }) => key)).toContain('membersShare')
})
