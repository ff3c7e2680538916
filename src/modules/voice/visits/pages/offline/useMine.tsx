import { useEffect, useState } from 'react'
import { changedFields } from '#kit/merge'
import { api } from '#web/api'
import { useMe } from '#web/me'
import type { Draft } from '#web/offline/useDraft'
import { useCopied } from '#web/offline/useCopied'
import { allKept } from '#web/offline/vault'
import { useQueue } from '#web/queue'
import type { Mine, VisitRecord } from '../../contract.ts'

/** My contact points, plan, visits and problems: from the server, or as last read on this phone. */
export const useMine = () => useCopied<Mine>('visits.mine', api.visits.mine.queryOptions())

export type Begins = { pointId: string; plannedOn: string }
/** A visit begun on this phone that the server does not know yet, or one with something typed that was not sent. */
export type Local = { id: string; begins?: Begins | undefined; record: VisitRecord; isSaved: boolean }

export const draftName = (id: string) => `visits/${id}`

/** What lies on this phone alone, from the drafts and from what waits in the queue. */
export function useLocal(): Local[] {
  const { account } = useMe()
  const queue = useQueue()
  const [drafts, setDrafts] = useState<Local[]>([])
  useEffect(() => {
    let isGone = false
    void allKept<Draft>('drafts', account.id).then((kept) => {
      if (isGone) return
      const isUnsent = ({ base, mine }: Draft) => changedFields(base, mine).length > 0
      const own = kept.filter(({ key, value }) => key.startsWith('visits/') && isUnsent(value))
      setDrafts(
        own.map(({ key, value }) => ({
          id: key.slice('visits/'.length),
          begins: value.extra as Begins | undefined,
          record: value.mine as VisitRecord,
          isSaved: false,
        })),
      )
    })
    return () => {
      isGone = true
    }
  }, [account.id, queue])
  const waiting = queue.filter(({ path }) => path === 'visits.save').map(({ input }) => input as Queued)
  const begun = waiting
    .filter(({ begins }) => begins)
    .map(({ id, begins, mine }) => ({ id, begins: begins!, record: mine, isSaved: true }))
  return [...drafts, ...begun.filter(({ id }) => !drafts.some((draft) => draft.id === id))]
}
type Queued = { id: string; mine: VisitRecord; begins: Begins | null }
