import { useEffect, useRef, useState } from 'react'
import { changedFields, type Values } from '#kit/merge'
import { useMe } from '#web/me'
import { drop, keep, kept } from '#web/offline/vault'

/** What is being filled in: what it began from, what it is now, when it last changed, and what else the page wants kept with it. */
export type Draft = { base: Values; mine: Values; extra?: unknown }

/** `opening`: what was kept is being read. `elsewhere`: the same form is open in another tab, which alone writes. */
type State = 'opening' | 'here' | 'elsewhere'
type Server = { values: Values; at: number } | undefined

/**
 * A form whose every keystroke is on this device's disk before the next: a dead battery, a closed page and a lapsed sign-in lose
 * nothing. `server`: the record as last read and when; taken over only while nothing typed here waits. `isWaiting`: an act about
 * this record is still in the queue.
 */
export function useDraft(name: string, server: Server, isWaiting: boolean) {
  const { account } = useMe()
  const [draft, setDraft] = useState<Draft & { at: number }>()
  const [state, setState] = useState<State>('opening')
  const [savedAt, setSavedAt] = useState<number>()
  // What was typed last, also before the page is drawn again.
  const latest = useRef<Draft & { at: number }>(undefined)
  const writer = useRef(writerOf(account.id, name, setSavedAt))
  const take = useTurn(`${account.id}/${name}`, setState)
  useEffect(() => {
    if (state !== 'here') return
    let isGone = false
    void kept<Draft>('drafts', account.id, name).then((found) => {
      if (isGone) return
      latest.current = found ? { ...found.value, at: found.at } : { base: {}, mine: {}, at: 0 }
      setDraft(latest.current)
    })
    return () => {
      isGone = true
    }
  }, [state, account.id, name])
  const isDirty = draft !== undefined && changedFields(draft.base, draft.mine).length > 0
  useEffect(() => {
    if (!draft || !server || isDirty || isWaiting || server.at <= draft.at) return
    latest.current = { base: server.values, mine: server.values, extra: draft.extra, at: server.at }
    setDraft(latest.current)
    writer.current.forget()
  }, [draft, server, isDirty, isWaiting])
  const write = (next: Draft) => {
    const at = Date.now()
    latest.current = { ...next, at }
    setDraft(latest.current)
    writer.current.write(next, at)
  }
  return {
    state,
    take,
    savedAt,
    isDirty,
    isReady: state === 'here' && draft !== undefined,
    base: draft?.base ?? server?.values ?? {},
    values: draft?.mine ?? server?.values ?? {},
    extra: draft?.extra,
    change: (patch: Values, extra?: unknown) => {
      const now = latest.current
      if (!now || state !== 'here') return
      write({ base: now.base, mine: { ...now.mine, ...patch }, extra: extra ?? now.extra })
    },
    /** What was handed to the queue is from now on what later changes begin from. */
    handedOver: (base: Values) => {
      const { mine, extra } = latest.current ?? { mine: base }
      write({ base, mine, extra })
    },
  }
}

/** Writes one after the other, the newest first: what was typed meanwhile needs one write, not many. */
function writerOf(account: string, name: string, saved: (at: number) => void) {
  let next: (() => Promise<void>) | undefined
  let isBusy = false
  const run = async () => {
    if (isBusy) return
    isBusy = true
    while (next) {
      const work = next
      next = undefined
      await work().catch(() => undefined)
    }
    isBusy = false
  }
  return {
    write: (draft: Draft, at: number) => {
      next = async () => {
        await keep('drafts', account, name, draft, at)
        saved(at)
      }
      void run()
    },
    forget: () => {
      next = () => drop('drafts', name)
      void run()
    },
  }
}

/** One tab writes a form; another may take its turn, and the first then only shows. */
function useTurn(name: string, setState: (state: State) => void) {
  const [wanted, want] = useState(0)
  useEffect(() => {
    if (!navigator.locks) return setState('here')
    let release: () => void = () => undefined
    let isGone = false
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const ask = (tries: number) => {
      const options = wanted ? { steal: true } : { ifAvailable: true }
      const turn = (lock: Lock | null) => {
        if (isGone) return
        if (lock) {
          setState('here')
          return held
        }
        // The page one has just left may not have let go yet.
        if (tries > 0) setTimeout(() => ask(tries - 1), 150)
        else setState('elsewhere')
      }
      navigator.locks.request(`gongqiao.draft/${name}`, options, turn).catch(() => !isGone && setState('elsewhere'))
    }
    ask(4)
    return () => {
      isGone = true
      release()
    }
  }, [name, wanted, setState])
  return () => want((times) => times + 1)
}
