const weekdays = '日一二三四五六'
const dayMs = 86_400_000
const ms = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** Today in China as `2026-11-24`, by this device's clock. */
export const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())

/** Days from one calendar day to another. */
export const daysBetween = (from: string, to: string) => Math.round((ms(to) - ms(from)) / dayMs)

/** 12,345 */
export const count = (value: number) => value.toLocaleString('zh-CN')

/** Fen as yuan: 1234500 → ¥12,345.00. */
export const yuan = (fen: number | bigint) => `¥${(Number(fen) / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2 })}`

/** A day as people say it: 11 月 23 日, with the year when it is not this one. */
export function dayInWords(day: string, now = today()) {
  const [year, month, date] = day.split('-').map(Number)
  const words = `${month} 月 ${date} 日`
  return day.slice(0, 4) === now.slice(0, 4) ? words : `${year} 年 ${words}`
}

/** 星期一 */
export const weekdayOf = (day: string) => `星期${weekdays[new Date(ms(day)).getUTCDay()]}`

/** A moment in China's time as `11-23 14:05`, with the year when it is not this one. */
export function momentInWords(moment: Date | string) {
  const words = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(moment),
  )
  return words.slice(0, 4) === today().slice(0, 4) ? words.slice(5) : words
}

/** How a due day looks at the left of a row: 逾 4 / 天 in red, 今天, 11-25 / 周三, 12-01 / 下周. */
export function dueInWords(dueOn: string, now = today()) {
  const left = daysBetween(now, dueOn)
  if (left < 0) return { first: `逾 ${-left}`, second: '天', isLate: true }
  if (left === 0) return { first: '今天', second: '到期', isLate: false }
  const monday = (new Date(ms(now)).getUTCDay() + 6) % 7
  const week = Math.floor((left + monday) / 7)
  const second = week === 0 ? `周${weekdays[new Date(ms(dueOn)).getUTCDay()]}` : week === 1 ? '下周' : `${left} 天后`
  return { first: dueOn.slice(0, 4) === now.slice(0, 4) ? dueOn.slice(5) : dueOn.slice(2), second, isLate: false }
}
