import { createHash } from 'node:crypto'

/** A line as it is exported: every value as text, `at` in UTC with milliseconds, `detail` as the database prints its JSON. */
export type JournalLine = {
  id: string
  chain: string
  seq: number
  act: string
  actor: string | null
  post: string | null
  subject: string | null
  at: string
  content: string
  detail: string | null
  previous: string
  hash: string
}

/** The newest line of a chain, as kept outside the database. */
export type JournalHead = { chain: string; seq: number; hash: string }

/** What is wrong, and where: the chain, the line, and in words. */
export type JournalFault = {
  chain: string
  seq: number
  id?: string
  problem: 'altered' | 'removed' | 'inserted' | 'cut' | 'rewritten' | 'headless'
}

/** The hash a line must carry: of the one before it and of everything it says. */
export function hashOf(line: Omit<JournalLine, 'hash' | 'id'>): string {
  const { previous, chain, seq, act, actor, post, subject, at, content, detail } = line
  const text = [previous, chain, String(seq), act, actor ?? '', post ?? '', subject ?? '', at, content, detail ?? ''].join('\n')
  return createHash('sha256').update(text).digest('hex')
}

/**
 * Checks chains against themselves and against heads kept outside. `lines` come ordered by chain and number. Finds a line that was
 * altered, removed or inserted, a chain cut short, and one rewritten whole (only heads from outside can show that).
 */
export async function verifyLines(
  lines: AsyncIterable<JournalLine> | Iterable<JournalLine>,
  heads: readonly JournalHead[] = [],
): Promise<{ lines: number; chains: number; faults: JournalFault[] }> {
  const kept = new Map(heads.map((head) => [head.chain, head]))
  const faults: JournalFault[] = []
  const ends = new Map<string, number>()
  let [count, before] = [0, undefined as JournalLine | undefined]
  for await (const line of lines) {
    count++
    if (before?.chain !== line.chain) before = undefined
    const { chain, seq, id } = line
    const expected = (before?.seq ?? 0) + 1
    if (seq > expected) faults.push({ chain, seq: expected, problem: 'removed' })
    if (seq < expected) faults.push({ chain, seq, id, problem: 'inserted' })
    if (line.hash !== hashOf(line)) faults.push({ chain, seq, id, problem: 'altered' })
    else if (seq === expected && line.previous !== (before?.hash ?? '')) faults.push({ chain, seq, id, problem: 'rewritten' })
    const head = kept.get(chain)
    if (head?.seq === seq && head.hash !== line.hash) faults.push({ chain, seq, id, problem: 'rewritten' })
    ends.set(chain, seq)
    before = line
  }
  for (const { chain, seq } of heads) {
    const end = ends.get(chain)
    if (end === undefined) faults.push({ chain, seq: 1, problem: 'headless' })
    else if (end < seq) faults.push({ chain, seq: end + 1, problem: 'cut' })
  }
  return { lines: count, chains: ends.size, faults }
}

/** What a fault means, for people. */
export const faultNames: Record<JournalFault['problem'], string> = {
  altered: '这一行的内容被改动过',
  removed: '这一行被删除了',
  inserted: '这一行是后来插入的',
  cut: '从这一行起被截掉了',
  rewritten: '这一行与前后不相连，整段被改写过',
  headless: '整条记录链不见了',
}
