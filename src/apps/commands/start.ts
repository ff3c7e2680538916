import { openDoor } from '../door.ts'
import { startDatabase } from '../database.ts'
import type { OpenHouse } from '../open.ts'
import { settingsOf } from '../settings.ts'

type Door = Awaited<ReturnType<typeof openDoor>>

/** `npm start`: opens the house for real use, and on an empty database prints the one-time link that founds it. */
export async function start() {
  const env = process.env
  const port = Number(env.PORT ?? 3000)
  const settings = settingsOf(env, port)
  const door = await openDoor(port, env.HOST ?? '127.0.0.1')
  // The database starts in its own process while this one loads the program.
  const database = startDatabase(settings)
  database.catch(() => {})
  const { openHouse } = await import('../open.ts')
  const house = await openHouse(settings, env, database)
  await moveIn(house, door)
  console.log(`\n工桥已启动：${house.settings.baseUrl}`)
  const link = await house.signin.firstRunLink()
  if (link) console.log(`\n数据库是空的。请在 24 小时内打开下面的一次性链接，建立总工会和第一位管理员：\n\n  ${link}\n`)
  await house.signin.warmUp()
}

/** Serves on a port until the process is told to stop; then answers what is under way and closes everything. */
export async function listen(house: OpenHouse, port: number, hostname: string) {
  return moveIn(house, await openDoor(port, hostname))
}

async function moveIn(house: OpenHouse, { server, open }: Door) {
  const [{ houseOf }, { beginJobs }] = await Promise.all([import('../server.ts'), import('../background.ts')])
  const app = houseOf(house)
  open((request, env) => app.fetch(request, env))
  const jobs = beginJobs(house)
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
