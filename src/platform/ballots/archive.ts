import { createHash, randomBytes, sign, type KeyObject } from 'node:crypto'
import type { Question } from '#kit/ballots'
import type { Counts, Elector, NewBallot, Paper } from './shapes.ts'
import type { QuestionResult } from '#kit/ballots'

export const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')

/** The first line of an archive; its SHA-256 is the opening hash. */
export type Opening = {
  t: 'ballot'
  format: 'gongqiao-ballot/1'
  id: string
  title: string
  union: string
  kind: string
  rehearsal: boolean
  openedAt: string
  closesAt: string | null
  questions: Question[]
  rules: string[]
  token: { n: string; e: string }
  sealKey: string
  roll: { size: number; hash: string }
  castBytes: number
}

/** A line of the roll: published is `mark`, a commitment to the person; `salt`, name and group open it for whoever may know. */
export type RollLine = Elector & { line: number; salt: string; mark: string }

const markOf = (ballot: string, line: number, salt: string, { name, group }: Elector) =>
  sha256(['gongqiao/ballot/elector/1', ballot, line, salt, name, group].join('\n'))

/** The frozen roll and its hash: over the marks, each ended by a line feed, in order. */
export function rollOf(ballot: string, electors: readonly Elector[]): { lines: RollLine[]; hash: string } {
  const lines = electors.map((elector, at) => {
    const salt = randomBytes(16).toString('hex')
    return { ...elector, line: at + 1, salt, mark: markOf(ballot, at + 1, salt, elector) }
  })
  return { lines, hash: sha256(lines.map(({ mark }) => `${mark}\n`).join('')) }
}

const rawPoint = (key: KeyObject) => {
  const { x, y } = key.export({ format: 'jwk' })
  return Buffer.concat([Buffer.from([4]), Buffer.from(x!, 'base64url'), Buffer.from(y!, 'base64url')])
}

/** The text of the first line. */
export function openingLine(
  id: string,
  { title, union, kind, questions, isRehearsal, closesAt, rules = [] }: NewBallot,
  about: { openedAt: Date; rollHash: string; size: number; castBytes: number; tokenPublic: KeyObject; sealPublic: KeyObject },
): string {
  const { n, e } = about.tokenPublic.export({ format: 'jwk' })
  const opening: Opening = {
    t: 'ballot',
    format: 'gongqiao-ballot/1',
    id,
    title,
    union: union.name,
    kind,
    rehearsal: isRehearsal,
    openedAt: about.openedAt.toISOString(),
    closesAt: closesAt?.toISOString() ?? null,
    questions: questions.map(inOrder),
    rules,
    token: { n: n!, e: e! },
    sealKey: rawPoint(about.sealPublic).toString('base64url'),
    roll: { size: about.size, hash: about.rollHash },
    castBytes: about.castBytes,
  }
  return JSON.stringify(opening)
}

/** Only the fields of a question, in one order. */
const inOrder = ({ key, title, kind, lines, seats, writeIns, grades, threshold }: Question): Question => ({
  key,
  title,
  kind,
  lines: lines.map(({ key, name }) => ({ key, name })),
  seats,
  writeIns,
  grades,
  ...(threshold && { threshold: { share: threshold.share, strict: threshold.strict, of: threshold.of } }),
})

export const rollLine = (line: number, mark: string, took: boolean) => JSON.stringify({ t: 'roll', line, mark, took })

export const electorLine = ({ line, salt, name, group }: Pick<RollLine, 'line' | 'salt' | 'name' | 'group'>) =>
  JSON.stringify({ t: 'elector', line, salt, name, group })

/** Lines under one hash: each ended by a line feed. */
export function section(lines: Iterable<string>) {
  const hash = createHash('sha256')
  let count = 0
  for (const line of lines) {
    hash.update(`${line}\n`)
    count++
  }
  return { lines: count, hash: hash.digest('hex') }
}

/** The lines after the box: paper (when there was any), counts, results, and the seal that signs the hash of every section. */
export function closingLines(
  id: string,
  sections: { opening: string; roll: Iterable<string>; box: Iterable<string> },
  { counts, results, paper, closedAt }: { counts: Counts; results: QuestionResult[]; paper: Paper | null; closedAt: Date },
  sealing: KeyObject,
): string[] {
  const paperLines = paper?.agreed
    ? [
        JSON.stringify({
          t: 'paper',
          given: paper.given,
          tellers: paper.keyed.map(({ teller }) => teller),
          resolution: paper.resolution,
          ...paper.agreed,
        }),
      ]
    : []
  const [countsLine, resultsLine] = [
    JSON.stringify({ t: 'counts', ...counts }),
    JSON.stringify({ t: 'results', questions: results }),
  ]
  const hashes = {
    ballot: section([sections.opening]),
    roll: section(sections.roll),
    cast: section(sections.box),
    paper: section(paperLines),
    counts: section([countsLine]),
    results: section([resultsLine]),
  }
  const sealed = { closedAt: closedAt.toISOString(), sections: hashes }
  const text = `gongqiao/ballot/seal/1\n${id}\n${JSON.stringify(sealed)}`
  const proof = sign('sha256', Buffer.from(text), { key: sealing, dsaEncoding: 'ieee-p1363' }).toString('base64url')
  return [...paperLines, countsLine, resultsLine, JSON.stringify({ t: 'seal', ...sealed, proof })]
}
