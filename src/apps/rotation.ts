import pg from 'pg'
import { type Ring, rotate, type RotationProgress, type SealedTable, sealedTables } from '#platform/secrets'
import { reseal, dictionary as signinDictionary, signinPool } from '#platform/signin'
import { dictionaries } from '../dictionary.ts'

/** What passes through quickly is sealed too, and is brought along, so that the former key can go at once. */
const passing: readonly SealedTable[] = [
  { table: 'requests', key: keyOf('account', 'key'), columns: [{ column: 'answer' }] },
  { table: 'downloads', key: keyOf('id'), columns: [{ column: 'input' }] },
]
/** Whole files: few at a time. */
const heavy: readonly SealedTable[] = [{ table: 'uploads', key: keyOf('id'), columns: [{ column: 'body' }] }]

function keyOf(...columns: string[]) {
  return columns.map((column) => ({ column, type: 'uuid' }))
}

/** The sealed tables of a region. */
export function regionTables(): SealedTable[] {
  const shared = new Set(signinDictionary.flatMap(({ personal }) => personal.map(({ table }) => table)))
  return sealedTables(dictionaries()).filter(({ table }) => !shared.has(table))
}

type Rotation = {
  /** An owner's: he alone sees all rows whatever their scope. */
  ownerUrl: string
  /** The server's, whose role reads what sign-in keeps. */
  serverUrl: string
  keys: Ring
  signal?: AbortSignal
  onProgress?: (place: string, progress: RotationProgress) => void
}

/**
 * Brings everything that is sealed under the key that writes now, region by region, then the accounts and the server's own login.
 * To be stopped and begun again at will. Gives the number of rows resealed.
 */
export async function rotateHouse({ ownerUrl, serverUrl, keys, signal, onProgress }: Rotation): Promise<number> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  const own = signinPool(serverUrl, 1)
  await owner.connect()
  try {
    const { rows } = await owner.query<{ name: string }>('select name from shared.regions order by name')
    let total = 0
    const go = async (place: string, schema: string, tables: readonly SealedTable[], batch = 500) => {
      const options = { tables, keys, batch, transaction: inSchema(owner, schema), ...(signal && { signal }) }
      total += await rotate({ ...options, onProgress: (progress) => onProgress?.(place, progress) })
    }
    for (const { name } of rows) {
      await go(name, name, [...regionTables(), ...passing])
      await go(name, name, heavy, 4)
    }
    const accounts = await reseal(own, keys)
    onProgress?.('shared', { table: 'accounts', resealed: accounts })
    await go('shared', 'shared', [login])
    return total + accounts
  } finally {
    await Promise.all([owner.end(), own.end()])
  }
}

const login: SealedTable = { table: 'server_login', key: [{ column: 'id', type: 'smallint' }], columns: [{ column: 'password' }] }

const inSchema =
  (client: pg.Client, schema: string) =>
  async <T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T> => {
    await client.query(`begin;set local search_path=${schema === 'shared' ? schema : `${schema},shared`}`)
    try {
      const result = await work(client)
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback')
      throw error
    }
  }
