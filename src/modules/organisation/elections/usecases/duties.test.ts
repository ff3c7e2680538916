import { sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { electedBy } from '#modules/organisation/elections'
import { runDuties } from '#platform/duties'
import { testWorld } from '#platform/testing'
import {
  aFrozenRoll,
  agree,
  aMeeting,
  anAgreedPlan,
  aPaperBallot,
  aPlace,
  candidatesUp,
  later,
  nameOf,
  type PlaceOf,
  versionOf,
} from '../testing.ts'

const world = testWorld('2026-03-02')
vi.setConfig({ testTimeout: 120_000 })
const refusal = (code: string) => ({ data: { code } })
const dayOf = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(world.now)

const told = async (unionId: string, clock: string) => {
  await runDuties({ pool: world.pool, region: world.region, today: dayOf() })
  const { rows } = await world.session(({ db }) =>
    db.execute<{
      line: string
    }>(sql`select concat_ws(' ', about, since, due_on, coalesce(closed_as || ' ' || closed_on, 'owed')) as line
      from duties where union_id = ${unionId} and clock = ${clock} order by since, about`),
  )
  return rows.map(({ line }) => line)
}

/** A by-election of the chair, who has moved away. */
async function aVacancy() {
  const place = await aPlace(world, 12)
  const { union, ids } = place
  await world.session(({ db, today }) =>
    db.execute(
      sql`update appointments set ended_on = ${today}::date, ended_why = 'moved' where union_id = ${union.id} and member_id = ${ids[0]!}`,
    ),
  )
  return place
}

test('ELEC-23, ELEC-09: what goes up is owed by the superior until it answers; a notice is owed until it is over and every objection answered', async () => {
  world.now = new Date('2026-03-02T01:00:00Z')
  const place = await aPlace(world, 12)
  const { us, union, town } = place
  const { draft } = await us.elections.facts({ unionId: union.id, kind: 'byElection' })
  const plan = { ...draft.plan, lead: '公司党支部', meetingOn: '2026-04-20' }
  const { id } = await us.elections.open({ ...draft, plan, unionId: union.id, kind: 'byElection', title: '' })
  await us.elections.file({ id, version: await versionOf(place, id), what: 'plan' })
  expect(await told(town.id, 'P29')).toEqual(['方案 2026-03-02 2026-03-17 owed'])
  later(world, 1)
  await agree(place, id)
  expect(await told(town.id, 'P29')).toEqual(['方案 2026-03-02 2026-03-17 fulfilled 2026-03-03'])
  await aFrozenRoll(world, place, id)
  await candidatesUp(world, place, id)
  const { challenges: none, noticeOn, noticeUntil } = await us.elections.get({ id })
  expect(none).toEqual([])
  expect(await told(union.id, 'D09')).toEqual([`${noticeOn} ${noticeUntil} fulfilled ${noticeUntil}`])
  const { contests } = await us.elections.get({ id })
  await us.elections.challenge({
    ...{ electionId: id, about: 'candidate', candidateId: contests[0]!.candidates[0]!.id, who: '一名会员' },
    body: '希望说明是否一线职工',
  })
  expect(await told(union.id, 'D09')).toEqual([`${noticeOn} ${noticeUntil} owed`])
  const tellers = async () => {
    const { challenges } = await us.elections.get({ id })
    await us.elections.answerChallenge({ id: challenges[0]!.id, answer: 'refused', reply: '经核实在一线' })
    return aMeeting(place, id, 12)
  }
  await aPaperBallot(place, id, await tellers(), ['committee'], (_, at) => (at ? { yes: 2, no: 10 } : { yes: 10, no: 2 }))
  await us.elections.announce({ id, version: await versionOf(place, id) })
  await us.elections.file({ id, version: await versionOf(place, id), what: 'result' })
  expect((await told(town.id, 'P30'))[0]).toMatch(/owed$/)
  await agree(place, id)
  expect((await told(town.id, 'P30'))[0]).toMatch(/fulfilled/)
})

test('ELEC-39: the plan of a congress is a duty of the superior under the rule of congresses', async () => {
  world.now = new Date('2026-03-02T01:00:00Z')
  const place = await aPlace(world, 120)
  const { us, union, town } = place
  const { draft } = await us.elections.facts({ unionId: union.id, kind: 'term' })
  const plan = { ...draft.plan, assembly: 'congress' as const, lead: '公司党支部', meetingOn: '2026-04-10' }
  const { id } = await us.elections.open({ ...draft, plan, unionId: union.id, kind: 'term', title: '' })
  await us.elections.file({ id, version: await versionOf(place, id), what: 'plan' })
  expect(await told(town.id, 'D12')).toEqual(['方案 2026-03-02 2026-03-17 owed'])
  expect(await told(town.id, 'P29')).toEqual([])
  await us.elections.withdraw({ id, version: await versionOf(place, id), reason: '改开会员大会' })
  expect(await told(town.id, 'D12')).toEqual(['方案 2026-03-02 2026-03-17 void 2026-03-02'])
})

test('ELEC-30: while the chair is vacant a member of the committee leads with the superior’s consent, and hands over to the elected chair; then the register is to be changed', async () => {
  world.now = new Date('2026-03-02T01:00:00Z')
  const place = await aVacancy()
  const { us, superior, stranger, union, ids } = place
  await world.session(async ({ db }) => {
    await db.execute(sql`set local app.today = '2026-03-01'`)
    await db.execute(sql`update unions set has_certificate = true where id = ${union.id}`)
  })
  const { facts, draft } = await us.elections.facts({ unionId: union.id, kind: 'byElection' })
  expect([facts.isChairVacant, draft.contests[0]!.post]).toEqual([true, 'chair'])
  const id = await anAgreedPlan(world, place, { kind: 'byElection' })
  const ask = async (more: object) =>
    us.elections.file({
      ...{ id, version: await versionOf(place, id), what: 'acting', until: '2026-05-31', reason: '主席调离，党支部同意' },
      ...more,
    } as Parameters<typeof us.elections.file>[0])
  await expect(ask({ memberId: ids[5]! })).rejects.toMatchObject(refusal('elections.notOfCommittee'))
  await expect(ask({ memberId: ids[1]!, until: '2026-03-02' })).rejects.toMatchObject(refusal('elections.until'))
  await expect(ask({ memberId: ids[1]!, reason: '' })).rejects.toMatchObject(refusal('elections.reason'))
  await ask({ memberId: ids[1]! })
  const { filings } = await superior.elections.get({ id })
  await expect(stranger.elections.answer({ filingId: filings.at(-1)!.id, answer: 'agreed' })).rejects.toMatchObject({
    status: 404,
  })
  expect(await agree(place, id, '永丰工发〔2026〕9 号')).toMatchObject({ installed: 1 })
  const held = () =>
    world.session(async ({ db }) =>
      (
        await db.execute<{
          line: string
        }>(sql`select concat_ws(' ', person_name, title, came, case when substitute_for is not null then 'true' end, ended_why) as line
          from appointments where union_id = ${union.id} and kind = 'chair' order by from_on, came`)
      ).rows.map(({ line }) => line),
    )
  expect(await held()).toContain(`${nameOf(1)} 主持工作 appointed true`)
  expect((await told(union.id, 'P31'))[0]).toMatch(/owed$/)
  await aFrozenRoll(world, place, id)
  await candidatesUp(world, place, id, { chair: 2 })
  const tellers = await aMeeting(place, id, 12)
  await aPaperBallot(place, id, tellers, ['chair'], () => ({ yes: 10, no: 2 }))
  await us.elections.announce({ id, version: await versionOf(place, id) })
  await us.elections.file({ id, version: await versionOf(place, id), what: 'result' })
  await agree(place, id)
  expect((await held()).filter((line) => line.includes('true'))).toEqual([`${nameOf(1)} 主持工作 appointed true replaced`])
  expect((await told(union.id, 'P31'))[0]).toMatch(/fulfilled/)
  const { closedOn: approved } = (
    await world.session(({ db }) =>
      db.execute<{ closedOn: string }>(sql`select closed_on::text as "closedOn" from elections where id = ${id}`),
    )
  ).rows[0]!
  expect(await told(union.id, 'P32')).toEqual([expect.stringMatching(new RegExp(`^主席变更 ${approved} .* owed$`))])
})

test('ELEC-29: one deputy is recalled by the unit that elected him, by more than half of all of that unit, and is a deputy no more', async () => {
  world.now = new Date('2026-03-02T01:00:00Z')
  const place = await aPlace(world, 12)
  const id = await deputiesElected(place)
  void id
  const { us, union } = place
  const before = await world.session((session) => electedBy(session, union.id, 'deputies'))
  const [deputy] = before
  const { draft, deputies } = await us.elections.facts({ unionId: union.id, kind: 'recall' })
  expect(deputies.map(({ name }) => name).sort()).toEqual(before.map(({ name }) => name).sort())
  const contest = { post: 'recall' as const, title: '罢免案', seats: 1, candidatesWanted: 1, electorate: 'unit' as const }
  const { id: recall } = await us.elections.open({
    ...draft,
    plan: { ...draft.plan, lead: '公司党支部', meetingOn: '2026-06-10' },
    contests: [{ ...contest, unitId: deputy!.unitId, unitName: deputy!.unitName }],
    motion: { memberId: deputy!.memberId, name: deputy!.name, grounds: '一年没有联系选他的职工', defence: '', of: 'deputies' },
    ...{ unionId: union.id, kind: 'recall', title: '' },
  })
  await us.elections.file({ id: recall, version: await versionOf(place, recall), what: 'plan' })
  await agree(place, recall)
  await aFrozenRoll(world, place, recall)
  const roll = await us.elections.roll({ id: recall, size: 200 })
  expect([roll.total, new Set(roll.rows.map(({ unitName }) => unitName)).size]).toEqual([6, 1])
  const unit = place.ids.filter((_, at) => at % 2 === place.groups.findIndex((one) => one.id === deputy!.unitId))
  const tellers = await aMeeting(place, recall, 6, unit)
  await aPaperBallot(place, recall, tellers, ['recall'], () => ({ yes: 4, no: 2 }))
  await us.elections.announce({ id: recall, version: await versionOf(place, recall) })
  const after = await world.session((session) => electedBy(session, union.id, 'deputies'))
  expect(after.map(({ name }) => name)).toEqual(
    before.filter(({ memberId }) => memberId !== deputy!.memberId).map(({ name }) => name),
  )
})

async function deputiesElected(place: PlaceOf) {
  const { us, union, groups, ids } = place
  const { draft } = await us.elections.facts({ unionId: union.id, kind: 'deputies' })
  const contests = draft.contests.map((one) => ({ ...one, seats: 1, candidatesWanted: 2 }))
  const plan = { ...draft.plan, lead: '公司党支部', meetingOn: '2026-04-10' }
  const { id } = await us.elections.open({ ...draft, contests, plan, unionId: union.id, kind: 'deputies', title: '' })
  await us.elections.file({ id, version: await versionOf(place, id), what: 'plan' })
  await agree(place, id)
  await aFrozenRoll(world, place, id)
  for (const contest of (await us.elections.get({ id })).contests) {
    const at = groups.findIndex((one) => one.id === contest.unitId)
    const made: string[] = []
    for (const memberId of [ids[at]!, ids[at + 2]!])
      made.push((await us.elections.recommend({ contestId: contest.id, memberId, unitId: contest.unitId!, supporters: 3 })).id)
    await us.elections.shortlist({ contestId: contest.id, candidateIds: made })
    for (const one of made) await us.elections.consent({ id: one, isWilling: true })
  }
  await us.elections.completeNomination({ id, version: await versionOf(place, id) })
  for (const step of ['review', 'notice'] as const)
    await us.elections.skip({ id, version: await versionOf(place, id), step, reason: '选举单位自行审查并公布' })
  const tellers = await aMeeting(place, id, 12)
  await aPaperBallot(place, id, tellers, ['deputy'], (_, at) => (at ? { yes: 1, no: 5 } : { yes: 4, no: 2 }))
  await us.elections.announce({ id, version: await versionOf(place, id) })
  return id
}

test('DOC-10 to DOC-18: the papers of an election go out as a Word file, all of them or one', async () => {
  world.now = new Date('2026-03-02T01:00:00Z')
  const place = await aPlace(world, 12)
  const id = await deputiesElected(place)
  const { papersOf } = await import('./papers.ts')
  const whole = await world.session((session) => papersOf(session, { id, set: '' }))
  const text = JSON.stringify(whole)
  for (const said of ['名额分配方案', '资格审查报告', '选举办法', '选民名册', '计票报告单', '会议记录', '结果的报告'])
    expect(text).toContain(said)
  const { wordOf } = await import('#platform/documents')
  expect((await wordOf(whole)).subarray(0, 2).toString()).toBe('PK')
  const { id: ticket } = await place.us.elections.document({ id, set: '资格审查' })
  expect(ticket).toMatch(/^[0-9a-f-]{36}$/)
  await expect(world.session((session) => papersOf(session, { id, set: '没有这份' }))).rejects.toThrow()
})
