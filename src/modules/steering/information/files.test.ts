import { Writable } from 'node:stream'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { within } from '#platform/db'
import { keepUpload } from '#platform/files'
import { dayOf } from '#platform/session'
import { testWorld } from '#platform/testing'
import { downloads } from './files.ts'
import { aDistrict, anOfficer, type Union } from './testing.ts'

const world = testWorld('2026-03-02T10:00:00+08:00')
type Officer = Awaited<ReturnType<typeof anOfficer>>
let at: Record<'district' | 'mill', Union>
let [chair, mill] = [] as unknown as [Officer, Officer]
beforeAll(async () => {
  at = await aDistrict(world)
  chair = await anOfficer(world, at.district, '周明')
  mill = await anOfficer(world, at.mill, '钱进')
})
const words = { title: '关于做好换届工作的通知', body: '请各工会按期换届。' }

async function written(who: Officer, name: string, input: unknown) {
  const chunks: Buffer[] = []
  const out = new Writable({ write: (chunk: Buffer, _, done) => (chunks.push(chunk), done()) })
  const post = {
    id: who.appointment,
    kind: 'chair',
    title: '主席',
    unionId: at.mill.id,
    unionName: at.mill.name,
    path: at.mill.path,
  }
  await within(world.pool, { region: world.region, role: 'post', lo: at.mill.path, hi: `${at.mill.path}~` }, (db) =>
    downloads[name]!.write(
      {
        db,
        region: world.region,
        place: world.place,
        now: world.now,
        today: dayOf(world.now),
        line: {},
        user: { powers: [], post },
      },
      input,
      out,
    ),
  )
  return Buffer.concat(chunks)
}

test('attachments travel sealed; a correction keeps what it names and ends the rest', async () => {
  const uploads = await Promise.all(['一.docx', '二.docx'].map((name) => asAccount(chair.account, name)))
  const audience = { depth: 'all', kinds: [], unionIds: [], superiorId: null, reason: '' } as const
  const { id } = await chair.api.information.save({
    ...{ kind: 'notice', way: 'down', ...words, uploads, audience: { ...audience, kinds: [], unionIds: [] } },
  })
  await chair.api.information.submit({ id })
  const { files } = await mill.api.information.get({ id })
  expect(files.map(({ name, untilVersion }) => [name, untilVersion])).toEqual([
    ['一.docx', null],
    ['二.docx', null],
  ])
  expect((await written(mill, 'information.file', { id: files[0]!.id, name: '一.docx' })).toString()).toBe('一.docx的内容')
  expect(await mill.api.information.file({ id: files[0]!.id })).toEqual({ id: expect.any(String) })
  await chair.api.information.correct({ id, ...words, why: '附件二作废', keep: [files[0]!.id] })
  expect((await mill.api.information.get({ id })).files.map(({ name, untilVersion }) => [name, untilVersion])).toEqual([
    ['一.docx', null],
    ['二.docx', 1],
  ])
  expect((await written(mill, 'information.export', { id, page: 1, size: 20, descending: false })).length).toBeGreaterThan(1000)
  const { rows } = await world.session(({ db }) =>
    db.execute(sql`select body_sealed from information_files where information_id = ${id}`),
  )
  expect(JSON.stringify(rows)).not.toContain('内容')
})

const asAccount = (account: string, name: string) =>
  within(
    world.pool,
    { region: world.region, role: 'post', lo: at.district.path, hi: `${at.district.path}~`, account },
    async (db) => {
      const session = {
        db,
        region: world.region,
        place: world.place,
        now: world.now,
        today: dayOf(world.now),
        line: {},
        user: { account, powers: [] },
      }
      return (await keepUpload(session, name, Buffer.from(`${name}的内容`))).id
    },
  )
