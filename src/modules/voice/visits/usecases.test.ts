import { expect, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { postAt } from '#testing/organisation/unions'
import { aContact } from './testing.ts'

const world = testWorld('2026-03-02')
const whole = { visitedOn: '2026-03-02', met: { worker: 6 }, themes: ['wages'], found: '食堂排队要半小时，夜班没有热饭' }
const refused = (code: string) => ({ data: { code } })

/** Liu's visit at the factory, begun on his phone. */
async function aVisit(cast: Awaited<ReturnType<typeof aContact>>, mine: object = {}) {
  const [point] = (await cast.liu.api.visits.mine()).points
  const id = crypto.randomUUID()
  return cast.liu.api.visits.save({ id, base: {}, mine, begins: { pointId: point!.id, plannedOn: '2026-03-02' } })
}

test('a superior names a contact; the union sees who it is and how to reach him, a neighbour does not', async () => {
  const { factory, other, chair, stranger, liu, office } = await aContact(world)
  expect(await chair.api.visits.ofUnion({ unionId: factory.id })).toMatchObject([
    { holderName: '刘芳', holderTitle: '副主席', reach: '0571-8888 1234', fromUnionName: '永安区总工会' },
  ])
  await expect(stranger.api.visits.ofUnion({ unionId: factory.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await stranger.api.visits.points({})).total).toBe(0)
  expect((await office.api.visits.blanks({})).rows.map(({ id }) => id)).toEqual([other.id])
  const again = { unionIds: [other.id], memberId: crypto.randomUUID(), fromOn: '2026-03-02' }
  await expect(office.api.visits.assign(again)).rejects.toMatchObject(refused('visits.office'))
  await expect(chair.api.visits.assign({ ...again, memberId: liu.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await office.api.visits.holders()).find(({ memberId }) => memberId === liu.id)).toMatchObject({ points: 1 })
})

test('a plan makes its visits; points that came later get theirs, and no visit is made twice', async () => {
  const { office, liu, chen, other, factory } = await aContact(world)
  const asked = { from: '2026-03-01', until: '2026-03-31', title: '一季度走访', visitsEach: 2, themes: ['wages'] }
  const plan = await office.api.visits.plan(asked)
  expect(plan.made).toBe(2)
  const mine = await liu.api.visits.mine()
  expect(mine.visits).toMatchObject([{ state: 'planned', themesAsked: ['wages'], unionName: '恒达机械工会委员会' }, {}])
  expect(mine.plans).toMatchObject([{ title: '一季度走访', planned: 2, made: 0 }])
  expect((await chen.api.visits.mine()).plans).toEqual([])
  await office.api.visits.assign({ unionIds: [other.id], memberId: chen.id, fromOn: '2026-03-02' })
  expect((await office.api.visits.spread({ id: plan.id })).made).toBe(2)
  expect((await office.api.visits.spread({ id: plan.id })).made).toBe(0)
  const [point] = (await office.api.visits.points({ memberId: liu.id })).rows
  await office.api.visits.relieve({ id: point!.id, on: '2026-03-02', reason: '分工调整' })
  expect((await office.api.visits.list({ unionId: factory.id })).rows.map(({ state }) => state)).toEqual(['dropped', 'dropped'])
  await office.api.visits.endPlan({ id: plan.id, reason: '改由各镇安排' })
  expect((await office.api.visits.list({ state: ['planned'] })).rows.filter(({ unionId }) => unionId === other.id)).toEqual([])
})

test('a visit begun without a network arrives once, however often its reply is lost', async () => {
  const cast = await aContact(world)
  const [point] = (await cast.liu.api.visits.mine()).points
  const key = crypto.randomUUID()
  const phone = world.as({ account: crypto.randomUUID(), person: cast.liu.id }, key)
  const input = { id: crypto.randomUUID(), base: {}, mine: whole, begins: { pointId: point!.id, plannedOn: '2026-03-02' } }
  const first = await phone.api.visits.save(input)
  expect(await phone.api.visits.save(input)).toEqual(first)
  expect(first).toMatchObject({ state: 'drafted', version: 1, record: whole })
  expect((await cast.liu.api.visits.myRevisions({ id: input.id })).length).toBe(1)
})

test('a visit begins only at a point of one’s own', async () => {
  const { office, chen, liu, other } = await aContact(world)
  await office.api.visits.assign({ unionIds: [other.id], memberId: chen.id, fromOn: '2026-03-10' })
  const theirs = (await chen.api.visits.mine()).points[0]!
  const at = (pointId: string) => ({ id: crypto.randomUUID(), base: {}, mine: {}, begins: { pointId, plannedOn: '2026-03-02' } })
  await expect(liu.api.visits.save(at(theirs.id))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(chen.api.visits.save(at(theirs.id))).rejects.toMatchObject(refused('visits.point'))
})

test('two visitors of one visit: other fields come together, the same field stands side by side until one of them chooses', async () => {
  const cast = await aContact(world)
  const { id } = await aVisit(cast, { place: '一车间', found: '夜班没有热饭', met: { worker: 3 } })
  await cast.office.api.visits.accompany({ id, memberIds: [cast.chen.id] })
  const base = { place: '一车间', found: '夜班没有热饭', met: { worker: 3 } }
  await cast.liu.api.visits.save({ id, base, mine: { ...base, found: '夜班没有热饭，要等到天亮', met: { worker: 3, chair: 1 } } })
  const met = await cast.chen.api.visits.save({
    id,
    base,
    mine: { ...base, place: '一车间食堂', found: '夜班没有热饭，微波炉坏了', met: { worker: 5 } },
  })
  expect(met.record).toMatchObject({ place: '一车间食堂', found: '夜班没有热饭，要等到天亮', met: { worker: 5, chair: 1 } })
  expect(met.conflictsOpen).toMatchObject([
    { field: 'found', stood: '夜班没有热饭，要等到天亮', stoodName: '刘芳', came: '夜班没有热饭，微波炉坏了', cameName: '陈立' },
  ])
  await expect(cast.liu.api.visits.submit({ id })).rejects.toMatchObject({ code: 'UNPROCESSABLE_CONTENT' })
  const both = '夜班没有热饭，要等到天亮；微波炉坏了'
  const conflictId = met.conflictsOpen[0]!.id
  const chosen = await cast.liu.api.visits.choose({ conflictId, chosen: 'other', value: both })
  expect(chosen).toMatchObject({ record: { found: both }, conflictsOpen: [] })
  const said = JSON.stringify(await cast.chen.api.visits.myRevisions({ id }))
  for (const text of ['夜班没有热饭，要等到天亮', both]) expect(said).toContain(text)
})

test('a device that sends its old copy again changes nothing, and a newer word of the same hand replaces its older one', async () => {
  const cast = await aContact(world)
  const { id } = await aVisit(cast, { found: '甲' })
  const desk = cast.liu
  await desk.api.visits.save({ id, base: { found: '甲' }, mine: { found: '乙' } })
  const phone = world.as({ account: crypto.randomUUID(), person: cast.liu.id })
  await phone.api.visits.save({ id, base: { found: '甲' }, mine: { found: '丙' } })
  const once = await phone.api.visits.save({ id, base: { found: '甲' }, mine: { found: '丙' } })
  expect(once.conflictsOpen).toMatchObject([{ stood: '乙', came: '丙' }])
  const later = await phone.api.visits.save({ id, base: { found: '丙' }, mine: { found: '丙丁' } })
  expect(later.conflictsOpen).toMatchObject([{ stood: '乙', came: '丙丁' }])
  const { rows } = await world.session(({ db }) =>
    db.execute(`select chosen from visit_conflicts where visit_id = '${id}' order by at, chosen`),
  )
  expect(rows.length).toBe(2)
})

test('thirty saves at once from two phones: every field arrives, each save leaves its line', async () => {
  const cast = await aContact(world)
  const { id } = await aVisit(cast)
  const roles = ['worker', 'groupLeader', 'chair', 'newForm', 'manager', 'other'] as const
  await Promise.all(
    roles.flatMap((role, at) => [
      cast.liu.api.visits.save({ id, base: { met: {} }, mine: { met: { [role]: at + 1 } } }),
      cast.liu.api.visits.save({ id, base: { themes: [] }, mine: { themes: [`t${at}`] } }),
    ]),
  )
  const visit = (await cast.liu.api.visits.mine()).visits.find((each) => each.id === id)!
  expect(visit.record.met).toEqual(Object.fromEntries(roles.map((role, at) => [role, at + 1])))
  expect(visit.record.themes).toHaveLength(6)
  expect(await cast.liu.api.visits.myRevisions({ id })).toHaveLength(12)
})

test('what was noted on a visit that the office had dropped meanwhile is taken, and the visit stands again', async () => {
  const cast = await aContact(world)
  const { id } = await aVisit(cast)
  await cast.liu.api.visits.drop({ id, reason: '企业停产放假' })
  expect((await cast.office.api.visits.get({ id })).state).toBe('dropped')
  expect(await cast.liu.api.visits.save({ id, base: {}, mine: whole })).toMatchObject({ state: 'drafted', droppedWhy: null })
  await cast.liu.api.visits.submit({ id })
  await expect(cast.liu.api.visits.drop({ id, reason: '不想去了' })).rejects.toMatchObject(refused('visits.made'))
})

test('names and the private note are sealed: not in the database, not for the union visited, for a superior by reason', async () => {
  const cast = await aContact(world)
  const sealed = { namesMet: '王秀英', privateNote: '王秀英家里有病人，不愿让单位知道' }
  const { id } = await aVisit(cast, { ...whole, ...sealed })
  await cast.liu.api.visits.submit({ id })
  const { rows } = await world.session(({ db }) =>
    db.execute(`select v.*, (select string_agg(r.changes_sealed, '') from visit_revisions r) r
    from visits v where id = '${id}'`),
  )
  expect(JSON.stringify(rows)).not.toContain('王秀英')
  for (const reader of [cast.office, cast.ofTown, cast.chair]) {
    const seen = await reader.api.visits.get({ id })
    expect(JSON.stringify(seen)).not.toContain('王秀英')
    expect(seen.record.found).toBe(whole.found)
  }
  expect(JSON.stringify(await cast.office.api.visits.revisions({ id }))).not.toContain('王秀英')
  const sensitive = { powers: ['members.sensitive'] as const }
  const head = world.as({ post: postAt(cast.district), ...sensitive })
  expect(await head.api.visits.reveal({ id, reason: '安排困难帮扶' })).toEqual(sealed)
  const own = world.as({ post: postAt(cast.factory), ...sensitive })
  await expect(own.api.visits.reveal({ id, reason: '想看看写了什么' })).rejects.toMatchObject(refused('visits.sealed'))
})

test('the union visited sees a record once it is handed in, and its chair rates it once', async () => {
  const cast = await aContact(world)
  const { id } = await aVisit(cast, whole)
  expect(await cast.chair.api.visits.get({ id })).toMatchObject({ record: {}, visitedOn: null })
  const rating = { id, grade: 'helpful', reason: '帮我们和行政谈了热饭' } as const
  await expect(cast.chair.api.visits.rate(rating)).rejects.toMatchObject(refused('visits.early'))
  await cast.liu.api.visits.submit({ id })
  await cast.liu.api.visits.submit({ id })
  await expect(cast.office.api.visits.rate(rating)).rejects.toMatchObject(refused('visits.host'))
  await cast.chair.api.visits.rate(rating)
  await expect(cast.chair.api.visits.rate(rating)).rejects.toMatchObject(refused('visits.rated'))
  expect(await cast.office.api.visits.get({ id })).toMatchObject({ rating: { grade: 'helpful' }, record: whole })
})

test('a problem is taken up, settled, fed back, disputed by the union, settled again and confirmed; figures follow', async () => {
  const cast = await aContact(world)
  const { id: visitId } = await aVisit(cast, whole)
  await cast.liu.api.visits.submit({ id: visitId })
  const id = crypto.randomUUID()
  const about = { visitId, matter: '夜班没有热饭', raisedBy: '夜班职工', raisedOn: '2026-03-02', dueOn: '2026-03-12' }
  await cast.liu.api.visits.raise({ id, ...about })
  const spot = { ...about, id: crypto.randomUUID(), matter: '班车站牌太远', result: '当场与行政商定移到厂门口' }
  await cast.liu.api.visits.raise(spot)
  const settled = { id, on: '2026-03-02', result: '行政同意夜班供热饭' }
  await cast.liu.api.visits.settle(settled)
  await expect(cast.liu.api.visits.settle(settled)).rejects.toMatchObject(refused('problems.settled'))
  await expect(cast.chair.api.visits.confirm({ id, isSolved: true, by: 'people' })).rejects.toMatchObject(
    refused('problems.unsaid'),
  )
  await cast.liu.api.visits.feedBack({ id, on: '2026-03-02', feedback: '在班前会上告诉大家' })
  await expect(cast.office.api.visits.confirm({ id, isSolved: true, by: 'union' })).rejects.toMatchObject(
    refused('problems.host'),
  )
  await cast.chair.api.visits.confirm({ id, isSolved: false, by: 'people', note: '还是冷的' })
  expect((await cast.chair.api.visits.problems({})).rows).toMatchObject([
    { state: 'open', reopened: 1, result: null },
    { state: 'resolved' },
  ])
  await cast.liu.api.visits.settle({ ...settled, result: '换了保温箱' })
  await cast.liu.api.visits.feedBack({ id, on: '2026-03-02', feedback: '请职工尝过' })
  await cast.chair.api.visits.confirm({ id, isSolved: true, by: 'people', note: '热的了' })
  const steps = await cast.chair.api.visits.steps({ id })
  expect(steps.map(({ kind }) => kind)).toEqual(['raised', 'settled', 'fedBack', 'disputed', 'settled', 'fedBack', 'confirmed'])
  const figures = await cast.office.api.visits.figures({ from: '2026-03-01', until: '2026-03-31' })
  expect(figures.cadres).toMatchObject([
    { name: '刘芳', points: 1, planned: 1, made: 1, problems: 2, solved: 2, solvedOnTime: 2, onTheSpot: 2, problemsOverdue: 0 },
  ])
  expect(figures.total).toMatchObject({ unions: 2, covered: 1, visited: 1 })
  expect(figures.headings.find(({ heading }) => heading === 'rights')).toMatchObject({ visits: 1 })
})

test('a problem is handed to somebody in office, who settles it without having been there; a stranger reaches none of it', async () => {
  const cast = await aContact(world)
  const { id: visitId } = await aVisit(cast, whole)
  const id = crypto.randomUUID()
  await cast.liu.api.visits.raise({
    id,
    visitId,
    matter: '宿舍漏水',
    raisedBy: '住宿职工',
    raisedOn: '2026-03-02',
    dueOn: '2026-03-05',
  })
  await expect(cast.chen.api.visits.settle({ id, on: '2026-03-02', result: '已经修好' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  await cast.office.api.visits.hand({ id, memberId: cast.chen.id, dueOn: '2026-03-20', reason: '由组织部对接' })
  expect((await cast.chen.api.visits.mine()).problems).toMatchObject([{ ownerName: '陈立', dueOn: '2026-03-20' }])
  await cast.chen.api.visits.settle({ id, on: '2026-03-02', result: '已经修好' })
  expect((await cast.liu.api.visits.mine()).problems).toMatchObject([{ result: '已经修好' }])
  for (const call of [
    () => cast.stranger.api.visits.get({ id: visitId }),
    () => cast.chen.api.visits.save({ id: visitId, base: {}, mine: whole }),
    () => cast.chen.api.visits.submit({ id: visitId }),
    () => cast.stranger.api.visits.confirm({ id, isSolved: true, by: 'union' }),
    () => cast.stranger.api.visits.rate({ id: visitId, grade: 'formal', reason: '别家的走访' }),
  ])
    await expect(call()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await cast.stranger.api.visits.steps({ id })).toEqual([])
})

test('a picture is kept sealed, seen by who went and by superiors, and by the union once handed in', async () => {
  const cast = await aContact(world)
  const { id: visitId } = await aVisit(cast, whole)
  const body = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]).toString('base64')
  const id = crypto.randomUUID()
  await cast.liu.api.visits.addPhoto({ id, visitId, type: 'image/jpeg', body, caption: '食堂' })
  expect(await cast.liu.api.visits.myPhoto({ id })).toEqual({ type: 'image/jpeg', body })
  expect(await cast.office.api.visits.photo({ id })).toEqual({ type: 'image/jpeg', body })
  await expect(cast.chair.api.visits.photo({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(cast.chen.api.visits.myPhoto({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await cast.liu.api.visits.submit({ id: visitId })
  expect(await cast.chair.api.visits.photo({ id })).toMatchObject({ body })
  await cast.liu.api.visits.removePhoto({ id })
  await expect(cast.liu.api.visits.myPhoto({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await cast.liu.api.visits.mine()).visits[0]!.photos).toEqual([])
})

test('a union makes its own catalogue of themes, which holds below it until a nearer one is made', async () => {
  const cast = await aContact(world)
  const { themes } = await cast.office.api.visits.themes()
  const more = [...themes, { key: 'heat', title: '高温津贴', heading: 'rights' as const, isUsed: true }]
  await cast.office.api.visits.setThemes({ themes: more, reason: '入夏前专题走访' })
  expect((await cast.chair.api.visits.themes()).themes.at(-1)?.key).toBe('heat')
  expect((await cast.liu.api.visits.mine()).themes.at(-1)?.key).toBe('heat')
  expect((await cast.office.api.visits.themes()).isOwn).toBe(true)
  await cast.ofTown.api.visits.setThemes({ themes: [...more, { ...more.at(-1)!, key: 'dorm' }], reason: '镇里自己的主题' })
  expect((await cast.liu.api.visits.mine()).themes.at(-1)?.key).toBe('dorm')
  expect((await cast.office.api.visits.themes()).themes.at(-1)?.key).toBe('heat')
})

test('a post that is handed over takes its contact points and the visits ahead along', async () => {
  const cast = await aContact(world)
  await cast.office.api.visits.plan({ from: '2026-03-01', until: '2026-03-31', title: '一季度', visitsEach: 1, themes: [] })
  const { rows } = await world.session(({ db }) =>
    db.execute<{ id: string; member: string }>(
      `select id, member_id as member from appointments where union_id = '${cast.district.id}'`,
    ),
  )
  const of = (person: string) => rows.find(({ member }) => member === person)!.id
  const head = world.as({ post: postAt(cast.district), powers: ['posts.manage'] })
  const handed = await head.api.posts.handOver({
    fromId: of(cast.liu.id),
    toId: of(cast.chen.id),
    on: '2026-03-02',
    why: 'moved',
    note: '区总委员会和市总工会已同意',
  })
  expect(handed.moved).toContainEqual({ what: '联系点', count: 1 })
  expect((await cast.chen.api.visits.mine()).visits).toHaveLength(1)
  expect((await cast.liu.api.visits.mine()).points).toEqual([])
})
