import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { addDays } from '#kit/dates'
import { keepUpload } from '#platform/files'
import { everywhere, within } from '#platform/db'
import type { Session } from '#platform/session'
import { type Chance, chance } from './chance.ts'
import { type Calls, type House, named, type Person, type Planted } from './calls.ts'

type Said = { title: string; wrong: string; proposed: string; category: Category; benefit?: string; yuan?: number }
type Category = 'production' | 'management' | 'safety' | 'training' | 'pay' | 'living'
const said = (category: Category, title: string, wrong: string, proposed: string, yuan?: number): Said => ({
  ...{ category, title, wrong, proposed },
  ...(yuan && { yuan, benefit: `一年大约省 ${yuan.toLocaleString('zh-CN')} 元` }),
})

const ideas: readonly Said[] = [
  said(
    'production',
    '切削液集中过滤回用',
    '各机床自己换切削液，一个月就倒掉一桶',
    '建一套集中过滤，过滤后回用，三个月换一次',
    186_000,
  ),
  said('living', '夜班增设热饭窗口', '夜班只有一台微波炉，要排队半小时', '食堂给夜班留一个热饭窗口，凌晨一点开'),
  said('safety', '冲压线加装双手按钮', '有两台冲床还是脚踏开关，容易误踩', '全部换成双手按钮，月底前换完'),
  said('management', '领料单改为网上两级审批', '领一次料要找五个人签字，半天就没了', '改到网上批，班长和库管两级', 62_000),
  said('production', '余料按规格分架存放', '边角料混放，找不到合用的又下新料', '按厚度分架，挂牌，下料前先查余料', 240_000),
  said('pay', '计件单价调整前先公示', '单价调了才知道，算不清自己该得多少', '调价前公示七天，车间代表参加测算'),
  said('training', '数控编程师带徒', '会编程的只有三个人，一请假就停机', '每名师傅带两名徒弟，半年考一次，给带徒津贴', 98_000),
  said('living', '宿舍热水延到十二点', '热水十点就停，中班回来洗不上澡', '热水延到夜里十二点'),
  said('production', '二号空压机加变频', '空压机一直满负荷转，夜里也一样费电', '加装变频器，夜间自动降压', 152_000),
  said('safety', '装卸平台加防撞条和限位', '叉车倒车撞过两次柱子', '柱子包防撞条，平台边装限位块'),
  said('management', '交接班记录统一模板', '各班写法不一样，问题传不到下一班', '用一张统一的表，异常必须写处理到哪一步'),
  said('living', '班车增加城北一站', '城北新搬来三十多人，要走两公里才坐上车', '早晚各加一站，试一个月'),
]
const more: readonly Said[] = [
  said('production', '包装改用可循环周转箱', '纸箱用一次就扔，一个月要两千多只', '和客户商量改用周转箱', 310_000),
  said('living', '更衣室增加储物柜', '新来的人没有柜子，衣服放在车间', '再添四十组柜子'),
  said('production', '热处理炉门换密封条', '炉门漏热，夏天旁边站不住人，电也费', '换耐高温密封条，每季度查一次', 87_000),
  said('safety', '喷漆房换高效滤棉', '滤棉一星期就堵，味道大', '换成高效滤棉，装压差表'),
  said('management', '质检数据当班贴出', '第二天才知道哪道工序出了问题', '当班检验数据当班贴到看板', 45_000),
]
const copies = (title: string): Said =>
  said('living', title, '夜班吃不上热饭，只能吃冷的', '给夜班开个窗口热饭，或者再添两台微波炉')

type Cast = { calls: Calls; house: House; union: Planted; people: readonly Person[]; by: Chance }

/** Two years of proposals at one factory in all states with their effects, and a year of them at others, so that the district's figures say something. */
export async function proposing(house: House, calls: Calls, unions: readonly Planted[]) {
  const hengda = named(unions, '恒达机械有限公司工会委员会')
  const still = await stillThere(house)
  const people = unions.flatMap((union) => union.people.filter(still(hengda)))
  const factory = { calls, house, union: hengda, people, by: chance(20_251_108) }
  await collect(factory, { ago: 620, days: 30, title: '二届一次职代会提案征集', session: '二届一次职代会' }, ideas.slice(0, 6))
  await collect(factory, { ago: 270, days: 30, title: '二届二次职代会提案征集', session: '二届二次职代会' }, [
    ...ideas.slice(6),
    ...more,
  ])
  await collecting(factory)
  const others = unions.filter(
    ({ place, path }) => place.kind === 'basic' && !path.startsWith(hengda.path) && (place.people ?? 0) > 20,
  )
  for (const [n, union] of others.slice(0, 12).entries()) {
    const by = chance(20_251_200 + n)
    const own = [...ideas, ...more].filter(() => by.yes(0.25)).slice(0, 4)
    await collect(
      { calls, house, union, people: union.people.filter(still(union)), by },
      { ago: 200 - n * 6, days: 20, title: '职代会提案征集', session: null },
      own,
    )
  }
}

