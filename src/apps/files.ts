import { extname } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { ORPCError } from '@orpc/server'
import { Hono, type Context } from 'hono'
import { frameOf, mayUse } from '#platform/acts'
import { within } from '#platform/db'
import { keepUpload, readTicket, UPLOAD_LIMIT } from '#platform/files'
import { dayOf, Refused, type Caller, type Session } from '#platform/session'
import { downloads } from '../downloads.ts'
import type { House } from './server.ts'

/** Files in and out, beside the calls: a body of many megabytes is streamed, never held. */
export function fileRoutes({ pool, log }: House, callerOf: (c: Context) => Promise<Caller>) {
  const app = new Hono()
  app.post('/files', async (c) => {
    const caller = await callerOf(c)
    if (!caller.user.account) return c.json({ message: '请先登录' }, 401)
    if (Number(c.req.header('content-length') ?? 0) > UPLOAD_LIMIT)
      return c.json({ message: `文件超过 ${UPLOAD_LIMIT >> 20} MB，请分成几个文件` }, 413)
    const body = Buffer.from(await c.req.arrayBuffer())
    try {
      const kept = await within(pool, frameOf(caller, 'self'), (db) =>
        keepUpload(sessionOf(caller, db), c.req.query('name') ?? '文件', body),
      )
      return c.json(kept)
    } catch (error) {
      if (error instanceof Refused) return c.json({ message: error.refusal.reason }, 422)
      throw error
    }
  })
  app.get('/files/:id', async (c) => {
    const caller = await callerOf(c)
    if (!caller.user.account) return c.json({ message: '请先登录' }, 401)
    const id = c.req.param('id')
    if (!/^[0-9a-f-]{36}$/.test(id)) return c.text('没有这个文件', 404)
    const ticket = await within(pool, frameOf(caller, 'self'), (db) => readTicket(sessionOf(caller, db), id)).catch(
      (error: unknown) => {
        if (error instanceof ORPCError) return undefined
        throw error
      },
    )
    const kind = ticket && downloads[ticket.name]
    if (!kind) return c.text('下载已过期，请回到页面重新导出', 404)
    if (!mayUse(caller, kind.authority)) return c.text('您现在的职务没有这项权限', 403)
    const out = new PassThrough()
    let title = '文件'
    const begun = new Promise<void>((resolve, reject) => {
      out.once('readable', resolve)
      const work = within(pool, { ...frameOf(caller, kind.authority), readOnly: true }, async (db) => {
        // One moment for the whole body: a list read piece by piece has nobody twice who was moved meanwhile.
        await db.execute('set transaction isolation level repeatable read')
        const session = sessionOf(caller, db)
        title = kind.title(session, ticket.input)
        await kind.write(session, ticket.input, out)
      })
      work.then(
        () => out.end(),
        (error: Error) => {
          log.error({ err: error, download: ticket.name }, 'download')
          out.destroy(error)
          reject(error)
        },
      )
    })
    await begun
    return c.body(Readable.toWeb(out) as ReadableStream, 200, {
      'content-type': kinds[extname(title)] ?? 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(title)}`,
      'cache-control': 'no-store',
    })
  })
  return app
}

const office = 'application/vnd.openxmlformats-officedocument.'
const kinds: Record<string, string> = {
  '.xlsx': `${office}spreadsheetml.sheet`,
  '.docx': `${office}wordprocessingml.document`,
}

const sessionOf = ({ user, region, place, now }: Caller, db: Session['db']): Session => ({
  db,
  user,
  region,
  place,
  now,
  today: dayOf(now),
  line: {},
})
