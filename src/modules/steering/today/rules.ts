import type { Standing } from './contract.ts'

export { nameOfAct } from './rules/names.ts'

/** Acts that are no work done: choosing a post, reading one's messages. */
export const quietActs = ['me.actAs', 'notices.read', 'notices.readAll', 'notices.prefer'] as const

type Counts = { late: number; soon: number; alarms: number; isInactive: boolean }

/** The worst counts: overdue before due soon and alarms, those before long silence. */
export function standingOf({ late, soon, alarms, isInactive }: Counts): Standing {
  if (late > 0) return 'late'
  if (soon > 0 || alarms > (isInactive ? 1 : 0)) return 'due'
  return isInactive ? 'quiet' : 'onTime'
}

type Placed = { path: string; members: number }

/** Members of each union with all below it. `rows` in the order of their paths, each with its own members only. */
export function rolledUp(rows: readonly Placed[]): Map<string, number> {
  const sums = new Map<string, number>()
  const above: string[] = []
  for (const { path, members } of rows) {
    while (above.length && !path.startsWith(above.at(-1)!)) above.pop()
    above.push(path)
    for (const each of above) sums.set(each, (sums.get(each) ?? 0) + members)
  }
  return sums
}

/** Kinds of union that others stand under: each makes a group of its own in the picture. */
export const isHead = (kind: string) => ['federation', 'town', 'trade', 'regional'].includes(kind)
