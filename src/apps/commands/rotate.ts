import pg from 'pg'
import { serverUrl } from '#platform/login'
import { migrate } from '#platform/migrations'
import { addKeyToFile, installRing, keyRing, loadMasters, type Ring } from '#platform/secrets'
import { rotateHouse } from '../rotation.ts'
import { argumentsOf } from './arguments.ts'
import { withDatabase } from './database.ts'

const usage = 'rotate-keys begin | run'

/**
 * `rotate-keys begin` puts a new master key beside the old one; then every server is started anew; `rotate-keys run` brings everything
 * sealed under the new key while they answer, and can be stopped and called again.
 */
export async function rotateKeys(args: string[]) {
  const [step] = argumentsOf(args, usage).positionals
  if (step !== 'begin' && step !== 'run') throw new Error(`用法 usage: npm run gongqiao -- ${usage}`)
  await withDatabase(async (ownerUrl, dataFolder) => {
    const masters = loadMasters({ env: process.env, dataFolder, production: true })
    if (step === 'run') return run(ownerUrl, installRing(keyRing(masters)), masters.file)
    if (!masters.file)
      throw new Error(
        '密钥在环境变量里：请把新密钥写进 GONGQIAO_SECRET_NEXT 并逐台重启，再改为 GONGQIAO_SECRET=新、GONGQIAO_SECRET_PREVIOUS=旧并逐台重启，然后运行 rotate-keys run。' +
          ' / The key is in the environment: see docs/security/secrets.md.',
      )
    addKeyToFile(masters.file)
    console.log(
      `新密钥已加到 ${masters.file} 末行，旧密钥仍可读取。请先备份这个文件，再逐台重启服务，然后运行 rotate-keys run。\n` +
        'A new key was added. Keep a copy of the file, restart every server, then run: rotate-keys run',
    )
  })
}

async function run(ownerUrl: string, keys: Ring, file: string | undefined) {
  await migrate(ownerUrl)
  const behind = await cannotRead(ownerUrl, keys.current.id)
  if (behind.length)
    throw new Error(
      `这些服务还没有重启，读不了新密钥：${behind.join('、')}。请重启后再运行。 / These servers cannot read the new key yet; restart them first.`,
    )
  const total = await rotateHouse({
    ownerUrl,
    serverUrl: await serverUrl(ownerUrl, keys),
    keys,
    onProgress: (place, { table, resealed }) => resealed && console.log(`  ${place}.${table}：${resealed} 行`),
  })
  const former = file ? `删去 ${file} 中最后一行以上的旧密钥` : '去掉 GONGQIAO_SECRET_PREVIOUS'
  console.log(
    total
      ? `已用新密钥重新加密 ${total} 行。请再运行一次，显示 0 行后即可${former}并重启（旧备份仍要旧密钥才能读，请离线保存）。`
      : `没有旧密钥加密的内容了。可以${former}，逐台重启（旧备份仍要旧密钥才能读，请离线保存）。`,
  )
}

/** The servers seen in the last two minutes that cannot read what is sealed under the key. */
async function cannotRead(ownerUrl: string, key: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ host: string }>(
      `select distinct host from shared.servers where seen_at > now() - interval '2 minutes' and not $1 = any (keys)`,
      [key],
    )
    return rows.map(({ host }) => host)
  } finally {
    await client.end()
  }
}
