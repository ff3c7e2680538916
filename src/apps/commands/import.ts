import { createWriteStream, existsSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { type ImportKind, importKinds } from '#contracts/organisation/imports'
import { importFile } from '#modules/organisation/imports'
import { unionNamed } from '#modules/organisation/unions'
import { everywhere, openPool, within } from '#platform/db'
import { appendLine } from '#platform/journal'
import { serverUrl } from '#platform/login'
import { migrate } from '#platform/migrations'
import { contentOf } from '#platform/requests'
import { installRing, keyRing, loadMasters } from '#platform/secrets'
import { dayOf, type Session } from '#platform/session'
import { placeOfRegion } from '#platform/statutes'
import { markWorkbook } from '#platform/sheets'
import { argumentsOf, needed } from './arguments.ts'
import { withDatabase } from './database.ts'

const usage = 'import members|employers|unions FILE.xlsx --union CODE_OR_NAME [--dry-run]'
class DryRun extends Error {}

/**
 * `import`: a workbook from the shell. Good rows are written in one transaction, the others come back as a marked workbook beside the
 * file; exits with 1 when anything was rejected. `--dry-run` writes nothing.
 */
export async function importRoster(args: string[]) {
  const { values, positionals } = argumentsOf(args, usage, { union: { type: 'string' }, 'dry-run': { type: 'boolean' } })
  const kind = importKinds.find((one) => one === positionals[0]) ?? needed(undefined, usage)
  const file = needed(positionals[1], usage)
  const wanted = needed(values.union, usage)
  if (!existsSync(file)) throw new Error(`没有这个文件：${file} / no such file`)
  await withDatabase(async (ownerUrl, dataFolder) => {
    installRing(keyRing(loadMasters({ env: process.env, dataFolder, production: true })))
    await migrate(ownerUrl)
    const pool = openPool(await serverUrl(ownerUrl))
    try {
      await run(pool, { kind: kind as ImportKind, file, wanted, isDry: values['dry-run'] ?? false })
    } finally {
      await pool.end()
    }
  })
}

type Wanted = { kind: ImportKind; file: string; wanted: string; isDry: boolean }

async function run(pool: ReturnType<typeof openPool>, { kind, file, wanted, isDry }: Wanted) {
  const body = readFileSync(file)
  let result: Awaited<ReturnType<typeof importFile>> | undefined
  await within(pool, { region: 'region_main', role: 'post', ...everywhere }, async (db) => {
    const now = new Date()
    const session: Session = {
      db,
      region: 'region_main',
      place: await placeOfRegion(db, 'region_main'),
      now,
      today: dayOf(now),
      line: {},
      user: { powers: ['unions.approve'] },
    }
    const union = await unionNamed(session, wanted)
    if (!union) throw new Error(`没有找到工会“${wanted}”（可用组织编码或全称）/ no such union`)
    result = await importFile(session, { kind, body, target: union })
    if (isDry) throw new DryRun()
    await appendLine(db, {
      act: 'imports.commit',
      unionId: union.id,
      at: now,
      content: contentOf('imports.commit', file),
      detail: { ...result.counts, by: 'shell' },
    })
  }).catch((error: unknown) => {
    if (!(error instanceof DryRun)) throw error
  })
  const { counts, issues, found } = result!
  const { read, fresh, update, same, bad } = counts
  console.log(
    `${isDry ? '试运行（未写入）' : '完成'}：读取 ${read} 行，新增 imported ${fresh}，更新 updated ${update}，已在册 unchanged ${same}，未导入 rejected ${bad}`,
  )
  if (!bad) return
  const marked = `${file.slice(0, -extname(file).length)}-需要修改.xlsx`
  await markWorkbook(createWriteStream(marked), { source: body, found, issues, outcome: { read, good: read - bad } })
  console.log(`原因见 reasons in：${marked}`)
  process.exitCode = 1
}
