import { randomUUID } from 'node:crypto'
import { addDays } from '#kit/dates'
import type { testWorld } from '#platform/testing'
import { anAppointment } from '#testing/organisation/posts'
import { aUnion, postAt } from '#testing/organisation/unions'
import { sql } from 'drizzle-orm'

type World = ReturnType<typeof testWorld>
export const cadre = ['unions.view', 'unions.file', 'members.view', 'members.exchange', 'statistics.view'] as const
const over = [...cadre, 'unions.approve'] as const

/** A town with a basic union of two groups: `people` members (a third of them women), its chair's term ending soon, and a retained one. */
export async function aPlace(world: World, people = 30, unitType: 'privateEnterprise' | 'institution' = 'privateEnterprise') {
  const mark = randomUUID().slice(0, 4)
  const made = await world.session(async (session) => {
    const root = await aUnion(session, { name: `永安区总工会${mark}` })
    const town = await aUnion(session, { name: `永丰镇总工会${mark}`, kind: 'town', parentId: root.id })
    const union = await aUnion(session, { name: `恒达机械${mark}工会委员会`, parentId: town.id, unitType })
    const groups = [
      await aUnion(session, { name: '甲班工会小组', kind: 'group', parentId: union.id }),
      await aUnion(session, { name: '乙班工会小组', kind: 'group', parentId: union.id }),
    ]
    const other = await aUnion(session, { name: `明辉电器${mark}工会委员会`, parentId: town.id })
    const ids: string[] = []
    for (let n = 0; n < people; n++) {
      const at = groups[n % 2]!
      const { rows } = await session.db.execute<{
        id: string
      }>(sql`insert into members (union_id, union_path, status, name, sex, joined_on, pinyin, initials)
        values (${at.id}, ${at.path}, 'member', ${nameOf(n)}, ${n % 3 ? 'male' : 'female'}, '2020-01-01', '', '') returning id`)
      ids.push(rows[0]!.id)
    }
    await session.db.execute(sql`insert into members (union_id, union_path, status, name, sex, joined_on, retained_on)
      values (${groups[0]!.id}, ${groups[0]!.path}, 'retained', '已退休', 'male', '2010-01-01', '2025-01-01')`)
    await anAppointment(session, union, { memberId: ids[0]!, name: nameOf(0), fromOn: '2023-05-01', untilOn: '2026-04-30' })
    await anAppointment(session, union, {
      memberId: ids[1]!,
      name: nameOf(1),
      kind: 'member',
      fromOn: '2023-05-01',
      untilOn: '2026-04-30',
    })
    return { root, town, union, groups, other, ids }
  })
  return {
    ...made,
    us: world.as({ post: postAt(made.union), powers: cadre }).api,
    superior: world.as({ post: postAt(made.town, 'viceChair'), powers: over }).api,
    stranger: world.as({ post: postAt(made.other), powers: over }).api,
    self: (n: number) => world.as({ person: made.ids[n]! }).api,
  }
}
export type PlaceOf = Awaited<ReturnType<typeof aPlace>>

const surnames = '丁王李张赵周吴郑孙钱陈林黄高马'
/** Thirty and more names, no two alike. */
export const nameOf = (n: number) =>
  `${surnames[n % surnames.length]}${'伟芳娜敏静强磊军洋勇'[Math.floor(n / surnames.length) % 10]}${n >= 150 ? '甲乙丙丁戊己庚辛'[Math.floor(n / 150) % 8] : ''}`

/** Puts the clock on by days. */
export const later = (world: World, days: number) => void (world.now = new Date(world.now.getTime() + days * 86_400_000))
const dayAt = (world: World) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(world.now)

type Change = {
  ways?: ('paper' | 'online')[]
  kind?: 'term' | 'byElection'
  plan?: Record<string, unknown>
  isRehearsal?: boolean
  seats?: number
}

/** An election opened with its own draft and agreed by the superior. */
export async function anAgreedPlan(
  world: World,
  place: PlaceOf,
  { ways = ['paper'], kind = 'term', plan = {}, isRehearsal = false, seats }: Change = {},
) {
  const { us, superior, union } = place
  const { draft } = await us.elections.facts({ unionId: union.id, kind })
  const body = {
    ...draft,
    contests: draft.contests.map((one) =>
      one.post === 'committee' && seats ? { ...one, seats, candidatesWanted: seats + 1 } : one,
    ),
    plan: {
      ...draft.plan,
      ways,
      lead: '公司党支部',
      place: '食堂',
      termNumber: 4,
      meetingOn: addDays(dayAt(world), 30),
      ...plan,
    },
  }
  const { id } = await us.elections.open({ ...body, unionId: union.id, kind, title: '', isRehearsal })
  const version = await versionOf(place, id)
  await us.elections.file({ id, version, what: 'plan' })
  if (!isRehearsal) await agree(place, id)
  void superior
  return id
}

export const versionOf = async ({ us }: PlaceOf, id: string) => (await us.elections.get({ id })).version

/** The superior agrees to what waits. */
export async function agree({ superior }: PlaceOf, id: string, number = '永丰工发〔2026〕8 号') {
  const { filings } = await superior.elections.get({ id })
  const open = filings.find(({ answeredAt }) => !answeredAt)!
  return superior.elections.answer({ filingId: open.id, answer: 'agreed', number })
}

