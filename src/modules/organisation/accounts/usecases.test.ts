import { randomUUID } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { readSheets } from '#platform/sheets'
import { activate } from '#platform/signin/accounts'
import { signinPool } from '#platform/signin'
import { testWorld } from '#platform/testing'
import { type Kind, postKinds } from '#rules/organisation/posts'
import { anAccount, anAppointment, aPerson } from '#testing/organisation/posts'
import { aUnion, postAt } from '#testing/organisation/unions'
import { files, firstFederation } from './index.ts'

const world = testWorld('2026-03-02')
type Place = Awaited<ReturnType<typeof aUnion>>
let district: Place
let town: Place
let otherTown: Place

beforeAll(async () => {
  await world.session(async (session) => {
    district = await aUnion(session, { name: '永安区总工会' })
    town = await aUnion(session, { name: '东城街道总工会', kind: 'town', parentId: district.id })
    otherTown = await aUnion(session, { name: '西城街道总工会', kind: 'town', parentId: district.id })
  })
})

const as = (union: Place, kind: Kind, also: { person?: string; account?: string } = {}) =>
  world.as({ post: postAt(union, kind), powers: postKinds[kind].powers, ...also })
const owner = async <T>(text: string) => {
  const client = new pg.Client({ connectionString: world.ownerUrl })
  await client.connect()
  return client.query(text).finally(() => client.end()) as Promise<{ rows: T[] }>
}
const aCadre = (union: Place, name: string, kind: Kind = 'chair') =>
  world.session((session) => anAppointment(session, union, { name, kind }))

