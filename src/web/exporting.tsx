import { usePermission } from '#web/me'
import type { View } from '#web/useView'

/**
 * The `download` of a `DataTable`, for whoever may export: the act leaves its line and gives a ticket, the ticket is fetched as a file.
 * `<DataTable {...useExport((view) => act.mutateAsync(inputOf(view)))} />`
 */
export function useExport(act: (view: View) => Promise<{ id: string }>): { download?: (view: View) => Promise<void> } {
  const mayExport = usePermission('members.exchange')
  const download = async (view: View) => {
    const { id } = await act(view)
    location.assign(`/files/${id}`)
  }
  return mayExport ? { download } : {}
}
