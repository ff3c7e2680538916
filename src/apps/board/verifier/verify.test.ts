import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { answers, heldElection } from '../../../platform/ballots/testing.ts'
import { verifyArchive } from './verify.ts'

const world = testWorld('2026-03-02')
let [whole, published, other] = ['', '', '']

beforeAll(async () => {
  const held = await heldElection(world, [
    answers('++0'),
    answers('+-0', '+', '101', '12', ['周五']),
    answers('+++'),
    answers('0++', '-', '111', '2_'),
    answers('00+', '0', '010', '1_'),
  ])
  ;[whole, published] = [await held.archive(true), await held.archive()]
  other = await (await heldElection(world, [answers('++0'), answers('+00'), answers('0+0')])).archive()
})

const linesOf = (text: string) => text.split('\n').slice(0, -1)
const textOf = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')
type Json = Record<string, unknown>
const parsed = (line: string) => JSON.parse(line) as Json

test('the verifier imports nothing from outside its folder, of the server or of anybody', () => {
  const files = globSync('src/apps/board/verifier/*.ts').filter((file) => !file.includes('.test.'))
  expect(files.length).toBeGreaterThan(3)
  for (const file of files)
    for (const [, name] of readFileSync(file, 'utf8').matchAll(/from '([^']+)'/g))
      expect(posix.dirname(posix.join('folder', name!))).toBe('folder')
})

test('an untouched archive, with names or without, has no fault', async () => {
  expect((await verifyArchive(whole)).faults).toEqual([])
  expect((await verifyArchive(published)).faults).toEqual([])
})

/** Where each kind of line is named when it is wrong. */
const places: Record<string, RegExp> = {
  ballot: /选票样式|选民名册|票箱|结果|封印|文件/,
  roll: /选民名册/,
  cast: /票箱/,
  paper: /纸质票|票数/,
  counts: /票数|结果/,
  results: /结果/,
  seal: /封印|选票样式|选民名册|票箱|纸质票|票数|结果/,
  elector: /选民名册/,
}

async function isNamed(lines: readonly string[], kind: string, line: number, what: string) {
  const { faults } = await verifyArchive(textOf(lines))
  const near = faults.filter((fault) => Math.abs(fault.line - line) <= 1 || places[kind]!.test(fault.place))
  return near.length ? [] : [`${what} (line ${line}, ${kind}): ${JSON.stringify(faults.slice(0, 2))}`]
}

/** Every other value that one place of a JSON value could have, a few of each sort. */
function* altered(value: unknown): Generator<unknown> {
  if (typeof value === 'string') {
    for (const at of new Set([0, value.length >> 1, value.length - 1]))
      if (value.length) yield value.slice(0, at) + (value[at] === 'A' ? 'B' : value[at] === '0' ? '1' : 'A') + value.slice(at + 1)
    yield `${value} `
    yield null
  } else if (typeof value === 'number') {
    yield value + 1
    yield value - 1
    yield String(value)
  } else if (typeof value === 'boolean') yield !value
  else if (value === null) yield 1
  else if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) {
      for (const next of altered(item)) yield value.with(at, next)
      yield value.toSpliced(at, 1)
      yield value.toSpliced(at, 0, item)
    }
    yield [...value, 'x']
  } else {
    const fields = Object.entries(value as Json)
    for (const [key, item] of fields) {
      for (const next of altered(item)) yield { ...(value as Json), [key]: next }
      yield Object.fromEntries(fields.filter(([name]) => name !== key))
    }
    yield { ...(value as Json), more: 1 }
    if (fields.length > 1) yield Object.fromEntries(fields.toReversed())
  }
}

test('whatever is altered in any field of any line is refused, with the place', { timeout: 120_000 }, async () => {
  const lines = linesOf(whole)
  const seen = new Map<string, number>()
  const missed: string[] = []
  let tried = 0
  for (const [at, line] of lines.entries()) {
    const { t: kind, ...rest } = parsed(line) as Json & { t: string }
    // Two lines of each kind stand for the others: they are alike.
    seen.set(kind, (seen.get(kind) ?? 0) + 1)
    if (seen.get(kind)! > 2) continue
    for (const next of altered(rest)) {
      const text = JSON.stringify({ t: kind, ...(next as Json) })
      if (text === line) continue
      tried++
      missed.push(...(await isNamed(lines.with(at, text), kind, at + 1, `${line} → ${text}`)))
    }
  }
  expect(missed).toEqual([])
  expect(tried).toBeGreaterThan(600)
})

