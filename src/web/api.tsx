import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import {
  createTanstackQueryUtils,
  TANSTACK_QUERY_OPERATION_CONTEXT_SYMBOL as operation,
  type OperationContext,
} from '@orpc/tanstack-query'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { inWords, isOffline } from '#web/faults'
import { notify } from '#web/notes'
import type { contracts } from '../contracts.ts'

/** What a call may carry beside its input: the key of an act that was queued earlier. */
export type CallContext = OperationContext & { idempotencyKey?: string }

const keys = new WeakMap<object, string>()

/** One key for one act: TanStack Query hands every retry the same input object. */
function keyOf(input: unknown) {
  if (typeof input !== 'object' || input === null) return randomId()
  const key = keys.get(input) ?? randomId()
  keys.set(input, key)
  return key
}

/** A random UUID, also on plain http in an intranet, where `crypto.randomUUID` does not exist. */
export function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const link = new RPCLink<CallContext>({
  url: () => `${location.origin}/rpc`,
  headers: ({ context }, _path, input): Record<string, string> => {
    if (context.idempotencyKey) return { 'idempotency-key': context.idempotencyKey }
    return context[operation]?.type === 'mutation' ? { 'idempotency-key': keyOf(input) } : {}
  },
})

/** The bare calls, for the offline queue and for what is not asked by a page. */
export const client: ContractRouterClient<typeof contracts, CallContext> = createORPCClient(link)

/** Every call as options of TanStack Query: `api.members.list.queryOptions({ input })`. */
export const api = createTanstackQueryUtils(client)

declare module '@tanstack/react-query' {
  interface Register {
    /** `quiet`: the page itself says what went wrong, so no note is shown. */
    mutationMeta: { quiet?: boolean }
  }
}

/** Every act refreshes what is on screen; no page keeps a list of keys to invalidate. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: toSignIn }),
  mutationCache: new MutationCache({
    // Not waited for: a row that the act takes from the screen would take its page's own answer (a note, a way on) with it.
    onSuccess: () => void queryClient.invalidateQueries(),
    onError: (error, _input, _result, mutation) => {
      toSignIn(error)
      if (!mutation.meta?.quiet) notify({ tone: 'bad', ...inWords(error) })
    },
  }),
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (count, error) => count < 2 && isOffline(error) },
    // Safe to repeat: the key makes the server do it once.
    mutations: { retry: (count, error) => count < 2 && isOffline(error) },
  },
})

function toSignIn(error: unknown) {
  if (!(error instanceof ORPCError) || error.code !== 'UNAUTHORIZED') return
  const base = document.documentElement.dataset.face === 'pocket' ? '/m' : ''
  const here = location.pathname.slice(base.length) + location.search
  if (/^\/(sign-in|setup|activate)/.test(here)) return
  location.assign(`${base}/sign-in${here.length > 1 ? `?next=${encodeURIComponent(here)}` : ''}`)
}
