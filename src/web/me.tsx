import { queryOptions, useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { HeldPost, Me } from '#contracts/organisation/me'
import type { Power } from '#kit/powers'
import { api, client } from '#web/api'
import { isOffline } from '#web/faults'

export type { HeldPost, Me }

/** Who is signed in, as options of TanStack Query. */
export const whoAmI = queryOptions({ ...api.me.get.queryOptions(), queryFn: askOrRemember, staleTime: 60_000 })

const place = 'gongqiao.me'

/** On the phone the last answer is kept, so that the shell and what waits to be sent are there without a network. */
async function askOrRemember(): Promise<Me> {
  if (document.documentElement.dataset.face !== 'pocket') return client.me.get()
  try {
    const me = await client.me.get()
    localStorage.setItem(place, JSON.stringify(me))
    return me
  } catch (error) {
    const kept = localStorage.getItem(place)
    if (kept && isOffline(error)) return JSON.parse(kept)
    throw error
  }
}

/** At sign-out: this device no longer knows who was here. */
export const forgetMe = () => localStorage.removeItem(place)

/** Who is signed in: `{ account, person, posts, post, permissions }`. Inside a shell only; a bare page has nobody yet. */
export const useMe = (): Me => useSuspenseQuery(whoAmI).data

/** The same, where the public may be looking: `undefined` for nobody, and nobody is asked for. */
export const useMeIfAny = (): Me | undefined => useQuery({ ...whoAmI, enabled: false }).data

/** Whether the post acted under holds this power. Without a power: yes. The server asks again. */
export function usePermission(power: Power | undefined): boolean {
  const { permissions } = useMe()
  return power === undefined || permissions.includes(power)
}

/** Changes the one post acted under; everything on screen is asked anew. `mutate({ postId })`, `null` for none. */
export const useActAs = () => useMutation(api.me.actAs.mutationOptions())
