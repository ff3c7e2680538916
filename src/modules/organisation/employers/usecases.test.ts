import { expect, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { aCreditCode, anEmployer, employerFacts } from '#testing/organisation/employers'
import { aUnion, postAt } from '#testing/organisation/unions'
import { undoMany, upsertMany, type ImportRow } from './usecases/bulk.ts'

const world = testWorld('2026-03-02')
const powers = ['unions.view', 'unions.file', 'unions.approve'] as const

async function aDistrict() {
  return world.session(async (session) => {
    const district = await aUnion(session, { name: '永安区总工会' })
    const east = await aUnion(session, { name: '东城街道总工会', kind: 'town', parentId: district.id })
    const west = await aUnion(session, { name: '西城街道总工会', kind: 'town', parentId: district.id })
    const joint = await aUnion(session, { name: '东城商圈联合工会', kind: 'joint', parentId: east.id })
    const { id } = await anEmployer(session, east.id)
    const api = (union: typeof east) => world.as({ post: postAt(union), powers }).api
    return { district, east, west, joint, id, town: api(east), other: api(west), over: api(district) }
  })
}

test('from contact to a union: each step with its day, and the figures follow', async () => {
  const { town, over, id, joint, east, district } = await aDistrict()
  const step = { onDay: '2026-03-02', nextStep: '带表格上门', nextOn: '2026-03-09' }
  await town.employers.assign({ ids: [id], personId: null, personName: '李强' })
  await town.employers.advance({ id, version: 1, stage: 'contact', note: '与厂长见面', ...step, onDay: '2026-03-01' })
  await expect(town.employers.advance({ id, version: 1, stage: 'preparing', note: '迟到的', ...step })).rejects.toMatchObject({
    data: { code: 'unions.stale' },
  })
  expect((await over.employers.coverage({ below: district.id })).total).toEqual({
    ...{ employers: 1, covered: 0, workers: 120, coveredWorkers: 0, unassigned: 0, obstructed: 0 },
  })
  await expect(town.employers.advance({ id, version: 2, stage: 'founded', note: '建会', ...step })).rejects.toMatchObject({
    data: { code: 'employers.union' },
  })
  await town.employers.advance({ id, version: 2, stage: 'founded', note: '加入联合工会', ...step, coveredBy: joint.id })
  expect(await town.employers.get({ id })).toMatchObject({
    coveredByName: '东城商圈联合工会',
    steps: [{ stage: 'founded' }, { stage: 'contact' }],
  })
  const { places, sectors } = await over.employers.coverage({ below: east.id })
  expect(places).toMatchObject([{ id: east.id, title: '东城街道总工会', employers: 1, covered: 1, coveredWorkers: 120 }])
  expect(sectors).toMatchObject([{ title: '制造业', covered: 1 }])
  expect(await town.employers.list({ blank: true })).toMatchObject({ total: 0 })
  expect(await town.employers.list({ coveredBy: joint.id, text: 'mhdq' })).toMatchObject({ total: 1, rows: [{ id }] })
})

test('a stranger neither sees nor touches an employer of the next town', async () => {
  const { other, id, east } = await aDistrict()
  const facts = employerFacts(east.id)
  const day = '2026-03-02'
  expect(await other.employers.list({})).toMatchObject({ total: 0 })
  expect(await other.employers.assign({ ids: [id], personId: null, personName: '外人' })).toEqual({ count: 0 })
  expect(await other.employers.keys({})).toMatchObject({ total: 0 })
  for (const refused of [
    () => other.employers.get({ id }),
    () => other.employers.correct({ id, version: 1, facts }),
    () => other.employers.add(facts),
    () => other.employers.advance({ id, version: 1, stage: 'contact', onDay: day, note: '越界' }),
    () => other.employers.obstruct({ id, facts: '阻挠职工组织工会的事实', openedOn: day }),
    () => other.employers.markKey({ employerId: id, isKey: true }),
    () => other.employers.coverage({ below: east.id }),
  ])
    await expect(refused()).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a unit that blocks: labour administration first, then the government, then closed', async () => {
  const { town, other, id } = await aDistrict()
  const day = '2026-03-02'
  const { id: caseId } = await town.employers.obstruct({ id, facts: '行政方撕毁职工入会申请书', openedOn: day })
  await expect(town.employers.obstruct({ id, facts: '又一次撕毁入会申请书', openedOn: day })).rejects.toMatchObject({
    data: { code: 'employers.open' },
  })
  await expect(town.employers.press({ id: caseId, step: 'governmentAsked', onDay: day, note: '提请' })).rejects.toMatchObject({
    data: { code: 'employers.order', cite: expect.stringContaining('第五十一条') },
  })
  await expect(other.employers.press({ id: caseId, step: 'labourAsked', onDay: day, note: '越界' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  for (const step of ['labourAsked', 'labourResult', 'governmentAsked', 'governmentResult', 'closed'] as const)
    await town.employers.press({ id: caseId, step, onDay: day, note: '已办' })
  expect(await town.employers.get({ id })).toMatchObject({
    isObstructed: false,
    obstructions: [{ outcome: '已办', closedOn: day }],
  })
})

test('a key enterprise has an instructor, visits and three processes', async () => {
  const { over, district, id } = await aDistrict()
  await over.employers.markKey({ employerId: id, isKey: true })
  const [key] = (await over.employers.keys({ below: district.id, withoutInstructor: true })).rows
  await over.employers.instruct({ id: key!.id, version: 1, personId: null, personName: '周明' })
  await over.employers.proceed({ id: key!.id, version: 2, process: 'founding', to: 'done' })
  await over.employers.visit({ id: key!.id, kind: 'visit', process: 'congress', onDay: '2026-03-02', note: '指导职代会筹备' })
  expect((await over.employers.keys({})).figures).toEqual({
    keys: 1,
    instructed: 1,
    visited: 1,
    done: { founding: 1, election: 0, congress: 0 },
  })
  expect(await over.employers.key({ id: key!.id })).toMatchObject({
    visits: 1,
    lastVisit: '2026-03-02',
    log: [{ process: 'congress' }],
  })
})

test('an employer that moves to another town takes its records along', async () => {
  const { over, other, town, west, id } = await aDistrict()
  await town.employers.advance({ id, version: 1, stage: 'contact', onDay: '2026-03-02', note: '电话联系' })
  await over.employers.correct({ id, version: 2, facts: employerFacts(west.id) })
  expect((await other.employers.get({ id })).steps).toHaveLength(1)
  await expect(town.employers.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('many rows at once: new, updated, unchanged; taken back whole, but for what was worked on since', async () => {
  const { east, town, id } = await aDistrict()
  const rows: ImportRow[] = [
    ...Array.from({ length: 1200 }, (_, n) => ({
      ...employerFacts(east.id, { name: `企业${n}号`, creditCode: aCreditCode(n) }),
      unionPath: east.path,
    })),
    { ...employerFacts(east.id, { headcount: 200, sector: null }), unionPath: east.path },
  ]
  const first = await world.session((session) => upsertMany(session, rows))
  expect(first).toMatchObject({ imported: 1200, updated: 1, unchanged: 0 })
  expect(await town.employers.get({ id })).toMatchObject({ headcount: 200, sector: '制造业' })
  const again = await world.session((session) => upsertMany(session, rows))
  expect(again).toMatchObject({ imported: 0, updated: 0, unchanged: 1201 })
  const [kept] = (await town.employers.list({ text: '企业7号' })).rows
  await town.employers.advance({ id: kept!.id, version: 1, stage: 'contact', onDay: '2026-03-02', note: '已联系' })
  expect(await world.session((session) => undoMany(session, first.batch))).toEqual({ removed: 1199, restored: 1, kept: 1 })
  expect(await town.employers.get({ id })).toMatchObject({ headcount: 120 })
  expect(await town.employers.list({})).toMatchObject({ total: 2 })
})

test('two organisers advancing the same employer: one is told', async () => {
  const { town, id } = await aDistrict()
  const at = (note: string) => town.employers.advance({ id, version: 1, stage: 'contact', onDay: '2026-03-02', note })
  const both = await Promise.allSettled([at('第一位'), at('第二位')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})
