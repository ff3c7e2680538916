import { presets } from '#rules/organisation/standards'
import type { Task } from '#contracts/organisation/cadres'
import { type Calls, named, type Person, type Planted } from './calls.ts'
import { chance, type Chance } from './chance.ts'

/** Cadres at work: time agreed and recorded, abilities rated, courses, activists, standards with checks in every state. */
export async function raiseCadres(calls: Calls, unions: readonly Planted[]) {
  const by = chance(20_260_411)
  const [district, town] = [named(unions, '永安区总工会'), named(unions, '永丰镇总工会')]
  const factory = named(unions, '恒达机械有限公司工会委员会')
  const basic = unions.filter(
    ({ place, people, path }) =>
      place.kind === 'basic' && people.length > 30 && path.startsWith(town.path) && path !== factory.path,
  )
  const some: Staffed[] = []
  for (const union of [factory, ...basic]) {
    if (some.length === 5) break
    const { staff, workers } = await staffOf(calls, union)
    if (staff.length === 4 && workers.length === 4) some.push({ ...union, staff, workers })
  }
  await keepTime(by, calls, some)
  await rate(by, calls, some)
  await teach(by, calls, town, some)
  await findActivists(calls, some)
  await measure(by, calls, district, some)
}

type Staffed = Planted & { staff: Person[]; workers: Person[] }

/** Who holds a post there today beside his job, the chair first (the terms of some unions have run out), and who holds none. */
async function staffOf(calls: Calls, union: Planted): Promise<Pick<Staffed, 'staff' | 'workers'>> {
  const { rows } = await calls.at(union).cadres.list({ size: 200 })
  const partTime = new Set(rows.flatMap(({ memberId, isFullTime }) => (isFullTime ? [] : [memberId])))
  const held = new Set(rows.map(({ memberId }) => memberId))
  return {
    staff: union.people.filter(({ id }) => partTime.has(id)).slice(0, 4),
    workers: union.people.filter(({ id }) => !held.has(id)).slice(-4),
  }
}

const done: readonly (readonly [Task, number])[] = [
  ['meeting', 120],
  ['visit', 120],
  ['mediation', 240],
  ['activity', 240],
  ['desk', 60],
]

/** Some have their agreed hours, one's union work is crowded out, one has not recorded anything. */
async function keepTime(by: Chance, calls: Calls, unions: readonly Staffed[]) {
  for (const [n, union] of unions.slice(0, 3).entries())
    for (const [i, { id }] of union.staff.entries()) {
      const hoursPerMonth = by.pick([16, 24])
      await calls
        .at(union, 200)
        .cadres.agree({ memberId: id, hoursPerMonth, basis: '党政工联席会议纪要', fromOn: calls.day(200) })
      if (i === 3) continue
      const days = (n + i) % 4 === 1 ? [70] : [85, 64, 45, 31, 12]
      for (const ago of days) {
        const [task, minutes] = by.pick(done)
        const onDay = calls.day(ago)
        await calls.self(union.staff[i]!, ago).cadres.recordHours({ onDay, minutes, task, inWorkTime: by.yes(0.7) })
      }
    }
}

const items = [
  'coordination',
  'organisation',
  'innovation',
  'service',
  'political',
  'labourRelations',
  'wages',
  'law',
  'unionTheory',
]

async function rate(by: Chance, calls: Calls, unions: readonly Staffed[]) {
  for (const union of unions)
    for (const person of union.staff.slice(0, 3)) {
      const levels = Object.fromEntries(
        items.map((key) => [
          key,
          by.weighted([
            [1, 3],
            [2, 5],
            [3, 3],
          ] as const),
        ]),
      )
      await calls.self(person, 60).competences.rateMine({ levels })
      if (person !== union.staff[0]) await calls.at(union, 50).competences.confirm({ memberId: person.id, levels })
    }
}

const course = {
  ...{ kind: 'subject' as const, title: '集体协商实务', subjects: ['wages', 'labourRelations'] },
  content: '案例教学：从要约到签约，模拟协商一次。',
  ...{ teacher: '区总工会法律顾问', place: '镇党校二楼', hours: 8, capacity: 30, leastDays: 1, passMark: null },
}

