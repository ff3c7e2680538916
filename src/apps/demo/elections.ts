import { type Calls, named, type Person, type Planted } from './calls.ts'

type Api = ReturnType<Calls['at']>
type Step = { calls: Calls; union: Planted; superior: Planted }
const noTies = { isHead: false, isRelativeOfHead: false, isPersonnelHead: false, isForeign: false, handlesMoney: false }

/** One union that re-elected its committee on paper and was approved, one whose members vote today, one in the midst of a by-election, one whose plan waits for its answer. */
export async function holdElections(calls: Calls, unions: readonly Planted[]) {
  const [hexi, yongfeng] = [named(unions, '河上镇总工会'), named(unions, '永丰镇总工会')]
  await finished({ calls, union: named(unions, '青山茶叶专业合作社工会委员会'), superior: hexi })
  await today({ calls, union: named(unions, '恒达机械有限公司工会委员会'), superior: yongfeng })
  await underWay({ calls, union: named(unions, '明辉电器有限公司工会委员会'), superior: yongfeng })
  await waiting({ calls, union: named(unions, '云裳针织有限公司工会委员会'), superior: yongfeng })
}

const version = async (api: Api, id: string) => (await api.elections.get({ id })).version

async function answer({ calls, superior }: Step, id: string, ago: number, number: string) {
  const api = calls.at(superior, ago)
  const open = (await api.elections.get({ id })).filings.find(({ answeredAt }) => !answeredAt)!
  await api.elections.answer({ filingId: open.id, answer: 'agreed', number })
}

type Drafted = {
  meetingAgo: number
  note: string
  only?: readonly string[]
  ways?: ('paper' | 'online')[]
  isRehearsal?: boolean
}

async function begin(step: Step, kind: 'term' | 'byElection', ago: number, plan: Drafted) {
  const { calls, union } = step
  const api = calls.at(union, ago)
  const { draft } = await api.elections.facts({ unionId: union.id, kind })
  const contests = plan.only ? draft.contests.filter(({ post }) => plan.only!.includes(post)) : draft.contests
  const body = {
    ...draft.plan,
    assembly: 'assembly' as const,
    lead: '本单位党支部',
    place: '会议室',
    termNumber: 3,
    note: plan.note,
    meetingOn: calls.day(plan.meetingAgo),
    ...(plan.ways && { ways: plan.ways }),
  }
  const { id } = await api.elections.open({
    ...draft,
    plan: body,
    contests,
    unionId: union.id,
    kind,
    title: '',
    isRehearsal: plan.isRehearsal ?? false,
  })
  await api.elections.file({ id, version: await version(api, id), what: 'plan' })
  return id
}

async function rollFrozen({ calls, union }: Step, id: string, ago: number) {
  const api = calls.at(union, ago)
  await api.elections.drawRoll({ id, version: await version(api, id) })
  await api.elections.publishRoll({ id, version: await version(api, id), until: calls.day(ago - 3) })
  const later = calls.at(union, ago - 4)
  await later.elections.freezeRoll({ id, version: await version(later, id) })
}

async function wholeRoll(api: Api, id: string) {
  const { rows, total } = await api.elections.roll({ id, size: 200 })
  for (let page = 2; rows.length < total; page++) rows.push(...(await api.elections.roll({ id, size: 200, page })).rows)
  return rows
}

