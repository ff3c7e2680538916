import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addKeyToFile, loadMasters, WeakSecret, whyWeak } from './masters.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'masters-'))
const good = () => randomBytes(32).toString('base64')
const production = (env: NodeJS.ProcessEnv, dataFolder?: string) =>
  loadMasters({ env, production: true, ...(dataFolder ? { dataFolder } : {}) })

test.for([
  'changeme',
  'secret',
  'a'.repeat(64),
  '0123456789abcdef'.repeat(4),
  'correct horse battery staple correct horse battery',
  'GongqiaoGongqiaoGongqiaoGongqiaoGongqiaoGongqiao',
  'default-secret-default-secret-default-secret-default-secret',
  randomBytes(16).toString('hex'),
  randomBytes(16).toString('base64'),
  'abababababababababababababababababababababababababababababababab',
])('production refuses the secret %s, and says in two languages how to make one', (GONGQIAO_SECRET) => {
  expect(() => production({ GONGQIAO_SECRET })).toThrow(WeakSecret)
  expect(() => production({ GONGQIAO_SECRET })).toThrow(/拒绝启动[^]*openssl rand -base64 32[^]*Make one with/)
})

test('what openssl makes is accepted, a thousand times over, in base64 and hex', () => {
  const refused = Array.from({ length: 1000 }, () => [good(), randomBytes(32).toString('hex')])
    .flat()
    .filter(whyWeak)
  // A word of four letters turns up by chance once in some ten thousand.
  expect(refused.length).toBeLessThanOrEqual(2)
})

test('a weak previous secret is refused in production too', () => {
  expect(() => production({ GONGQIAO_SECRET: good(), GONGQIAO_SECRET_PREVIOUS: 'changeme' })).toThrow(WeakSecret)
})

test('outside production any secret will do', () => {
  expect(loadMasters({ env: { GONGQIAO_SECRET: 'x' }, production: false }).current).toBe('x')
})

test('the next and the previous secrets are read, not written', () => {
  const [now, before, next] = [good(), good(), good()]
  const env = { GONGQIAO_SECRET: now, GONGQIAO_SECRET_PREVIOUS: before, GONGQIAO_SECRET_NEXT: next }
  expect(production(env)).toMatchObject({ current: now, readable: [next, before] })
})

test('the first start makes a key file for its owner alone, the second start reads the same key', () => {
  const dataFolder = join(folder(), 'data')
  const first = production({}, dataFolder)
  expect(statSync(first.file ?? '').mode & 0o777).toBe(0o600)
  expect(production({}, dataFolder)).toEqual(first)
})

test('a key file that others can read stops production', () => {
  const dataFolder = folder()
  const { file } = production({}, dataFolder)
  chmodSync(file ?? '', 0o644)
  expect(() => production({}, dataFolder)).toThrow(/chmod 600/)
})

test('a key added to the file writes from then on, and the former one is still read', () => {
  const dataFolder = folder()
  const { file, current } = production({}, dataFolder)
  addKeyToFile(file ?? '')
  const now = production({}, dataFolder)
  expect(now.current).not.toBe(current)
  expect(now.readable).toEqual([current])
  expect(readFileSync(file ?? '', 'utf8')).toContain(current)
})

test('production without a secret and without a data folder does not start', () => {
  expect(() => production({})).toThrow(/没有主密钥/)
})
