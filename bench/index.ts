import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundles } from './bundles.ts'
import { duties } from './duties.ts'
import { importing } from './importing.ts'
import { lists } from './lists.ts'
import { load } from './load.ts'
import { asTable, type Line } from './measure.ts'
import { notices } from './notices.ts'
import { closeCluster, clusterUrl, openPlace, root } from './place.ts'
import { reference } from './federation.ts'
import { starting } from './starting.ts'
import { statistics } from './statistics.ts'
import { todays } from './today.ts'

/**
 * `npm run bench`: every speed that the README promises, each beside its floor in the same run. `--small` measures 65,000 members for a
 * quick look, `--large` also 6.5 million for the statistics, `--only lists,statistics` some parts, `--write` keeps the table in docs/performance.md.
 * `--only ballots` is a run of its own (a hall of 30,000 voters), which the whole bench leaves out.
 */
const { values: asked } = parseArgs({
  options: {
    small: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
})
if (asked.only === 'ballots') {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, 'ballots.ts')], { stdio: 'inherit' })
  process.exit(status ?? 1)
}
const SMALL = 65_000
const LARGE = 6_500_000
const members = asked.small ? SMALL : reference.members
const isAsked = (part: string) => !asked.only || asked.only.split(',').includes(part)

const lines: Line[] = []
const show = (some: readonly Line[]) => {
  lines.push(...some)
  for (const { what, value, floor, ratio, target, isMet } of some)
    console.log(
      `${isMet === undefined ? ' ' : isMet ? '✓' : '✗'} ${what}: ${[value, floor && `floor ${floor}`, ratio, target].filter(Boolean).join(' · ')}`,
    )
}

const place = await openPlace(members)
if (isAsked('lists')) show(await lists(place))
if (isAsked('statistics')) {
  const here = await statistics(place)
  show(here.lines)
  if (!asked.small) show(await growth(here.page))
}
if (isAsked('load')) show(await load(place))
if (isAsked('duties')) show(await duties(place))
if (isAsked('today')) show(await todays(place))
if (isAsked('import')) show(await importing(place, asked.small ? 10_000 : 100_000))
await place.close()
if (isAsked('notices')) show(await notices(await clusterUrl(), asked.small ? 10_000 : 100_000))
await closeCluster()
if (isAsked('start')) show(await starting())
if (isAsked('bundles')) show(bundles())
if (asked.write) writeFileSync(join(root, 'docs/performance.md'), report())

/** Whether the statistics page grows with the members. */
async function growth(page: number): Promise<Line[]> {
  const sizes = [SMALL, ...(asked.large ? [LARGE] : [])]
  const pages = []
  for (const size of sizes) {
    const other = await openPlace(size)
    pages.push((await statistics(other)).page)
    await other.close()
  }
  const all = [page, ...pages]
  const ratio = Math.max(...all) / Math.min(...all)
  return [
    {
      what: `statistics page, ${[members, ...sizes].map((size) => size.toLocaleString('en')).join(', ')} members: the slowest beside the fastest`,
      value: `${Math.max(...all).toFixed(2)} ms`,
      floor: `${Math.min(...all).toFixed(2)} ms`,
      ratio: `${ratio.toFixed(2)} ×`,
      target: '≤ 1.5 ×',
      isMet: ratio <= 1.5,
    },
  ]
}

function report() {
  const where = process.env.BENCH_DATABASE_URL ? 'an external PostgreSQL' : 'the embedded PostgreSQL'
  return `# How fast

Measured by \`npm run bench -- --write\` on ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]!.model.trim()}), ${where},
the reference federation of ${members.toLocaleString('en')} members (bench/federation.ts). Every figure stands beside its floor in the same run.

${asTable(lines)}
`
}
