import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Use = { module: string; title: string; acts: string[] }

const root = join(import.meta.dirname, '../../../..')
const ID = /'([A-Z]+-\d\d\.[a-zA-Z]+)'/g

let found: Map<string, Use[]> | undefined

/**
 * The mechanisms whose code asks for a rule, with the acts they offer: read from the program itself, so that no list can be out of date.
 * The program does not change while it runs, so it is read once.
 */
export function usesOf(id: string): Use[] {
  found ??= readUses()
  return found.get(id) ?? []
}

function readUses(): Map<string, Use[]> {
  const uses = new Map<string, Use[]>()
  for (const folder of globSync('modules/*/*', { cwd: root })) {
    const module = folder.replaceAll('\\', '/').split('/').slice(1).join('/')
    if (module === 'steering/rulebook') continue
    const files = globSync(`${folder}/**/*.ts`, { cwd: root }).filter((file) => !/\.test\.ts$|testing/.test(file))
    const texts = files.map((file) => readFileSync(join(root, file), 'utf8'))
    const ids = new Set(texts.flatMap((text) => [...text.matchAll(ID)].map(([, one]) => one!)))
    if (ids.size === 0) continue
    const acts = texts.flatMap((text) => [...text.matchAll(/acting\('([^']+)'/g)].map(([, act]) => act!))
    const use = { module, title: titleOf(folder), acts: [...new Set(acts)].sort() }
    for (const one of ids) uses.set(one, [...(uses.get(one) ?? []), use])
  }
  return uses
}

/** A module's README begins with its name in both languages; where a house was packed without them, the folder's name. */
function titleOf(folder: string): string {
  const readme = join(root, folder, 'README.md')
  const [heading = ''] = existsSync(readme) ? readFileSync(readme, 'utf8').split('\n') : []
  return /[\u4e00-\u9fff][\u4e00-\u9fff（）、]*/.exec(heading)?.[0] ?? folder.split(/[\\/]/).at(-1)!
}
