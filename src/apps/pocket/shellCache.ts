import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin, Rolldown } from 'vite'

type Bundle = Rolldown.OutputBundle

/** Writes `/pocket-sw.js`: the service worker with the list of files that the phone's first screen needs. */
export function shellCache(): Plugin {
  return {
    name: 'gongqiao:shell-cache',
    apply: 'build',
    generateBundle(_, bundle) {
      const files = ['/m', '/manifest.webmanifest', '/icon.svg', ...[...shellOf(bundle)].map((file) => `/${file}`)]
      const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 12)
      const worker = readFileSync(new URL('./sw.js', import.meta.url), 'utf8')
      const source = worker
        .replace(/.*global __SHELL__.*\n/, '')
        .replace('__VERSION__', () => JSON.stringify(version))
        .replace('__SHELL__', () => JSON.stringify(files))
      // The names themselves: the hash in a file's name may well hold two underscores.
      if (/__(VERSION|SHELL)__/.test(source)) this.error('the service worker still has a gap that the build should have filled')
      this.emitFile({ type: 'asset', fileName: 'pocket-sw.js', source })
    },
  }
}

function shellOf(bundle: Bundle) {
  const files = new Set<string>()
  const take = (file: string) => {
    const chunk = bundle[file]
    if (files.has(file) || chunk?.type !== 'chunk') return
    files.add(file)
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style)
    for (const next of chunk.imports) take(next)
  }
  for (const [file, chunk] of Object.entries(bundle)) {
    const from = chunk.type === 'chunk' ? (chunk.facadeModuleId ?? '') : ''
    // The five places, the sign-in, and what modules keep in `pages/offline` are what a phone without a network must still open.
    if (
      /apps\/pocket\/(index\.html|\w+Page\.tsx)$|web\/(account\/SignInPage|offline\/\w+)\.tsx$|\/pages\/offline\/\w+\.tsx$/.test(
        from,
      )
    )
      take(file)
  }
  return files
}
