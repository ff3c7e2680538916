import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openHouse } from '../open.ts'
import { demoPassword, seedFederation, type SignIn } from '../demo/seed.ts'
import { listen } from './start.ts'

type Kept = { password: string; people: SignIn[] }

/** `npm run demo`: a believable federation in a folder of its own, on this machine only; prints who can sign in. */
export async function demo() {
  const port = Number(process.env.PORT ?? 3000)
  const dataFolder = process.env.GONGQIAO_DATA ?? join(process.cwd(), 'data', 'demo')
  mkdirSync(dataFolder, { recursive: true })
  const baseUrl = `http://127.0.0.1:${port}`
  console.log('正在准备演示数据库 … / Preparing the demonstration …')
  const house = await openHouse(
    {
      dataFolder,
      databaseUrl: process.env.DATABASE_URL,
      baseUrl,
      isProduction: false,
      isBehindProxy: false,
      print: (line) => console.log(line),
    },
    { GONGQIAO_LOG: 'warn', ...process.env },
  )
  const file = join(dataFolder, 'sign-in.json')
  if (!existsSync(file)) {
    const password = demoPassword()
    const people = await seedFederation(house, password)
    writeFileSync(file, JSON.stringify({ password, people } satisfies Kept, null, 1), { mode: 0o600 })
  }
  await listen(house, port, '127.0.0.1')
  invite(baseUrl, JSON.parse(readFileSync(file, 'utf8')) as Kept)
}

function invite(baseUrl: string, { password, people }: Kept) {
  const wide = (text: string, width: number) =>
    text + ' '.repeat(Math.max(0, width - [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 255 ? 2 : 1), 0)))
  console.log(`
工桥演示已启动 / The demonstration is running

  桌面 desk    ${baseUrl}
  手机 pocket  ${baseUrl}/m
  公开 board   ${baseUrl}/board

  密码 password（所有演示账号 for all）：${password}

  ${wide('账号 account', 16)}${wide('身份 who', 30)}${wide('从哪里进', 10)}看什么
${people.map(({ account, who, face, does }) => `  ${wide(account, 16)}${wide(who, 30)}${wide(face, 10)}${does}`).join('\n')}

  Ctrl+C 停止；删除数据目录可重新开始 / stop with Ctrl+C; delete the data folder to begin anew
`)
}
