import { queryOptions, useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { Power } from '#kit/powers'
import { api } from '#web/api'

/** A post of the person signed in: an appointment with its union and its end. */
export type MyPost = { id: string; title: string; unionId: string; unionName: string; until?: string | null | undefined }

export type Me = {
  account: { id: string; name: string }
  person: {
    id: string
    name: string
    unionId: string
    unionName: string
    groupName?: string | null
    memberSince?: string | null
  } | null
  posts: MyPost[]
  /** The one acted under. */
  post: MyPost | null
  permissions: string[]
}

/** Who is signed in, as options of TanStack Query. */
export const whoAmI = queryOptions<Me>({ ...api.me.get.queryOptions(), staleTime: 60_000 })

/** Who is signed in: `{ account, person, posts, post, permissions }`. Inside a shell only; a bare page has nobody yet. */
export const useMe = (): Me => useSuspenseQuery(whoAmI).data

/** The same, where the public may be looking: `undefined` for nobody, and nobody is asked for. */
export const useMeIfAny = (): Me | undefined => useQuery({ ...whoAmI, enabled: false }).data

/** Whether the post acted under holds this power. Without a power: yes. The server asks again. */
export function usePermission(power: Power | undefined): boolean {
  const { permissions } = useMe()
  return power === undefined || permissions.includes(power)
}

/** Changes the one post acted under; everything on screen is asked anew. `mutate({ postId })`. */
export const useActAs = () => useMutation(api.me.actAs.mutationOptions())