/** The roll drawn, published and frozen. */
export async function aFrozenRoll(world: World, place: PlaceOf, id: string) {
  const { us } = place
  await us.elections.drawRoll({ id, version: await versionOf(place, id) })
  await us.elections.publishRoll({ id, version: await versionOf(place, id), until: addDays(dayAt(world), 3) })
  later(world, 4)
  await us.elections.freezeRoll({ id, version: await versionOf(place, id) })
}

/** Candidates for every contest: as many as wanted, from the front of the members' list, all consented, reviewed and put up. */
export async function candidatesUp(
  world: World,
  place: PlaceOf,
  id: string,
  starts: { chair?: number; committee?: number } = {},
) {
  const { us, union, ids } = place
  const { contests } = await us.elections.get({ id })
  for (const contest of contests) {
    const from =
      { committee: 0, audit: 10, women: 0, chair: 0, viceChair: 2, auditChair: 10, womenChair: 0, ...starts }[
        contest.post as 'committee'
      ] ?? 0
    const women = contest.post.startsWith('women')
    const picked = women ? ids.filter((_, n) => n % 3 === 0) : ids.slice(from)
    const made = []
    for (const memberId of picked.slice(0, contest.candidatesWanted))
      made.push(await us.elections.recommend({ contestId: contest.id, memberId, unitId: union.id, supporters: 12 }))
    for (const [n, one] of made.entries())
      if (contest.post === 'committee')
        await us.elections.check({ id: one.id, isFrontLine: n > 0, isModel: n === 1, isManager: false, job: '操作工', ties: {} })
    await us.elections.shortlist({ contestId: contest.id, candidateIds: made.map((one) => one.id) })
    for (const one of made) await us.elections.consent({ id: one.id, isWilling: true })
  }
  await us.elections.completeNomination({ id, version: await versionOf(place, id) })
  await us.elections.file({ id, version: await versionOf(place, id), what: 'candidates' })
  const { isRehearsal, noticeLeast } = await us.elections.get({ id })
  if (!isRehearsal) await agree(place, id)
  await us.elections.publishCandidates({ id, version: await versionOf(place, id), until: noticeLeast })
  later(world, 20)
}

/** The meeting opened with the first `present` of the roll, scrutineer and tellers adopted. Gives the tellers with their codes. */
export async function aMeeting(place: PlaceOf, id: string, present: number, ids: readonly string[] = place.ids) {
  const { us } = place
  const lines = (await us.elections.roll({ id, size: 200 })).rows
  if (present)
    await us.elections.arrive({ electionId: id, rollIds: lines.slice(0, present).map((line) => line.id), isPresent: true })
  await us.elections.start({ id, version: await versionOf(place, id) })
  const officers = [
    { role: 'chiefScrutineer' as const, memberId: ids.at(-1)! },
    { role: 'chiefTeller' as const, memberId: ids.at(-2)! },
    { role: 'teller' as const, memberId: ids.at(-3)! },
  ]
  const { codes } = await us.elections.adopt({
    id,
    version: await versionOf(place, id),
    officers,
    yes: present,
    rulesYes: present,
  })
  const { officers: adopted } = await us.elections.get({ id })
  return adopted
    .filter(({ role }) => role !== 'chiefScrutineer')
    .map((one) => ({ tellerId: one.id, code: codes.find(({ name }) => name === one.name)!.code }))
}

export type Tellers = Awaited<ReturnType<typeof aMeeting>>
type Votes = (name: string, at: number) => { yes: number; no: number }

/** Opens contests, gives paper to everybody present, closes, both tellers key the same, and the result is settled. */
export async function aPaperBallot(
  place: PlaceOf,
  id: string,
  tellers: Tellers,
  posts: readonly string[],
  votes: Votes,
  { present, returned }: { present?: number; returned?: number } = {},
) {
  const { us } = place
  const before = await us.elections.get({ id })
  const contestIds = before.contests.filter(({ post }) => posts.includes(post)).map((one) => one.id)
  await us.elections.openRounds({ electionId: id, contestIds, ...(present !== undefined && { present }) })
  if (present === undefined)
    for (const line of (await us.elections.roll({ id, show: 'present', size: 200 })).rows)
      await us.elections.giveBallot({ electionId: id, rollId: line.id })
  const open = (await us.elections.get({ id })).contests.flatMap(({ rounds }) => rounds).filter(({ closedAt }) => !closedAt)
  await us.elections.closeRounds({ id: open[0]!.id })
  for (const { id: roundId } of open) await keyAndSettle(place, id, roundId, tellers, votes, returned)
  return open.map((one) => one.id)
}

async function keyAndSettle({ us }: PlaceOf, id: string, roundId: string, tellers: Tellers, votes: Votes, returned?: number) {
  const round = (await us.elections.get({ id })).contests.flatMap(({ rounds }) => rounds).find((one) => one.id === roundId)!
  const back = returned ?? round.paperIssued
  const lines = round.candidates.map(({ id: line, name }, at) => {
    const { yes, no } = votes(name, at)
    return { id: line, name, yes, no, abstain: back - yes - no }
  })
  for (const teller of tellers.slice(0, 2))
    await us.elections.enterCount({ roundId, ...teller, sheet: { issued: 0, returned: back, invalid: 0, lines } })
  await us.elections.settle({ id: roundId })
}
