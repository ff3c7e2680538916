import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, ageOn } from '#kit/dates'
import { admitMany, admit, relocate, release, removeMany, restore } from '#modules/organisation/members'
import { alter, move, plant } from '#modules/organisation/unions'
import { Refused, type Session } from '#platform/session'
import { ageBands, type Counted, dimensions, foldTallies, readTallies, slices, type Tally } from '#platform/tallies'
import { testWorld } from '#platform/testing'
import { anIdNumber, someFacts } from '#testing/organisation/members'
import { aUnion } from '#testing/organisation/unions'

const world = testWorld('2026-03-02')
const sorted = (tally: Tally) => Object.fromEntries(Object.entries(tally).sort(([a], [b]) => (a < b ? -1 : 1)))

/** The same figures by going through every stay there is. */
async function scanned(
  { db }: Session,
  node: string,
  day: string,
  slice?: (typeof slices)[number],
): Promise<Record<string, Tally>> {
  await db.execute(sql`set local app.sensitive = 'on'`)
  const { rows } = await db.execute<Record<string, string | null>>(sql`
    select s.standing, s.from_on::text as "fromOn", s.until_on::text as "untilOn", s.came, s.went, m.birth_on::text as "birthOn", m.sex,
      m.employment_form as "employmentForm", m.education, m.political, m.skill_level as "skillLevel", m.household, m.new_form as "newForm",
      u.kind, u.unit_type as "unitType", coalesce(u.sector, '') as sector,
      (select string_agg(t.tag, ',') from member_tags t where t.member_id = m.id and (${slice ?? null}::text is null or not t.sensitive)
        and t.since <= ${day}::date and (t.until is null or t.until > ${day}::date)) as tags
    from memberships s join members m on m.id = s.member_id join unions u on u.id = s.union_id join unions n on n.id = ${node}
    where s.union_path >= n.path and s.union_path < n.path || '~' and m.merged_into is null
      and (${slice ?? null}::text is null or u.id <> n.id)`)
  const workers = await db.execute<
    Record<string, string>
  >(sql`select u.kind, u.unit_type as "unitType", coalesce(u.sector, '') as sector
    from members m join unions u on u.id = m.union_id join unions n on n.id = ${node}
    where m.union_path >= n.path and m.union_path < n.path || '~' and m.status = 'worker' and m.merged_into is null
      and (${slice ?? null}::text is null or u.id <> n.id)`)
  await db.execute(sql`set local app.sensitive = 'off'`)
  const found: Record<string, Tally> = {}
  const add = (row: Record<string, string | null>, cell: string) => {
    const name = slice ? `${slice}:${row[slice]}` : ''
    found[name] ??= {}
    found[name][cell] = (found[name][cell] ?? 0) + 1
  }
  for (const row of rows) {
    if (row.fromOn! <= day) add(row, `came.${row.came}`)
    if (row.untilOn && row.untilOn <= day) add(row, `went.${row.went}`)
    if (row.fromOn! > day || (row.untilOn && row.untilOn <= day)) continue
    add(row, `standing.${row.standing}`)
    if (row.standing !== 'full') continue
    for (const dimension of dimensions) add(row, `${dimension}.${row[dimension] ?? ''}`)
    add(row, `age.${row.birthOn ? (ageBands.filter((age) => ageOn(row.birthOn!, day) >= age).at(-1) ?? 0) : ''}`)
    for (const tag of row.tags?.split(',') ?? []) add(row, `tag.${tag}`)
  }
  for (const row of workers.rows) add(row, 'standing.worker')
  return found
}

async function read(session: Session, node: string, days: string[], by?: (typeof slices)[number]) {
  const open = await readTallies(session.db, [node], days, { by })
  const closed = by ? [] : await readTallies(session.db, [node], days, { sensitive: true })
  return (day: string) => {
    const on = (list: Counted[]) => list.filter((one) => one.day === day && (by ? one.slice !== '' : true))
    const all: Record<string, Tally> = {}
    for (const { slice, counts } of [...on(open), ...on(closed)]) {
      const name = slice === 'sensitive' ? '' : slice
      if (Object.keys(counts).length) all[name] = { ...all[name], ...counts }
    }
    return Object.fromEntries(Object.entries(all).map(([name, counts]) => [name, sorted(counts)]))
  }
}

const today = '2026-03-02'
// So few that histories of both forms, and the passage from one to the other, occur.
const fold = (on = today) => foldTallies({ pool: world.pool, region: world.region, today: on, whole: 40 })

async function aTree(session: Session) {
  const district = await aUnion(session, { name: '永安区总工会', effectiveOn: '2010-01-01' })
  const towns = []
  for (const name of ['东街道总工会', '西街道总工会', '南镇总工会'])
    towns.push(await plant(session, { name, kind: 'town', unitType: 'town', parentId: district.id, effectiveOn: '2010-01-01' }))
  const basics = []
  for (const [at, town] of [0, 0, 1, 1, 2].entries())
    basics.push(
      await plant(session, {
        name: `第${at}公司工会`,
        kind: 'basic',
        unitType: at % 2 ? 'school' : 'privateEnterprise',
        sector: at % 3 ? '制造业' : null,
        parentId: towns[town]!.id,
        effectiveOn: '2010-01-01',
      }),
    )
  return { district, towns, basics, people: [] as string[], imported: [] as string[] }
}
type Tree = Awaited<ReturnType<typeof aTree>>

