import { ORPCError } from '@orpc/client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { type CallContext, client, randomId } from '#web/api'
import { inWords, isOffline, type Words } from '#web/faults'
import { useMe } from '#web/me'
import { notify } from '#web/notes'
import { allKept, alone, drop, keep } from '#web/offline/vault'

/**
 * An act waiting on this device: which call, with what, under which key, whose. `about`: the record it belongs to, so that what
 * depends on it waits with it. `refused`: the server said no, so it waits for a person instead.
 */
export type QueuedAct = {
  key: string
  path: string
  title: string
  input: unknown
  account: string
  at: number
  about?: string | undefined
  refused?: Words | undefined
}

let waiting: readonly QueuedAct[] = []
const watchers = new Set<() => void>()
const set = (next: readonly QueuedAct[]) => {
  waiting = next
  for (const watcher of watchers) watcher()
}
const subscribe = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Tells the other tabs of this device that the queue has changed. */
const tabs = globalThis.BroadcastChannel ? new BroadcastChannel('gongqiao.queue') : undefined

/** All that waits on this device for whoever is signed in, oldest first. */
export const useQueue = () => useSyncExternalStore(subscribe, () => waiting)

type Call<Input> = {
  mutationKey: () => readonly [readonly string[], ...unknown[]] | readonly unknown[]
  call: (input: Input, ...rest: never[]) => Promise<unknown>
}

/**
 * An act that survives a lost network and a closed page: kept on this device with its idempotency key before it is sent, sent again
 * until the server has answered, so done once. `useQueuedMutation(api.appeals.say, '说句话')`. Acts are sent in the order they were
 * made. `send(input, about?)` resolves to `sent` or `kept`, and rejects with the refusal when the server says no.
 */
export function useQueuedMutation<Input>(act: Call<Input>, title: string) {
  const { account } = useMe()
  const queries = useQueryClient()
  const path = (act.mutationKey()[0] as readonly string[]).join('.')
  const acts = useQueue()
  const send = async (input: Input, about?: string): Promise<'sent' | 'kept'> => {
    const queued: QueuedAct = { key: randomId(), path, title, input, account: account.id, at: nextMoment(), about }
    await keepAct(queued)
    const page: Page = { waitsFor: queued.key }
    const answered = flush(account.id, page).then((outcomes) => outcomes.get(queued.key) ?? 'kept')
    const outcome = await Promise.race([answered, patience(page)])
    if (outcome === 'sent') void queries.invalidateQueries()
    if (outcome === 'sent' || outcome === 'kept') return outcome
    throw outcome.refused
  }
  return { send, waiting: acts.filter((queued) => queued.path === path && !queued.refused) }
}

const PATIENCE = 8000
/** On a network that hangs the page is told after a while that the act is kept; a refusal that comes later is kept with it. */
const patience = (page: Page) =>
  new Promise<'kept'>((resolve) =>
    setTimeout(() => {
      page.waitsFor = undefined
      resolve('kept')
    }, PATIENCE),
  )

/** Sends a refused act once more, as a new one: what stood in its way may be gone. */
export async function sendAgain({ refused: _refused, ...act }: QueuedAct) {
  await keepAct({ ...act, key: randomId(), at: nextMoment() })
  await forget(act.key)
  await flush(act.account)
}

/** Takes an act off the device for good: the person said so. */
export const discard = ({ key }: QueuedAct) => forget(key)

let last = 0
const nextMoment = () => (last = Math.max(Date.now(), last + 1))

async function keepAct(act: QueuedAct) {
  await keep('acts', act.account, act.key, act, act.at)
  set([...waiting.filter(({ key }) => key !== act.key), act])
  tabs?.postMessage('changed')
}

async function forget(key: string) {
  await drop('acts', key)
  set(waiting.filter((act) => act.key !== key))
  tabs?.postMessage('changed')
}

async function reload(account: string) {
  // What another person left on a shared phone is not sent in this one's name.
  set((await allKept<QueuedAct>('acts', account)).map(({ value }) => value))
}

