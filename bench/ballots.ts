import { fork } from 'node:child_process'
import { constants, createPublicKey, privateDecrypt, randomBytes, verify } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import { archiveLines, closeBallot, countBallot, installBallotKeys, castBallot, takeBallot } from '#platform/ballots'
import { blindSign } from '../src/platform/ballots/credentials.ts'
import { keysOf } from '../src/platform/ballots/keys.ts'
import { openPool } from '#platform/db'
import { migrate, serverRole } from '#platform/migrations'
import { startEmbedded } from '#platform/postgres'
import { installRing, keyRing } from '#platform/secrets'
import { verifyArchive } from '../src/apps/board/verifier/verify.ts'
import { acting, blindedOf, castOf, openHall, region } from './ballotHall.ts'
import { asTable, ms, timed, type Line } from './measure.ts'
import { benchKey } from './place.ts'

/** `node bench/ballots.ts [--voters 30000] [--rush 2000] [--seconds 60]`: the speeds of issue 4, each beside its floor in the same run. */
const { values } = parseArgs({
  options: {
    voters: { type: 'string', default: '30000' },
    rush: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '60' },
  },
})
const [VOTERS, RUSH, SECONDS] = [Number(values.voters), Number(values.rush), Number(values.seconds)]
const lines: Line[] = []
const say = (line: Line) => {
  lines.push(line)
  console.log(asTable([line]).split('\n').at(-1))
}

/** How much of the raw rate of the native operation is left when the signature is checked before it leaves. */
function signing(ballot: string) {
  const { token, tokenPublic } = keysOf(ballot)
  const messages = Array.from({ length: 100 }, () => {
    const bytes = randomBytes(256)
    bytes[0] = 0
    return bytes
  })
  const spent = { raw: 0, ours: 0 }
  for (let turn = 0; turn < 6; turn++)
    for (const message of messages) {
      let from = performance.now()
      privateDecrypt({ key: token, padding: constants.RSA_NO_PADDING }, message)
      spent.raw += performance.now() - from
      from = performance.now()
      blindSign(token, tokenPublic, message)
      spent.ours += performance.now() - from
    }
  const share = spent.raw / spent.ours
  say({
    what: 'blind signing, a second',
    value: (600_000 / spent.ours).toFixed(0),
    floor: (600_000 / spent.raw).toFixed(0),
    ratio: `${(share * 100).toFixed(0)} %`,
    target: '≥ 60 % of the raw rate',
    isMet: share >= 0.6,
  })
}

