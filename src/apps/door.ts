import { serve } from '@hono/node-server'
import packageJson from '../../package.json' with { type: 'json' }

type Answer = (request: Request, env?: object) => Response | Promise<Response>

/**
 * Opens the port before there is a house behind it. `/health` says so (503), whoever comes with anything else is answered as soon as
 * `open` has been called: nobody is turned away at a restart. Throws when the port is taken.
 */
export async function openDoor(port: number, hostname: string) {
  const { promise: opened, resolve: open } = Promise.withResolvers<Answer>()
  let answer: Answer | undefined
  const waiting: Answer = async (request, env) => {
    if (new URL(request.url).pathname === '/health')
      return Response.json({ ok: false, isStarting: true, version: packageJson.version }, { status: 503 })
    return (await opened)(request, env)
  }
  const server = serve({ fetch: (request, env) => (answer ?? waiting)(request, env), port, hostname })
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
  return {
    server,
    open(fetch: Answer) {
      answer = fetch
      open(fetch)
    },
  }
}
