import { defineConfig, type Plugin } from 'vite'
import react from '@vitejs/plugin-react'
import { shellCache } from './src/apps/pocket/shellCache.ts'

const server = `http://127.0.0.1:${process.env.PORT ?? 3000}`
const faces = { desk: 'desk/index.html', pocket: 'pocket/index.html', board: 'board/index.html' }

/** What the Hono server does in production: each face answers for its own addresses. */
function faceOf(path: string) {
  if (/^\/m(\/|$)/.test(path)) return faces.pocket
  return /^\/board(\/|$)/.test(path) ? faces.board : faces.desk
}

const addresses: Plugin = {
  name: 'gongqiao:addresses',
  configureServer(vite) {
    vite.middlewares.use((request, _, next) => {
      const path = new URL(request.url ?? '/', 'http://face').pathname
      const isPage = request.headers.accept?.includes('text/html') && !/\.\w+$|^\/(rpc|api|health|@|node_modules)/.test(path)
      if (isPage) request.url = `/${faceOf(path)}`
      next()
    })
  },
}

export default defineConfig({
  // Vitest reads this file where there is no vitest.config.ts, and its root is the repository.
  ...(process.env.VITEST ? {} : { root: 'src/apps' }),
  publicDir: '../web/public',
  plugins: [react(), addresses, shellCache()],
  server: { proxy: { '/rpc': server, '/api': server, '/health': server } },
  build: {
    outDir: '../../dist',
    emptyOutDir: true,
    manifest: true,
    // Phones of some years ago, and the office browsers built on an older Chromium.
    target: ['chrome92', 'edge92', 'firefox91', 'safari15.4'],
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(faces).map(([face, file]) => [face, `${import.meta.dirname}/src/apps/${file}`])),
    },
  },
})
