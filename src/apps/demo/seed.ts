import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { admitMany, release } from '#modules/organisation/members'
import { install } from '#modules/organisation/posts'
import { plant } from '#modules/organisation/unions'
import { everywhere, within } from '#platform/db'
import { dayOf, type Session } from '#platform/session'
import type { OpenHouse } from '../open.ts'
import { atWork, raiseAlarms } from './alarming.ts'
import { callsFor, type Person, type Planted } from './calls.ts'
import { chance, type Chance } from './chance.ts'
import { raiseCadres } from './cadres.ts'
import { deciding } from './deciding.ts'
import { disclosing } from './disclosing.ts'
import { seatCommittees, termOf } from './committees.ts'
import { holdCongress } from './congress.ts'
import { holdElections } from './elections.ts'
import { enterEmployers, organise } from './employers.ts'
import { factsMaker, sizeOf } from './facts.ts'
import { seedFoundings } from './foundings.ts'
import { openPosts } from './openings.ts'
import { changeNetwork } from './history.ts'
import { informing } from './informing.ts'
import { instructKeys } from './keys.ts'
import { adoptCharters, nameLeaders } from './leading.ts'
import { federation, type Place } from './network.ts'
import { people as joinAndMove } from './joining.ts'
import { personOf, tagsOf } from './people.ts'
import { division, here } from './place.ts'
import { proposing } from './proposing.ts'
import { askCorrections, duplicate, importRoster } from './records.ts'
import { ruleOnFigures } from './rulings.ts'
import { superviseUnions } from './supervising.ts'
import { visiting } from './visiting.ts'

export type SignIn = { who: string; account: string; face: '桌面' | '手机'; does: string }

/** Fills an empty house with the demonstration federation, and gives who can sign in. One transaction: all of it or nothing. */
export async function seedFederation(house: OpenHouse, password: string): Promise<SignIn[]> {
  const { pool, region, signin } = house
  const now = new Date()
  const planted = await within(pool, { region, role: 'post', ...everywhere }, async (db) => {
    await db.execute(sql`update regions set division = ${division} where name = ${region}`)
    const session: Session = { db, region, place: here, now, today: dayOf(now), line: {}, user: { powers: [] } }
    const by = chance(20_151_221)
    const unions: Planted[] = []
    await plantAll(session, by, federation, null, unions)
    await employ(session, by, unions, await enterEmployers(session, unions))
    await lives(session, by, unions)
    await duplicate(session, unions)
    await joinAndMove(
      session,
      unions.map(({ id, place, people }) => ({ id, name: place.name, people })),
    )
    const cast = await castOf(session, unions)
    await seatCommittees(session, unions)
    return { unions, cast }
  })
  const accounts = new Map<string, string>()
  for (const { account, person, name } of planted.cast) {
    const { accountId } = await signin.createAccount({ name, username: account, password })
    await signin.linkPerson(accountId, { region, personId: person.id })
    await signin.requireSecondFactor(accountId, false)
    accounts.set(account, accountId)
  }
  const calls = callsFor(house)
  await changeNetwork(house, calls, planted.unions)
  const unions = planted.unions.filter(({ place }) => !place.isSettled)
  await organise(calls, unions)
  await instructKeys(calls, unions)
  await visiting(calls, unions)
  await adoptCharters(calls, unions)
  await nameLeaders(calls, unions)
  await ruleOnFigures(calls, unions)
  await askCorrections(calls, unions)
  await holdElections(calls, unions)
  await holdCongress(calls, unions)
  await proposing(house, calls, unions)
  await informing(calls, unions)
  await disclosing(calls, unions)
  await raiseCadres(calls, unions)
  await deciding(house, calls, unions)
  await openPosts(calls, unions)
  await importRoster(house, calls, unions, accounts.get('zuzhi')!)
  const town = planted.unions.find(({ place }) => place.name === '永丰镇总工会')!
  const founders = await seedFoundings(house, town.id, password)
  await atWork(calls, unions)
  await superviseUnions(house, calls, planted.unions)
  await raiseAlarms(house, calls, planted.unions)
  return [...planted.cast.map(({ who, account, face, does }) => ({ who, account, face, does })), ...founders]
}

