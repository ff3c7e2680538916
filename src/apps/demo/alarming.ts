import { refreshAll } from '#modules/steering/alarms'
import type { Calls, House, Planted } from './calls.ts'
import { chance } from './chance.ts'

const whole = ['federation', 'town', 'trade', 'regional', 'joint', 'basic', 'newEmployment']
/** Where nobody has done anything for long. */
const quiet = ['永丰镇南桥村区域工会联合会', '河上中学工会委员会', '百川仓储有限公司工会委员会', '江畔酒店管理有限公司工会委员会']

/** Most unions are at work: somebody checked a record not long ago. */
export async function atWork(calls: Calls, unions: readonly Planted[]) {
  const by = chance(20_260_611)
  for (const union of unions) {
    const isBusy = whole.includes(union.place.kind) && !quiet.includes(union.place.name)
    const someone = union.people.length ? by.pick(union.people) : undefined
    const daysAgo = by.whole(2, 60)
    if (isBusy && someone) await calls.at(union, daysAgo).members.check({ id: someone.id })
  }
}

/** The alarms as they stand; a town has urged two unions, one has answered, and one alarm is set aside with a reason. */
export async function raiseAlarms({ pool, region }: House, calls: Calls, unions: readonly Planted[]) {
  await refreshAll({ pool, region, now: new Date(), today: calls.today })
  const town = unions.find(({ place }) => place.name === '永丰镇总工会')
  if (!town) return
  const { rows } = await calls.at(town).alarms.list({ size: 50 })
  const below = rows.filter(({ unionId }) => unionId !== town.id)
  const [first, second, third] = below
  const urged = [first, second].flatMap((alarm) => alarm ?? [])
  if (urged.length)
    await calls.at(town, 9).alarms.urge({
      ids: urged.map(({ id }) => id),
      body: '请说明原因，并报改进的打算。',
      replyBy: calls.day(2),
    })
  const answering = unions.find(({ id }) => id === first?.unionId)
  if (first && answering) await calls.at(answering, 4).alarms.reply({ id: first.id, body: '已排入下月委员会议题，月底前办好。' })
  if (third) await calls.at(town).alarms.note({ ids: [third.id], reason: '季节性停产，已与企业核实', untilOn: calls.day(-60) })
}
