import { draftFor } from '#rules/organisation/charters'
import { chance, type Chance } from './chance.ts'
import { type Calls, named, type Planted } from './calls.ts'
import { nameOf } from './people.ts'

/** Charters that the members adopted; one new version still waits for their vote. */
export async function adoptCharters(calls: Calls, unions: readonly Planted[]) {
  const by = chance(20_260_405)
  const own = unions.filter(({ place, people }) => place.kind === 'basic' && people.length > 20)
  for (const union of own.filter((_, n) => n < 3 || by.yes(0.45))) {
    const ago = by.whole(200, 1000)
    const api = calls.at(union, ago).charters
    const isLarge = union.people.length > 100
    const expected = isLarge ? 45 : union.people.length
    const [present, inFavour] = [Math.ceil(expected * 0.92), Math.ceil(expected * 0.86)]
    const { id } = await api.save({
      ...{ unionId: union.id, version: 0, title: `${union.place.name}章程`, body: draftFor(union.place.name) },
    })
    const facts = { meeting: isLarge ? 'congress' : 'assembly', adoptedOn: calls.day(ago), expected, present, inFavour } as const
    await api.adopt({ id, version: 1, ...facts })
    await api.publish({ id, version: 2, inForceOn: calls.day(ago - 10) })
  }
  const draft = own.at(-1)!
  const { charters } = calls.at(draft, 5)
  const [last] = await charters.list({ unionId: draft.id })
  if (!last || last.publishedAt)
    await charters.save({
      ...{ unionId: draft.id, version: 0, title: `${draft.place.name}章程（修订草案）`, body: draftFor(draft.place.name) },
    })
}

const sides = [
  ['party', '党支部书记'],
  ['administration', '总经理'],
  ['union', '工会主席'],
  ['department', '人力资源部经理'],
] as const
const tasks = [
  ['建立母婴室，配齐设施', '党政工联席会议', 40],
  ['高温岗位增设两处休息点', '安全生产专题会议', 20],
  ['一线职工年度健康体检', '党政工联席会议', 90],
  ['落实工资专项集体合同中的夜班补贴', '集体协商会议', -15],
  ['食堂增设夜班窗口', '职工代表座谈会', 60],
] as const

/** Who answers on each of the four sides, and what was decided for whom until when: some done, one overdue. */
export async function nameLeaders(calls: Calls, unions: readonly Planted[]) {
  const by = chance(20_260_406)
  const factory = named(unions, '恒达机械有限公司工会委员会')
  const basic = unions.filter(({ place, people }) => place.kind === 'basic' && people.length > 40)
  const some = [factory, ...basic.slice(0, 15)]
  for (const [n, union] of some.entries()) await leadersOf(by, calls, union, n < 3 || by.yes(0.6) ? 4 : by.whole(1, 3))
  for (const union of some.slice(0, 6)) await decisionsOf(by, calls, union)
}

async function leadersOf(by: Chance, calls: Calls, union: Planted, count: number) {
  const { id, people } = union
  for (const [side, title] of sides.slice(0, count)) {
    const leader = side === 'union' ? people[0] : undefined
    await calls.at(union, 420).leadership.name({
      ...{ unionId: id, side, personId: leader?.id ?? null, personName: leader?.name ?? nameOf(by, 'male') },
      ...{ title, organisation: null, fromOn: calls.day(420) },
    })
  }
}

async function decisionsOf(by: Chance, calls: Calls, union: Planted) {
  const parties = await calls.at(union).leadership.parties({ unionId: union.id })
  if (!parties.length) return
  for (const [decision, meeting, days] of tasks.slice(0, by.whole(2, tasks.length))) {
    const ago = by.whole(45, 110)
    const { id } = await calls.at(union, ago).leadership.decide({
      ...{
        unionId: union.id,
        executorId: by.pick(parties).id,
        decidedOn: calls.day(ago),
        meeting,
        decision,
        dueOn: calls.day(-days),
      },
    })
    const done = by.whole(5, 30)
    if (by.yes(0.45))
      await calls
        .at(union, done)
        .leadership.finish({ id, version: 1, doneOn: calls.day(done), outcome: '已落实，照片和验收单存档' })
  }
}
