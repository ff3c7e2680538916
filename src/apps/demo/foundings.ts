import { randomUUID } from 'node:crypto'
import { createRouterClient } from '@orpc/server'
import type { Form } from '#contracts/organisation/founding'
import { creditCheckCharacter } from '#kit/identifiers'
import { unionOf } from '#modules/organisation/unions'
import { everywhere, within } from '#platform/db'
import type { Post, User } from '#platform/session'
import type { OpenHouse } from '../open.ts'
import { router } from '../../router.ts'
import { chance } from './chance.ts'
import { personOf } from './people.ts'
import type { SignIn } from './seed.ts'
import { here } from './place.ts'

type House = Pick<OpenHouse, 'pool' | 'region' | 'signin'>
type Town = { id: string; path: string; name: string }
const DAY = 86_400_000

/**
 * Two unions that are being founded under a town: one waits for its answer, one was returned. Done through the calls themselves, as the
 * account of the worker who opened them and as the town's vice-chair. Gives who can sign in.
 */
export async function seedFoundings(house: House, townId: string, password: string): Promise<SignIn[]> {
  const { pool, region, signin } = house
  const now = new Date()
  const ago = (days: number) => new Date(now.getTime() - days * DAY)
  const town: Town = await within(pool, { region, role: 'post', ...everywhere }, (db) => unionOf({ db }, townId))
  const { accountId } = await signin.createAccount({ name: '赵海', username: 'zhaohai', password })
  const group: Calls = (at) => callsOf(house, { account: accountId, powers: [] }, at)
  const by = chance(20_260_301)
  const waiting = await project(group, ago, town, { name: '启明塑料有限公司', form: 'unit', serial: 501, workers: 64 }, by)
  await group(ago(4)).founding.file({ id: waiting, version: 1 })
  const returned = await project(
    group,
    ago,
    town,
    { name: '永丰速达快递服务部', form: 'newEmployment', serial: 502, workers: 38 },
    by,
  )
  await group(ago(9)).founding.file({ id: returned, version: 1 })
  const items = [
    { item: 'plan' as const, reason: '请写明什么时候召开会员大会选举' },
    { item: 'group' as const, reason: '筹备组请增加一名站点职工代表' },
  ]
  const post: Post = {
    id: randomUUID(),
    kind: 'viceChair',
    title: '副主席',
    unionId: town.id,
    unionName: town.name,
    path: town.path,
  }
  const superior = callsOf(house, { account: randomUUID(), post, powers: ['unions.view', 'unions.approve'] }, ago(3))
  await superior.founding.sendBack({ id: returned, version: 2, items })
  return [{ who: '正在建会的职工（启明塑料）', account: 'zhaohai', face: '手机', does: '发起建会、收集签名、报送' }]
}

const callsOf = ({ pool, region }: Pick<House, 'pool' | 'region'>, user: User, now: Date) =>
  createRouterClient(router, { context: { pool, region, place: here, user, now } })
type Calls = (at: Date) => ReturnType<typeof callsOf>
type New = { name: string; form: Form; serial: number; workers: number }

async function project(
  group: Calls,
  ago: (days: number) => Date,
  town: Town,
  { name, form, serial, workers }: New,
  by: ReturnType<typeof chance>,
) {
  const first17 = `91330109MA${String(serial).padStart(7, '0')}`
  const unit = {
    name,
    creditCode: first17 + creditCheckCharacter(first17),
    unitKind: 'enterprise' as const,
    headcount: workers,
    women: 21,
    setUpOn: '2026-03-18',
  }
  const isUnit = form === 'unit'
  const { id } = await group(ago(20)).founding.open({
    ...{
      superiorId: town.id,
      form,
      unitType: 'privateEnterprise',
      body: 'committee',
      sector: isUnit ? '塑料制品' : '物流运输',
      place: '永丰镇工业园',
    },
    ...{
      name: `${name}工会委员会`,
      plan: isUnit ? '先在三个车间发展会员，批准后一个月内开会员大会选举。' : '',
      electionOn: null,
      isForOthers: false,
    },
    units: [unit],
    candidates: isUnit
      ? [
          { name: '赵海', seat: 'chair', sex: 'male', relation: 'none' },
          { name: '吴芳', seat: 'member', sex: 'female', relation: 'none' },
          { name: '郑国强', seat: 'member', sex: 'male', relation: 'none' },
        ]
      : [],
  })
  await fill(group, ago, id, serial * 100, by)
  return id
}

/** Signatures, the group and its first steps. */
async function fill(group: Calls, ago: (days: number) => Date, id: string, from: number, by: ReturnType<typeof chance>) {
  const signed = (n: number) => {
    const { name, idNumber } = personOf(by, from + n)
    return { unitId: null, mobile: null, name: n === 0 ? '赵海' : name, idNumber }
  }
  const { linkCode, taskList } = await group(ago(20)).founding.own({ id })
  const { receipt } = await group(ago(19)).founding.sign({ ...signed(0), code: linkCode, textVersion: 1 })
  const day = (days: number) => ago(days).toISOString().slice(0, 10)
  const rows = Array.from({ length: 27 }, (_, n) => ({ ...signed(n + 1), signedOn: day(17) }))
  await group(ago(16)).founding.enterSignatures({ foundingId: id, rows })
  const head = await group(ago(16)).founding.addMember({
    foundingId: id,
    side: 'head',
    duty: '总负责，联系上级',
    supporterId: receipt,
    name: null,
  })
  await group(ago(16)).founding.addMember({ foundingId: id, side: 'party', duty: '把关', supporterId: null, name: '孙洁' })
  for (const [n, task] of taskList.entries())
    await group(ago(15)).founding.saveTask({
      ...{
        foundingId: id,
        id: task.id,
        version: task.version,
        kind: task.kind,
        title: task.title,
        ownerId: head.id,
        dueOn: day(12 - n * 4),
      },
      ...(n < 2 ? { doneOn: day(16), paper: '会议记录' } : { doneOn: null, paper: null }),
    })
  await group(ago(14)).founding.saveMeeting({
    ...{
      foundingId: id,
      kind: 'mobilisation',
      title: '建会动员大会',
      onDay: day(17),
      place: '职工食堂',
      invited: 60,
      joined: 22,
    },
    attendance: rows.slice(0, 24).map(({ name }) => name),
  })
}