/** Candidates of every post, from the front of a list of people; the chair and the vice-chair among those of the committee. */
async function candidates({ calls, union }: Step, id: string, ago: number, people: readonly Person[], units: readonly string[]) {
  const api = calls.at(union, ago)
  const listed = new Set((await wholeRoll(api, id)).map(({ name }) => name))
  const fit = people.filter(({ name }) => listed.has(name))
  for (const { id: contestId, post, candidatesWanted } of (await api.elections.get({ id })).contests) {
    const pool = post.startsWith('women')
      ? fit.filter(({ sex }) => sex === 'female')
      : post.startsWith('audit')
        ? fit.slice(8)
        : post === 'viceChair'
          ? fit.slice(2)
          : fit
    const ids: string[] = []
    for (const [n, { id: memberId }] of pool.slice(0, candidatesWanted).entries())
      ids.push((await api.elections.recommend({ contestId, memberId, unitId: units[n % units.length]!, supporters: 9 + n })).id)
    if (post === 'committee')
      for (const [n, one] of ids.entries())
        await api.elections.check({
          id: one,
          isFrontLine: n > 0,
          isModel: n === 1,
          isManager: false,
          job: n ? '操作工' : '主任',
          ties: noTies,
        })
    await api.elections.shortlist({ contestId, candidateIds: ids })
    for (const one of ids) await api.elections.consent({ id: one, isWilling: true })
  }
  await api.elections.completeNomination({ id, version: await version(api, id) })
  await api.elections.file({ id, version: await version(api, id), what: 'candidates' })
}

async function noticed({ calls, union }: Step, id: string, ago: number) {
  const api = calls.at(union, ago)
  const { noticeLeast, version: seen } = await api.elections.get({ id })
  await api.elections.publishCandidates({ id, version: seen, until: noticeLeast })
}

async function finished(step: Step) {
  const { calls, union } = step
  const note = '合作社改制，经上级同意提前换届。'
  const id = await begin(step, 'term', 70, { meetingAgo: 30, note, only: ['committee', 'chair'] })
  await answer(step, id, 66, '河工发〔2026〕21 号')
  await rollFrozen(step, id, 62)
  await candidates(step, id, 56, union.people, [union.id])
  await answer(step, id, 52, '河工发〔2026〕24 号')
  await noticed(step, id, 50)
  await meet(step, id)
  const api = calls.at(union, 29)
  await api.elections.file({ id, version: await version(api, id), what: 'result' })
  await answer(step, id, 20, '河工发〔2026〕30 号')
}

/** The day: who came, who counts, one ballot of the assembly, then the committee's own. */
async function meet({ calls, union }: Step, id: string) {
  const api = calls.at(union, 30)
  const { rows } = await api.elections.roll({ id, size: 200 })
  const here = rows.slice(0, Math.ceil(rows.length * 0.9))
  await api.elections.arrive({ electionId: id, rollIds: here.map((line) => line.id), isPresent: true })
  await api.elections.start({ id, version: await version(api, id) })
  const standing = new Set(
    (await api.elections.get({ id })).contests.flatMap((one) => one.candidates.map(({ memberId }) => memberId)),
  )
  const tellers = union.people
    .filter(({ id: one, name }) => !standing.has(one) && rows.some((line) => line.name === name))
    .slice(-3)
  const roles = ['chiefScrutineer', 'chiefTeller', 'teller'] as const
  const officers = tellers.map(({ id: memberId }, n) => ({ role: roles[n]!, memberId }))
  const { codes } = await api.elections.adopt({
    id,
    version: await version(api, id),
    officers,
    yes: here.length,
    rulesYes: here.length,
  })
  await ballot(
    api,
    id,
    'committee',
    codes,
    here.map((line) => line.id),
  )
  await api.elections.announce({ id, version: await version(api, id) })
  const seats = (await api.elections.get({ id })).contests[0]!.elected.length
  await ballot(api, id, 'chair', codes, [], seats)
}