/** So many take and cast within so many seconds against one process; each call is timed from when its voter would have pressed. */
async function rush(pool: pg.Pool, url: string, folder: string) {
  const hall = await openHall(pool, RUSH)
  const { token } = keysOf(hall.id)
  const casts = hall.electors.map(() => castOf(hall.id, token, hall.castBytes))
  const child = fork(join(import.meta.dirname, 'ballotServer.ts'), [url, folder], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  const port = await new Promise<string>((resolve) =>
    child.stdout!.once('data', (data: Buffer) => resolve(data.toString().trim())),
  )
  const at = `http://127.0.0.1:${port}`
  const times: number[] = []
  const statuses = new Map<number, number>()
  const call = async (path: string, init: RequestInit) => {
    const from = performance.now()
    const response = await fetch(`${at}${path}`, { method: 'POST', ...init })
    await response.arrayBuffer()
    times.push(performance.now() - from)
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
  }
  await Promise.all(
    hall.electors.map(async ({ voterId }, n) => {
      await pause((n / RUSH) * SECONDS * 1000)
      const headers = { 'content-type': 'application/json', 'x-voter': voterId }
      await call(`/api/ballots/${hall.id}/take`, { headers, body: JSON.stringify({ blinded: blindedOf() }) })
      await call('/api/box', { body: new Uint8Array(casts[n]!) })
    }),
  )
  child.kill()
  await acting(pool, (session) => closeBallot(session, { id: hall.id }))
  const { counts } = await acting(pool, (session) => countBallot(session, { id: hall.id }))
  times.sort((a, b) => a - b)
  const p99 = times[Math.floor(times.length * 0.99)]!
  const isWhole = counts.took === RUSH && counts.cast === RUSH && statuses.get(200) === RUSH * 2
  say({
    what: `${RUSH.toLocaleString('en')} vote within ${SECONDS} s against one process: p99 of a call${isWhole ? '; none lost or doubled' : `; ${JSON.stringify([counts, [...statuses]])}`}`,
    value: ms(p99),
    floor: `p50 ${ms(times[times.length >> 1]!)}`,
    ratio: '',
    target: '≤ 2 s, none lost or doubled',
    isMet: p99 <= 2000 && isWhole,
  })
}

/** A whole ballot: roll, credentials, box, count, archive; then the archive checked as the command does, beside plain RSA verifications. */
async function whole(pool: pg.Pool) {
  const opened = await timed(() => openHall(pool, VOTERS))
  const { id, electors, castBytes } = opened.result
  const { token, tokenPublic } = keysOf(id)
  const at = () => ({ pool, region, now: new Date() })
  const many = async (work: (n: number) => Promise<unknown>) => {
    let next = 0
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        while (next < VOTERS) await work(next++)
      }),
    )
  }
  const account = '00000000-0000-0000-0000-000000000001'
  const taken = await timed(() => many((n) => takeBallot(at(), { person: electors[n]!.voterId, account }, id, blindedOf())))
  const cast = await timed(() => many(() => castBallot(at(), castOf(id, token, castBytes))))
  await acting(pool, (session) => closeBallot(session, { id }))
  const counted = await timed(() => acting(pool, (session) => countBallot(session, { id })))
  const written = await timed(() =>
    acting(pool, async (session) => {
      const out: string[] = []
      for await (const line of archiveLines(session, id, true)) out.push(line)
      return `${out.join('\n')}\n`
    }),
  )
  const none = { floor: '', ratio: '', target: '', isMet: undefined }
  const size = VOTERS.toLocaleString('en')
  say({ what: `roll of ${size} frozen, keys made`, value: ms(opened.ms), ...none })
  say({ what: `${size} credentials signed, one process`, value: ms(taken.ms), ...none })
  say({ what: `${size} ballots made by the bench and cast`, value: ms(cast.ms), ...none })
  say({ what: `${size} ballots counted, box written, sealed`, value: ms(counted.ms), ...none })
  say({ what: `archive of ${size} written (${(written.result.length / 1e6).toFixed(0)} MB)`, value: ms(written.ms), ...none })
  const { counts } = counted.result
  if (counts.took !== VOTERS || counts.cast !== VOTERS) throw new Error(`lost or doubled: ${JSON.stringify(counts)}`)
  const file = join(tmpdir(), `ballot-${id}.jsonl`)
  writeFileSync(file, written.result)
  const checked = await timed(() => verifyArchive(written.result))
  rmSync(file)
  if (checked.result.faults.length) throw new Error(JSON.stringify(checked.result.faults.slice(0, 3)))
  const message = randomBytes(160)
  const pss = {
    key: createPublicKey(tokenPublic.export({ type: 'spki', format: 'pem' })),
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: 48,
  }
  const plain = await timed(async () => {
    for (let n = 0; n < VOTERS; n++) verify('sha384', message, pss, Buffer.alloc(256, 1))
  })
  say({
    what: `archive of ${size} checked, on the command line`,
    value: ms(checked.ms),
    floor: ms(plain.ms),
    ratio: `${(checked.ms / plain.ms).toFixed(1)} × as many plain RSA verifications`,
    target: '≤ 15 s for 30,000',
    isMet: checked.ms <= 15_000,
  })
}

const folder = mkdtempSync(join(tmpdir(), 'gongqiao-ballots-'))
installRing(keyRing({ current: benchKey, readable: [] }))
installBallotKeys([join(folder, 'keys')])
const embedded = await startEmbedded({ dataDir: join(folder, 'db') })
try {
  await migrate(embedded.url)
  const url = await serverRole(embedded.url, 'bench')
  const pool = openPool(url)
  await acting(pool, ({ db }) =>
    db.$client.query(`insert into unions (path, kind, unit_type, state, name, effective_on)
      values ('0001', 'federation', 'district', 'active', '永安区总工会', '2026-01-01')`),
  )
  signing((await openHall(pool, 10)).id)
  if (RUSH) await rush(pool, url, join(folder, 'keys'))
  if (VOTERS) await whole(pool)
  await pool.end()
} finally {
  await embedded.stop()
  rmSync(folder, { recursive: true, force: true })
}
console.log(`\n${asTable(lines)}`)
