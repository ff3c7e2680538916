import type { Asked } from '#contracts/organisation/changes'
import { unionOf } from '#modules/organisation/unions'
import { everywhere, within } from '#platform/db'
import { type Calls, type House, named, type Planted } from './calls.ts'

type Filed = { union: Planted; asked: Asked; grounds: string; paper: string; ago: number }

/** Three years of the network: renamed, moved, merged and dissolved, each through the procedure and on its day. */
export async function changeNetwork(house: House, calls: Calls, unions: readonly Planted[]) {
  const at = (name: string) => named(unions, name)
  const [district, riverside] = [at('永安区总工会'), at('临江街道总工会')]
  const moved = at('百川仓储有限公司工会委员会')
  await decide(calls, district, {
    union: moved,
    asked: { kind: 'move', parentId: at('永丰镇总工会').id },
    ...{ grounds: '公司整体搬迁至永丰镇物流园', paper: '会员大会决议', ago: 760 },
  })
  const { pool, region } = house
  moved.path = (await within(pool, { region, role: 'post', ...everywhere }, (db) => unionOf({ db }, moved.id))).path
  await decide(calls, riverside, {
    union: at('新港建材有限公司工会委员会'),
    asked: { kind: 'rename', name: '新港绿色建材有限公司工会委员会', shortName: '新港建材' },
    ...{ grounds: '单位更名', paper: '市场主体变更登记通知书', ago: 600 },
  })
  await endTwo(calls, unions)
  await waiting(calls, unions)
}

/** One union merged into another with its people, one dissolved with their memberships kept at the town. */
async function endTwo(calls: Calls, unions: readonly Planted[]) {
  const at = (name: string) => named(unions, name)
  const [riverside, upriver] = [at('临江街道总工会'), at('河上镇总工会')]
  const funds = '结余经费和财产清点造册，随会籍一并移交'
  await decide(
    calls,
    riverside,
    {
      union: at('江畔餐饮服务部工会委员会'),
      asked: { kind: 'merge', intoId: at('江畔酒店管理有限公司工会委员会').id, funds, isAudited: true },
      ...{ grounds: '服务部并入酒店公司', paper: '会员大会决议', ago: 420 },
    },
    { toUnionId: at('江畔酒店管理有限公司工会委员会').id, how: 'transfer' },
  )
  await decide(
    calls,
    upriver,
    {
      union: at('河上砖瓦厂工会委员会'),
      asked: { kind: 'dissolve', ground: 'unitEnded', funds: '结余经费由河上镇总工会接收', isAudited: true },
      ...{ grounds: '企业关停注销', paper: '市场主体注销登记通知书', ago: 230 },
    },
    { toUnionId: upriver.id, how: 'retain' },
  )
}

async function decide(
  calls: Calls,
  superior: Planted,
  filed: Filed,
  people?: { toUnionId: string; how: 'transfer' | 'retain' },
): Promise<void> {
  const id = await file(calls, filed)
  const later = calls.at(superior, filed.ago - 4).changes
  if (people) await later.relocate({ id, version: 2, ...people })
  await later.approve({ id, version: 2, note: '同意' })
  const registered = filed.ago - 21
  if (registered > 300 && filed.asked.kind !== 'move')
    await calls.at(filed.union, registered).changes.register({ id, on: calls.day(registered) })
}

async function file(calls: Calls, { union, asked, grounds, paper, ago }: Filed) {
  const { changes } = calls.at(union, ago)
  const papers = [{ title: paper, number: null, day: calls.day(ago + 6) }]
  const { id } = await changes.save({ unionId: union.id, asked, grounds, papers, effectiveOn: calls.day(ago) })
  await changes.file({ id, version: 1 })
  return id
}

/** What waits for an answer today, and what was sent back. */
async function waiting(calls: Calls, unions: readonly Planted[]) {
  const rename = (union: string, name: string, ago: number): Filed => ({
    union: named(unions, union),
    asked: { kind: 'rename', name, shortName: null },
    ...{ grounds: '单位更名', paper: '市场主体变更登记通知书', ago },
  })
  await file(calls, rename('锦绣服饰有限公司工会委员会', '锦绣时尚股份有限公司工会委员会', 3))
  const id = await file(calls, rename('同力轴承有限公司工会委员会', '同力精密轴承有限公司工会委员会', 12))
  const town = calls.at(named(unions, '永丰镇总工会'), 8)
  await town.changes.sendBack({ id, version: 2, reason: '通知书复印件看不清，请重新附上' })
}
