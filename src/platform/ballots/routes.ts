import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { ORPCError } from '@orpc/server'
import { within } from '#platform/db'
import { Refused } from '#platform/session'
import { castBallot, openingOf, takeBallot, type Taker } from './casting.ts'
import { archiveLines, ballotOf } from './reading.ts'

type House = { pool: Pool; region: string; log: Logger; now?: () => Date }
type Signed = { account?: string | undefined; person?: string | undefined }

/** More than any ballot paper takes. */
const LIMIT = 64 << 10

/**
 * The voter's calls, beside the others because they leave no line, no request and no log of their own. `signedIn` says who calls; the
 * urn's slot (`POST /api/box`) never asks it.
 */
export function ballotRoutes({ pool, region, log, now = () => new Date() }: House, signedIn: (c: Context) => Promise<Signed>) {
  const app = new Hono()
  const at = () => ({ pool, region, now: now() })
  const limit = bodyLimit({ maxSize: LIMIT, onError: (c) => c.json({ message: '内容太长' }, 413) })
  app.get('/api/ballots/:id', (c) => answered(c, log, () => openingOf(at(), c.req.param('id'))))
  app.post('/api/ballots/:id/take', limit, (c) =>
    answered(c, log, async () => {
      const { blinded = '', slip } = (await c.req.json()) as { blinded?: string; slip?: string }
      const taker = slip === undefined ? await voter(c, signedIn) : { slip }
      return { signature: await takeBallot(at(), taker, c.req.param('id'), blinded) }
    }),
  )
  // Of a casting not even the fault is logged but that there was one: its time beside its content would say who.
  app.post('/api/box', limit, (c) => answered(c, undefined, async () => castBallot(at(), Buffer.from(await c.req.arrayBuffer()))))
  app.get('/api/ballots/:id/archive', (c) => answered(c, log, () => published(c, at())))
  return app
}

async function voter(c: Context, signedIn: (c: Context) => Promise<Signed>): Promise<Taker> {
  const { account, person } = await signedIn(c)
  if (!account) throw new ORPCError('UNAUTHORIZED', { message: '请先登录' })
  if (!person) throw new Refused({ code: 'person.unknown', reason: '还没有与您的账号对上的职工档案，请先请工会核对' })
  return { account, person }
}

/** The published archive as a file of lines. */
async function published(c: Context, { pool, region }: ReturnType<() => { pool: Pool; region: string }>) {
  const id = c.req.param('id')!
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new ORPCError('NOT_FOUND')
  const lines: string[] = []
  await within(pool, { region, role: 'public', lo: '', hi: '', readOnly: true }, async (db) => {
    await ballotOf({ db }, id)
    for await (const line of archiveLines({ db }, id)) lines.push(line)
  })
  return c.body(`${lines.join('\n')}\n`, 200, {
    'content-type': 'application/jsonl; charset=utf-8',
    'content-disposition': `attachment; filename="ballot-${id}.jsonl"`,
  })
}

async function answered(c: Context, log: Logger | undefined, work: () => Promise<object>) {
  c.header('cache-control', 'no-store')
  try {
    const answer = await work()
    return answer instanceof Response ? answer : c.json(answer)
  } catch (error) {
    if (error instanceof Refused) return c.json({ message: error.refusal.reason, data: error.refusal }, 422)
    if (error instanceof ORPCError) return c.json({ message: error.message }, error.status as 404)
    if (error instanceof SyntaxError) return c.json({ message: '请求不完整' }, 400)
    log?.error({ err: error }, 'ballot')
    return c.json({ message: '系统出错了，选票还在您的手机上，请稍后再试' }, 500)
  }
}
