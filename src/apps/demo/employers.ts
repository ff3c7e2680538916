import { addDays } from '#kit/dates'
import { employerByCode, upsertMany } from '#modules/organisation/employers'
import type { Session } from '#platform/session'
import { chance, type Chance } from './chance.ts'
import { type Calls, named, type Person, type Planted } from './calls.ts'
import { creditCode, sizeOf } from './facts.ts'

const sectors = {
  机械装备: ['机械有限公司', '精密制造有限公司'],
  纺织服装: ['纺织有限公司', '服饰有限公司'],
  电气制造: ['电气有限公司', '电子科技有限公司'],
  商贸服务: ['商贸有限公司', '连锁超市有限公司'],
  物流运输: ['物流有限公司', '快运有限公司'],
  住宿餐饮: ['餐饮管理有限公司', '酒店有限公司'],
  建材: ['建材有限公司', '新材料有限公司'],
  信息技术: ['信息技术有限公司', '软件有限公司'],
  食品: ['食品有限公司'],
} as const
const [first, second] = ['宏瑞泰盛昌源嘉兴博正鼎恒佳德益和', '达丰泰和远腾安新通隆信诚润业科祥']
/** How many employers without a union of their own stand in the register of a town, beside those with one. */
const BESIDE = 34

type Row = Parameters<typeof upsertMany>[1][number]
type Known = { id: string; name: string; headcount: number | null; version: number; unionId: string }

/** Enters all employers of the towns: those with a union of their own, and many more without. Gives the ids of the former by union. */
export async function enterEmployers(session: Session, unions: readonly Planted[]): Promise<Map<string, string>> {
  const by = chance(20_260_403)
  const towns = townsOf(unions)
  await upsertMany(
    session,
    towns.flatMap((town) => [...withUnions(town, unions), ...without(by, town, session.today)]),
  )
  const ids = new Map<string, string>()
  for (const { id, unitCode } of unions) {
    const employer = unitCode && (await employerByCode(session, unitCode))
    if (employer) ids.set(id, employer.id)
  }
  return ids
}

/** What organisers did in each town so far. */
export async function organise(calls: Calls, unions: readonly Planted[]) {
  const by = chance(20_260_409)
  for (const town of townsOf(unions)) await walk(by, calls, town, unions)
}

const townsOf = (unions: readonly Planted[]) => unions.filter(({ place }) => place.kind === 'town')
const belowOf = (town: Planted, unions: readonly Planted[]) =>
  unions.filter(({ path, place }) => path.startsWith(town.path) && place.kind === 'basic' && place.unitType !== 'town')

const withUnions = (town: Planted, unions: readonly Planted[]): Row[] =>
  belowOf(town, unions).map(({ place, unitCode }) => ({
    ...{ unionId: town.id, unionPath: town.path, name: place.name.replace(/工会委员会$/, ''), creditCode: unitCode },
    unitKind: place.unitType === 'privateEnterprise' ? 'enterprise' : 'institution',
    ...{ ownership: null, sector: place.sector ?? null, address: null, headcount: Math.round(sizeOf(place) * 1.06) },
    ...{ setUpOn: null, source: '工会组织网络' },
  }))

function without(by: Chance, town: Planted, today: string): Row[] {
  const taken = new Set<string>()
  const place = town.place.name.replace('总工会', '')
  const from = 500_000 + Number.parseInt(town.path.slice(4), 36) * 1000
  return Array.from({ length: BESIDE }, (_, n) => {
    const sector = by.pick(Object.keys(sectors) as (keyof typeof sectors)[])
    let name = ''
    do name = `${by.pick([...first])}${by.pick([...second])}${by.pick(sectors[sector])}`
    while (taken.has(name))
    taken.add(name)
    return {
      ...{
        unionId: town.id,
        unionPath: town.path,
        name: `永安${name}`,
        creditCode: by.yes(0.9) ? creditCode('91', from + n) : null,
      },
      ...{
        unitKind: 'enterprise',
        ownership: by.pick(['民营', '民营', '外商投资']),
        sector,
        address: `${place}工业区 ${n + 1} 号`,
      },
      headcount: Math.round(12 + 9 / (1 - by.next() * 0.985)),
      setUpOn: addDays(today, by.yes(0.3) ? -by.whole(20, 420) : -by.whole(900, 6000)),
      source: by.pick(['市场监管登记', '社保参保名册', '税务经费代收']),
    }
  })
}

