import { queryOptions, useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { HeldPost, Me } from '#contracts/organisation/me'
import type { Power } from '#kit/powers'
import { api } from '#web/api'

export type { HeldPost, Me }

/** Who is signed in, as options of TanStack Query. */
export const whoAmI = queryOptions({ ...api.me.get.queryOptions(), staleTime: 60_000 })

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
