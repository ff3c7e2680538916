import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import pg from 'pg'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBallot, countBallot, openBallot, publishBallot, sweepBallots } from '#platform/ballots'
import { everywhere, openPool, within } from '#platform/db'
import { migrate, serverRole } from '#platform/migrations'
import { startEmbedded, type Embedded } from '#platform/postgres'
import { dayOf, type Session } from '#platform/session'
import '#platform/testing'
import { aUnion } from '#testing/organisation/unions'
import { ballotDevice, openBallotPaper, type Means } from '../../web/ballots/device.ts'
import { ballotRoutes } from './routes.ts'
import { answers, aPaper } from './testing.ts'
import { deviate, hits, met, near, onDisk, together, uuidBytes } from './testing.disk.ts'

/**
 * A real run on a database of its own, set so that it tells as much as it can: every statement with its values in the log, commit times kept,
 * whole pages in the write-ahead log. Then everything that lies on the disk is searched for what would join a voter to his ballot.
 */
const VOTERS = 120
const region = 'region_main'
/** How every voter's id and every written-in name begins. */
const [PERSON, WRITTEN] = ['feedbeef', '票根']
const folder = mkdtempSync(join(tmpdir(), 'gongqiao-attack-'))
const telling = {
  fsync: 'off',
  wal_compression: 'off',
  full_page_writes: 'on',
  log_statement: 'all',
  log_parameter_max_length: -1,
  track_commit_timestamp: 'on',
  log_checkpoints: 'on',
}
type Voter = { person: string; account: string; code: string; name: string; marks: string; took: number; cast: number }
let database: Embedded
let pool: pg.Pool
let id = ''
const voters: Voter[] = []
const lines: string[] = []
const bodies = new Set<number>()
const answersSent = new Set<number>()
/** Urn rows as they lay, read by the owner, while voting was open. */
let urn: { tag: string; ctid: number; xmin: number; size: number }[] = []
let roll: { voter: string; ctid: number; xmin: number; line: number }[] = []
let box: { code: string; ctid: number; xmin: number }[] = []
let during: Map<string, Buffer>
let after: Map<string, Buffer>

const acting = <T>(work: (session: Session) => Promise<T>) =>
  within(pool, { region, role: 'post', ...everywhere }, (db) =>
    work({ db, user: { powers: [] }, region, place: 'national', now: new Date(), today: dayOf(new Date()), line: {} }),
  )
const asOwner = async <T>(work: (client: pg.Client) => Promise<T>) => {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(`set search_path = ${region}, shared`)
  return work(client).finally(() => client.end())
}
/** `(page,item)` as one number that grows along the table. */
const place = `(split_part(trim(both '()' from ctid::text), ',', 1)::int * 1000 + split_part(trim(both '()' from ctid::text), ',', 2)::int)`

const everything = (name: string) => onDisk(database.url, folder, name)

function aPhone(voter: Voter) {
  const kept = new Map<string, string>()
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  const app = new Hono().route(
    '/',
    ballotRoutes({ pool, region, log }, async () => ({ account: voter.account, person: voter.person })),
  )
  const means: Means = {
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
    fetch: async (path, init) => {
      const answer = await app.request(String(path), init)
      if (path === '/api/box') {
        bodies.add((init!.body as string).length)
        answersSent.add((await answer.clone().arrayBuffer()).byteLength)
      }
      return answer
    },
  }
  return means
}