/** A password for this demonstration alone, easy to read aloud. */
export const demoPassword = () => `shuxia-${randomBytes(4).toString('hex')}`

async function plantAll(
  session: Session,
  by: Chance,
  place: Place,
  parentId: string | null,
  into: Planted[],
  facts = factsMaker(session.today),
) {
  const { name, kind, unitType, shortName = null, sector = null } = place
  const effectiveOn = place.since ?? `${by.whole(2009, 2023)}-${String(by.whole(1, 12)).padStart(2, '0')}-15`
  const since = { effectiveOn, foundedOn: effectiveOn }
  const known = facts(place)
  const { id, path } = await plant(session, { ...known, name, kind, unitType, shortName, sector, parentId, ...since })
  into.push({ place, id, path, people: [], unitCode: known.unitCreditCode })
  for (const below of place.below ?? []) await plantAll(session, by, below, id, into, facts)
}

/** Everyone's record: most are members, joined over the years; some have not joined yet. */
async function employ(session: Session, by: Chance, unions: Planted[], employers: ReadonlyMap<string, string>) {
  let serial = 0
  const tagging = chance(20_260_408)
  for (const union of unions) {
    const unit = unions.findLast(({ id, path }) => union.path.startsWith(path) && employers.has(id))
    const names = [union.place.chair, union.place.name.startsWith('二车间夜班') ? '陈志强' : undefined].filter(
      (name) => name !== undefined,
    )
    const rows = Array.from({ length: union.place.people ?? 0 }, (_, n) => {
      const { name, birthOn, ...facts } = personOf(by, ++serial)
      return {
        ...facts,
        name: names[n] ?? name,
        unionId: union.id,
        employer: employerOf(unit?.place.name ?? union.place.name),
        employerId: unit ? employers.get(unit.id)! : null,
        employerCode: unit?.unitCode ?? null,
        job: by.pick(jobsAt(union.place)),
        joinedOn: joinedOn(by, union.place, birthOn, n, session.today),
        tags: tagsOf(tagging, birthOn),
      }
    })
    const { ids } = await admitMany(session, rows)
    union.people = ids.flatMap((id, at) => (id ? [{ id, name: rows[at]!.name, sex: rows[at]!.sex, unionId: union.id }] : []))
  }
}

/** The day of joining, over the years; `null` for who has not joined yet. */
function joinedOn(by: Chance, { isSettled }: Place, birthOn: string, n: number, today: string) {
  const [grown, year] = [Number(birthOn.slice(0, 4)) + 19, by.whole(2012, 2026)]
  const isMember = n < 3 || by.yes(0.93)
  const rest = `${String(by.whole(1, 10)).padStart(2, '0')}-${String(by.whole(1, 28)).padStart(2, '0')}`
  if (isSettled) return grown > 2022 ? null : `${Math.max(grown, 2017)}-${rest}`
  const day = `${Math.min(Math.max(grown, year), 2026)}-${rest}`
  return isMember ? (day < today ? day : today) : null
}

const jobs = {
  works: ['操作工', '质检员', '班组长', '电工', '仓管员', '维修工', '技术员', '统计员'],
  service: ['营业员', '服务员', '领班', '保洁员', '仓管员', '客服', '驾驶员'],
  road: ['配送员', '驾驶员', '分拣员', '调度员', '装卸工'],
  教育: ['教师', '教师', '班主任', '教务员', '后勤'],
  卫生: ['护士', '医师', '护士长', '检验师', '药师', '后勤'],
  office: ['科员', '文员', '会计', '主办', '驾驶员'],
} as const
function jobsAt({ sector = '', unitType, kind }: Place): readonly string[] {
  if (sector === '教育' || sector === '卫生') return jobs[sector]
  if (sector === '物流运输' || kind === 'newEmployment') return jobs.road
  if (/商贸|餐饮|物业|综合/.test(sector)) return jobs.service
  return unitType === 'office' || unitType === 'town' || /软件|信息|国有/.test(sector) ? jobs.office : jobs.works
}
const employerOf = (name: string) => name.replace(/(机关)?工会.*$|总工会$|(一|二)?车间.*$|分会$/, '') || name

