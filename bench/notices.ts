import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { openPool, within } from '#platform/db'
import { migrate, serverRole } from '#platform/migrations'
import { adapterFor, noticeKind, notify } from '#platform/notices'
import { aMailServer } from '#platform/notices.testing'
import { installRing, keyRing, seal } from '#platform/secrets'
import { type Line, ms, timed } from './measure.ts'
import { asOwner, benchKey, region, root } from './place.ts'

const CONNECTIONS = 4
const BATCH = 2000
const began = String(Date.now())
noticeKind('tests.crowd', { title: '压力测试', mayMute: true })

/**
 * So many notices queued, and handed over to a real SMTP server by a sending process that is killed with signal 9 in the middle and started
 * again; beside the same mails sent straight over as many connections, without any note of them. `cluster` is an owner's URL.
 */
export async function notices(cluster: string, count = 100_000): Promise<Line[]> {
  installRing(keyRing({ current: benchKey, readable: [] }))
  const name = `gongqiao_notices_${randomUUID().slice(0, 8)}`
  const url = new URL(cluster)
  url.pathname = `/${name}`
  await asOwner(cluster, (client) => client.query(`create database ${name}`))
  try {
    await migrate(url.href)
    const serverUrl = await serverRole(url.href, 'bench', 'gongqiao_bench')
    const persons = await crowd(url.href, count)
    const queued = await queue(serverUrl, persons)
    return [plain(`${count.toLocaleString('en')} notices put into inboxes`, queued), ...(await handOver(serverUrl, count))]
  } finally {
    await asOwner(cluster, (client) => client.query(`drop database if exists ${name} with (force)`))
  }
}

async function handOver(serverUrl: string, count: number): Promise<Line[]> {
  const server = await aMailServer()
  const started = performance.now()
  const first = sender(serverUrl, server.url)
  while (server.mails.length < count / 2) await new Promise((ready) => setTimeout(ready, 5))
  first.kill('SIGKILL')
  await once(first, 'exit')
  const before = server.mails.length
  await once(sender(serverUrl, server.url), 'exit')
  const took = performance.now() - started
  const [ids, to] = [new Set(server.mails.map(({ id }) => id)).size, new Set(server.mails.map((mail) => mail.to)).size]
  const [lost, twice] = [count - to, server.mails.length - ids]
  await server.close()
  const floor = await straight(count)
  return [
    {
      what: `${count.toLocaleString('en')} notices handed over to SMTP, killed after ${before.toLocaleString('en')} and started again, beside the same mails sent straight`,
      ...{ value: ms(took), floor: ms(floor), ratio: `${(took / floor).toFixed(2)} ×`, target: '', isMet: undefined },
    },
    {
      what: `lost by the kill; sent twice, each under its one Message-ID (at most ${CONNECTIONS})`,
      ...{ value: `${lost}; ${twice}`, floor: '', ratio: '', target: `0; ≤ ${CONNECTIONS}` },
      isMet: lost === 0 && ids === count && twice <= CONNECTIONS,
    },
  ]
}

const sender = (database: string, smtp: string) =>
  spawn(process.execPath, [join(root, 'src/platform/notices/testing.sender.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NOTICES_DATABASE: database,
      NOTICES_REGION: region,
      NOTICES_SMTP: smtp,
      NOTICES_KEY: benchKey,
      NOTICES_BEGAN: began,
      NOTICES_LEASE: '5',
    },
  })

/** The same mails over as many connections, with nothing written anywhere. */
async function straight(count: number) {
  const server = await aMailServer()
  const send = adapterFor('email', { url: server.url, from: '区总工会 <noreply@example.org.cn>' }, CONNECTIONS)
  let n = 0
  const carry = async () => {
    while (n < count) {
      const at = n++
      await send({
        channel: 'email',
        id: randomUUID(),
        to: `p${at}@example.org`,
        subject: '有一件事要办',
        text: '有一件事要办\nhttps://gonghui.example/notices\n',
      })
    }
  }
  const { ms: took } = await timed(() => Promise.all(Array.from({ length: CONNECTIONS }, carry)))
  send.close?.()
  await server.close()
  return took
}

async function queue(serverUrl: string, persons: readonly string[]) {
  const pool = openPool(serverUrl, 2)
  const now = new Date('2026-03-02T10:00:00+08:00')
  const { ms: took } = await timed(async () => {
    for (let at = 0; at < persons.length; at += BATCH)
      await within(pool, { region, role: 'jobs', lo: '', hi: '' }, (db) =>
        notify(
          { db, now },
          persons.slice(at, at + BATCH).map((person) => ({
            ...{ key: `tests.crowd:${person}`, kind: 'tests.crowd', to: { person }, title: '有一件事要办', link: '/notices' },
            isUrgent: true,
          })),
        ),
      )
  })
  await pool.end()
  return took
}

/** So many members, each with an account and a sealed address. */
const crowd = (ownerUrl: string, count: number) =>
  asOwner(ownerUrl, async (client) => {
    await client.query(`set search_path = ${region}, shared`)
    await client.query(`with made as (
        insert into unions (path, kind, unit_type, state, name, effective_on) values ('0001', 'federation', 'town', 'active', '永安区总工会', '2020-01-01') returning id, path
      ) insert into members (union_id, union_path, status, name, joined_on) select id, path, 'member', '职工', '2020-01-01' from made, generate_series(1, ${count})`)
    const { rows } = await client.query<{ id: string }>('select id from members')
    for (let at = 0; at < count; at += BATCH) {
      const some = rows.slice(at, at + BATCH).map(({ id }, n) => ({
        person: id,
        username: `p${at + n}`,
        sealed: seal('accounts.email_sealed', `p${at + n}@example.org`),
      }))
      await client.query(
        `with made as (insert into accounts (name, username, email_sealed, email_index)
            select '职工', x.username, x.sealed, x.username from jsonb_to_recordset($1::jsonb) as x(username text, sealed text) returning id, username)
          insert into account_persons (account_id, region, person_id)
          select m.id, '${region}', x.person from made m join jsonb_to_recordset($1::jsonb) as x(username text, person uuid) on x.username = m.username`,
        [JSON.stringify(some)],
      )
    }
    await client.query('vacuum analyze')
    return rows.map(({ id }) => id)
  })

const plain = (what: string, value: number): Line => ({
  what,
  value: ms(value),
  floor: '',
  ratio: '',
  target: '',
  isMet: undefined,
})

if (import.meta.main) {
  const [cluster, count = '100000'] = process.argv.slice(2) as [string, string?]
  for (const { what, value, floor, ratio, target, isMet } of await notices(cluster, Number(count)))
    console.log(
      `${isMet === undefined ? ' ' : isMet ? '✓' : '✗'} ${what}: ${[value, floor && `floor ${floor}`, ratio, target].filter(Boolean).join(' · ')}`,
    )
}
