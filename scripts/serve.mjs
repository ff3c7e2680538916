import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { buildWeb } from './web.mjs'

if (!buildWeb()) process.exit(1)

const child = spawn(process.execPath, ['src/apps/cli.ts', ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)))
}
child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code))
