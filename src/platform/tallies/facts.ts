import type { Day } from '#kit/dates'

/** A stay, a tag or a registered worker, as it began or ceased to be true (`sign`), not yet added to the sums. */
export type Fact = {
  sign: number
  own: string | null
  above: string[]
  kind: string
  unitType: string
  sector: string
  fromOn: Day
  untilOn: Day | null
  standing: 'full' | 'retained' | 'worker' | null
  came: string | null
  went: string | null
  birthOn: Day | null
  facts: string[] | null
  tag: string | null
  sensitive: boolean
}

/** The facts of a person that are counted, in the order in which the database hands them over. */
export const dimensions = ['sex', 'employmentForm', 'education', 'political', 'skillLevel', 'household', 'newForm'] as const

/** Age bands begin at these; the first holds everybody below the second. */
export const ageBands = [0, 25, 35, 45, 55, 60] as const

/** By which a node's figures can be taken apart without asking each union below. */
export const slices = ['kind', 'unitType', 'sector'] as const
export type Slice = (typeof slices)[number]

/** Where a fact counts: at the union itself, and above it both in all and in its slice of each kind. */
export function targetsOf({ own, above, sensitive, kind, unitType, sector }: Fact): { node: string; slice: string }[] {
  const name = sensitive ? 'sensitive' : ''
  const whole = (own ? [...above, own] : above).map((node) => ({ node, slice: name }))
  if (sensitive) return whole
  const parts = [`kind:${kind}`, `unitType:${unitType}`, `sector:${sector}`]
  return [...whole, ...above.flatMap((node) => parts.map((slice) => ({ node, slice })))]
}

/** Calls `each` with every day on which the fact changes a figure, the figure's name, and by how much. */
export function everyChange(fact: Fact, each: (day: Day, cell: string, change: number) => void) {
  const { sign, fromOn, untilOn, standing, tag } = fact
  const begun = (cell: string) => {
    each(fromOn, cell, sign)
    if (untilOn) each(untilOn, cell, -sign)
  }
  // A stay that begins and ends on one day counts on no day, but it came and went.
  if (fact.came) each(fromOn, `came.${fact.came}`, sign)
  if (fact.went && untilOn) each(untilOn, `went.${fact.went}`, sign)
  if (tag) begun(`tag.${tag}`)
  if (standing) begun(`standing.${standing}`)
  if (standing !== 'full') return
  dimensions.forEach((dimension, at) => begun(`${dimension}.${fact.facts?.[at] ?? ''}`))
  everyAge(fact, each)
}

/** The band on the first day, out of it on the last, and from band to band on the birthdays between. */
function everyAge({ sign, fromOn, untilOn, birthOn }: Fact, each: (day: Day, cell: string, change: number) => void) {
  let band = bandOf(birthOn, fromOn)
  each(fromOn, band, sign)
  for (const age of birthOn ? ageBands.slice(1) : []) {
    const day = birthdayOf(birthOn!, age)
    if (day <= fromOn || (untilOn && day >= untilOn)) continue
    each(day, band, -sign)
    band = `age.${age}`
    each(day, band, sign)
  }
  if (untilOn) each(untilOn, band, -sign)
}

/** The age band a person is in on a day: `age.35`; `age.` without a birthday. */
export function bandOf(birthOn: Day | null, on: Day): string {
  if (!birthOn) return 'age.'
  let band = 0
  for (const age of ageBands) if (birthdayOf(birthOn, age) <= on) band = age
  return `age.${band}`
}

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** The day on which a person is so old; one born on 29 February becomes older on 1 March in other years, as `ageOn` has it. */
function birthdayOf(birthOn: Day, age: number): Day {
  const year = Number(birthOn.slice(0, 4)) + age
  const date = birthOn.slice(4)
  return String(year).padStart(4, '0') + (date === '-02-29' && !isLeap(year) ? '-03-01' : date)
}

const daysBefore = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335]
const FIRST_YEAR = 1900
export const yearOf = (day: Day) => Number(day.slice(0, 4))
/** A number for a day that rises with the days; every year is laid out as a leap year, and all before 1900 is its first day. */
export const numberOf = (day: Day) =>
  Math.max(0, (yearOf(day) - FIRST_YEAR) * 366 + daysBefore[Number(day.slice(5, 7)) - 1]! + Number(day.slice(8, 10)) - 1)
/** The year that a day's number lies in. */
export const yearIn = (dayNumber: number) => FIRST_YEAR + Math.floor(dayNumber / 366)

/** The last day before the year of a day. */
export const openingOf = (day: Day): Day => `${String(yearOf(day) - 1).padStart(4, '0')}-12-31`