const day = fc.integer({ min: 0, max: 5900 }).map((n) => addDays('2010-01-01', n))
const birth = fc.integer({ min: 0, max: 20000 }).map((n) => addDays('1950-01-01', n))
const act = fc.record({
  act: fc.constantFrom(
    'join',
    'join',
    'join',
    'leave',
    'retain',
    'restore',
    'transfer',
    'correct',
    'tag',
    'untag',
    'move',
    'alter',
    'import',
    'undo',
    'merge',
    'fold',
    'worker',
  ),
  at: fc.nat(1000),
  to: fc.nat(1000),
  day,
  birth: fc.oneof(birth, fc.constantFrom('2000-02-29', '1991-03-02', '1966-03-02')),
})
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never
const pick = <T>(list: T[], at: number) => list[at % list.length]

const values = {
  sex: ['male', 'female', null],
  education: ['college', 'bachelor', null],
  employmentForm: ['contract', 'dispatch'],
}

async function perform(session: Session, tree: Tree, { act, at, to, day: on, birth: birthOn }: Act) {
  const { db } = session
  const [person, basic] = [pick(tree.people, at), pick(tree.basics, to)!]
  const sex = at % 2 ? ('male' as const) : ('female' as const)
  const facts = { ...someFacts(), idNumber: anIdNumber({ birthOn, sex }), education: pick(['college', 'bachelor'] as const, to)! }
  if (act === 'join') tree.people.push((await admit(session, facts, { unionId: basic.id, on, came: 'join' })).id)
  if (act === 'import' || act === 'worker') {
    const status =
      act === 'worker' ? { status: 'worker' as const } : { joinedOn: on, tags: ['migrant' as const, 'hardship' as const] }
    const rows = [0, 1, 2].map((n) => ({
      ...someFacts(),
      idNumber: anIdNumber({ birthOn: addDays(birthOn, n) }),
      unionId: pick(tree.basics, to + n)!.id,
      ...status,
    }))
    tree.imported.push(...(await admitMany(session, rows)).ids.filter((id) => id !== null))
  }
  if (act === 'undo') await removeMany(session, tree.imported.splice(0, 3))
  if (act === 'alter')
    await alter(session, basic.id, {
      unitType: pick(['school', 'office', 'privateEnterprise'] as const, at)!,
      effectiveOn: today,
    })
  if (act === 'move') await move(session, basic, pick(tree.towns, at)!.id, today)
  if (!person) return
  if (act === 'leave') await release(session, person, { on: today, went: 'leave' })
  if (act === 'retain') await release(session, person, { on: today, went: 'retain' })
  if (act === 'restore') await restore(session, person, { on: today })
  if (act === 'transfer') await relocate(session, person, basic.id, { on: today })
  if (act === 'correct')
    await db.execute(sql`update members set birth_on = ${birthOn}, sex = ${pick(values.sex, to)}, education = ${pick(values.education, at)},
      employment_form = ${pick(values.employmentForm, at)} where id = ${person}`)
  await db.execute(sql`set local app.sensitive = 'on'`)
  if (act === 'tag')
    await db.execute(sql`insert into member_tags (member_id, union_id, union_path, tag, sensitive, since)
      select id, union_id, union_path, ${pick(['skilled', 'illness'], to)}, ${to % 2 === 1}, ${on} from members where id = ${person} on conflict do nothing`)
  if (act === 'untag')
    await db.execute(
      sql`update member_tags set until = greatest(since, ${today}::date) where member_id = ${person} and until is null`,
    )
  if (act === 'merge' && pick(tree.people, to) !== person) {
    const kept = pick(tree.people, to)!
    await db.execute(
      sql`update memberships set until_on = greatest(from_on, ${today}::date), went = 'merge' where member_id = ${person} and until_on is null`,
    )
    if (at % 2) await db.execute(sql`update memberships set member_id = ${kept} where member_id = ${person}`)
    await db.execute(sql`update members set merged_into = ${kept}, id_number = null, id_number_index = null where id = ${person}`)
    if (!(at % 2)) await db.execute(sql`update memberships set member_id = ${kept} where member_id = ${person}`)
    await db.execute(
      sql`update member_tags set member_id = ${kept}, until = greatest(since, ${today}::date) where member_id = ${person}`,
    )
    tree.people.splice(tree.people.indexOf(person), 1)
  }
  await db.execute(sql`set local app.sensitive = 'off'`)
}

test('roll-ups say what a scan says, at every node, on any day, after any acts', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { minLength: 5, maxLength: 40 }),
      fc.array(day, { minLength: 2, maxLength: 3 }),
      fc.nat(20),
      async (acts, days, at) => {
        const tree = await world.session(aTree)
        for (const one of acts) {
          if (one.act === 'fold') await fold()
          else
            await world
              .session((session) => perform(session, tree, one))
              .catch((error: unknown) => {
                if (!(error instanceof Refused)) throw error
              })
        }
        const nodes = [tree.district, pick(tree.towns, at)!, pick(tree.basics, at)!]
        const asked = [...days, '2025-12-31', today, addDays(today, 4000)]
        const compare = () =>
          world.session(async (session) => {
            for (const { id } of nodes)
              for (const by of [undefined, ...slices]) {
                const told = await read(session, id, asked, by)
                for (const on of asked) {
                  const right = await scanned(session, id, on, by)
                  expect(told(on), `${by ?? 'all'} on ${on}`).toEqual(
                    Object.fromEntries(Object.entries(right).map(([name, tally]) => [name, sorted(tally)])),
                  )
                }
              }
          })
        await compare()
        await fold()
        await compare()
        await fold('2026-12-30')
        await fold('2027-07-01')
        await compare()
      },
    ),
    { numRuns: Number(process.env.TALLY_RUNS ?? 8) },
  )
})
