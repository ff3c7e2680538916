import { basename, join } from 'node:path'
import pg from 'pg'
import { backup as write, exportEverything, restore as read } from '#platform/backup'
import { installRing, keyRing, loadMasters, open } from '#platform/secrets'
import { argumentsOf, needed } from './arguments.ts'
import { withDatabase } from './database.ts'

/** `backup FILE`: everything in one file, while the server runs. The key file is not in it: keep that apart. */
export async function backup(args: string[]) {
  const usage = 'backup FILE.tar'
  const file = needed(argumentsOf(args, usage).positionals[0], usage)
  await withDatabase(async (url, folder) => {
    const { tables } = await write(url, file, { files: join(folder, 'files') })
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    await note(url, basename(file), rows)
    console.log(
      `已备份到 ${file}：${tables.length} 张表，${rows} 行。密钥（secrets.key 或 GONGQIAO_SECRET）不在其中，请另外保管。`,
    )
  })
}

/** That a backup was written is seen on the page 系统运行. */
async function note(connectionString: string, file: string, rows: number) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query('insert into shared.backups (file, row_count) values ($1, $2)', [file, rows]).finally(() => client.end())
}

/** `restore FILE`: into an empty place, embedded or external, whichever the environment names. */
export async function restore(args: string[]) {
  const usage = 'restore FILE.tar'
  const file = needed(argumentsOf(args, usage).positionals[0], usage)
  await withDatabase(async (url, folder) => {
    const { tables } = await read(file, url, { files: join(folder, 'files') })
    console.log(`已恢复：${tables.length} 张表，逐表核对无误。请放回原来的密钥后启动。`)
  })
}

/** What does not leave the house: passwords, sessions, codes, and what is on its way. */
const leftOut = [
  'account_credentials',
  'account_sessions',
  'account_second_factors',
  'signin_codes',
  'signin_links',
  'signin_attempts',
  'signin_rates',
  'requests',
  'uploads',
  'downloads',
].map((table) => `*.${table}`)

/** `export FOLDER [--open]`: everything in open formats with an index; `--open` writes protected fields in clear (needs the key). */
export async function exportAll(args: string[]) {
  const usage = 'export FOLDER [--open]'
  const { values, positionals } = argumentsOf(args, usage, { open: { type: 'boolean' } })
  const folder = needed(positionals[0], usage)
  await withDatabase(async (url, dataFolder) => {
    if (values.open) installRing(keyRing(loadMasters({ env: process.env, dataFolder, production: true })))
    await exportEverything(url, folder, { files: join(dataFolder, 'files'), leftOut, ...(values.open ? { open } : {}) })
    console.log(`已导出到 ${folder}，说明见其中的 README。${values.open ? '受保护字段已写成明文，请妥善保管。' : ''}`)
  })
}
