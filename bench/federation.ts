import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { pinyinOf } from '#kit/pinyin'
import { blindIndex, seal } from '#platform/secrets'
import { chance } from '../src/apps/demo/chance.ts'
import { personOf } from '../src/apps/demo/people.ts'

/** The reference federation: 1 district, 25 towns, 6 trades, 3,300 basic unions of heavy-tailed size, 646,192 members; seeded. */
export const reference = { towns: 25, trades: 6, basics: 3300, members: 646_192 }

const day = '2020-01-01'
const label = (n: number) => n.toString(36).padStart(4, '0')
type Node = { id: string; path: string; name: string; kind: string }

/** Fills an empty, migrated database (owner's url) with a federation of `size`, and gives what a bench signs in as. */
export async function fillFederation(url: string, size = reference, seed = 20151221) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('set search_path = region_main, shared')
  const by = chance(seed)
  const district: Node = { id: randomUUID(), path: label(1), name: '永安区总工会', kind: 'federation' }
  const middles: Node[] = Array.from({ length: size.towns + size.trades }, (_, n) => ({
    id: randomUUID(),
    path: district.path + label(n + 1),
    kind: n < size.towns ? 'town' : 'trade',
    name: n < size.towns ? `第${n + 1}街道总工会` : `第${n + 1 - size.towns}行业工会`,
  }))
  const counts = middles.map(() => 0)
  const basics: Node[] = Array.from({ length: size.basics }, (_, n) => {
    const at = Math.floor(by.next() ** 1.5 * middles.length)
    return {
      id: randomUUID(),
      path: middles[at]!.path + label(++counts[at]!),
      kind: 'basic',
      name: `${by.pick(['恒达', '锦绣', '远航', '明辉', '华泰', '同力'])}${n + 1}公司工会委员会`,
    }
  })
  await copy(
    client,
    'unions (id, path, parent_id, kind, unit_type, state, name, pinyin, initials, effective_on)',
    lines([district, ...middles, ...basics], ({ id, path, kind, name }) => {
      const parent =
        path.length === 4 ? null : path.length === 8 ? district.id : middles.find((middle) => path.startsWith(middle.path))!.id
      const { full, initials } = pinyinOf(name)
      return [id, path, parent, kind, kind === 'basic' ? 'privateEnterprise' : 'town', 'active', name, full, initials, day]
    }),
  )
  const sizes = heavyTail(by, size.basics, size.members)
  await copy(
    client,
    `members (id, union_id, union_path, status, number, name, pinyin, initials, sex, birth_on, id_number, id_number_index,
    mobile, mobile_index, education, political, household, employment_form, skill_level, employer, joined_on)`,
    people(by, basics, sizes),
  )
  await client.query(
    `insert into memberships (member_id, union_id, union_path, from_on, came) select id, union_id, union_path, joined_on, 'import' from members`,
  )
  await client.query('analyze')
  await client.end()
  return { district, town: middles[0]!, basic: basics[sizes.indexOf(median(sizes))]! }
}

const median = (list: number[]) => [...list].sort((a, b) => a - b)[list.length >> 1]!

/** Sizes by a power law, scaled to the exact total: most unions are small, a few are towns of their own. */
function heavyTail(by: ReturnType<typeof chance>, count: number, total: number) {
  const raw = Array.from({ length: count }, () => (1 - by.next()) ** -0.85)
  const sum = raw.reduce((a, b) => a + b, 0)
  const sizes = raw.map((value) => Math.max(3, Math.floor((value / sum) * total)))
  sizes[sizes.indexOf(Math.max(...sizes))]! += total - sizes.reduce((a, b) => a + b, 0)
  return sizes
}

function* people(by: ReturnType<typeof chance>, basics: Node[], sizes: number[]) {
  let serial = 0
  const seen = new Set<string>()
  for (const [at, union] of basics.entries())
    for (let n = 0; n < sizes[at]!; n++) {
      const p = personOf(by, ++serial)
      const { full, initials } = pinyinOf(p.name)
      // Invented numbers may meet; the index must not.
      const number = seen.has(p.idNumber) ? `${p.idNumber}/${serial}` : p.idNumber
      seen.add(number)
      yield line([
        randomUUID(),
        union.id,
        union.path,
        by.yes(0.94) ? 'member' : 'worker',
        `M${serial}`,
        p.name,
        full,
        initials,
        p.sex,
        p.birthOn,
        seal('members.id_number', p.idNumber),
        blindIndex('members.id_number', number),
        seal('members.mobile', p.mobile),
        blindIndex('members.mobile', p.mobile),
        p.education,
        p.political,
        p.household,
        p.employmentForm,
        p.skillLevel,
        union.name.replace('工会委员会', ''),
        `${by.whole(2010, 2026)}-0${by.whole(1, 9)}-1${by.whole(0, 9)}`,
      ])
    }
}

const line = (values: (string | null)[]) => `${values.map((value) => (value === null ? '\\N' : value)).join('\t')}\n`
function* lines<T>(list: T[], row: (item: T) => (string | null)[]) {
  for (const item of list) yield line(row(item))
}

async function copy(client: pg.Client, into: string, rows: Iterable<string>) {
  await pipeline(Readable.from(batches(rows)), client.query(copyFrom(`copy ${into} from stdin`)))
}
function* batches(rows: Iterable<string>) {
  let batch = ''
  for (const row of rows)
    if ((batch += row).length > 65_536) {
      yield batch
      batch = ''
    }
  yield batch
}
