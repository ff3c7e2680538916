import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'

const STAMP = 'dist/.gongqiao-stamp'
const sources = [
  'src/{law,kit,web,modules,apps}/**/*.{ts,tsx,css,html,svg,json,webmanifest}',
  '*.html',
  'vite.config.ts',
  'package-lock.json',
]

/** Builds the web pages into dist/ when they are missing or their sources have changed. True when they are there. */
export function buildWeb({ isForced = false } = {}) {
  const hash = createHash('sha256')
  for (const file of globSync(sources).sort()) {
    if (!/\.test\.tsx?$/.test(file)) hash.update(`${file}\0`).update(readFileSync(file))
  }
  const stamp = hash.digest('hex')
  if (!isForced && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return true
  console.log('正在生成网页 … / Building the web pages …')
  const { status } = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    stdio: 'inherit',
  })
  if (status === 0) writeFileSync(STAMP, stamp)
  return status === 0
}