beforeAll(async () => {
  database = await startEmbedded({ dataDir: join(folder, 'db'), settings: telling })
  await migrate(database.url)
  pool = openPool(await serverRole(database.url, 'only-for-tests'))
  // Marked, so that one pass over the disk finds all of them.
  const electors = Array.from({ length: VOTERS }, (_, n) => ({
    voterId: `${PERSON}${randomUUID().slice(8)}`,
    name: `选民${n}`,
    group: '',
  }))
  ;({ id } = await acting(async (session) => {
    const { id: union, path } = await aUnion(session, { name: '永安厂工会', kind: 'federation' })
    const draft = { union: { id: union, path, name: '永安厂工会' }, kind: 'election' as const, title: '委员会选举' }
    return openBallot(session, { ...draft, questions: aPaper(), electors, isRehearsal: false })
  }))
  // People come in an order that is not the roll's; each casts while the next few take, as in a queue.
  const queue = electors.map((elector) => ({ elector, at: Math.random() })).sort((a, b) => a.at - b.at)
  const waiting: (() => Promise<void>)[] = []
  let clock = 0
  for (const [n, { elector }] of queue.entries()) {
    // A name of his own makes each voter's ballot known by what it says.
    const name = WRITTEN + [...String(1000 + n)].map((digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('')
    const voter: Voter = {
      person: elector.voterId,
      account: randomUUID(),
      code: '',
      name,
      marks: '+-0',
      took: clock++,
      cast: 0,
    }
    voters.push(voter)
    const means = aPhone(voter)
    const device = ballotDevice(await openBallotPaper(id, means), voter.person, means)
    await device.take()
    waiting.push(async () => {
      voter.cast = clock++
      const cast = device.cast(answers(voter.marks, '+', '110', '00', [name]))
      voter.code = await cast
    })
    if (waiting.length > 2) await waiting.splice(Math.floor(Math.random() * waiting.length), 1)[0]!()
  }
  for (const cast of waiting) await cast()
  await asOwner(async (client) => {
    urn = (
      await client.query<(typeof urn)[number]>(
        `select encode(tag, 'hex') tag, ${place} ctid, xmin::text::int xmin, length(body) size from ballot_urn`,
      )
    ).rows
    roll = (
      await client.query<(typeof roll)[number]>(
        `select voter_id as voter, ${place} ctid, xmin::text::int xmin, line from ballot_roll where ballot_id = '${id}'`,
      )
    ).rows
  })
  during = await everything('during')
  await acting((session) => closeBallot(session, { id }))
  await acting((session) => countBallot(session, { id }))
  await acting((session) => publishBallot(session, { id }))
  await sweepBallots({ pool, regions: [region], now: new Date() })
  await asOwner(async (client) => {
    box = (await client.query<(typeof box)[number]>(`select code, ${place} ctid, xmin::text::int xmin from ballot_box`)).rows
  })
  after = await everything('after')
}, 300_000)

afterAll(async () => {
  await pool?.end()
  await database?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('the way of attacking works where it should: by order alone a row of the urn is mostly guessed to be whose it is', () => {
  const order = voters.map(({ cast }) => cast)
  const rows = [...urn].sort((a, b) => a.xmin - b.xmin).map(({ xmin }) => xmin)
  const byCast = [...voters].sort((a, b) => a.cast - b.cast).map((voter, at) => ({ voter, xmin: rows[at]! }))
  const xmin = new Map(byCast.map(({ voter, xmin: value }) => [voter, value]))
  const taken = new Map(roll.map((row) => [row.voter, row]))
  expect(
    deviate(
      order,
      voters.map((voter) => taken.get(voter.person)!.xmin),
    ),
  ).toBeGreaterThan(8)
  expect(
    deviate(
      voters.map((voter) => taken.get(voter.person)!.xmin),
      voters.map((voter) => xmin.get(voter)!),
    ),
  ).toBeGreaterThan(8)
})

test('while voting is open nothing of any ballot is on the disk: not its choices, not its code, in no form', {
  timeout: 120_000,
}, () => {
  const forms = [Buffer.from(WRITTEN), Buffer.from(WRITTEN, 'utf16le'), Buffer.from(WRITTEN).toString('hex'), '"+-0"', '\\"+-0']
  const codes = voters.slice(0, 5).flatMap(({ code }) => [code, code.replaceAll('-', '')])
  const found = [...during].flatMap(([path, content]) =>
    [...forms, ...codes].filter((form) => content.includes(form)).map((form) => `${path}: ${form.toString()}`),
  )
  expect(found).toEqual([])
  expect(during.size).toBeGreaterThan(500)
})

test('rows of the urn, requests and answers are of one length whatever they say', () => {
  expect(new Set(urn.map(({ size }) => size)).size).toBe(1)
  expect([bodies.size, answersSent.size]).toEqual([1, 1])
  expect(urn.length).toBe(VOTERS)
})

test('no order on the disk, before or after the count, joins voters to ballots better than chance', { timeout: 120_000 }, () => {
  const byPerson = new Map(roll.map((row) => [row.voter, row]))
  const byCode = new Map(box.map((row) => [row.code, row]))
  const archiveOrder = new Map([...byCode.keys()].sort().map((code, at) => [code, at]))
  const name = Buffer.from('票根乙甲甲甲')
  const ballotsIn = (which: (path: string) => boolean) => {
    const places = met(together(after, which), Buffer.from(WRITTEN), name.length)
    return (voter: Voter) => places.get(Buffer.from(voter.name).toString('hex'))!
  }
  const isWal = (path: string) => path.includes('/pg_wal/')
  const [inLog, inBackup, inStatements] = [
    isWal,
    (path: string) => path === '/after.tar',
    (path: string) => path.endsWith('.log'),
  ].map(ballotsIn)
  const people = met(together(after, isWal), Buffer.from(PERSON, 'hex'), 16)
  const ofVoter: Record<string, (voter: Voter) => number> = {
    'order of taking': ({ took }) => took,
    'order of casting': ({ cast }) => cast,
    'place in the roll': ({ person }) => byPerson.get(person)!.line,
    'ctid of the roll': ({ person }) => byPerson.get(person)!.ctid,
    'xmin of the roll': ({ person }) => byPerson.get(person)!.xmin,
    id: ({ person }) => Number.parseInt(person.slice(24), 16),
    'last in the log': ({ person }) => people.get(uuidBytes(person).toString('hex'))!.last,
  }
  const ofBallot: Record<string, (voter: Voter) => number> = {
    'order of the archive': ({ code }) => archiveOrder.get(code)!,
    'ctid of the box': ({ code }) => byCode.get(code)!.ctid,
    'first in the log': (voter) => inLog!(voter).first,
    'last in the log': (voter) => inLog!(voter).last,
    'first in the backup': (voter) => inBackup!(voter).first,
    'first in the log of statements': (voter) => inStatements!(voter).first,
  }
  expect(new Set(box.map(({ xmin }) => xmin)).size).toBe(1)
  const joined: string[] = []
  for (const [voterName, voterOf] of Object.entries(ofVoter))
    for (const [ballotName, ballotOf] of Object.entries(ofBallot)) {
      const [a, b] = [voters.map(voterOf), voters.map(ballotOf)]
      expect([...a, ...b].every((value) => value >= 0)).toBe(true)
      const [z, exact, close] = [deviate(a, b), hits(a, b), near(a, b)]
      // Seven in 120 are within three places by chance: seven expected, 24 once in a million.
      if (Math.abs(z) > 4.5 || exact > 9 || close > 24)
        joined.push(`${voterName} × ${ballotName}: z ${z.toFixed(1)}, ${exact} hits, ${close} near`)
    }
  expect(joined).toEqual([])
})

test('the names of the urn’s rows and the codes of the box are strangers: no order, no byte in common', () => {
  const tags = [...urn].sort((a, b) => a.xmin - b.xmin)
  const inOrder = [...voters].sort((a, b) => a.cast - b.cast)
  const pairs = inOrder.map((voter, at) => ({ tag: tags[at]!.tag, code: voter.code }))
  const rank = new Map([...box.map(({ code }) => code)].sort().map((code, at) => [code, at]))
  const z = deviate(
    pairs.map(({ tag }) => Number.parseInt(tag.slice(0, 12), 16)),
    pairs.map(({ code }) => rank.get(code)!),
  )
  expect(Math.abs(z)).toBeLessThan(4.5)
})

test('a voter’s id stands nowhere beside a ballot: in no table but the roll, in no line of any log with a ballot’s bytes', async () => {
  const holding = await asOwner(async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('${region}', 'shared')`,
    )
    const found: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int n from ${name} t where to_jsonb(t)::text ~ any ($1::text[])`,
        [voters.slice(0, 20).flatMap(({ person, account }) => [person, account])],
      )
      if (rows[0]!.n) found.push(name)
    }
    return found
  })
  expect(holding).toEqual([`${region}.ballot_roll`])
  const logs = [...after].filter(([path]) => path.endsWith('.log')).flatMap(([, content]) => content.toString().split('\n'))
  expect(logs.length).toBeGreaterThan(1000)
  expect(
    logs.filter((line) => voters.some(({ person }) => line.includes(person)) && voters.some(({ name }) => line.includes(name))),
  ).toEqual([])
})

test('the server’s own log says nothing of a casting, not even when it fails', async () => {
  expect(lines).toEqual([])
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  const broken = new Proxy(pool, {
    get: (target, key) => (key === 'connect' ? () => Promise.reject(new Error('gone')) : Reflect.get(target, key)),
  })
  const app = new Hono().route(
    '/',
    ballotRoutes({ pool: broken, region, log }, async () => ({})),
  )
  for (const body of ['', '{}', JSON.stringify({ ballot: id, key: 'x', prefix: 'x', token: 'x', choices: '秘密', proof: 'x' })])
    expect((await app.request('/api/box', { method: 'POST', body })).status).toBeGreaterThan(399)
  expect(lines).toEqual([])
})

test('after the count the key is in no file of the database, of its log or of a backup, and a copy of the urn opens no more', async () => {
  const { keysOf } = await import('./keys.ts')
  expect(() => keysOf(id)).toThrow('none of the folders')
  const { rows } = await asOwner((client) => client.query<{ n: number }>('select count(*)::int n from ballot_urn'))
  expect(rows[0]!.n).toBe(0)
})
