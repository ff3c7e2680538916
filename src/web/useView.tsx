import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'

/** What a list shows, as its address says: `?page=2&sort=-name&find=zs&kind=basic,town`. */
export type View = {
  page: number
  size: number
  sort?: string
  descending: boolean
  find?: string
  /** By column: the values chosen there. */
  filters: Record<string, string[]>
}

const own = new Set(['page', 'size', 'sort', 'find'])

/** The view as the address has it, and a way to change it; a change of anything but the page goes back to page 1. */
export function useView(filterable: readonly string[], sizes = 20) {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const wanted = JSON.stringify(search) + filterable.join()
  // The search object is new at each render of the router; what it says is what counts.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const view = useMemo(() => viewOf(search, filterable, sizes), [wanted, sizes])
  const change = useCallback(
    (next: Partial<View>) => {
      const changed = { ...view, page: 1, ...next }
      const kept = Object.entries(search).filter(([name]) => !own.has(name) && !filterable.includes(name))
      void navigate({ to: '.', search: { ...Object.fromEntries(kept), ...asSearch(changed, sizes) } as never, replace: true })
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [view, navigate, wanted, sizes],
  )
  return [view, change] as const
}

/** Reads a view out of an address; what makes no sense there is passed over. */
export function viewOf(search: Record<string, unknown>, filterable: readonly string[], sizes = 20): View {
  const sort = typeof search.sort === 'string' ? search.sort : ''
  const filters = filterable.map((name) => [name, search[name] === undefined ? [] : String(search[name]).split(',')] as const)
  return {
    page: whole(search.page, 1, 100_000),
    size: whole(search.size, sizes, 200),
    ...(sort && { sort: sort.replace(/^-/, '') }),
    descending: sort.startsWith('-'),
    ...(search.find !== undefined && search.find !== '' && { find: String(search.find) }),
    filters: Object.fromEntries(filters.filter(([, values]) => values.length > 0)),
  }
}

function whole(value: unknown, otherwise: number, most: number) {
  const number = Number(value)
  return Number.isInteger(number) && number >= 1 ? Math.min(number, most) : otherwise
}

/** Writes a view into an address, leaving out what goes without saying. */
export function asSearch(view: View, sizes = 20): Record<string, unknown> {
  const chosen = Object.entries(view.filters).filter(([, values]) => values.length > 0)
  return {
    ...(view.page > 1 && { page: view.page }),
    ...(view.size !== sizes && { size: view.size }),
    ...(view.sort && { sort: view.descending ? `-${view.sort}` : view.sort }),
    ...(view.find && { find: view.find }),
    ...Object.fromEntries(chosen.map(([name, values]) => [name, values.join(',')])),
  }
}