test('a line dropped, doubled, moved, written otherwise or cut off is refused, with the place', { timeout: 60_000 }, async () => {
  const lines = linesOf(whole)
  const missed: string[] = []
  for (const [at, line] of lines.entries()) {
    const kind = (parsed(line) as { t: string }).t
    const next = lines[at + 1]
    const ways: Record<string, string[]> = {
      dropped: lines.toSpliced(at, 1),
      doubled: lines.toSpliced(at, 0, line),
      'at the end': [...lines.toSpliced(at, 1), line],
      'with a space': lines.with(at, line.replace(':', ': ')),
      'with a field twice': lines.with(at, line.replace(/^\{/, '{"t":"x",')),
      ...(next && { exchanged: lines.with(at, next).with(at + 1, line) }),
    }
    for (const [what, changed] of Object.entries(ways)) {
      if (changed.join('\n') === lines.join('\n')) continue
      const { faults } = await verifyArchive(textOf(changed))
      if (!faults.some((fault) => fault.line > 0 || places[kind]!.test(fault.place) || fault.place === '文件'))
        missed.push(`${what}: ${kind} ${at + 1}`)
    }
  }
  for (const cut of [1, 100, whole.length >> 1])
    if (!(await verifyArchive(whole.slice(0, -cut))).faults.length) missed.push(`cut by ${cut}`)
  expect(missed).toEqual([])
})

const casts = (lines: readonly string[]) => lines.flatMap((line, at) => (parsed(line).t === 'cast' ? [at] : []))
const named = async (lines: readonly string[]) =>
  (await verifyArchive(textOf(lines))).faults.map(({ place, problem }) => `${place} ${problem}`).join('\n')

test('a ballot of another election is not one of this (replay)', async () => {
  const [lines, foreign] = [linesOf(published), linesOf(other)]
  const [at] = casts(lines)
  expect(await named(lines.toSpliced(at!, 0, foreign[casts(foreign)[0]!]!))).toMatch(/票箱第 1 张.*不是这次投票发出/)
})

test('choices exchanged between two ballots are refused on both', async () => {
  const lines = linesOf(published)
  const [a, b] = casts(lines) as [number, number]
  const [left, right] = [parsed(lines[a]!), parsed(lines[b]!)]
  const changed = lines
    .with(a, JSON.stringify({ ...left, choices: right.choices, proof: right.proof }))
    .with(b, JSON.stringify({ ...right, choices: left.choices, proof: left.proof }))
  const found = await named(changed)
  expect(found).toMatch(/票箱第 1 张 这张选票被改动过/)
  expect(found).toMatch(/票箱第 2 张 这张选票被改动过/)
})

test('the other valid form of a signature is refused (malleability)', async () => {
  const lines = linesOf(published)
  const [at] = casts(lines) as [number]
  const cast = parsed(lines[at]!)
  const proof = Buffer.from(cast.proof as string, 'base64url')
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
  const second = order - BigInt(`0x${proof.subarray(32).toString('hex')}`)
  const twin = Buffer.concat([proof.subarray(0, 32), Buffer.from(second.toString(16).padStart(64, '0'), 'hex')]).toString(
    'base64url',
  )
  expect(await named(lines.with(at, JSON.stringify({ ...cast, proof: twin })))).toMatch(/票箱第 1 张/)
})

/** Somebody who has everything but the keys and makes every figure and hash of the file fit again. */
async function refitted(lines: readonly string[]) {
  const { createHash } = await import('node:crypto')
  const rows = lines.map(parsed) as (Json & { t: string })[]
  const of = (kind: string) => rows.filter(({ t }) => t === kind)
  const hash = (kind: string) => {
    const some = of(kind).map((row) => `${JSON.stringify(row)}\n`)
    return { lines: some.length, hash: createHash('sha256').update(some.join('')).digest('hex') }
  }
  const opening = of('ballot')[0] as Json
  opening.roll = {
    size: of('roll').length,
    hash: createHash('sha256')
      .update(
        of('roll')
          .map(({ mark }) => `${mark as string}\n`)
          .join(''),
      )
      .digest('hex'),
  }
  for (let round = 0; round < 12; round++) {
    const { faults } = await verifyArchive(textOf(rows.map((row) => JSON.stringify(row))))
    const wrong = faults.find(({ place, problem }) => place.startsWith('票数') && problem.includes('应为'))
    const fields: Record<string, string> = {
      名册人数: 'electors',
      领票人数: 'took',
      票箱里的选票: 'cast',
      领而未投: 'unused',
      收回选票: 'returned',
    }
    const field = wrong && fields[wrong.place.slice(3)]
    if (wrong?.place.endsWith('投票机')) {
      const counts = of('counts')[0]! as Record<string, unknown>
      counts.byPhone = Number(/应为 (\d+)/.exec(wrong.problem)![1]) - (counts.byKiosk as number)
      continue
    }
    if (!field) break
    of('counts')[0]![field] = Number(/应为 (\d+)/.exec(wrong.problem)![1])
  }
  const results = of('results')[0] as unknown as { questions: Json[] }
  for (let round = 0; round < 30; round++) {
    const { faults } = await verifyArchive(textOf(rows.map((row) => JSON.stringify(row))))
    const wrong = faults.find(({ place }) => place.startsWith('结果'))
    if (!wrong) break
    const question = results.questions.find(({ key }) => wrong.place.includes(asked(opening, key as string)))!
    const right = /应为 (.+)$/.exec(wrong.problem)?.[1]
    if (!right) break
    const value: unknown = JSON.parse(right)
    if (wrong.place.endsWith('有效票')) question.valid = value
    else if (wrong.place.endsWith('无效票')) question.invalid = value
    else if (wrong.place.endsWith('另选人')) question.writeIns = value
    else if (wrong.place.endsWith('是否通过')) Object.assign(question, value)
    else {
      const name = wrong.place.split(' ').at(-1)!
      const row = (opening.questions as { lines: Json[] }[]).flatMap((one) => one.lines).find((line) => line.name === name)!
      for (const line of question.lines as Json[]) if (line.key === row.key) line.counts = value
    }
  }
  const kinds = ['ballot', 'roll', 'cast', 'paper', 'counts', 'results']
  of('seal')[0]!.sections = Object.fromEntries(kinds.map((kind) => [kind, hash(kind)]))
  return rows.map((row) => JSON.stringify(row))
}
const asked = (opening: Json, key: string) =>
  (opening.questions as Json[]).find((question) => question.key === key)!.title as string

test('somebody who makes every figure and hash fit again fails at the seal, and only there', { timeout: 60_000 }, async () => {
  const lines = linesOf(published)
  const cast = casts(lines)
  const flip = (at: number, field: string, value: unknown) =>
    lines.with(at, JSON.stringify({ ...parsed(lines[at]!), [field]: value }))
  const frauds: Record<string, string[]> = {
    'a ballot dropped': lines.toSpliced(cast[0]!, 1),
    'somebody marked who did not take': flip(
      lines.findIndex((line) => line.includes('"took":false')),
      'took',
      true,
    ),
    'an elector struck off': lines
      .toSpliced(1, 1)
      .map((line) =>
        parsed(line).t === 'roll' ? JSON.stringify({ ...parsed(line), line: Number(parsed(line).line) - 1 }) : line,
      ),
    'another title': flip(0, 'title', '别的选举'),
  }
  for (const [what, changed] of Object.entries(frauds)) {
    const { faults, opening } = await verifyArchive(textOf(await refitted(changed)))
    expect([what, faults.map(({ place }) => place)]).toEqual([what, ['封印']])
    if (what === 'an elector struck off' || what === 'another title')
      expect(opening).not.toBe((await verifyArchive(published)).opening)
  }
})