async function teach(by: Chance, calls: Calls, town: Planted, unions: readonly Staffed[]) {
  const at = (ago: number) => calls.at(town, ago).cadreCourses
  const leaders = unions.flatMap(({ staff }) => staff.slice(0, 1))
  const past = await at(120).save({
    ...{
      ...course,
      kind: 'qualification',
      title: '新任工会主席上岗培训',
      subjects: ['unionTheory', 'law'],
      hours: 16,
      passMark: 60,
    },
    ...{ startsOn: calls.day(90), endsOn: calls.day(89), enrolUntil: calls.day(95), leastDays: 2 },
  })
  await at(118).publish({ id: past.id, version: 1 })
  await at(110).enrolMany({ courseId: past.id, memberIds: leaders.map(({ id }) => id) })
  for (const [n, { id }] of (await at(89).trainees({ courseId: past.id })).entries()) {
    for (const ago of n === 2 ? [90] : [90, 89])
      await at(ago).attend({ courseId: past.id, onDay: calls.day(ago), trainingId: id, isPresent: true })
    await at(89).mark({ id, mark: by.whole(68, 97) })
  }
  await at(88).close({ id: past.id, version: 2 })
  const now = await at(20).save({ ...course, startsOn: calls.day(0), endsOn: calls.day(-1), enrolUntil: calls.day(2) })
  await at(20).publish({ id: now.id, version: 1 })
  await at(10).enrolMany({ courseId: now.id, memberIds: unions.flatMap(({ staff }) => staff.slice(1, 3)).map(({ id }) => id) })
  const next = { title: '女职工权益保护', subjects: ['law', 'service'].slice(0, 1), capacity: 3 }
  const coming = await at(6).save({
    ...course,
    ...next,
    startsOn: calls.day(-20),
    endsOn: calls.day(-20),
    enrolUntil: calls.day(-15),
  })
  await at(6).publish({ id: coming.id, version: 1 })
  for (const [n, { staff }] of unions.entries())
    await calls.self(staff[1]!, 5 - (n % 5)).cadreCourses.enrol({ courseId: coming.id })
  const elsewhere = { kind: 'qualification' as const, title: '市总工会主席班', subjects: ['unionTheory'], hours: 24 }
  for (const { id } of (await staffOf(calls, town)).staff.slice(0, 2))
    await at(300).record({
      ...{ ...elsewhere, memberId: id, organiser: '市工会干部学校', certificateNumber: null },
      ...{ startsOn: calls.day(310), completedOn: calls.day(308) },
    })
}

const praises = ['夜班谁有难处都找他，热心肯帮', '带新工人手把手，大家服气', '收集意见最勤，回回有下文']

async function findActivists(calls: Calls, unions: readonly Staffed[]) {
  const [factory] = unions as [Staffed]
  for (const [n, union] of unions.entries()) {
    const [first, second] = union.workers as [Person, Person]
    const add = (person: Person, ago: number, foundHow: 'participation' | 'union') =>
      calls.at(union, ago).activists.add({ memberId: person.id, foundHow, reason: praises[n % praises.length]! })
    const { id } = await add(first, 150, 'participation')
    if (n % 2 === 0) await add(second, 80, 'union')
    const api = (ago: number) => calls.at(union, ago).activists
    await api(120).giveTask({ id, title: '联系新入职职工', dueOn: calls.day(60) })
    await api(70).recordDeed({ id, onDay: calls.day(72), deed: '工友家中失火，牵头募捐并联系工会送去慰问金。' })
    if (n === 0) await api(40).propose({ id, forWhat: 'post', proposal: '建议推荐为车间工会小组长人选' })
  }
  const [, , , fourth] = factory.workers as [Person, Person, Person, Person]
  await calls
    .self(factory.staff[3]!, 3)
    .activists.nominate({ nomineeName: fourth.name, nomineePlace: '一车间', reason: praises[0]! })
}

/** The standard and the programme, and checks that stand at every step. */
async function measure(by: Chance, calls: Calls, district: Planted, unions: readonly Planted[]) {
  const forKinds = ['basic' as const, 'joint' as const]
  const publish = async (preset: (typeof presets)[number], ago: number) => {
    const api = calls.at(district, ago).standards
    const rest = { forKinds, forUnitTypes: [], cycle: 'year' as const, validMonths: 24, follows: null }
    const { id } = await api.save({ ...preset, ...rest })
    await api.publish({ id, version: 1 })
    return { id, preset }
  }
  const main = await publish(presets[0]!, 150)
  const service = await publish(presets[3]!, 100)
  await publish(presets[1]!, 100)
  for (const [n, union] of unions.entries()) await check(by, calls, district, union, main, n)
  await check(by, calls, district, unions[1]!, service, 1)
}

type Published = { id: string; preset: (typeof presets)[number] }

async function check(
  by: Chance,
  calls: Calls,
  district: Planted,
  union: Planted,
  { id: standardId, preset }: Published,
  step: number,
) {
  const own = calls.at(union, 40).standards
  const { id } = await own.open({ standardId, unionId: union.id })
  // Files are for the person at the screen to add: what asks for one is answered "not yet" here.
  for (const { key, answer } of preset.items)
    if (answer !== 'fact')
      await own.answer({
        checkId: id,
        item: key,
        isMet: answer === 'word',
        note: answer === 'word' ? '二楼职工之家，每天开放' : '',
      })
  if (step === 3) return
  await calls.at(union, 35).standards.handIn({ id, version: 1 })
  if (step === 0) return
  const over = calls.at(district, 20).standards
  if (step === 4) return void (await over.sendBack({ id, version: 2, reason: '请补充会员大会会议记录' }))
  const { answers } = await over.sheet({ standardId, unionId: union.id })
  for (const { key, isMet } of answers)
    await over.mark({
      ...{ checkId: id, item: key, reason: isMet ? '' : '与记录一致' },
      ...(isMet ? { review: 'met' as const } : { review: 'notMet' as const, dueOn: calls.day(by.whole(-60, 19)) }),
    })
  await over.conclude({ id, version: 2 })
}
