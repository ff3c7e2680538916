import type { Day } from '#kit/dates'

/** Days from `from` up to, and not with, `to`; no end when `to` is null. */
export type Span = { from: Day; to: Day | null }

const END = '9999-12-31'
const endOf = ({ to }: Span) => to ?? END

/** Spans put together where they touch or overlap, in order. */
export function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    if (span.to !== null && span.to <= span.from) continue
    const last = result.at(-1)
    if (!last || endOf(last) < span.from) result.push({ ...span })
    else if (endOf(span) > endOf(last)) last.to = span.to
  }
  return result
}

/** What of `needs` is not within `covers`: where something had to be there and was not. */
export function uncovered(needs: readonly Span[], covers: readonly Span[]): Span[] {
  const there = joined(covers)
  return joined(needs).flatMap((need) => {
    const gaps: Span[] = []
    let from = need.from
    for (const cover of there) {
      if (endOf(cover) <= from || cover.from >= endOf(need)) continue
      if (cover.from > from) gaps.push({ from, to: cover.from })
      from = endOf(cover)
    }
    if (from < endOf(need)) gaps.push({ from, to: need.to })
    return gaps
  })
}

/** What lies in both. */
export function common(some: readonly Span[], others: readonly Span[]): Span[] {
  return joined(some).flatMap((one) =>
    joined(others).flatMap((other) => {
      const from = one.from > other.from ? one.from : other.from
      const to = endOf(one) < endOf(other) ? one.to : other.to
      return from < (to ?? END) ? [{ from, to }] : []
    }),
  )
}
