/** One line of the report: what was measured, its floor in the same run, the ratio, and the target of the README. */
export type Line = { what: string; value: string; floor: string; ratio: string; target: string; isMet: boolean | undefined }

export type Spread = { p50: number; p95: number }
type Work = () => Promise<unknown>

/** Times several works in turns, so that whatever else the machine does falls on all of them alike. Milliseconds. */
export async function inTurns<K extends string>(works: Record<K, Work>, runs = 300, warmUp = 40): Promise<Record<K, Spread>> {
  const names = Object.keys(works) as K[]
  const times = new Map(names.map((name) => [name, [] as number[]]))
  for (let n = -warmUp; n < runs; n++)
    for (const name of names) {
      const started = performance.now()
      await works[name]()
      if (n >= 0) times.get(name)!.push(performance.now() - started)
    }
  return Object.fromEntries(names.map((name) => [name, spreadOf(times.get(name)!)])) as Record<K, Spread>
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b)
  return { p50: sorted[Math.floor(sorted.length * 0.5)]!, p95: sorted[Math.floor(sorted.length * 0.95)]! }
}

/** The time of one work, milliseconds. */
export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const started = performance.now()
  const result = await work()
  return { ms: performance.now() - started, result }
}

export const ms = (value: number) =>
  value < 10 ? `${value.toFixed(2)} ms` : value < 10_000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} s`

/** A figure that may be at most `most` times its floor. */
export const atMost = (what: string, value: number, floor: number, most: number): Line => ({
  what,
  value: ms(value),
  floor: ms(floor),
  ratio: `${(value / floor).toFixed(2)} ×`,
  target: `≤ ${most} ×`,
  isMet: value / floor <= most,
})

const columns = ['what', 'value', 'floor', 'ratio', 'target'] as const
const heads = { what: 'measured', value: 'here', floor: 'floor', ratio: 'ratio', target: 'target' }

/** The lines as a Markdown table. */
export const asTable = (lines: readonly Line[]) =>
  [
    `| ${columns.map((column) => heads[column]).join(' | ')} | |`,
    `|${columns.map((_, at) => (at ? ' ---: |' : ' --- |')).join('')} --- |`,
    ...lines.map(
      (line) =>
        `| ${columns.map((column) => line[column]).join(' | ')} | ${line.isMet === undefined ? '' : line.isMet ? 'met' : 'missed'} |`,
    ),
  ].join('\n')
