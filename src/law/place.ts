import type { Scope } from './statutes/shape.ts'

/**
 * The scope that a division code stands for (GB/T 2260, six digits): a district has its city's and province's rules, `330102` is
 * `CN-330102`, `330100` the city `CN-3301`, `330000` the province `CN-33`. Without a code the national rules alone.
 */
export function scopeOfDivision(division: string | null | undefined): Scope {
  const code = /^[1-8]\d{5}$/.test(division ?? '') ? division!.replace(/(00)+$/, '') : ''
  return code ? `CN-${Number(code)}` : 'national'
}
