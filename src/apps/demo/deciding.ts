import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { addDays } from '#kit/dates'
import { ballotOf, closeBallot, givePaper, keyPaper, type PaperTotals, rollLines } from '#platform/ballots'
import { everywhere, within } from '#platform/db'
import { dayOf, type Session } from '#platform/session'
import { type Calls, type House, named, type Person, type Planted } from './calls.ts'
import { here } from './place.ts'

type Unit = { calls: Calls; union: Planted; workers: readonly Person[] }
const clerk = ({ calls, union }: Unit, ago: number) => calls.at(union, ago, randomUUID(), 'administrationClerk')

/** At one factory: a matter through all four stages, one open for opinions now, one decided without the union; powers used, plan items, an appraisal. */
export async function deciding(house: House, calls: Calls, unions: readonly Planted[]) {
  const union = named(unions, '恒达机械有限公司工会委员会')
  // Some of those planted have left since.
  const { rows } = await calls.at(union).members.list({ size: 60, page: 2, status: ['member'] })
  const present = new Set(rows.map(({ id }) => id))
  const workers = unions.flatMap(({ people }) => people.filter(({ id }) => present.has(id)))
  const unit = { calls, union, workers }
  await wholeMatter(unit)
  await openMatter(unit)
  await missedMatter(unit)
  await usePowers(unit)
  await appraise(house, unit)
}

async function wholeMatter(unit: Unit) {
  const { calls, union, workers } = unit
  const { id } = await clerk(unit, 60).decisions.register({
    ...{ unionId: union.id, kind: 'rules', title: '夜班津贴发放办法' },
    draft: '夜班每班津贴由二十元提高到三十元，按月随工资发放；当班请假不足四小时的按半数发放。',
    ...{ opinionsUntil: calls.day(50), plannedOn: calls.day(30) },
  })
  const bodies = ['三十元还是少，外面厂里四十', '请假半数的说法容易起争议', '希望法定节日另算']
  for (const [n, worker] of workers.slice(0, 14).entries())
    await calls
      .self(worker, 56)
      .decisions.say({ id, choice: n % 4 === 3 ? 'disagree' : n % 5 === 4 ? 'unsure' : 'agree', body: bodies[n] ?? null })
  await calls.at(union, 48).decisions.position({
    ...{ id, position: '同意提高夜班津贴，建议定为三十五元，并写明法定节日另按规定支付。' },
    ...{ takenUp: '提高标准、法定节日另算', notTaken: '四十元的标准与同行业相比偏高，明年再议' },
  })
  const meeting = { metOn: calls.day(46), meeting: '党政工联席会', representedBy: '王建国' }
  await clerk(unit, 46).decisions.meet({ id, ...meeting, unionOpinion: '不同意按三十元通过，建议三十五元', unionVote: 'against' })
  await clerk(unit, 45).decisions.decide({
    ...{ id, outcome: 'changed', decision: '夜班每班津贴三十五元，法定节日另按国家规定支付，下月起执行。' },
    ...{ reasons: '采纳工会意见，全年增加支出约十六万元，在预算内。', answer: '三十五元的建议已采纳，请假发放办法另行细化' },
  })
  await clerk(unit, 44).decisions.feedBack({ id })
  for (const [n, worker] of workers.slice(0, 9).entries())
    await calls.self(worker, 42).decisions.react({ id, mark: n === 8 ? 'partly' : 'satisfied' })
  const tasks = [
    { side: 'employer' as const, title: '修改工资核算表', owner: '人力资源部', dueOn: calls.day(30) },
    { side: 'union' as const, title: '核对首月发放并听取夜班意见', owner: '李秀英', dueOn: calls.day(12) },
  ]
  for (const task of tasks) await clerk(unit, 44).decisions.addTask({ id, ...task })
  const made = (await calls.at(union).decisions.get({ id })).tasks
  for (const [n, task] of made.entries()) {
    const by = task.side === 'union' ? calls.at(union, 20 - n) : clerk(unit, 34)
    await by.decisions.noteTask({ id: task.id, body: task.side === 'union' ? '已走访三个夜班班组' : '核算表已改，送工会核对' })
    await by.decisions.finishTask({
      id: task.id,
      outcome: task.side === 'union' ? '首月足额发放，夜班职工没有异议' : '核算表已启用',
    })
  }
  await calls.at(union, 10).decisions.close({ id })
}

async function openMatter(unit: Unit) {
  const { calls, union, workers } = unit
  const { id } = await clerk(unit, 3).decisions.register({
    ...{ unionId: union.id, kind: 'rules', title: '高温天气作业和轮休办法' },
    draft: '日最高气温三十五度以上，冲压、热处理岗位每工作一小时休息十五分钟；三十七度以上，中午十二点到三点停止室外作业。',
    ...{ opinionsUntil: addDays(calls.today, 7), plannedOn: addDays(calls.today, 40) },
  })
  for (const worker of workers.slice(4, 10)) await calls.self(worker, 1).decisions.say({ id, choice: 'agree' })
}

