import { addDays, type Day, dayOf, daysInMonth } from '#kit/dates'

const RANGE = /(\d{1,2})月(\d{1,2})日(?:（[^）]*）)?(?:至(?:(\d{1,2})月)?(\d{1,2})日)?/g

/**
 * The days of a holiday notice as the State Council words it: what stands before 放假 is off, what stands before 上班 is worked.
 * Days that no calendar has are left out; what a person then sees is the year with its marks, and he puts it right by hand.
 */
export function noticeIn(text: string, year: number): { rest: Day[]; work: Day[] } {
  const found = { rest: new Set<Day>(), work: new Set<Day>() }
  for (const clause of text.split(/[。；;\n]/)) {
    const kind = clause.includes('上班') ? 'work' : clause.includes('放假') ? 'rest' : null
    if (!kind) continue
    for (const [, month, from, toMonth, to] of clause.matchAll(RANGE)) {
      const first = dayIn(year, Number(month), Number(from))
      const last = to ? dayIn(year, Number(toMonth ?? month), Number(to)) : first
      if (first && last) for (let day = first; day <= last; day = addDays(day, 1)) found[kind].add(day)
    }
  }
  return { rest: [...found.rest].sort(), work: [...found.work].sort() }
}

const dayIn = (year: number, month: number, date: number) =>
  month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month) ? dayOf(year, month, date) : null

const LABEL = /^[\s　]*(第[一二三四五六七八九十百千零〇0-9]+条|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)[\s　]*/

/** The articles of a pasted text: each begins a line with 第三条, 三、 or （三）; what stands before the first is its preamble. */
export function articlesIn(text: string): { label: string; body: string }[] {
  const articles: { label: string; body: string }[] = []
  for (const line of text.split(/\r?\n/)) {
    const label = LABEL.exec(line)
    const rest = line.slice(label?.[0].length ?? 0).trim()
    if (label) articles.push({ label: label[1]!.replace(/、$/, ''), body: rest })
    else if (rest && articles.length) articles.at(-1)!.body += `\n${rest}`
    else if (rest) articles.push({ label: '引言', body: rest })
  }
  return articles.map(({ label, body }) => ({ label, body: body.trim() })).filter(({ body }) => body.length >= 2)
}
