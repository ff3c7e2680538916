import { refuse, type Verdict } from '#law/verdict'

/** One acts under a post one holds today, within a sign-in session that remembers it. */
export function mayActAs(postId: string | null, held: readonly { id: string }[], sessionId: string | undefined): Verdict {
  if (!sessionId) return refuse('me.session', '登录已失效，请重新登录后再选择任职')
  if (postId && !held.some(({ id }) => id === postId)) return refuse('me.notHeld', '您现在不担任这个职务，可能任期已满或已交接')
  return null
}
