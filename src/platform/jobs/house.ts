import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql, type SQL } from 'drizzle-orm'
import { within } from '#platform/db'
import type { JournalHead } from '#platform/journal'
import { foldTallies } from '#platform/tallies'
import type { Job, JobContext } from './runner.ts'
import { onJobs } from './table.ts'

const HOUR = { seconds: 3600 }
/** Rows taken away in one transaction. */
const BATCH = 5000

/** Deletes in batches in every region as the jobs' role, which sees only what is over; `statement` gets the batch's size. */
export async function clearing({ pool, regions, signal }: JobContext, statement: (most: number) => SQL): Promise<number> {
  let total = 0
  for (const region of regions)
    for (let count = BATCH; count === BATCH && !signal.aborted; total += count)
      count = await within(pool, { region, role: 'jobs', lo: '', hi: '' }, async (db) => {
        const { rowCount } = await db.execute(statement(BATCH))
        return rowCount ?? 0
      })
  return total
}

/** The house's own jobs. `tidySignin` clears what sign-in has outlived; heads of the journal go to `<dataFolder>/journal-heads`. */
export const houseJobs = ({ tidySignin, dataFolder }: { tidySignin: () => Promise<void>; dataFolder: string }): Job[] => [
  {
    name: 'tallies.fold',
    title: '统计数字汇总',
    schedule: { seconds: 10 },
    async run({ pool, regions, today }) {
      let facts = 0
      for (const region of regions) facts += await foldTallies({ pool, region, today })
      return { facts }
    },
  },
  {
    name: 'signin.tidy',
    title: '清理过期的登录会话、验证码和链接',
    schedule: HOUR,
    async run() {
      await tidySignin()
      return {}
    },
  },
  { name: 'signin.events', title: '清理满六个月的登录日志', schedule: { daily: '03:10' }, run: clearEvents },
  {
    name: 'files.downloads',
    title: '清理过期的下载',
    schedule: HOUR,
    run: async (context) => ({ rows: await clearing(context, (most) => expired('downloads', most)) }),
  },
  {
    name: 'requests.tidy',
    title: '清理两天前的重复提交记录',
    schedule: HOUR,
    run: async (context) => ({ rows: await clearing(context, (most) => expired('requests', most)) }),
  },
  {
    name: 'journal.heads',
    title: '把审计日志的末行存到库外',
    schedule: { daily: '02:30' },
    run: (context) => keepHeads(context, join(dataFolder, 'journal-heads')),
  },
]

// The policy of the jobs' role says which rows are over; nothing else can be seen, so nothing else can go.
const expired = (table: 'downloads' | 'requests', most: number) =>
  sql`delete from ${sql.identifier(table)} where ctid in (select ctid from ${sql.identifier(table)} limit ${most})`

async function clearEvents({ pool, signal }: JobContext) {
  let total = 0
  for (let count = BATCH; count === BATCH && !signal.aborted; total += count)
    count = await onJobs(pool, async (db) => {
      const { rowCount } = await db.execute(
        sql`delete from signin_events where id in (select id from signin_events order by at limit ${BATCH})`,
      )
      return rowCount ?? 0
    })
  return { rows: total }
}

/** One file a day, readable by `verify journal --heads`; of two months each day is kept, of older ones the first. */
async function keepHeads({ pool, regions, today }: JobContext, folder: string) {
  const heads: Record<string, JournalHead[]> = {}
  for (const region of regions)
    heads[region] = await within(pool, { region, role: 'jobs', lo: '', hi: '', readOnly: true }, async (db) => {
      const { rows } = await db.execute<JournalHead>(sql`select chain, seq::int as seq, hash from journal_heads order by chain`)
      return rows
    })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const draft = join(folder, `.${today}.draft`)
  writeFileSync(draft, JSON.stringify(heads), { mode: 0o600 })
  renameSync(draft, join(folder, `${today}.json`))
  const days = readdirSync(folder)
    .filter((name) => /^\d{4}-\d\d-\d\d\.json$/.test(name))
    .sort()
  const old = days.slice(0, -62).filter((name, at, all) => all[at - 1]?.slice(0, 7) === name.slice(0, 7))
  for (const name of old) rmSync(join(folder, name))
  return { chains: Object.values(heads).reduce((sum, { length }) => sum + length, 0) }
}
