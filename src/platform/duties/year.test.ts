import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { addDays } from '#kit/dates'
import { runDuties } from '#platform/duties'
import { testWorld } from '#platform/testing'
import { aPerson, anAppointment } from '#testing/organisation/posts'
import { aUnion } from '#testing/organisation/unions'

type World = ReturnType<typeof testWorld>
type Node = { id: string; path: string }

/**
 * Worked out by hand from the articles, for 2026: 春节 off 15–23 February (14 and 28 worked), 国庆 off 1–7 October (20 September and 10 October
 * worked). A federation, its town, and a factory founded on 17 February 2025 with a first chair until 19 May 2026.
 *   D16  a year from 17 Feb 2025 ends on 春节 17 Feb 2026 → first working day 24 Feb; held late on 5 Mar; the election of 21 Sep is the next.
 *   D07  ends on 19 May itself, a delay to 19 Aug approved on 10 May takes its place (D08); elected on 21 Sep.
 *   D14  left 1 Jul, three months end on 国庆 1 Oct → 8 Oct. From 1 Aug the federation rules one month: who left on 3 Aug → 3 Sep.
 *   D82  15 days from 6 Feb end on Saturday 21 Feb → 24 Feb. P12: ten working days from 18 Sep, with 20 Sep worked and 国庆 off → 9 Oct.
 *   D15  a year from 1 Jan 2024 ends on 元旦 → 2 Jan 2025, never trained, left; from 9 Oct 2026 ends on a Saturday → Monday 11 Oct 2027. The chairs of
 *        federation and town had their course before.
 *   D01  twelve months from 30 Nov 2025. D04: the window opens 30 days before the certificate ends.
 * Overdue on the day after, up one level after 7 days, another after 30, as far as there is one above.
 */
const byHand = `
区 D07 2024-01-01 → 2028-12-31 owed: opened 2024-01-01
厂 D04 2026-01-05 → 2026-12-10 owed: opened 2026-01-05, warned 2026-11-10, overdue 2026-12-11, escalated 2026-12-17
厂 D07 2025-02-17 → 2026-05-19 excused 2026-05-10: opened 2025-02-17, warned 2025-11-19, warned 2026-02-19, excused 2026-05-10
厂 D07 2026-09-21 → 2031-09-20 owed: opened 2026-09-21
厂 D08 2026-05-19 → 2026-08-19 fulfilled 2026-09-21: opened 2026-05-19, warned 2026-07-20, warned 2026-08-12, overdue 2026-08-20, escalated 2026-08-26, escalated 2026-09-18, fulfilled 2026-09-21
厂 D15 2026-09-21 → 2027-09-21 fulfilled 2026-11-20: opened 2026-09-21, fulfilled 2026-11-20
厂 D16 2025-02-17 → 2026-02-24 fulfilled 2026-03-05: opened 2025-02-17, warned 2026-01-25, warned 2026-02-17, overdue 2026-02-25, escalated 2026-03-03, fulfilled 2026-03-05
厂 D16 2026-03-05 → 2027-03-05 fulfilled 2026-09-21: opened 2026-03-05, fulfilled 2026-09-21
厂 D16 2026-09-21 → 2027-09-21 owed: opened 2026-09-21
厂 D82 2026-02-06 → 2026-02-24 owed: opened 2026-02-06, warned 2026-02-21, overdue 2026-02-25, escalated 2026-03-03, escalated 2026-03-26
厂 P12 2026-09-18 → 2026-10-09 fulfilled 2026-10-10: opened 2026-09-18, warned 2026-10-08, overdue 2026-10-10, fulfilled 2026-10-10
街 D01 2025-11-30 → 2026-11-30 fulfilled 2026-11-16: opened 2025-11-30, warned 2026-10-31, fulfilled 2026-11-16
街 D07 2024-01-01 → 2028-12-31 owed: opened 2024-01-01
街 D14 2026-07-01 → 2026-10-08 fulfilled 2026-10-09: opened 2026-07-01, warned 2026-09-08, warned 2026-10-01, overdue 2026-10-09, fulfilled 2026-10-09
街 D14 2026-08-03 → 2026-09-03 owed: opened 2026-08-03, warned 2026-08-31, overdue 2026-09-04, escalated 2026-09-10
街 D15 2024-01-01 → 2025-01-02 void 2026-07-01: opened 2024-01-01, warned 2024-12-03, warned 2024-12-26, overdue 2025-01-03, escalated 2025-01-09, void 2026-07-01
街 D15 2026-10-09 → 2027-10-11 owed: opened 2026-10-09`
  .trim()
  .split('\n')

