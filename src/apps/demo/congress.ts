import { type Calls, named, type Planted } from './calls.ts'

type Api = ReturnType<Calls['at']>

/** 恒达机械 with a term of deputies, a finished congress whose resolution is carried out, and the next one in preparation. */
export async function holdCongress(calls: Calls, unions: readonly Planted[]) {
  const union = named(unions, '恒达机械有限公司工会委员会')
  await seat(calls, union, unions)
  const id = await finished(calls, union)
  const api = calls.at(union, 30)
  const [item] = (await api.congress.get({ id })).items
  const task = { itemId: item!.id, side: 'employer' as const, owner: '后勤部', dueOn: calls.day(5) }
  const { id: taskId } = await api.congress.assign({ ...task, title: '夏季前更换一车间通风设备' })
  await api.congress.assign({ ...task, title: '公布食堂改造进度', dueOn: calls.day(-40) })
  await calls.at(union, 8).congress.carryOut({ id: taskId, on: calls.day(8), evidence: '设备验收单，一车间职工代表到场' })
  const next = { unionId: union.id, kind: 'regular' as const, opensOn: calls.day(-40), place: '职工活动中心', reason: null }
  const now = calls.at(union)
  const { id: prepared } = await now.congress.prepare({ ...next, title: '第一届职工代表大会第二次会议' })
  await now.congress.mark({ sessionId: prepared, step: 'ask', on: calls.day(0), note: null })
  const report = { matter: 'report' as const, reporter: '总经理', way: 'none' as const, wayWhy: null }
  await now.congress.addItem({ sessionId: prepared, kind: 'hear', title: '听取年度生产经营情况报告', ...report })
  await now.congress.drawRoll({ id: prepared })
}

/** A term with its units, and as many deputies of each as it has people planted. */
async function seat(calls: Calls, union: Planted, unions: readonly Planted[]) {
  const api = calls.at(union, 200)
  const { findings: _, ...draft } = await api.deputies.draft({ unionId: union.id })
  const { id: termId } = await api.deputies.open({ ...draft, reason: '与行政方协商确定名额' })
  const { units } = await api.deputies.overview({ unionId: union.id })
  for (const unit of units) {
    const home = unions.find(({ id }) => id === unit.coversUnionId) ?? union
    const people = unions.filter(({ path }) => path.startsWith(home.path)).flatMap((one) => one.people)
    for (const [n, { id: memberId }] of people.slice(0, Math.min(unit.seats, 10)).entries())
      await record(calls.at(union, 190), unit, memberId, n, calls.day(190))
  }
  return termId
}

/** Elected by more than half of all staff of the unit. */
async function record(api: Api, unit: { id: string; staff: number }, memberId: string, n: number, electedOn: string) {
  const staff = Math.max(2, unit.staff)
  const vote = { staff, present: staff - 1, inFavour: Math.floor(staff / 2) + 1 }
  const facts = { job: null, isManager: n === 5, isFrontLine: n !== 5, electedOn, evidence: '选举单位会议记录' }
  await api.deputies.record({ ...facts, unitId: unit.id, memberId, vote })
}

async function finished(calls: Calls, union: Planted) {
  const early = calls.at(union, 100)
  const { id } = await early.congress.prepare({
    ...{
      unionId: union.id,
      kind: 'regular',
      opensOn: calls.day(60),
      title: '第一届职工代表大会第一次会议',
      place: '职工活动中心',
      reason: null,
    },
  })
  await early.congress.mark({ sessionId: id, step: 'ask', on: calls.day(100), note: null })
  for (const step of ['topics', 'agenda', 'papers', 'discuss'] as const)
    await calls.at(union, 75).congress.mark({ sessionId: id, step, on: calls.day(75), note: null })
  const { id: itemId } = await early.congress.addItem({
    ...{ sessionId: id, kind: 'supervise', matter: 'welfare', title: '审查职工福利和劳动条件改善情况', reporter: '工会主席' },
    ...{ way: 'hands', wayWhy: null, body: '上年度福利费使用、车间通风、食堂改造的情况报告。' },
  })
  const day = calls.at(union, 60)
  await day.congress.drawRoll({ id })
  const roll = await day.congress.roll({ id })
  const { rows } = await day.deputies.list({ unionId: union.id, state: 'sitting', size: 200 })
  const members = rows.slice(0, 5).map(({ memberId }) => ({ memberId, isLeader: false }))
  await day.congress.seatPresidium({ sessionId: id, members })
  await day.congress.arrive({ sessionId: id, rollIds: roll.slice(1).map((line) => line.id), isPresent: true })
  await day.congress.begin({ id })
  await day.congress.openItem({ id: itemId })
  const yes = Math.floor(roll.length / 2) + 2
  await day.congress.countHands({ id: itemId, yes, no: 2, abstain: 0 })
  await day.congress.resolve({ id: itemId, resolution: '同意报告。行政方夏季前更换一车间通风设备，按季公布食堂改造进度。' })
  await day.congress.close({ id })
  await calls.at(union, 58).congress.publish({ id })
  await calls.at(union, 55).congress.report({ id, on: calls.day(55), how: '书面报告永丰镇总工会' })
  return id
}