const notes = {
  contact: ['上门走访，与行政方说明建会要求', '电话联系人事负责人，约定下周见面', '进车间听职工意见，十多人愿意入会'],
  preparing: ['成立筹备组，开始发展会员', '报送建会请示，核对会员名册'],
  refused: ['行政方称正在裁员，暂不考虑建会', '负责人不见面，材料退回'],
  closed: ['市场监管登记已注销'],
} as const

/** What organisers did so far: visits, beginnings, refusals, and one case of obstruction. */
async function walk(by: Chance, calls: Calls, town: Planted, unions: readonly Planted[]) {
  const { rows } = await calls.at(town).employers.list({ below: town.id, size: 200 })
  const own = new Map(belowOf(town, unions).map(({ id, place }) => [place.name.replace(/工会委员会$/, ''), id]))
  const joint = unions.find(({ place, path }) => place.kind === 'joint' && path.startsWith(town.path))
  const others: Known[] = []
  for (const row of rows) {
    const union = own.get(row.name)
    if (union) await found(calls, town, row, union, by.whole(900, 4000))
    else others.push(row)
  }
  for (const row of others) {
    const size = row.headcount ?? 0
    if (joint && size < 90 && by.yes(0.62)) await found(calls, town, row, joint.id, by.whole(100, 900))
    else if (by.yes(0.5)) await contact(by, calls, town, row)
  }
  const staff = town.people.slice(2, 5)
  for (const [n, organiser] of staff.entries())
    await assign(
      calls,
      town,
      organiser,
      others.filter((_, at) => at % 4 === n),
    )
  if (town === named(unions, '永丰镇总工会')) await obstruction(calls, town, others.at(-3)!)
}

const found = (calls: Calls, town: Planted, { id, version }: Known, coveredBy: string, ago: number) =>
  calls.at(town, ago).employers.advance({
    ...{ id, version, stage: 'founded', onDay: calls.day(ago), note: '批复建会', coveredBy },
  })

async function contact(by: Chance, calls: Calls, town: Planted, { id, version }: Known) {
  const ago = by.whole(30, 300)
  const step = { id, coveredBy: null, nextStep: '再次上门', nextOn: calls.day(by.whole(-30, 6)) }
  const say = <K extends keyof typeof notes>(stage: K, days: number) => ({
    stage,
    onDay: calls.day(days),
    note: by.pick(notes[stage]),
  })
  await calls.at(town, ago).employers.advance({ ...step, version, ...say('contact', ago) })
  const then = by.weighted([
    ['contact', 50],
    ['preparing', 25],
    ['refused', 15],
    ['closed', 10],
  ] as const)
  const later = by.whole(1, ago - 1)
  if (then !== 'contact') await calls.at(town, later).employers.advance({ ...step, version: version + 1, ...say(then, later) })
}

const assign = (calls: Calls, town: Planted, { id, name }: Person, rows: readonly Known[]) =>
  rows.length
    ? calls.at(town, 60).employers.assign({ ids: rows.map((row) => row.id), personId: id, personName: name })
    : Promise.resolve()

async function obstruction(calls: Calls, town: Planted, { id }: Known) {
  const facts = '公司保安两次拦阻组织员进厂，公告栏上的入会告知书被撕下，两名带头报名的职工被调岗。'
  const opened = await calls.at(town, 75).employers.obstruct({ id, facts, openedOn: calls.day(75) })
  const { obstructions } = await calls.at(town).employers.get({ id })
  const press = { id: obstructions[0]?.id ?? opened.id }
  await calls
    .at(town, 60)
    .employers.press({ ...press, step: 'labourAsked', onDay: calls.day(60), note: '致函区人社局，请求责令改正' })
  await calls
    .at(town, 12)
    .employers.press({ ...press, step: 'labourResult', onDay: calls.day(12), note: '人社局已发出责令改正通知书，限期十五日' })
}