/** The qualification course of whoever holds such a post. */
const trained = (day: string, who: ReturnType<typeof sql>) =>
  sql`insert into cadre_trainings (union_id, union_path, member_id, person_name, kind, title, subjects, hours, organiser, starts_on, enrolled_at, completed_on)
    select a.union_id, a.union_path, a.member_id, a.person_name, 'qualification', '上岗资格培训', '{}', 24, '区总工会', ${day}, ${day}::date, ${day}
    from appointments a where ${who}`

/** What people do in that year, by day. */
async function furnish(world: World) {
  const at = <T>(day: string, work: Parameters<typeof world.session<T>>[0]) =>
    world.session(async (session) => {
      await session.db.execute(sql.raw(`set local app.today = '${day}'`))
      return work({ ...session, today: day })
    })
  const term = { fromOn: '2024-01-01', untilOn: '2028-12-31' }
  const whole = async (session: Parameters<Parameters<typeof world.session>[0]>[0], union: Node) => {
    for (const kind of ['chair', 'auditChair', 'womenChair'] as const)
      await anAppointment(session, union, { ...term, untilOn: kind === 'chair' ? term.untilOn : null, kind })
  }
  const { district, town, factory, chair, vice, member } = await at('2025-02-17', async (session) => {
    const district = await aUnion(session, { name: '区总工会', foundedOn: '2024-01-01' })
    const town = await aUnion(session, { name: '街道总工会', kind: 'town', parentId: district.id, foundedOn: '2024-01-01' })
    const factory = await aUnion(session, { name: '厂工会委员会', parentId: town.id, foundedOn: '2025-02-17' })
    await whole(session, district)
    await whole(session, town)
    await session.db.execute(trained('2023-12-01', sql`a.kind = 'chair'`))
    const chair = await anAppointment(session, factory, { fromOn: '2025-02-17', untilOn: '2026-05-19', came: 'appointed' })
    const vice = await anAppointment(session, town, { ...term, kind: 'viceChair' })
    const member = await anAppointment(session, town, { ...term, kind: 'member' })
    return { district, town, factory, chair, vice, member }
  })
  const run = (day: string, text: ReturnType<typeof sql>) => [day, () => at(day, ({ db }) => db.execute(text))] as const
  const person = await at('2025-03-01', (session) => aPerson(session, factory, '王强'))
  const [factoryAt, townAt, districtAt] = [factory, town, district].map(({ id, path }) => sql`${id}, ${path}`)
  const employer = '6f0d4c8e-0000-4000-8000-000000000001'
  return new Map<string, () => Promise<unknown>>([
    run('2026-01-05', sql`update unions set certificate_until = '2026-12-10' where id = ${factory.id}`),
    run(
      '2026-01-06',
      sql`insert into employers (id, union_id, union_path, name, unit_kind, set_up_on, created_at)
        values (${employer}, ${townAt}, '新开公司', 'enterprise', '2025-11-30', '2026-01-06T10:00+08:00')`,
    ),
    run(
      '2026-02-06',
      sql`insert into member_corrections (member_id, union_id, union_path, asked_at, fields, wanted_sealed)
        values (${person}, ${factoryAt}, '2026-02-06T23:30+08:00', '{job}', 'x')`,
    ),
    run(
      '2026-03-05',
      sql`insert into assemblies (union_id, union_path, kind, held_on, expected, present, document, at)
        values (${factoryAt}, 'members', '2026-03-05', 30, 28, '会员大会决议', '2026-03-05T16:00+08:00')`,
    ),
    run(
      '2026-05-10',
      sql`update appointments set until_on = '2026-08-19', extension_basis = '同意延期的批复' where id = ${chair.id}`,
    ),
    run('2026-07-01', sql`update appointments set ended_on = '2026-07-01', ended_why = 'resigned' where id = ${vice.id}`),
    run(
      '2026-07-15',
      sql`insert into own_statutes (union_id, union_path, statute, value, unit, level, from_on, reason, fingerprint, impact, set_at)
        values (${districtAt}, 'ELEC-32.seat', '1', 'month', 'INFO', '2026-08-01', '缩短补选期限', 'x', '{}', '2026-07-15T10:00+08:00')`,
    ),
    run('2026-08-03', sql`update appointments set ended_on = '2026-08-03', ended_why = 'moved' where id = ${member.id}`),
    run(
      '2026-09-18',
      sql`insert into standing_changes (id, member_id, union_id, union_path, kind, state, started_by, opened_at, opened_on, effective_on)
        values (${employer}, ${person}, ${factoryAt}, 'leave', 'open', 'member', '2026-09-18T10:00+08:00', '2026-09-18', '2026-09-18')`,
    ),
    [
      '2026-09-21',
      () => at('2026-09-21', (session) => anAppointment(session, factory, { fromOn: '2026-09-21', untilOn: '2031-09-20' })),
    ],
    [
      '2026-10-09',
      () =>
        at('2026-10-09', (session) =>
          anAppointment(session, town, { ...term, kind: 'viceChair', fromOn: '2026-10-09', came: 'byElection' }),
        ),
    ],
    run('2026-10-10', sql`update standing_changes set state = 'done', decided_on = '2026-10-10' where id = ${employer}`),
    run('2026-11-20', trained('2026-11-20', sql`a.union_id = ${factory.id} and a.from_on = '2026-09-21'`)),
    run(
      '2026-11-16',
      sql`with step as (insert into employer_steps (employer_id, union_id, union_path, stage, on_day, note, at)
          values (${employer}, ${townAt}, 'founded', '2026-11-16', '已建会', '2026-11-16T10:00+08:00'))
        update employers set stage = 'founded', stage_on = '2026-11-16', covered_by = ${factory.id} where id = ${employer}`,
    ),
  ])
}