/** Who has not left since: only who belongs to a unit proposes there. */
async function stillThere({ pool, region }: House) {
  const { rows } = await within(pool, { region, role: 'post', ...everywhere, readOnly: true }, (db) =>
    db.execute<{ id: string; path: string }>(
      sql`select id, union_path as path from members where status in ('worker', 'member') and merged_into is null`,
    ),
  )
  const at = new Map(rows.map(({ id, path }) => [id, path]))
  return ({ path }: Planted) =>
    ({ id }: Person) =>
      at.get(id)?.startsWith(path) ?? false
}

type Round = { ago: number; days: number; title: string; session: string | null }

/** One collection that is over: what was handed in went its way as far as time has brought it. */
async function collect(cast: Cast, { ago, days, title, session }: Round, ideas: readonly Said[]) {
  const { calls, union, by } = cast
  const opened = calls.at(union, ago).proposals
  const { id: windowId } = await opened.openWindow({
    ...{
      title,
      opensOn: calls.day(ago),
      closesOn: calls.day(ago - days),
      audience: 'workers',
      secondersNeeded: 2,
      sessionTitle: session,
    },
  })
  for (const idea of ideas) {
    const id = await write(cast, windowId, idea, ago - by.whole(2, days - 2))
    await handle(cast, id, idea, ago - days)
  }
  if (session)
    await calls
      .at(union, ago - days - 40)
      .proposals.reportWindow({ id: windowId, on: calls.day(ago - days - 40), sessionTitle: session })
}

async function write({ calls, people, by }: Cast, windowId: string, idea: Said, ago: number) {
  const id = randomUUID()
  const { yuan: _, ...words } = idea
  const [author, ...rest] = Array.from({ length: 4 }, () => by.pick([...people]))
  await calls.self(author!, ago).proposals.submit({ id, windowId, ...words })
  for (const person of new Set(rest)) if (person.id !== author!.id) await calls.self(person, ago - 1).proposals.second({ id })
  authors.set(id, author!)
  return id
}
const authors = new Map<string, Person>()
const answers = {
  adopted: '建议可行，已列入本季度技改计划，由承办部门牵头，职工代表参加验收。',
  partly: '先在一个班组试行，看效果再推开；其余部分下年度预算再定。',
  declined: '今年场地和预算安排不下，理由已向提案人当面说明，留作下年参考。',
} as const
const handlers = ['生产部', '设备部', '行政部', '人力资源部', '安环部'] as const

/** Examined, given out, answered, carried out, rated; some were returned, some not adopted, one went round twice. */
async function handle(cast: Cast, id: string, idea: Said, ago: number) {
  const { calls, union, by } = cast
  const office = (days: number) => calls.at(union, days).proposals
  const employer = (days: number) => calls.at(union, days, undefined, 'administrationClerk').proposals
  if (by.yes(0.08)) return void (await office(ago - 3).examine({ id, finding: 'advice', reason: '已经在办，作意见转有关部门' }))
  await office(ago - 3).examine({ id, finding: 'filed', reason: '几个班组都有反映' })
  await office(ago - 5).assign({ id, lead: by.pick([...handlers]), others: by.yes(0.3) ? ['财务部'] : [] })
  const outcome = by.yes(0.7) ? 'adopted' : by.yes(0.5) ? 'partly' : 'declined'
  const solved = outcome === 'declined' ? 'reference' : 'planned'
  const answeredAgo = ago - by.whole(12, 40)
  for (const { id: assignmentId } of (await office(answeredAgo).get({ id })).assignments)
    await employer(answeredAgo).answer({ assignmentId, outcome, solved, answer: answers[outcome], signedBy: '周经理' })
  const author = calls.self(authors.get(id)!, answeredAgo - 2).proposals
  if (outcome === 'declined')
    return void (await author.rate(
      by.yes(0.5) ? { id, grade: 'mostly' } : { id, grade: 'dissatisfied', reason: '没有说清楚差多少钱、什么时候能办' },
    ))
  if (by.yes(0.25)) return
  const doneAgo = Math.max(answeredAgo - by.whole(30, 80), 3)
  await carryOut(cast, id, doneAgo)
  await calls.self(authors.get(id)!, doneAgo - 1).proposals.rate({ id, grade: by.yes(0.8) ? 'satisfied' : 'mostly' })
  if (idea.yuan) await bring(cast, id, idea.yuan, doneAgo)
}

