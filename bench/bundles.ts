import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { weigh } from '../src/web/budget.ts'
import type { Line } from './measure.ts'
import { root } from './place.ts'

/** What a first screen sends, as built. */
export function bundles(): Line[] {
  const dist = join(root, 'dist')
  if (!existsSync(join(dist, '.vite/manifest.json'))) return []
  return weigh(dist).map(({ screen, kB, most }) => ({
    what: `script of the first screen, ${screen}, gzip`,
    value: `${kB} kB`,
    floor: '',
    ratio: '',
    target: `≤ ${most} kB`,
    isMet: kB <= most,
  }))
}
