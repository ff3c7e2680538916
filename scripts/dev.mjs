import { spawn } from 'node:child_process'

const parts = [
  ['--watch', '--watch-preserve-output', 'src/apps/cli.ts', 'start', ...process.argv.slice(2)],
  ['node_modules/vite/bin/vite.js', '--host', '127.0.0.1'],
].map((argv) => spawn(process.execPath, argv, { stdio: 'inherit' }))

const stop = (signal) => parts.forEach((part) => part.exitCode === null && part.kill(signal))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : stop(signal)))
}
for (const part of parts) {
  part.on('exit', (code) => {
    process.exitCode ??= code ?? 1
    stop('SIGTERM')
  })
}
