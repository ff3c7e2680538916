import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '#web/api'

/** Marks a notice as read and goes where it leads: within this face by the router, to the other one by its address. */
export function useOpenNotice() {
  const read = useMutation(api.notices.read.mutationOptions())
  const navigate = useNavigate()
  return async ({ id, link, isRead }: { id: string; link: string; isRead: boolean }) => {
    // A reading that fails keeps nobody from the thing itself.
    if (!isRead) await read.mutateAsync({ ids: [id] }).catch(() => {})
    const isPocket = document.documentElement.dataset.face === 'pocket'
    if (link.startsWith('/m/') !== isPocket) return location.assign(link)
    await navigate({ to: (isPocket ? link.slice(2) : link) as '/' })
  }
}