async function missedMatter(unit: Unit) {
  const { calls, union } = unit
  const { id } = await calls.at(union, 28).decisions.register({
    ...{ unionId: union.id, kind: 'operations', title: '食堂改由外部公司承包' },
    draft: '职工食堂由自办改为外部餐饮公司承包经营，为期三年，职工用餐补贴标准不变。',
  })
  await clerk(unit, 27).decisions.skip({ id, stage: 'consult', reason: '原承包人临时退出，来不及征求意见' })
  await clerk(unit, 27).decisions.skip({ id, stage: 'deliberate', reason: '总经理办公会当天定下，没有通知工会' })
  const decision = { decision: '由城北餐饮公司承包食堂三年。', reasons: '保证食堂不停供，价格与原来一致。', answer: null }
  await clerk(unit, 26).decisions.decide({ id, outcome: 'asDrafted', ...decision })
  const [first] = (await calls.at(union).decisions.get({ id })).skips
  await calls.at(union, 20).decisions.explain({
    ...{ id: first!.id, explanation: '事后得知，已书面要求补听职工意见，并派人参加食堂监督小组' },
  })
}

async function usePowers(unit: Unit) {
  const { calls, union } = unit
  const { id } = await calls.at(union, 35).decisions.issue({
    ...{ power: 'seat', title: '列席每月生产经营例会', addressee: '总经理', replyBy: calls.day(20) },
    body: '请安排工会主席列席每月生产经营例会，涉及职工利益的议题会前三日送工会。',
  })
  await clerk(unit, 25).decisions.reply({ id, reply: 'accepted', replyText: '同意，自下月起列席，议题由办公室会前送工会' })
  await calls.at(union, 6).decisions.issue({
    ...{ power: 'welfare', title: '增加高温作业清凉饮料', addressee: '行政负责人', replyBy: addDays(calls.today, 9) },
    body: '冲压和热处理岗位夏季饮料标准多年未变，建议每人每日提高两元。',
  })
  const year = Number(calls.today.slice(0, 4))
  const item = await calls.at(union, 90).decisions.submitItem({
    ...{ year, title: '冲压线安全隐患随手拍', coreTask: 'safety', coreWords: '全年零重伤', askedPeople: '兼职一名' },
    ...{ askedFen: 3_000_000, askedThings: '车间看板两块' },
  })
  await clerk(unit, 80).decisions.answerItem({
    ...{ id: item.id, answer: 'changed', answerText: '经费先拨三分之二，年中看效果', grantedPeople: '兼职一名' },
    ...{ grantedFen: 2_000_000, grantedThings: '车间看板两块' },
  })
  await calls.at(union, 78).decisions.agreeItem({ id: item.id })
  await calls.at(union, 5).decisions.finishItem({ id: item.id, effect: '查出隐患 43 处，整改 41 处，冲压线全年没有重伤' })
  const plain = { coreTask: null, coreWords: null, askedPeople: null, askedFen: 1_500_000, askedThings: null }
  await calls.at(union, 40).decisions.submitItem({ year, title: '职工运动会', ...plain })
}

/** An appraisal of the union's work by all workers, mostly on paper, reported and published, with what follows from it. */
async function appraise(house: House, { calls, union }: Unit) {
  const { id } = await calls.at(union, 75).appraisals.make({
    ...{ kind: 'unionWork', electorate: 'workers', title: '工会工作民主评议', subjects: ['工会工作'] },
    items: ['维权服务', '民主管理', '组织活动', '经费公开', '总体评价'],
  })
  await calls.at(union, 75).appraisals.open({ id, closesOn: calls.day(65) })
  await onPaper(house, id)
  await calls.at(union, 64).appraisals.close({ id })
  await calls.at(union, 60).appraisals.report({ id, reportedAtMeeting: '职工代表大会联席会议' })
  await calls.at(union, 58).appraisals.publish({ id })
  const improvement = { id, subject: '工会工作', owner: '李秀英' }
  const made = await calls
    .at(union, 57)
    .appraisals.improve({ ...improvement, title: '每季度公布工会经费使用', dueOn: calls.day(10) })
  await calls.at(union, 15).appraisals.finish({ id: made.id, evidence: '第三季度经费使用情况已在公告栏张贴十五日' })
  await calls
    .at(union, 57)
    .appraisals.improve({ ...improvement, title: '夜班职工也能参加文体活动', dueOn: addDays(calls.today, 30) })
}

const papers = 80
const given: readonly (readonly [number, number, number])[] = [
  [52, 22, 6],
  [47, 25, 8],
  [60, 16, 4],
  [30, 28, 22],
  [50, 24, 6],
]

async function onPaper({ pool, region }: House, id: string) {
  const at = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000)
  await within(pool, { region, role: 'post', ...everywhere }, async (db) => {
    const session = (daysAgo: number): Session => {
      const now = at(daysAgo)
      return { db, region, place: here, now, today: dayOf(now), line: {}, user: { powers: [], account: randomUUID() } }
    }
    const { rows } = await db.execute<{ ballot: string }>(sql`select ballot_id as ballot from appraisals where id = ${id}`)
    const ballotId = rows[0]!.ballot
    const [question] = (await ballotOf(session(70), ballotId)).questions
    for (const { voterId } of (await rollLines(session(70), { id: ballotId, size: papers })).slice(0, papers))
      await givePaper(session(70), { ballotId, voterId })
    await closeBallot(session(65), { id: ballotId })
    const lines = given.map((counts, n) => ({
      key: `i${n}`,
      counts: Object.fromEntries(counts.map((count, grade) => [grade, count])),
    }))
    const totals: PaperTotals = {
      returned: papers,
      questions: [{ key: question!.key, valid: papers, invalid: 0, lines, writeIns: [] }],
    }
    for (const teller of ['计票人甲', '计票人乙']) await keyPaper(session(65), { id: ballotId, teller, totals })
  })
}
