import type { Recognition } from './recognise.ts'
import type { Cell, Row } from './rows.ts'
import { bareTitle, isIdleTitle } from './titles.ts'

/** Why a row is not somebody's: nothing in it, only a running number, a sum, a footer, the header again, column numbers, an example. */
export type Skip = 'empty' | 'total' | 'footer' | 'header' | 'numbering' | 'example'

const TOTAL = /^(合计|总计|小计|共计|累计|本页合计|总人数|平均)([:：(（].*)?$/
const FOOTER =
  /^(填表人|制表人|制表|审核人|审核|复核|负责人|经办人|单位负责人|工会主席|填报人|填报单位|填表日期|填报日期|联系人|注|备注|说明|填表说明|单位(?:[(（]盖章[)）]))[:：]/
const EXAMPLE = /^[(（【]?(示例|样例|范例|例如|例|填写示例|举例)[)）】]?([:：].*)?$/

/** Decides for the rows of one sheet which of them are nobody's. */
export function skipper({ columns }: Recognition): (row: Row) => Skip | null {
  const mapped = columns.filter(({ key }) => key !== null)
  const idle = new Set(
    columns.filter(({ key, title }) => key === null && isIdleTitle(bareTitle(title))).map(({ column }) => column),
  )
  const titles = new Map(mapped.map(({ column, title }) => [column, title.split(' / ').map(bareTitle)]))
  return ({ cells }) => {
    const filled = mapped.filter(({ column }) => !isBlank(cells[column] ?? null))
    const words = cells.flatMap((cell) => (isBlank(cell) ? [] : [bareWord(cell)]))
    if (words.length === 0 || cells.every((cell, column) => isBlank(cell) || idle.has(column))) return 'empty'
    const sparse = filled.length <= Math.max(1, mapped.length / 2)
    if (words.slice(0, 3).some((word) => TOTAL.test(word)) && sparse) return 'total'
    if (FOOTER.test(words[0] ?? '') && sparse) return 'footer'
    if (words.slice(0, 2).some((word) => EXAMPLE.test(word))) return 'example'
    const repeated = filled.filter(({ column }) => titles.get(column)?.includes(bareTitle(cells[column] ?? null)))
    if (repeated.length >= 2 && repeated.length * 2 >= filled.length) return 'header'
    return isNumbering(cells) ? 'numbering' : null
  }
}

/** Nothing to read: empty, blanks, or a dash or stroke put in so that no cell stays empty. */
export function isBlank(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && /^[\s\u200b\ufeff\-—–_/\\]*$/.test(cell))
}

const bareWord = (cell: Cell) => String(cell).replace(/\s/g, '')

/** Under printed headers there is often a row 1, 2, 3, 4 … or (1), (2), (3) … */
function isNumbering(cells: readonly Cell[]): boolean {
  const numbers = cells.flatMap((cell) => (isBlank(cell) ? [] : [Number(bareWord(cell).replace(/[()（）]/g, ''))]))
  return numbers.length >= 4 && numbers.every((n, i) => n === numbers[0]! + i) && (numbers[0] === 0 || numbers[0] === 1)
}
