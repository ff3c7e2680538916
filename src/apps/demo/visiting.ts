import { randomUUID } from 'node:crypto'
import { addDays } from '#kit/dates'
import { chance } from './chance.ts'
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
  for (const person of [district.people[1]!, district.people[5]!, town.people[0]!, town.people[2]!]) await walk(calls, person)
}

/** One cadre's visits: those whose day has come are mostly made, the latest is still open. */
async function walk(calls: Calls, person: Person) {
  const by = chance(Number.parseInt(person.id.slice(0, 6), 16))
  const { visits } = await calls.self(person).visits.mine()
  for (const { id, plannedOn } of visits.filter((visit) => visit.plannedOn < calls.today)) {
    if (!by.yes(0.75)) continue
    const ago = Math.max(0, Math.round((Date.parse(calls.today) - Date.parse(plannedOn)) / 86_400_000))
    const api = calls.self(person, ago).visits
    const met = { worker: by.whole(3, 12), groupLeader: by.whole(1, 3), chair: 1 }
    const record = {
      visitedOn: plannedOn,
      place: by.pick(['一车间', '食堂', '职工之家', '宿舍']),
      met,
      themes: ['wages', by.pick(['safety', 'needs', 'building'])],
    }
    await api.save({ id, base: {}, mine: { ...record, found: by.pick(found) } })
    await api.submit({ id })
    if (!by.yes(0.6)) continue
    const [matter, raisedBy] = by.pick(matters)
    const problem = {
      id: randomUUID(),
      visitId: id,
      matter,
      raisedBy,
      raisedOn: plannedOn,
      dueOn: addDays(plannedOn, by.whole(7, 30)),
    }
    await api.raise(problem)
    if (by.yes(0.6))
      await calls
        .self(person, Math.floor(ago / 2))
        .visits.settle({ id: problem.id, on: calls.day(Math.floor(ago / 2)), result: '与行政商定，已经改了' })
  }
}
