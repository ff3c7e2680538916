import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { type Frame, openPool, subtree, within } from '#platform/db'
import { migrate, serverRole } from '#platform/migrations'
import { alike } from '../src/modules/democracy/proposals/usecases/alike.ts'
import { gramsOfProposal } from '../src/modules/democracy/proposals/rules/grams.ts'
import { type Line, ms, spreadOf } from './measure.ts'
import { asOwner, clusterUrl, closeCluster, region } from './place.ts'
import { aProposal, reworded, seeded } from './proposals.said.ts'

const ALL = 100_000
const UNIONS = 400
const PLANTED = 500
const TRIGRAM_RUNS = 15
const TARGET = 100
const path = (n: number) => `0001${String(n).padStart(4, '0')}`
type Planted = Awaited<ReturnType<typeof fill>>

/**
 * What a worker types is looked up among 100,000 proposals: how fast, and how many of the planted rewordings find their original among the first
 * five, in one union and in the whole district, under row-level security; trigrams over the same text beside it. `node bench/proposals.ts`.
 */
export async function proposals(cluster: string): Promise<Line[]> {
  const name = `gongqiao_bench_proposals_${randomUUID().slice(0, 8)}`
  const url = new URL(cluster)
  url.pathname = `/${name}`
  await asOwner(cluster, (admin) => admin.query(`create database "${name}"`))
  try {
    await migrate(url.href)
    const planted = await fill(url.href)
    const pool = openPool(await serverRole(url.href, 'bench', 'gongqiao_bench'), 4)
    const lines = [...(await measured(pool, planted)), ...(await trigrams(url.href, pool, planted)), await sizes(url.href)]
    await pool.end()
    return lines
  } finally {
    await asOwner(cluster, (admin) => admin.query(`drop database "${name}" with (force)`))
  }
}

const frame = (scope: string): Frame => ({ region, role: 'post', ...subtree(scope), readOnly: true })

async function measured(pool: Pool, planted: Planted): Promise<Line[]> {
  const lines: Line[] = []
  for (const [title, scope] of [
    ['the whole district', () => '0001'],
    ['one union', ({ union }: { union: number }) => path(union)],
  ] as const) {
    const times: number[] = []
    let found = 0
    for (const each of planted) {
      // As it is typed: after the first words, and at the end.
      for (const text of [each.said.slice(0, 9), each.said]) {
        const started = performance.now()
        const rows = await within(pool, frame(scope(each)), (db) => alike({ db }, { text }))
        times.push(performance.now() - started)
        if (text === each.said && rows.some(({ id }) => id === each.id)) found++
      }
    }
    lines.push(fast(`alike among ${ALL.toLocaleString('en')}, ${title}, p95`, spreadOf(times).p95))
    lines.push(recalled(`planted rewordings found in the first five, ${title}`, found / planted.length))
  }
  return lines
}

/** The other method: a trigram index over title and text, which the policy keeps from being used. */
async function trigrams(url: string, pool: Pool, planted: Planted): Promise<Line[]> {
  await asOwner(url, async (client) => {
    await client.query(`set search_path = ${region}, shared`)
    await client.query('create extension pg_trgm schema shared')
    await client.query(
      `create index proposals_trgm on proposals using gin ((title || proposed || wrong) shared.gin_trgm_ops); analyze proposals`,
    )
  })
  const lines: Line[] = []
  for (const [title, scope] of [
    ['the whole district', () => '0001'],
    ['one union', ({ union }: { union: number }) => path(union)],
  ] as const) {
    const times: number[] = []
    let found = 0
    for (const each of planted.slice(0, TRIGRAM_RUNS)) {
      const started = performance.now()
      const rows = await within(pool, frame(scope(each)), (db) =>
        db.$client.query<{ id: string }>(
          `select id from proposals where $1 operator(shared.<%) (title || proposed || wrong)
           order by shared.word_similarity($1, title || proposed || wrong) desc limit 5`,
          [each.said],
        ),
      )
      times.push(performance.now() - started)
      if (rows.rows.some(({ id }) => id === each.id)) found++
    }
    const share = `${found} of ${TRIGRAM_RUNS} found`
    lines.push({
      what: `trigrams instead, ${title}, p95`,
      value: ms(spreadOf(times).p95),
      floor: '',
      ratio: share,
      target: '',
      isMet: undefined,
    })
  }
  return lines
}

