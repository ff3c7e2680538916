import { changedFields } from '#kit/merge'
import { ask } from '#web/ask'
import type { Draft } from '#web/offline/useDraft'
import { allKept, wipe } from '#web/offline/vault'
import type { QueuedAct } from '#web/queue'

/**
 * Before a sign-out: says what would be lost, and asks. When the person leaves all the same, or nothing waits, everything of the
 * account is taken off this device. Whether to go.
 */
export async function leave(account: string): Promise<boolean> {
  const acts = await allKept<QueuedAct>('acts', account)
  const drafts = (await allKept<Draft>('drafts', account)).filter(({ value }) => changedFields(value.base, value.mine).length > 0)
  const count = acts.length + drafts.length
  if (count > 0) {
    const going = await ask({
      title: `还有 ${count} 件没有送出`,
      body: '它们只存在这部手机里。现在退出，这些内容就没有了；先连上网，等它们送出再退出。',
      act: '不要了，退出',
      words: '不要了',
      danger: true,
    })
    if (going === false) return false
  }
  await wipe(account)
  return true
}
