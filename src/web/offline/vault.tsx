/** What this device keeps for one account: `acts` waiting to be sent, `drafts` being filled in, `copies` of what was last read. */
export type Store = 'acts' | 'drafts' | 'copies'
type Row = { key: string; account: string; at: number; body: Sealed }
type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer } | { plain: string }
export type Kept<T> = { key: string; at: number; value: T }

const opened = () =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('gongqiao', 2)
    request.onupgradeneeded = () => {
      const database = request.result
      for (const store of ['acts', 'drafts', 'copies'])
        if (!database.objectStoreNames.contains(store)) database.createObjectStore(store, { keyPath: 'key' })
      if (!database.objectStoreNames.contains('keys')) database.createObjectStore('keys', { keyPath: 'account' })
    }
    request.onsuccess = () => {
      // Another tab that comes with a newer page must not wait for this one.
      request.result.onversionchange = () => request.result.close()
      resolve(request.result)
    }
    request.onerror = () => reject(request.error)
  })

async function within<T>(
  store: Store | 'keys',
  mode: IDBTransactionMode,
  work: (rows: IDBObjectStore, done: (value: T) => void) => void,
) {
  const database = await opened()
  return new Promise<T>((resolve, reject) => {
    // Strict: on the disk when resolved, since the battery may be empty the next moment.
    const transaction = database.transaction(store, mode, { durability: 'strict' })
    let result: T
    work(transaction.objectStore(store), (value) => {
      result = value
    })
    transaction.oncomplete = () => resolve(result)
    transaction.onabort = () => reject(transaction.error)
  }).finally(() => database.close())
}

const keys = new Map<string, Promise<CryptoKey | undefined>>()

/** A key that never leaves the browser, one an account, gone with the sign-out: what it sealed can then be read by nobody. */
function keyOf(account: string): Promise<CryptoKey | undefined> {
  const key = keys.get(account) ?? findKey(account)
  keys.set(account, key)
  return key
}

async function findKey(account: string): Promise<CryptoKey | undefined> {
  // Without https there is no cryptography and no service worker either: such a house has no phones without a network.
  if (!globalThis.crypto?.subtle) return undefined
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  return within<CryptoKey>('keys', 'readwrite', (rows, done) => {
    const asked = rows.get(account)
    asked.onsuccess = () => {
      if (asked.result) return done((asked.result as { key: CryptoKey }).key)
      rows.put({ account, key: made })
      done(made)
    }
  })
}

async function seal(account: string, value: unknown): Promise<Sealed> {
  const key = await keyOf(account)
  const plain = JSON.stringify(value)
  if (!key) return { plain }
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(plain)) }
}

async function unseal<T>(account: string, body: Sealed): Promise<T> {
  if ('plain' in body) return JSON.parse(body.plain)
  const key = await keyOf(account)
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: body.iv }, key!, body.data)
  return JSON.parse(new TextDecoder().decode(plain))
}

/** Keeps a JSON value under a key, sealed; resolved when it is on the disk. */
export async function keep(store: Store, account: string, key: string, value: unknown, at = Date.now()): Promise<void> {
  const row: Row = { key, account, at, body: await seal(account, value) }
  await within<void>(store, 'readwrite', (rows) => void rows.put(row))
}

/** What is kept under a key for this account, if anything. */
export async function kept<T>(store: Store, account: string, key: string): Promise<Kept<T> | undefined> {
  const row = await within<Row | undefined>(store, 'readonly', (rows, done) => {
    const asked = rows.get(key)
    asked.onsuccess = () => done(asked.result as Row | undefined)
  })
  return row?.account === account ? { key, at: row.at, value: await unseal<T>(account, row.body) } : undefined
}

/** All that is kept for this account, oldest first. */
export async function allKept<T>(store: Store, account: string): Promise<Kept<T>[]> {
  const own = (await everyRow(store)).filter((row) => row.account === account)
  const opened = await Promise.all(own.map(async ({ key, at, body }) => ({ key, at, value: await unseal<T>(account, body) })))
  return opened.sort((a, b) => a.at - b.at)
}

/** Takes one away. */
export const drop = (store: Store, key: string) => within<void>(store, 'readwrite', (rows) => void rows.delete(key))

/** At sign-out: everything of this account, and last its key. */
export async function wipe(account: string): Promise<void> {
  for (const store of ['acts', 'drafts', 'copies'] as const)
    for (const row of await everyRow(store)) if (row.account === account) await drop(store, row.key)
  await within<void>('keys', 'readwrite', (rows) => void rows.delete(account))
  keys.delete(account)
}

const everyRow = (store: Store) =>
  within<Row[]>(store, 'readonly', (rows, done) => {
    const asked = rows.getAll()
    // A row of the first version had no body: it was written by nobody yet.
    asked.onsuccess = () => done((asked.result as Row[]).filter(({ body }) => body))
  })

/** Runs `work` alone among all tabs of this device, where the browser can say so. */
export const alone = <T,>(name: string, work: () => Promise<T>): Promise<T> =>
  navigator.locks ? (navigator.locks.request(`gongqiao.${name}`, work) as Promise<T>) : work()
