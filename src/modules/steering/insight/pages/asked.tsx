import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMe } from '#web/me'
import { today } from '#web/words'
import { type Cut, cuts, type Dimension, dimensions } from '../contract/words.ts'
import { lastYearsEnd } from '../rules.ts'

/** What the page shows, as its address says: of which union, up to which day, beside which, taken apart how. */
export type Asked = { unionId: string; day: string; since: string; by: Cut; of: Dimension }

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)

/** The question in the address, with what goes without saying filled in, and a way to change it. */
export function useAsked() {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const { post } = useMe()
  const day = isDay(search.day) && search.day <= today() ? search.day : today()
  const since = isDay(search.since) && search.since <= day ? search.since : lastYearsEnd(day)
  const asked: Asked = {
    unionId: typeof search.union === 'string' ? search.union : (post?.unionId ?? ''),
    day,
    since,
    by: cuts.find((cut) => cut === search.by) ?? 'child',
    of: dimensions.find((dimension) => dimension === search.of) ?? 'sex',
  }
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ to: '.', search: ((before: object) => ({ ...before, ...next })) as never, replace: true })
  return [asked, change] as const
}

/** The address of the list behind a figure. */
export const behind = ({ unionId, day, since }: Pick<Asked, 'unionId' | 'day' | 'since'>, figure: string, value: string) => ({
  union: unionId,
  day,
  since,
  figure,
  value,
})
