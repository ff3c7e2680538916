import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Row = { id: string; state: string; where: string[]; tests: string[] }
const paths = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, path]) => path!)
const rows: Row[] = readFileSync('docs/coverage.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, id, , state, where, tests] = line.split('|').map((cell) => cell.trim())
    return id && /^[A-Z]+-\d+$/.test(id) ? [{ id, state: state!, where: paths(where!), tests: paths(tests!) }] : []
  })

test('every row of the requirement matrix stands in it once', () => {
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  const counted = (prefix: RegExp) => rows.filter(({ id }) => prefix.test(id)).length
  expect({ matrix: counted(/^[A-Z]{3}-/), figures: counted(/^F-/), it: counted(/^IT-/) }).toEqual({
    matrix: 248,
    figures: 23,
    it: 21,
  })
})

test('a state is one of three, and a row that runs says where and by which test', () => {
  expect(rows.filter(({ state }) => !['running', 'partly', 'not yet'].includes(state))).toEqual([])
  expect(rows.filter(({ state, where, tests }) => state === 'running' && !(where.length && tests.length))).toEqual([])
  expect(rows.filter(({ state, where }) => state === 'partly' && !where.length)).toEqual([])
})

test('the places that it names exist', () => {
  expect(rows.flatMap(({ where, tests }) => [...where, ...tests]).filter((path) => !existsSync(path))).toEqual([])
})