test('a cadre is invited by a link, sets his own password by it, and the link works once', async () => {
  const chair = await aCadre(town, '周明')
  const { api } = as(district, 'systemAdministrator')
  expect((await api.accounts.withoutAccount({})).rows).toContainEqual(
    expect.objectContaining({ memberId: chair.memberId, name: '周明', post: '主席' }),
  )
  const invitation = await api.accounts.invite({ memberId: chair.memberId, username: 'zhouming' })
  expect(invitation).toMatchObject({ name: '周明', username: 'zhouming', path: expect.stringMatching(/^\/activate#/) })
  expect((await api.accounts.list({ text: '周明' })).rows).toMatchObject([
    { state: 'invited', needsSecondFactor: true, posts: ['东城街道总工会主席'] },
  ])
  const url = new URL(world.pool.options.connectionString!)
  const pool = signinPool(url.href, 2)
  const input = { token: invitation.path.split('#')[1]!, password: '长江-卷扬机-07-枇杷' }
  expect(await activate(pool, input)).toMatchObject({ accountId: invitation.id })
  await expect(activate(pool, input)).rejects.toMatchObject({ refusal: { code: 'signin.linkSpent' } })
  await pool.end()
  expect((await api.accounts.list({ text: 'zhouming' })).rows).toMatchObject([{ state: 'open' }])
  await expect(api.accounts.invite({ memberId: chair.memberId })).rejects.toMatchObject({ data: { code: 'accounts.exists' } })
})

test('a refused invitation leaves neither account nor journal line', async () => {
  const one = await world.session((session) => aPerson(session, town, '王强'))
  const { api } = as(district, 'systemAdministrator')
  await api.accounts.invite({ memberId: one, username: 'wangqiang' })
  const other = await world.session((session) => aPerson(session, town, '王墙'))
  await expect(api.accounts.invite({ memberId: other, username: 'wangqiang' })).rejects.toMatchObject({
    data: { code: 'accounts.taken' },
  })
  expect((await owner(`select 1 from shared.account_persons where person_id = '${other}'`)).rows).toEqual([])
  expect((await owner(`select 1 from region_main.journal where subject = '${other}'`)).rows).toEqual([])
})

test('locking ends the sessions at once; one’s own account and the watchers’ are not to be locked', async () => {
  const cadre = await aCadre(town, '何平', 'organisationOfficer')
  const account = await anAccount(world, cadre.memberId)
  await owner(
    `insert into shared.account_sessions (account_id, token, expires_at) values ('${account}', '${randomUUID()}', now() + interval '1 day')`,
  )
  const { api } = as(district, 'systemAdministrator')
  expect((await api.accounts.list({ text: '何平' })).rows).toMatchObject([{ sessions: 1 }])
  await api.accounts.lock({ id: account, reason: '调离本单位' })
  expect((await api.accounts.list({ text: '何平' })).rows).toMatchObject([{ state: 'locked', sessions: 0 }])
  await api.accounts.unlock({ id: account, reason: '调离登记有误' })
  await expect(
    as(district, 'systemAdministrator', { account }).api.accounts.lock({ id: account, reason: '试一试自己' }),
  ).rejects.toMatchObject({
    data: { code: 'accounts.own' },
  })
  const auditor = await aCadre(district, '陈光', 'auditAdministrator')
  const watcher = await anAccount(world, auditor.memberId)
  await expect(api.accounts.lock({ id: watcher, reason: '想让他看不见' })).rejects.toMatchObject({
    data: { code: 'accounts.guards' },
  })
})

test('whoever has authority is reset only after a second person’s word', async () => {
  const chair = await aCadre(otherTown, '林芳')
  const account = await anAccount(world, chair.memberId)
  const [system, head] = [as(district, 'systemAdministrator'), as(district, 'chair')]
  await expect(system.api.accounts.reset({ id: account, secondFactor: true })).rejects.toMatchObject({
    data: { code: 'accounts.secondPerson' },
  })
  const { id } = await system.api.accounts.askReset({ id: account, reason: '手机丢失，无法验证' })
  await expect(as(district, 'chair', { account: system.account! }).api.accounts.confirmReset({ id })).rejects.toMatchObject({
    data: { code: 'accounts.twoPersons' },
  })
  await expect(as(district, 'organisationOfficer').api.accounts.confirmReset({ id })).rejects.toMatchObject({
    data: { code: 'accounts.head' },
  })
  expect(await head.api.accounts.resets()).toMatchObject([{ id, name: '林芳', reason: '手机丢失，无法验证' }])
  expect(await as(town, 'chair').api.accounts.resets()).toEqual([])
  await head.api.accounts.confirmReset({ id })
  expect(await system.api.accounts.reset({ id: account, secondFactor: true })).toMatchObject({
    name: '林芳',
    path: expect.stringMatching(/^\/activate#/),
  })
  await expect(system.api.accounts.reset({ id: account, secondFactor: true })).rejects.toMatchObject({
    data: { code: 'accounts.secondPerson' },
  })
})

test('a stranger’s system administrator finds no account of another town', async () => {
  const cadre = await aCadre(town, '冯远', 'member')
  const account = await anAccount(world, cadre.memberId)
  const { api } = as(otherTown, 'systemAdministrator')
  expect((await api.accounts.list({ text: '冯远' })).total).toBe(0)
  const missing = { code: 'NOT_FOUND' }
  await expect(api.accounts.invite({ memberId: cadre.memberId })).rejects.toMatchObject(missing)
  await expect(api.accounts.lock({ id: account, reason: '不该看到' })).rejects.toMatchObject(missing)
  await expect(api.accounts.unlock({ id: account, reason: '不该看到' })).rejects.toMatchObject(missing)
  await expect(api.accounts.signOut({ id: account })).rejects.toMatchObject(missing)
  await expect(api.accounts.askReset({ id: account, reason: '不该看到' })).rejects.toMatchObject(missing)
  await expect(api.accounts.reset({ id: account, secondFactor: false })).rejects.toMatchObject(missing)
})

test('the auditor reads what was done by whom, filters it, and sees a line that was altered', async () => {
  const place = await world.session((session) => aUnion(session, { name: '审计试验厂工会', parentId: town.id }))
  const chair = await aCadre(place, '江涛')
  const account = await anAccount(world, chair.memberId, '江涛')
  for (const title of ['主席', '党群主席'])
    await as(place, 'chair', { account }).api.posts.amend({ id: chair.id, title, portfolio: '', fullTime: false })
  const { api } = as(district, 'auditAdministrator')
  const found = await api.accounts.journal({ unionId: place.id, act: 'posts.' })
  expect(found).toMatchObject({
    total: 2,
    rows: [{ act: 'posts.amend', actor: '江涛', unionName: '审计试验厂工会', subject: chair.id }, {}],
  })
  expect((await api.accounts.journal({ text: '江涛', from: '2026-03-03' })).total).toBe(0)
  expect((await api.accounts.journal({ text: '江涛', from: '2026-03-02', until: '2026-03-02' })).total).toBe(2)
  expect((await as(otherTown, 'auditAdministrator').api.accounts.journal({ text: '江涛' })).total).toBe(0)
  expect((await api.accounts.verifyJournal()).faults).toEqual([])
  await owner(
    `set session_replication_role = replica; update region_main.journal set detail = '{"kind": "member"}' where union_id = '${place.id}' and seq = 1`,
  )
  expect((await api.accounts.verifyJournal()).faults).toMatchObject([{ unionName: '审计试验厂工会', seq: 1 }])
  expect(await api.accounts.exportJournal({ act: 'posts.' })).toMatchObject({ id: expect.any(String) })
  const out = new PassThrough()
  const bytes = buffer(out)
  await world.session((session) => files['accounts.exportJournal']!.write(session, { text: '江涛', act: 'posts.' }, out))
  const rows = []
  for await (const sheet of readSheets(await bytes)) for await (const row of sheet.rows()) rows.push(row)
  expect(rows).toHaveLength(3)
})

test('the first federation has a head of its preparatory group and a system administrator, and no auditor by his own hand', async () => {
  const { union, person, appointment } = await world.session((session) =>
    firstFederation(session, { federationName: '新城区总工会', adminName: '方圆' }),
  )
  const as1 = (kind: Kind) => as(union, kind, { person: person.id })
  expect((await as1('preparatoryHead').api.posts.ofUnion({ unionId: union.id })).appointments.map(({ kind }) => kind)).toEqual([
    'preparatoryHead',
    'systemAdministrator',
  ])
  expect(appointment).toMatchObject({ kind: 'preparatoryHead', personName: '方圆', untilOn: '2027-03-02' })
  const { api } = as1('preparatoryHead')
  await expect(
    api.posts.appointAdministrator({ unionId: union.id, memberId: person.id, kind: 'securityAdministrator' }),
  ).rejects.toMatchObject({ data: { code: 'posts.self' } })
  const second = await world.session((session) => aPerson(session, union, '安宁'))
  await api.posts.appointAdministrator({ unionId: union.id, memberId: second, kind: 'securityAdministrator' })
  await expect(
    as(union, 'securityAdministrator', { person: second }).api.posts.appointAdministrator({
      unionId: union.id,
      memberId: person.id,
      kind: 'auditAdministrator',
    }),
  ).rejects.toMatchObject({ data: { code: 'posts.threePersons' } })
})
