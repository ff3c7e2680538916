import { randomUUID } from 'node:crypto'
import { hostname as hostName } from 'node:os'
import { serve } from '@hono/node-server'
import { runJobs } from '#platform/jobs'
import { jobsOf } from '../../jobs.ts'
import { type OpenHouse, openHouse, settingsOf } from '../open.ts'
import { houseOf } from '../server.ts'

/** `npm start`: opens the house for real use, and on an empty database prints the one-time link that founds it. */
export async function start() {
  const env = process.env
  const port = Number(env.PORT ?? 3000)
  const house = await openHouse(settingsOf(env, port))
  await listen(house, port, env.HOST ?? '127.0.0.1')
  console.log(`\n工桥已启动：${house.settings.baseUrl}`)
  const link = await house.signin.firstRunLink()
  if (link) console.log(`\n数据库是空的。请在 24 小时内打开下面的一次性链接，建立总工会和第一位管理员：\n\n  ${link}\n`)
}

/** Serves on a port until the process is told to stop; then answers what is under way and closes everything. */
export async function listen(house: OpenHouse, port: number, hostname: string) {
  const server = serve({ fetch: houseOf(house).fetch, port, hostname })
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`端口 ${port} 已被占用，请用 PORT=… 换一个 / port ${port} is in use, choose another with PORT=…`)
          : error,
      ),
    )
  })
  const jobs = backgroundOf(house)
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    server.close()
    await jobs.stop()
    await house.close()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return server
}

/** The jobs, in this process as in every other; who finds one due takes it. */
const backgroundOf = ({ pool, signin, settings, log, version, channels, keyIds }: OpenHouse) =>
  runJobs({
    pool,
    jobs: jobsOf({ tidySignin: signin.tidy, dataFolder: settings.dataFolder }),
    server: { id: randomUUID(), host: hostName(), version, runtime: process.version, channels, keys: keyIds },
    onFault: (error, job) => log.error({ err: error, job }, 'job'),
  })