/** Three years of coming and going. */
async function lives(session: Session, by: Chance, unions: Planted[]) {
  for (const { people } of unions)
    for (const person of people.slice(4).filter(() => by.yes(0.03)))
      await release(session, person.id, {
        on: `${by.pick([2024, 2025])}-0${by.whole(1, 9)}-1${by.whole(0, 9)}`,
        went: by.yes(0.5) ? 'retain' : 'leave',
      }).catch(() => undefined)
}

type Cast = SignIn & { person: Person; name: string }

/** Who holds which post, and who can sign in. */
async function castOf(session: Session, unions: Planted[]): Promise<Cast[]> {
  const at = (name: string) => unions.find(({ place }) => place.name === name)!
  const district = at('永安区总工会')
  const town = at('永丰镇总工会')
  const hengda = at('恒达机械有限公司工会委员会')
  const post = (union: Planted, person: Person, kind: Parameters<typeof install>[1]['kind'], more = {}) =>
    install(session, { unionId: union.id, memberId: person.id, kind, came: 'elected', ...termOf(union, session.today), ...more })
  for (const union of unions) {
    const leads =
      ({ federation: 'chair', branch: 'branchChair', group: 'groupLeader' } as const)[union.place.kind as 'branch'] ?? 'chair'
    const isYongfeng = union === town
    if (union.people[isYongfeng ? 1 : 0]) await post(union, union.people[isYongfeng ? 1 : 0]!, leads)
    if (['basic', 'joint'].includes(union.place.kind))
      for (const person of union.people.slice(1, sizeOf(union.place) > 300 ? 7 : 5)) await post(union, person, 'member')
  }
  const [chair, officer, system, security, audit] = district.people
  await post(district, officer!, 'organisationOfficer', { came: 'appointed', untilOn: undefined, fullTime: true })
  for (const [person, kind] of [
    [system, 'systemAdministrator'],
    [security, 'securityAdministrator'],
    [audit, 'auditAdministrator'],
  ] as const)
    await post(district, person!, kind, { came: 'appointed', untilOn: undefined })
  await post(town, town.people[0]!, 'viceChair')
  for (const [union, n] of [
    [district, 5],
    [town, 2],
    [hengda, 6],
  ] as const)
    await post(union, union.people[n]!, 'fullTimeViceChair', { fullTime: true })
  await post(hengda, hengda.people[5]!, 'organisationOfficer', { came: 'appointed', untilOn: undefined })
  // One post only: who signs in meets the employer's side at once.
  const clerk = at('恒达机械行政后勤分会').people[3]!
  await post(hengda, clerk, 'administrationClerk', { came: 'appointed', untilOn: undefined })
  const worker = at('二车间夜班工会小组').people.find(({ name }) => name === '陈志强')!
  const cast = (who: string, person: Person, account: string, face: SignIn['face'], does: string): Cast => ({
    who,
    person,
    name: person.name,
    account,
    face,
    does,
  })
  return [
    cast('永安区总工会主席', chair!, 'zhuxi', '桌面', '全区状态、批复、选举与职代会指导'),
    cast('永安区总工会组织干事', officer!, 'zuzhi', '桌面', '建会、会员、导入导出'),
    cast('永丰镇总工会副主席', town.people[0]!, 'zhouming', '桌面', '本镇工会与会员'),
    cast('恒达机械工会主席', hengda.people[0]!, 'wangjianguo', '桌面', '会员、选举、职代会、提案审查、公开'),
    cast('恒达机械行政经办人', clerk, 'hengdaxingzheng', '桌面', '代表行政方答复提案、公开事项'),
    cast('恒达机械二车间夜班职工', worker, 'chenzhiqiang', '手机', '投票、写提案、看公开、说意见、会员证'),
    cast('系统管理员', system!, 'xitong', '桌面', '账号'),
    cast('安全管理员', security!, 'anquan', '桌面', '管理员任命、权限'),
    cast('审计管理员', audit!, 'shenji', '桌面', '审计日志'),
  ]
}