async function carryOut({ calls, house, union }: Cast, id: string, ago: number) {
  const account = randomUUID()
  const frame = { region: house.region, role: 'post' as const, ...everywhere, account }
  const now = new Date(Date.now() - ago * 86_400_000)
  const dot = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  )
  const kept = await within(house.pool, frame, (db) => keepUpload({ db, user: { account }, now } as Session, '现场.png', dot))
  const employer = calls.at(union, ago, account, 'administrationClerk').proposals
  await employer.work({ id, on: calls.day(ago), note: '已经做完，职工代表到现场看过', isDone: true, uploads: [kept.id] })
}

let voucher = 100
/** What it saved, worked out by the union and confirmed by finance, a little less than was said. */
async function bring({ calls, union, by }: Cast, id: string, yuan: number, doneAgo: number) {
  const until = Math.max(doneAgo - 90, 2)
  const span = { fromOn: calls.day(doneAgo), untilOn: calls.day(until) }
  const fen = Math.round((yuan / 4) * 100)
  await calls.at(union, until - 1).proposals.stateEffect({ id, ...span, fen, basis: '按领用台账前后三个月相比' })
  if (by.yes(0.15)) return
  const employer = calls.at(union, until - 2, undefined, 'administrationHead').proposals
  const [effect] = (await employer.get({ id })).effects
  const settled = { isConfirmed: true as const, fen: Math.round(fen * 0.9), financeName: '钱会计', voucher: `记-${++voucher}` }
  await employer.settleEffect({ id: effect!.id, ...settled })
}

/** The collection that is open now: waiting to be seconded and examined, two about one thing, one returned, one on its way. */
async function collecting(cast: Cast) {
  const { calls, union, people } = cast
  const { id: windowId } = await calls.at(union, 20).proposals.openWindow({
    ...{
      title: '二届三次职代会提案征集',
      opensOn: calls.day(20),
      closesOn: addDays(calls.today, 15),
      audience: 'workers',
      secondersNeeded: 2,
    },
    ...{ sessionTitle: '二届三次职代会', note: '生产、管理、安全上的好点子优先，一句话也行。' },
  })
  await write(cast, windowId, copies('夜班能吃上热饭'), 12)
  await write(cast, windowId, copies('食堂给夜班开热饭窗口'), 9)
  await write(
    cast,
    windowId,
    said('safety', '危化品库加装通风联锁', '开门进去才开风机，味道大', '门一开风机先转三分钟，再亮绿灯'),
    8,
  )
  const back = await write(cast, windowId, said('management', '考勤机换位置', '排队打卡要等', '换个地方放考勤机'), 10)
  await calls.at(union, 6).proposals.examine({ id: back, finding: 'returned', reason: '请写清在哪个门、什么时候排队' })
  const filed = await write(
    cast,
    windowId,
    said('production', '打磨粉尘湿式收集', '打磨岗位灰大，滤筒一周就堵', '改湿式收集，一个月清一次'),
    15,
  )
  await calls.at(union, 10).proposals.examine({ id: filed, finding: 'filed', reason: '事关安全，先立案' })
  await calls.at(union, 9).proposals.assign({ id: filed, lead: '安环部', others: ['设备部'] })
  const chen = people.find(({ name }) => name === '陈志强')!
  const id = randomUUID()
  const own = said(
    'production',
    '装配线工具定位放置',
    '扳手、量具乱放，每班找工具要二十分钟',
    '做定位泡沫，缺一件一眼看出',
    36_000,
  )
  const { yuan: _, ...words } = own
  await calls.self(chen, 18).proposals.submit({ id, windowId, ...words })
  for (const person of people.slice(20, 23)) await calls.self(person, 17).proposals.second({ id })
  await calls.at(union, 14).proposals.examine({ id, finding: 'filed', reason: '每班都要找工具，先立案' })
  await calls.at(union, 13).proposals.assign({ id, lead: '生产部' })
  const [given] = (await calls.at(union, 5).proposals.get({ id })).assignments
  const answer = {
    assignmentId: given!.id,
    outcome: 'adopted',
    solved: 'planned',
    answer: answers.adopted,
    signedBy: '周经理',
  } as const
  await calls.at(union, 5, undefined, 'administrationClerk').proposals.answer(answer)
}
