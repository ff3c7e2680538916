import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashOf, type JournalHead, type JournalLine, verifyLines } from './verify.ts'

function chainOf(count: number, chain = 'union-1'): JournalLine[] {
  const lines: JournalLine[] = []
  for (let seq = 1; seq <= count; seq++) {
    const body = {
      chain,
      seq,
      act: 'members.correct',
      actor: 'li',
      post: null,
      subject: `m${seq}`,
      at: '2026-03-02T01:00:00.000Z',
      content: 'c',
      detail: '{"n": 1}',
      previous: lines.at(-1)?.hash ?? '',
    }
    lines.push({ ...body, id: `id-${seq}`, hash: hashOf(body) })
  }
  return lines
}
const headsOf = (lines: JournalLine[]): JournalHead[] => lines.slice(-1).map(({ chain, seq, hash }) => ({ chain, seq, hash }))

test('an untouched journal of several chains has no fault', async () => {
  const lines = [...chainOf(5, 'a'), ...chainOf(1, 'b')]
  expect(await verifyLines(lines, [...headsOf(lines.slice(0, 5)), ...headsOf(lines)])).toEqual({
    lines: 6,
    chains: 2,
    faults: [],
  })
})

test('any altered value of any line is named', async () => {
  const keys = ['act', 'actor', 'subject', 'at', 'content', 'detail', 'post', 'hash', 'previous'] as const
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 7 }), fc.constantFrom(...keys), async (at, key) => {
      const lines = chainOf(8)
      lines[at] = { ...lines[at]!, [key]: `${lines[at]![key] ?? ''}x` }
      const { faults } = await verifyLines(lines)
      expect(faults[0]).toMatchObject({ seq: at + 1, problem: 'altered' })
    }),
  )
})

test('a removed line is named, wherever it stood', async () => {
  const lines = chainOf(6)
  expect((await verifyLines(lines.filter(({ seq }) => seq !== 3))).faults).toMatchObject([{ seq: 3, problem: 'removed' }])
  expect((await verifyLines(lines.slice(0, 5), headsOf(lines))).faults).toMatchObject([{ seq: 6, problem: 'cut' }])
  expect((await verifyLines([], headsOf(lines))).faults).toMatchObject([{ problem: 'headless' }])
})

test('a chain rewritten whole is caught by the heads kept outside, and by them alone', async () => {
  const [before, forged] = [chainOf(4), chainOf(4).map((line) => ({ ...line, act: 'members.merge' }))]
  let previous = ''
  for (const line of forged) {
    line.previous = previous
    previous = line.hash = hashOf(line)
  }
  expect((await verifyLines(forged)).faults).toEqual([])
  expect((await verifyLines(forged, headsOf(before))).faults).toMatchObject([{ seq: 4, problem: 'rewritten' }])
})

test('a line put in between is named', async () => {
  const lines = chainOf(4)
  expect((await verifyLines([...lines.slice(0, 2), lines[1]!, ...lines.slice(2)])).faults).toMatchObject([
    { seq: 2, problem: 'inserted' },
  ])
})
