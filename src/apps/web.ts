import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type Context } from 'hono'
import { compress } from 'hono/compress'

const dist = join(import.meta.dirname, '../../dist')

/** The three faces: built files, and each face's page for every address of its own. */
export function webPages() {
  const app = new Hono()
  app.use(compress())
  app.get(
    '/assets/*',
    serveStatic({ root: dist, onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable') }),
  )
  app.get('*', serveStatic({ root: dist }))
  for (const face of ['m', 'board']) {
    app.get(`/${face}`, page(face === 'm' ? 'pocket' : face))
    app.get(`/${face}/*`, page(face === 'm' ? 'pocket' : face))
  }
  app.get('*', page('desk'))
  return app
}

const page = (face: string) => (c: Context) => {
  const file = join(dist, face, 'index.html')
  if (!existsSync(file))
    return c.text('网页还没有生成，请用 npm run start 启动。The web pages are not built yet: npm run start builds them.', 503)
  return c.html(readFileSync(file, 'utf8'), 200, { 'cache-control': 'no-cache' })
}
