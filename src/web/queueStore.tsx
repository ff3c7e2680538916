/** An act waiting on this device: which call, with what, under which key, whose. */
export type QueuedAct = { key: string; path: string; title: string; input: unknown; account: string; at: number }

const opened = () =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('gongqiao', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('acts', { keyPath: 'key' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

async function within<T>(mode: IDBTransactionMode, work: (acts: IDBObjectStore) => IDBRequest<T>) {
  const database = await opened()
  return new Promise<T>((resolve, reject) => {
    const transaction = database.transaction('acts', mode)
    const request = work(transaction.objectStore('acts'))
    // Resolved when written, not when asked: the page may be closed the next moment.
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error)
  }).finally(() => database.close())
}

export const keep = (act: QueuedAct) => within('readwrite', (acts) => acts.put(act))
export const drop = (key: string) => within('readwrite', (acts) => acts.delete(key))

/** All that waits, oldest first: a second act may build on the first. */
export async function kept(): Promise<QueuedAct[]> {
  const acts: QueuedAct[] = await within('readonly', (store) => store.getAll())
  return acts.sort((a, b) => a.at - b.at)
}
