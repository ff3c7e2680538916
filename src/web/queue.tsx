import { ORPCError } from '@orpc/client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { type CallContext, client, randomId } from '#web/api'
import { inWords } from '#web/faults'
import { useMe } from '#web/me'
import { notify } from '#web/notes'
import { drop, keep, kept, type QueuedAct } from '#web/queueStore'

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

type Call<Input> = {
  mutationKey: () => readonly [readonly string[], ...unknown[]] | readonly unknown[]
  call: (input: Input, ...rest: never[]) => Promise<unknown>
}

/**
 * An act that survives a lost network and a closed page: kept on this device with its idempotency key before it is sent,
 * sent again until the server has answered, so done once. `useQueuedMutation(api.appeals.say, '说句话')`.
 * `send` resolves to `sent` or `kept`, and rejects with the refusal when the server says no.
 */
export function useQueuedMutation<Input>(act: Call<Input>, title: string) {
  const { account } = useMe()
  const queries = useQueryClient()
  const path = (act.mutationKey()[0] as readonly string[]).join('.')
  const acts = useSyncExternalStore(subscribe, () => waiting)
  const send = async (input: Input): Promise<'sent' | 'kept'> => {
    const queued = { key: randomId(), path, title, input, account: account.id, at: Date.now() }
    await keep(queued)
    set([...waiting, queued])
    const outcome = await replay(queued)
    if (outcome === 'sent') void queries.invalidateQueries()
    if (outcome === 'sent' || outcome === 'kept') return outcome
    throw outcome.refused
  }
  return { send, waiting: acts.filter((queued) => queued.path === path) }
}

type Outcome = 'sent' | 'kept' | { refused: unknown }

async function replay(act: QueuedAct): Promise<Outcome> {
  try {
    await callOf(act.path)(act.input, { context: { idempotencyKey: act.key } })
  } catch (error) {
    if (!isFinal(error)) return 'kept'
    await forget(act)
    return { refused: error }
  }
  await forget(act)
  return 'sent'
}

/** Only an answer about this very act ends its waiting; a fault, a lapsed sign-in or a full server does not. */
const isFinal = (error: unknown) =>
  error instanceof ORPCError && error.status >= 400 && error.status < 500 && ![401, 408, 429].includes(error.status)

async function forget(act: QueuedAct) {
  await drop(act.key)
  set(waiting.filter(({ key }) => key !== act.key))
}

function callOf(path: string) {
  const found = path.split('.').reduce((at: unknown, name) => (at as Record<string, unknown>)[name], client)
  return found as (input: unknown, options: { context: CallContext }) => Promise<unknown>
}

let isReplaying = false

async function replayAll(account: string) {
  if (isReplaying) return 0
  isReplaying = true
  let sent = 0
  try {
    // What another person left on a shared phone is not sent in this one's name.
    set((await kept()).filter((act) => act.account === account))
    for (const act of waiting) {
      const outcome = await replay(act)
      if (outcome === 'kept') break
      if (outcome === 'sent') sent += 1
      else
        notify({ tone: 'bad', ...inWords(outcome.refused), title: `“${act.title}”没有办成：${inWords(outcome.refused).title}` })
    }
  } finally {
    isReplaying = false
  }
  return sent
}

/** Sends what waits whenever the network may be back, and says on every page what still waits. */
export function QueueWatch() {
  const { account } = useMe()
  const queries = useQueryClient()
  const acts = useSyncExternalStore(subscribe, () => waiting)
  useEffect(() => {
    const again = async () => {
      const sent = await replayAll(account.id)
      if (sent === 0) return
      notify({ tone: 'good', title: `网络通了，刚才的 ${sent} 件已经送到` })
      void queries.invalidateQueries()
    }
    void again()
    const timer = setInterval(() => waiting.length > 0 && again(), 30_000)
    addEventListener('online', again)
    return () => {
      clearInterval(timer)
      removeEventListener('online', again)
    }
  }, [account.id, queries])
  if (acts.length === 0) return null
  return (
    <p className="queued" role="status">
      {acts.length} 件存在手机里，有网就送出：{acts.map(({ title }) => title).join('、')}
    </p>
  )
}