type Outcome = 'sent' | 'kept' | { refused: unknown }

let running: Promise<unknown> = Promise.resolve()

type Page = { waitsFor: string | undefined }

/** Sends what waits in its order, one tab at a time. `page`: the act whose refusal the page itself shows, so it is not kept. */
function flush(account: string, page?: Page): Promise<Map<string, Outcome>> {
  const next = running.then(() => alone('queue', () => sendAll(account, page)))
  running = next.catch(() => undefined)
  return next
}

async function sendAll(account: string, page?: Page) {
  await reload(account)
  const outcomes = new Map<string, Outcome>()
  const stuck = new Set<string>()
  for (const act of waiting) {
    if (act.refused || (act.about && stuck.has(act.about))) continue
    const outcome = await replay(act)
    outcomes.set(act.key, outcome.kind)
    if (outcome.kind === 'kept' && outcome.isEverything) break
    if (outcome.kind === 'kept') stuck.add(act.about ?? act.key)
    else if (outcome.kind === 'sent' || act.key === page?.waitsFor) await forget(act.key)
    else await keepAct({ ...act, refused: inWords(outcome.kind.refused) })
  }
  return outcomes
}

async function replay(act: QueuedAct): Promise<{ kind: Outcome; isEverything?: boolean }> {
  try {
    await callOf(act.path)(act.input, { context: { idempotencyKey: act.key } })
    return { kind: 'sent' }
  } catch (error) {
    if (isFinal(error)) return { kind: { refused: error } }
    // Without a network or a sign-in nothing else would get through; a fault may be this act's alone.
    return { kind: 'kept', isEverything: isOffline(error) || (error instanceof ORPCError && error.status < 500) }
  }
}

/** Only an answer about this very act ends its waiting; a fault, a lapsed sign-in or a full server does not. */
const isFinal = (error: unknown) =>
  error instanceof ORPCError && error.status >= 400 && error.status < 500 && ![401, 408, 429].includes(error.status)

function callOf(path: string) {
  const found = path.split('.').reduce((at: unknown, name) => (at as Record<string, unknown>)[name], client)
  return found as (input: unknown, options: { context: CallContext }) => Promise<unknown>
}

/** Sends what waits whenever the network may be back, and says on every page what still waits. */
export function QueueWatch({ to }: { to?: string }) {
  const { account } = useMe()
  const queries = useQueryClient()
  const acts = useQueue()
  useEffect(() => {
    const again = async () => {
      const outcomes = [...(await flush(account.id)).values()]
      const sent = outcomes.filter((outcome) => outcome === 'sent').length
      const refused = outcomes.filter((outcome) => typeof outcome === 'object')
      for (const { refused: error } of refused)
        notify({ tone: 'bad', ...inWords(error), title: `有一件没有办成：${inWords(error).title}。内容还在手机里` })
      if (sent) notify({ tone: 'good', title: `网络通了，刚才的 ${sent} 件已经送到` })
      if (outcomes.length) void queries.invalidateQueries()
    }
    void again()
    const timer = setInterval(() => waiting.some(({ refused }) => !refused) && again(), 30_000)
    const onTab = () => void reload(account.id)
    addEventListener('online', again)
    tabs?.addEventListener('message', onTab)
    return () => {
      clearInterval(timer)
      removeEventListener('online', again)
      tabs?.removeEventListener('message', onTab)
    }
  }, [account.id, queries])
  if (acts.length === 0) return null
  const refused = acts.filter((act) => act.refused).length
  const open = acts.length - refused
  return (
    <p className="queued" role="status">
      {open > 0 && `${open} 件存在手机里，有网就送出：${titlesOf(acts.filter((act) => !act.refused))}`}
      {open > 0 && refused > 0 && '；'}
      {refused > 0 && `${refused} 件没送成，要您看一看`}
      {to && (
        <>
          {' '}
          <a className="link" href={to}>
            看看
          </a>
        </>
      )}
    </p>
  )
}

const titlesOf = (acts: readonly QueuedAct[]) => [...new Set(acts.map(({ title }) => title))].join('、')
