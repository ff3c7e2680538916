import type { Day } from '#kit/dates'

/** How binding a rule is: BLOCK makes an act invalid, WARN is a norm with discretion, INFO a default of practice. */
export const levels = ['BLOCK', 'WARN', 'INFO'] as const
export type Level = (typeof levels)[number]

/** Where a rule holds: the country, or a province or city by its division code (CN-33 Zhejiang, CN-3301 Hangzhou). */
export type Scope = 'national' | `CN-${number}`

/** Seats by head-count: from so many members to so many (no end: null), at least and at most so many seats. */
export type Band = { from: number; to: number | null; least: number; most: number }

/** What a rule fixes: a figure, one of several figures, a table, or (true) that it holds at all. */
export type Value = number | boolean | readonly number[] | readonly Band[]

/**
 * One rule in one text for one time. `id` is the row of the rule collection and the point in it (`ORG-15.founding`); `unit` belongs to
 * `value`; `verified` is false when nobody has read the article itself: such a rule is an adjustable default and never a BLOCK.
 */
export type Statute<V extends Value = Value> = {
  id: string
  value: V
  unit?:
    | 'day'
    | 'workingDay'
    | 'month'
    | 'year'
    | 'hour'
    | 'member'
    | 'employee'
    | 'womanMember'
    | 'womanEmployee'
    | 'person'
    | 'unit'
    | 'seat'
    | 'representative'
    | 'permille'
    | 'percent'
  source: string
  article: string
  from: Day
  to?: Day
  scope: Scope
  level: Level
  verified: boolean
  says: string
}

/** What all rules of one text share; a row spreads it. */
export type Text = Pick<Statute, 'source' | 'from' | 'to' | 'scope' | 'verified'>

const DIGITS = '零一二三四五六七八九'

/** 11 as 第十一条, 1259 as 第一千二百五十九条; 0 where the text was read and its number not kept. */
export function articleOf(n: number): string {
  if (n === 0) return '（条号待核对）'
  const places = ['千', '百', '十', '']
  const digits = String(n).padStart(4, '0')
  const words = [...digits].map((digit, i) => (digit === '0' ? '零' : `${DIGITS[Number(digit)]}${places[i]}`)).join('')
  return `第${words
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '')
    .replace(/^一十/, '十')}条`
}

/** The same rule with the figures of several local texts: text, article and value of each. */
export function locals<const Id extends string, V extends number | boolean>(
  rule: Pick<Statute, 'unit' | 'level'> & { id: Id; says: string | ((value: V) => string) },
  rows: readonly (readonly [text: Text, article: number, value: V])[],
) {
  return rows.map(([text, article, value]) => ({
    ...text,
    ...rule,
    value,
    article: articleOf(article),
    says: typeof rule.says === 'string' ? rule.says : rule.says(value),
  }))
}

/** One row of a region's pack: id, article, value, its unit where it is a figure, what it says, and how binding it is (WARN unless said). */
export type PackRow = readonly [
  id: string,
  article: number,
  value: Value,
  unit: Statute['unit'] | null,
  says: string,
  level?: Level,
]

/** The rows of one local text. */
export function pack(text: Text, rows: readonly PackRow[]): Statute[] {
  return rows.map(([id, article, value, unit, says, level = 'WARN']) => {
    return { ...text, id, value, ...(unit && { unit }), article: articleOf(article), level, says }
  })
}
