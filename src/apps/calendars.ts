import { Hono } from 'hono'
import { calendarBehind } from '#modules/steering/supervision'
import type { House } from './server.ts'

/** Calendar programs come without a session: whoever knows the secret address reads that person's due days, and nothing else. */
export function calendarRoutes({ pool, region }: Pick<House, 'pool' | 'region'>) {
  const app = new Hono()
  app.get('/calendar/:name{[\\w-]+\\.ics}', async (c) => {
    const token = c.req.param('name').slice(0, -'.ics'.length)
    const text = await calendarBehind({ pool, region, now: new Date(), token })
    if (text === undefined) return c.text('没有这个日历，地址可能已经更换', 404)
    return c.body(text, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
    })
  })
  return app
}
