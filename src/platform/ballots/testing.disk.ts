import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { backup } from '#platform/backup'

/** Every byte that the database under `folder`, its logs and a backup made now have on the disk, by file. */
export async function onDisk(url: string, folder: string, name: string): Promise<Map<string, Buffer>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('checkpoint')
  await client.end()
  const file = join(folder, `${name}.tar`)
  await backup(url, file)
  const files = [...globSync(`${folder}/db/**/*`).filter((path) => statSync(path).isFile()), file]
  return new Map(files.filter((path) => existsSync(path)).map((path) => [path.slice(folder.length), contentOf(path)]))
}

const PAGE = 8192
/** A file as it is; of the write-ahead log the records alone, without the heads of its pages, which would cut a name in two. */
function contentOf(path: string): Buffer {
  const content = readFileSync(path)
  if (!/\/pg_wal\/[0-9A-F]{24}$/.test(path)) return content
  const pages = Array.from({ length: Math.ceil(content.length / PAGE) }, (_, at) =>
    content.subarray(at * PAGE + (at ? 24 : 40), (at + 1) * PAGE),
  )
  return Buffer.concat(pages)
}

const ranked = (values: readonly number[]) => {
  const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value)
  const ranks = new Array<number>(values.length)
  order.forEach(({ at }, rank) => (ranks[at] = rank))
  return ranks
}

/** Spearman's correlation of two features of the same voters, as a normal deviate: independent ones are within ± 4.5 but once in 150,000. */
export function deviate(a: readonly number[], b: readonly number[]) {
  const [x, y] = [ranked(a), ranked(b)]
  const n = x.length
  const sum = x.reduce((total, rank, at) => total + (rank - y[at]!) ** 2, 0)
  return (1 - (6 * sum) / (n * (n * n - 1))) * Math.sqrt(n - 1)
}
/** Voters who stand at the same rank in both orders: one is expected by chance; ten or more once in a million. */
export const hits = (a: readonly number[], b: readonly number[]) => {
  const [x, y] = [ranked(a), ranked(b)]
  return x.filter((rank, at) => rank === y[at]).length
}
/** The same, if whoever guesses allows for each voter being a few places off. */
export const near = (a: readonly number[], b: readonly number[]) => {
  const [x, y] = [ranked(a), ranked(b)]
  return x.filter((rank, at) => Math.abs(rank - y[at]!) <= 3).length
}

type Places = Map<string, { first: number; last: number }>
/** Where each thing that begins with `prefix` and is `length` bytes long is first and last met. */
export function met(content: Buffer, prefix: Buffer, length: number): Places {
  const places: Places = new Map()
  for (let at = content.indexOf(prefix); at >= 0; at = content.indexOf(prefix, at + 1)) {
    const name = content.subarray(at, at + length).toString('hex')
    places.set(name, { first: places.get(name)?.first ?? at, last: at })
  }
  return places
}
export const together = (files: Map<string, Buffer>, which: (path: string) => boolean) =>
  Buffer.concat(
    [...files]
      .filter(([path]) => which(path))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, content]) => content),
  )
export const uuidBytes = (uuid: string) => Buffer.from(uuid.replaceAll('-', ''), 'hex')