const fast = (what: string, p95: number): Line => ({
  ...{ what, value: ms(p95), floor: '', ratio: '' },
  target: `≤ ${TARGET} ms`,
  isMet: p95 <= TARGET,
})
const recalled = (what: string, share: number): Line => ({
  ...{ what, value: `${(share * 100).toFixed(1)} %`, floor: '', ratio: '' },
  target: '≥ 80 %',
  isMet: share >= 0.8,
})

const sizes = (url: string) =>
  asOwner(url, async (client): Promise<Line> => {
    const { rows } = await client.query<{ grams: number; trgm: number }>(
      `select pg_total_relation_size('${region}.proposal_grams')::float8 as grams, pg_relation_size('${region}.proposals_trgm')::float8 as trgm`,
    )
    const mb = (bytes: number) => `${Math.round(bytes / 1e6)} MB`
    return {
      what: 'kept for it on disk (trigram index)',
      value: `${mb(rows[0]!.grams)} (${mb(rows[0]!.trgm)})`,
      floor: '',
      ratio: '',
      target: '',
      isMet: undefined,
    }
  })

/** A district of unions of very different size, and the rewordings planted among their proposals. */
function fill(url: string) {
  const by = seeded()
  return asOwner(url, async (client) => {
    await client.query(`set search_path = ${region}, shared`)
    await client.query(
      `insert into unions (path, parent_id, kind, unit_type, state, name, effective_on) values ('0001', null, 'federation', 'town', 'active', '永安区总工会', '2020-01-01')`,
    )
    await client.query(`insert into unions (path, parent_id, kind, unit_type, state, name, effective_on)
      select '0001' || lpad(n::text, 4, '0'), (select id from unions where path = '0001'), 'basic', 'privateEnterprise', 'active', '第' || n || '工会', '2020-01-01' from generate_series(1, ${UNIONS}) n`)
    await client.query(`insert into proposal_windows (union_id, union_path, title, opens_on, closes_on, audience, seconders_needed, made_at)
      select id, path, '征集', '2026-01-01', '2026-12-31', 'workers', 2, now() from unions where kind = 'basic'`)
    const taken = new Set<string>()
    const made = Array.from({ length: ALL }, (_, n) => {
      const { parts, ...said } = another(by, taken, n < PLANTED)
      return { id: randomUUID(), union: 1 + Math.floor(UNIONS * (by.whole(0, 9999) / 10_000) ** 3), parts, ...said }
    })
    for (let at = 0; at < ALL; at += 5000) await put(client, made.slice(at, at + 5000))
    await client.query('vacuum analyze')
    return made.slice(0, PLANTED).map(({ id, union, parts }) => ({ id, union, said: reworded(parts, by) }))
  })
}

/** What a planted one asks for stands nowhere else: another with the same place, thing and measure would be as right an answer. */
function another(by: ReturnType<typeof seeded>, taken: Set<string>, isPlanted: boolean) {
  for (;;) {
    const made = aProposal(by)
    const { where, thing, measure } = made.parts
    const matter = `${where} ${thing} ${measure}`
    if (taken.has(matter)) continue
    if (isPlanted) taken.add(matter)
    return made
  }
}

type Made = { id: string; union: number; title: string; wrong: string; proposed: string }
async function put(client: Parameters<Parameters<typeof asOwner>[1]>[0], made: readonly Made[]) {
  const rows = made.map(({ id, union, title, wrong, proposed }) => ({
    id,
    path: path(union),
    title,
    wrong,
    proposed,
    grams: gramsOfProposal({ title, wrong, proposed }),
  }))
  const json = [JSON.stringify(rows)]
  await client.query(
    `insert into proposals (id, union_id, union_path, window_id, title, wrong, proposed, category, submitted_on, submitted_at)
     select r.id, w.union_id, w.union_path, w.id, r.title, r.wrong, r.proposed, 'production', '2026-03-01', now()
     from jsonb_to_recordset($1::jsonb) r (id uuid, path text, title text, wrong text, proposed text) join proposal_windows w on w.union_path = r.path`,
    json,
  )
  await client.query(
    `insert into proposal_grams (gram, union_path, proposal_id, union_id)
     select g::integer, p.union_path, p.id, p.union_id from jsonb_to_recordset($1::jsonb) r (id uuid, grams jsonb)
     join proposals p on p.id = r.id cross join lateral jsonb_array_elements_text(r.grams) g`,
    json,
  )
}

if (import.meta.main) {
  for (const { what, value, ratio, target, isMet } of await proposals(await clusterUrl()))
    console.log(`${isMet === undefined ? ' ' : isMet ? '✓' : '✗'} ${[what, value, ratio, target].filter(Boolean).join(' · ')}`)
  await closeCluster()
}
