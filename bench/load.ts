import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import autocannon from 'autocannon'
import type { Line } from './measure.ts'
import { type Place, root } from './place.ts'

const SECONDS = 8

/** 32 connections on the list page of the real server, beside a bare route with the page's SQL. */
export async function load({ serverUrl, ownerUrl, unions: { basic } }: Place): Promise<Line[]> {
  const child = spawn(process.execPath, [join(root, 'bench/house.ts'), serverUrl, ownerUrl, basic.id, basic.path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const [said] = (await once(child.stdout!, 'data')) as [Buffer]
    const { port, bare, cookie } = JSON.parse(said.toString()) as { port: number; bare: number; cookie: string }
    const page = {
      url: `http://127.0.0.1:${port}/rpc/members/list`,
      method: 'POST' as const,
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ json: { unionId: basic.id } }),
    }
    const first = await fetch(page.url, page)
    if (!first.ok) throw new Error(`the list page answered ${first.status}: ${await first.text()}`)
    const floor = await fire({ url: `http://127.0.0.1:${bare}/` })
    const here = await fire(page)
    const share = here / floor
    return [
      {
        what: 'list page of the server, 32 connections, requests a second; floor: a bare route with the same SQL',
        value: String(Math.round(here)),
        floor: String(Math.round(floor)),
        ratio: `${Math.round(share * 100)} %`,
        target: '≥ 40 %',
        isMet: share >= 0.4,
      },
    ]
  } finally {
    child.kill()
  }
}

async function fire(options: autocannon.Options): Promise<number> {
  await autocannon({ ...options, connections: 32, duration: 2 })
  const { requests, non2xx } = await autocannon({ ...options, connections: 32, duration: SECONDS })
  if (non2xx) throw new Error(`${non2xx} of the requests to ${options.url} failed`)
  return requests.average
}
