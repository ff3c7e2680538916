import { useQuery } from '@tanstack/react-query'
import type { Place } from '#law/statutes'
import { api } from '#web/api'

const FRESH = 600_000

/**
 * The rules as the server judges by at a union (left out: where one acts or belongs), for rules that take a place: law of the region and what
 * the unions above ruled. `undefined` until it is known: then national law, as the rules have it.
 */
export function useLaw(unionId?: string): Place | undefined {
  const { data } = useQuery({
    ...api.rulebook.law.queryOptions({ input: unionId ? { unionId } : {} }),
    staleTime: FRESH,
    meta: { quiet: true },
  })
  return data as Place | undefined
}
