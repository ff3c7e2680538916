import { type QueryKey, useQuery } from '@tanstack/react-query'
import { isOffline } from '#web/faults'
import { useMe } from '#web/me'
import { keep, kept } from '#web/offline/vault'

type Asked<T> = { queryKey: QueryKey; queryFn?: unknown; call?: T }
/** What was read, when, and whether it is the copy on this device because there is no network. */
export type Copied<T> = { value: T; at: number; isCopy: boolean }

/**
 * A reading that is there without a network: each answer is copied to this device, sealed, and the copy is given when the server
 * cannot be reached. `useCopied('visits.mine', api.visits.mine.queryOptions())`. Days and moments of an answer come back as text.
 */
export function useCopied<T>(name: string, options: Asked<T> & { queryFn?: (context: never) => T | Promise<T> }) {
  const { account } = useMe()
  const ask = options.queryFn as unknown as (context: unknown) => Promise<T>
  return useQuery({
    queryKey: [...options.queryKey, 'copied', account.id],
    // Whether there is a network is found out by asking: browsers are often wrong about it.
    networkMode: 'always',
    retry: false,
    queryFn: async (context): Promise<Copied<T>> => {
      try {
        const value = await ask(context)
        const at = Date.now()
        await keep('copies', account.id, name, value, at).catch(() => undefined)
        return { value, at, isCopy: false }
      } catch (error) {
        const copy = isOffline(error) ? await kept<T>('copies', account.id, name) : undefined
        if (!copy) throw error
        return { value: copy.value, at: copy.at, isCopy: true }
      }
    },
  })
}