async function ballot(
  api: Api,
  id: string,
  post: string,
  codes: readonly { name: string; code: string }[],
  paper: readonly string[],
  present?: number,
) {
  const contest = (await api.elections.get({ id })).contests.find((one) => one.post === post)!
  await api.elections.openRounds({ electionId: id, contestIds: [contest.id], ...(present && { present }) })
  for (const rollId of paper) await api.elections.giveBallot({ electionId: id, rollId })
  const open = (await api.elections.get({ id })).contests.flatMap(({ rounds }) => rounds).find(({ closedAt }) => !closedAt)!
  await api.elections.closeRounds({ id: open.id })
  const { officers, contests } = await api.elections.get({ id })
  const round = contests.flatMap(({ rounds }) => rounds).find((one) => one.id === open.id)!
  const cast = round.paperIssued
  const lines = round.candidates.map(({ id: line, name }, n) => {
    // Nearly all for those who are chosen; a small committee is of one mind.
    const against = cast > 8 ? 2 + (n % 3) : 0
    const yes = n < round.seats ? cast - against : Math.min(2, against)
    return { id: line, name, yes, no: cast - yes, abstain: 0 }
  })
  for (const { name, code } of codes)
    await api.elections.enterCount({
      ...{ roundId: round.id, tellerId: officers.find((one) => one.name === name)!.id, code },
      sheet: { issued: cast, returned: cast, invalid: 0, lines },
    })
  await api.elections.settle({ id: round.id })
}

/** A seat is vacant: the roll is frozen, the candidates are up, somebody has said something. */
async function underWay(step: Step) {
  const { calls, union } = step
  const id = await begin(step, 'byElection', 24, { meetingAgo: -6, note: '一名委员调离，补选委员一名。', only: ['committee'] })
  await answer(step, id, 20, '永工发〔2026〕41 号')
  await rollFrozen(step, id, 18)
  await candidates(step, id, 12, union.people.slice(3), [union.id])
  await answer(step, id, 9, '永工发〔2026〕44 号')
  await noticed(step, id, 3)
  const { contests } = await calls.at(union, 2).elections.get({ id })
  const [first] = contests[0]!.candidates
  await calls.at(union, 2).elections.challenge({
    electionId: id,
    about: 'candidate',
    candidateId: first!.id,
    who: '装配车间职工',
    body: '希望说明候选人是否常年在一线岗位。',
  })
}

/** The machine works votes today, on phones and on paper: everything is ready, nobody has signed in yet. It has rehearsed. */
async function today(step: Step) {
  const { calls, union } = step
  const plan = {
    note: '因企业重组，经上级同意提前换届。',
    only: ['committee', 'chair'],
    ways: ['paper' as const, 'online' as const],
  }
  await rehearsed(step, plan)
  const id = await begin(step, 'term', 30, { ...plan, meetingAgo: 0 })
  await answer(step, id, 27, '永工发〔2026〕38 号')
  await rollFrozen(step, id, 26)
  await candidates(step, id, 20, union.people, [union.id])
  await answer(step, id, 17, '永工发〔2026〕40 号')
  await noticed(step, id, 15)
}

async function rehearsed(step: Step, plan: Omit<Drafted, 'meetingAgo'>) {
  const { calls, union } = step
  const id = await begin(step, 'term', 45, { ...plan, meetingAgo: 32, isRehearsal: true })
  await rollFrozen(step, id, 44)
  await candidates(step, id, 40, union.people, [union.id])
  const api = calls.at(union, 32)
  await api.elections.skip({ id, version: await version(api, id), step: 'notice', reason: '演练，不公示候选人' })
  const rows = await wholeRoll(api, id)
  await api.elections.arrive({ electionId: id, rollIds: rows.map((line) => line.id), isPresent: true })
  await api.elections.start({ id, version: await version(api, id) })
  await api.elections.skip({ id, version: await version(api, id), step: 'officers', reason: '演练，不设监票计票人' })
  const [contest] = (await api.elections.get({ id })).contests
  await api.elections.openRounds({ electionId: id, contestIds: [contest!.id] })
  const [round] = (await api.elections.get({ id })).contests[0]!.rounds
  await api.elections.closeRounds({ id: round!.id })
  await api.elections.settle({ id: round!.id })
  await api.elections.leaveOpen({ contestId: contest!.id, reason: '演练，只试手机投票', yes: null })
  await api.elections.announce({ id, version: await version(api, id) })
}

const waiting = (step: Step) => begin(step, 'term', 5, { meetingAgo: -60, note: '本届将满，按期换届。' })
