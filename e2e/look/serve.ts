import react from '@vitejs/plugin-react'
import { createServer } from 'vite'

/** Serves the pages of this folder, which show the shared parts by themselves. */
export async function serveLook(port: number) {
  const server = await createServer({
    configFile: false,
    root: import.meta.dirname,
    cacheDir: `${import.meta.dirname}/../../node_modules/.vite-look`,
    plugins: [react()],
    server: { port, strictPort: true },
    logLevel: 'error',
  })
  await server.listen()
  return server
}
