import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, chmodSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../src/platform/postgres.ts'
import { buildWeb } from './web.mjs'

const home = mkdtempSync(join(tmpdir(), 'gongqiao-test-'))
// Run as root, PostgreSQL has another account, which must be able to pass through here.
chmodSync(home, 0o711)

const tool = (path) => (args) => node([`node_modules/${path}`, ...args])
const steps = {
  types: tool('typescript/bin/tsc'),
  lint: tool('oxlint/bin/oxlint'),
  format: tool('@biomejs/biome/bin/biome'),
  vitest,
  web: async () => buildWeb({ isForced: true }),
  e2e,
}
const usual = { types: ['--noEmit', '-p', '.'], lint: [], format: ['format'], vitest: [], web: [], e2e: [] }
const groups = { check: ['types', 'lint', 'format'] }

const [chosen, ...args] = process.argv.slice(2)
const names = groups[chosen] ?? (steps[chosen] ? [chosen] : Object.keys(steps))
if (chosen !== undefined && !groups[chosen] && !steps[chosen]) {
  console.error(`npm test -- [check | ${Object.keys(steps).join(' | ')}] [arguments]`)
  process.exit(2)
}

const counts = { passed: 0, failed: 0 }
const lines = []
let database
let running

process.once('SIGINT', () => leave(130))
process.once('SIGTERM', () => leave(143))

try {
  for (const name of names) await step(name)
} finally {
  await cleanUp()
}
console.log(`\n${lines.join('\n')}`)
console.log(`${counts.passed} passed, ${counts.failed} failed`)
if (process.env.GONGQIAO_TEST_COUNTS) appendFileSync(process.env.GONGQIAO_TEST_COUNTS, `${counts.passed} ${counts.failed}\n`)
process.exit(counts.failed === 0 ? 0 : 1)

async function step(name) {
  console.log(`\n— ${name}`)
  const [began, before] = [performance.now(), counts.failed]
  const isGood = await steps[name]([...usual[name], ...args])
  // A step that fails without naming a test must not read as "0 failed".
  if (!isGood && counts.failed === before) counts.failed += 1
  lines.push(`${isGood ? '✓' : '✗'} ${name.padEnd(8)}${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s`)
}

async function vitest(args) {
  const report = join(home, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const isGood = await node(['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args], await databaseUrl())
  count(report, ({ numPassedTests, numFailedTests }) => [numPassedTests, numFailedTests])
  return isGood
}

async function e2e(args) {
  if (globSync('e2e/**/*.spec.ts').length === 0) return true
  const report = join(home, 'playwright.json')
  const env = { ...(await databaseUrl()), PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  const isGood = await node(['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json', ...args], env)
  count(report, ({ stats }) => [stats.expected + stats.flaky, stats.unexpected])
  return isGood
}

function count(report, read) {
  try {
    const [passed, failed] = read(JSON.parse(readFileSync(report, 'utf8')))
    counts.passed += passed
    counts.failed += failed
  } catch (error) {
    console.error(`No numbers from ${report}: ${error.message}`)
  }
}

/** A superuser's URL: the one given, or a throw-away embedded PostgreSQL. */
async function databaseUrl() {
  if (process.env.TEST_DATABASE_URL) return {}
  database ??= await startEmbedded({ dataDir: join(home, 'postgres'), isThrowAway: true })
  return { TEST_DATABASE_URL: database.url }
}

async function node(argv, env = {}) {
  running = spawn(process.execPath, argv, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } })
  const [code] = await once(running, 'exit')
  running = undefined
  return code === 0
}

async function leave(code) {
  running?.kill('SIGTERM')
  await cleanUp()
  process.exit(code)
}

async function cleanUp() {
  await database?.stop()
  database = undefined
  rmSync(home, { recursive: true, force: true })
}
