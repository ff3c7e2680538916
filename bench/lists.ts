import pg from 'pg'
import { openPool } from '#platform/db'
import { blindIndex, open } from '#platform/secrets'
import { cadreOf } from './callers.ts'
import { atMost, inTurns, type Line, ms } from './measure.ts'
import { asOwner, type Place, region } from './place.ts'

const shown = `m.id, m.union_id, (select u.name from unions u where u.id = m.union_id) as union_name, m.status, m.number, m.name, m.sex,
  m.birth_on, m.id_number, m.mobile, m.employer, m.job, m.employment_form, m.joined_on, m.checked_on, m.problems,
  array(select t.tag from member_tags t where t.member_id = m.id and t.until is null order by t.tag) as tags`
/** One page of a union, as plain SQL. */
export const pageSql = (schema: string) =>
  `select ${shown.replaceAll('from unions', `from ${schema}unions`).replaceAll('from member_tags', `from ${schema}member_tags`)}
   from ${schema}members m where ${here} and m.union_path = $1 ${page}`

const page = 'order by m.union_path, m.pinyin, m.id limit 20'
const here = `m.merged_into is null and m.status in ('worker', 'member', 'retained')`

/** The lists of members through the router, beside the same rows by plain SQL through pg, without row-level security. */
export async function lists(place: Place): Promise<Line[]> {
  const { district, town, basic } = place.unions
  const url = new URL(place.ownerUrl)
  url.searchParams.set('options', `-c search_path=${region},shared`)
  const floor = openPool(url.href, 1)
  const plain = async (where: string, values: unknown[], order = page) => {
    await floor.query(`select ${shown} from members m where ${here} and ${where} ${order}`, values)
    await floor.query(`select count(*) from members m where ${here} and ${where}`, values)
  }
  const [low, high] = [town.path, `${town.path}~`]
  const idNumber = await someIdNumber(place)
  const admin = cadreOf(place, district).members
  const cases: [string, () => Promise<unknown>, () => Promise<unknown>][] = [
    ['list page of a union', () => admin.list({ unionId: basic.id }), () => plain('m.union_path = $1', [basic.path])],
    [
      'list of a town, filtered, counted',
      () => admin.list({ unionId: town.id, sex: 'female', education: ['college'] }),
      () => plain(`m.union_path >= $1 and m.union_path < $2 and m.sex = 'female' and m.education = 'college'`, [low, high]),
    ],
    [
      'name by its initials in the district',
      () => admin.list({ text: 'zjgu' }),
      () => plain('m.initials >= $1 and m.initials < $2', ['zjgu', 'zjgu~']),
    ],
    [
      'name in the district',
      () => admin.list({ text: '欧阳' }),
      () => plain('m.name >= $1 and m.name < $2', ['欧阳', '欧阳\u{10ffff}']),
    ],
    [
      'exact identity number',
      () => admin.list({ text: idNumber }),
      () => plain('m.id_number_index = $1', [blindIndex('members.id_number', idNumber)]),
    ],
  ]
  const lines: Line[] = []
  for (const [what, call, sql] of cases) {
    const { here: ours, floor: theirs } = await inTurns({ here: call, floor: sql }, 200)
    lines.push(atMost(what, ours.p50, theirs.p50, 2))
  }
  lines.push(...(await roles(place)))
  await floor.end()
  return lines
}

/** The same page for three posts. */
async function roles(place: Place): Promise<Line[]> {
  const { district, town, basic } = place.unions
  const input = { unionId: basic.id }
  const spread = await inTurns(
    {
      basic: () => cadreOf(place, basic).members.list(input),
      town: () => cadreOf(place, town).members.list(input),
      district: () => cadreOf(place, district).members.list(input),
    },
    500,
  )
  const times = Object.values(spread).map(({ p95 }) => p95)
  const [least, most] = [Math.min(...times), Math.max(...times)]
  const ratio = most / least
  const said = Object.entries(spread).map(([role, { p95 }]) => `${role} ${ms(p95)}`)
  return [
    {
      what: `the same page by post, p95: ${said.join(', ')}`,
      value: ms(most),
      floor: ms(least),
      ratio: `${ratio.toFixed(2)} ×`,
      target: '≤ 1.2 ×',
      isMet: ratio <= 1.2,
    },
  ]
}

const someIdNumber = ({ ownerUrl, unions }: Place) =>
  asOwner(ownerUrl, async (client: pg.Client) => {
    const { rows } = await client.query<{ sealed: string }>(
      `select id_number as sealed from ${region}.members where union_path = $1 order by pinyin limit 1`,
      [unions.basic.path],
    )
    return open('members.id_number', rows[0]!.sealed)
  })
