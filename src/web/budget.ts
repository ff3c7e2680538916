import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

type Chunk = { file: string; imports?: string[]; css?: string[] }
type Manifest = Record<string, Chunk>

/** What a face's first screen may weigh, in kB of gzipped script (the pocket's for a phone on a bad network). */
export const budgets = {
  pocket: { most: 150, entries: ['pocket/index.html', 'pocket/HomePage.tsx'] },
  'pocket sign-in': { most: 150, entries: ['pocket/index.html', '../web/account/SignInPage.tsx'] },
  desk: { most: 400, entries: ['desk/index.html', 'desk/TodayPage.tsx'] },
  board: { most: 150, entries: ['board/index.html', 'board/WelcomePage.tsx'] },
} as const

/** The gzipped script of each first screen in kB (1000 bytes): the entry, its page, and all they import at once. */
export function weigh(dist: string): { screen: string; kB: number; most: number; files: string[] }[] {
  const manifest: Manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
  return Object.entries(budgets).map(([screen, { most, entries }]) => {
    const files = new Set<string>()
    for (const entry of entries) collect(manifest, entry, files)
    const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0)
    return { screen, kB: Math.round(bytes / 100) / 10, most, files: [...files] }
  })
}

function collect(manifest: Manifest, name: string, files: Set<string>) {
  const chunk = manifest[name]
  if (!chunk) throw new Error(`${name} is not in the build: its page was renamed, and with it the first screen`)
  if (files.has(chunk.file)) return
  files.add(chunk.file)
  for (const next of chunk.imports ?? []) collect(manifest, next, files)
}

if (import.meta.main) {
  const dist = join(import.meta.dirname, '../../dist')
  if (!existsSync(dist)) throw new Error('build the pages first: node node_modules/vite/bin/vite.js build')
  const weighed = weigh(dist)
  for (const { screen, kB, most } of weighed)
    console.log(`${screen.padEnd(16)} ${kB} kB of ${most}${kB > most ? '  TOO HEAVY' : ''}`)
  if (weighed.some(({ kB, most }) => kB > most)) process.exitCode = 1
}
