import { randomUUID } from 'node:crypto'
import { addDays, daysBetween } from '#kit/dates'
import { type Chance, chance } from './chance.ts'
import { type Calls, named, type Person, type Planted } from './calls.ts'

const found = [
  '夜班没有热饭，微波炉只有一台，要排队。',
  '新来的工人不知道工会小组长是谁，入会登记还差十来人。',
  '车间温度高，降温饮料够，岗位轮换还没有定下来。',
  '计件单价调过一次，职工想知道怎么算的，希望贴出来。',
  '女职工多，哺乳室有，离车间远，来回要二十分钟。',
] as const
const matters = [
  ['夜班没有热饭', '夜班职工'],
  ['计件单价怎么算没有公开', '一线职工'],
  ['哺乳室离车间太远', '女职工'],
  ['宿舍热水晚上十点就停', '住宿职工'],
] as const

const words = [
  { grade: 'solved', reason: '回去就协调好了，职工满意' },
  { grade: 'helpful', reason: '听了职工的话，说清了政策' },
  { grade: 'helpful', reason: '帮我们和行政说上了话' },
  { grade: 'formal', reason: '坐了半小时，没有到车间' },
] as const

/** Contact points of two superiors, a plan of this quarter, visits made and ahead, problems on their way. */
export async function visiting(calls: Calls, unions: readonly Planted[]) {
  const [district, town] = [named(unions, '永安区总工会'), named(unions, '永丰镇总工会')]
  const basics = unions.filter(({ place }) => place.kind === 'basic' || place.kind === 'joint')
  const below = basics.filter(({ path }) => path.startsWith(town.path))
  const office = calls.at(district, 60).visits
  const far = basics.filter((union) => !below.includes(union))
  for (const [n, holder] of [district.people[0]!, district.people[1]!, district.people[5]!].entries()) {
    const unionIds = far.slice(n * 6, n * 6 + 6).map(({ id }) => id)
    await office.assign({
      unionIds,
      memberId: holder.id,
      reach: `0571-8630 21${10 + n}`,
      fromOn: calls.day(60),
      basis: '机关分工〔2026〕',
    })
  }
  const ofTown = calls.at(town, 60).visits
  const hengda = below.find(({ place }) => place.name.startsWith('恒达机械'))!
  const own = [hengda, ...below.filter((union) => union !== hengda)]
  for (const [n, holder] of [town.people[0]!, town.people[2]!].entries()) {
    const unionIds = own.slice(n * 4, n * 4 + 4).map(({ id }) => id)
    await ofTown.assign({ unionIds, memberId: holder.id, reach: `0571-8651 33${10 + n}`, fromOn: calls.day(60) })
  }
  const quarter = { from: calls.day(50), until: addDays(calls.today, 40), visitsEach: 2, themes: ['wages', 'safety'] }
  for (const superior of [district, town])
    await calls.at(superior, 50).visits.plan({ ...quarter, title: '本季走访', note: '夜班、宿舍、食堂要去看' })
  for (const [n, person] of [district.people[1]!, district.people[5]!, town.people[0]!, town.people[2]!].entries())
    await walk({ calls, person, by: chance(20_260_901 + n), unions })
}

type Walk = { calls: Calls; person: Person; by: Chance; unions: readonly Planted[] }

/** One cadre's visits: those whose day has come are mostly made and rated, what they brought back is on its way. */
async function walk({ calls, person, by, unions }: Walk) {
  const { visits } = await calls.self(person).visits.mine()
  for (const { id, plannedOn, unionId } of visits.filter((visit) => visit.plannedOn < calls.today)) {
    if (!by.yes(0.8)) continue
    const ago = daysBetween(plannedOn, calls.today)
    const api = calls.self(person, ago).visits
    const met = { worker: by.whole(3, 12), groupLeader: by.whole(1, 3), chair: 1 }
    const themes = ['wages', by.pick(['safety', 'needs', 'building', 'disputes', 'culture'])]
    const record = { visitedOn: plannedOn, place: by.pick(['一车间', '食堂', '职工之家', '宿舍']), met, themes }
    await api.save({ id, base: {}, mine: { ...record, found: by.pick(found) } })
    await api.submit({ id })
    const host = calls.at(unions.find((union) => union.id === unionId)!, Math.floor(ago / 2), undefined, 'chair').visits
    if (by.yes(0.7)) await host.rate({ id, ...by.pick(words) })
    if (by.yes(0.7)) await bringBack({ calls, person, by, host, visitId: id, on: plannedOn, ago })
  }
}

type Back = Omit<Walk, 'unions'> & { host: ReturnType<Calls['at']>['visits']; visitId: string; on: string; ago: number }

/** A problem, as far as it has come: open, settled, told to those who raised it, confirmed by their union. */
async function bringBack({ calls, person, by, host, visitId, on, ago }: Back) {
  const [matter, raisedBy] = by.pick(matters)
  const id = randomUUID()
  const spot = by.yes(0.2) ? { result: '当场和行政商定，第二天就改' } : {}
  await calls
    .self(person, ago)
    .visits.raise({ id, visitId, matter, raisedBy, raisedOn: on, dueOn: addDays(on, by.whole(10, 40)), ...spot })
  const half = Math.floor(ago / 2)
  const api = calls.self(person, half).visits
  if (!spot.result && by.yes(0.3)) return
  if (!spot.result) await api.settle({ id, on: calls.day(half), result: '与行政商定，已经改了' })
  if (by.yes(0.25)) return
  await api.feedBack({ id, on: calls.day(half), feedback: '在班前会上告诉了大家' })
  if (by.yes(0.6)) await host.confirm({ id, isSolved: true, by: 'people', note: '职工看过，认可' })
}