/** Lives through the year, running the clock on the days that `runs` says, and tells what stands at its end. */
async function live(world: World, runs: (day: string) => boolean) {
  const acts = await furnish(world)
  const events: number[] = []
  for (let day = '2026-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
    await acts.get(day)?.()
    if (runs(day)) events.push((await runDuties({ pool: world.pool, region: world.region, today: day })).events)
  }
  return { told: await told(world), events }
}

async function told(world: World) {
  const { rows } = await world.session(({ db }) =>
    db.execute<{ line: string }>(sql`
      select format('%s %s %s → %s %s: %s', left(u.name, 1), d.clock, d.since, d.due_on, coalesce(d.closed_as || ' ' || d.closed_on, 'owed'),
        (select string_agg(e.kind || ' ' || e.on_day, ', ' order by e.on_day, e.id) from duty_events e where e.duty_id = d.id)) as line
      from duties d join unions u on u.id = d.union_id`),
  )
  return rows.map(({ line }) => line)
}

const daily = testWorld('2026-01-01')
const quarterly = testWorld('2026-01-01')
const once = testWorld('2026-01-01')
const sorted = [...byHand].sort()

test('a year day by day gives exactly the duties, days and escalations worked out by hand', { timeout: 300_000 }, async () => {
  const { told: lines } = await live(daily, () => true)
  expect([...lines].sort()).toEqual(sorted)
  expect(await runDuties({ pool: daily.pool, region: daily.region, today: '2026-12-31' })).toMatchObject({
    written: 0,
    events: 0,
  })
})

test('after an outage of ninety days, and of a whole year, the rows are the same and each event is there once', {
  timeout: 300_000,
}, async () => {
  const { told: rare } = await live(quarterly, (day) => day === '2026-01-01' || day === '2026-04-01' || day >= '2026-12-30')
  expect([...rare].sort()).toEqual(sorted)
  const { told: last, events } = await live(once, (day) => day === '2026-12-31')
  expect([...last].sort()).toEqual(sorted)
  expect(events).toEqual([
    byHand.join().match(/(opened|warned|overdue|escalated|fulfilled|excused|void) \d{4}-\d\d-\d\d(?=[,\n]|$)/g)!.length,
  ])
})
