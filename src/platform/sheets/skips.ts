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
    const firsts: number[] = []
    let busy = false
    for (let column = 0; column < cells.length && (firsts.length < 3 || !busy); column++) {
      if (isBlank(cells[column] ?? null)) continue
      if (firsts.length < 3) firsts.push(column)
      busy ||= !idle.has(column)
    }
    if (!busy) return 'empty'
    const words = firsts.map((column) => String(cells[column]).replace(/\s/g, ''))
    const filled = mapped.filter(({ column }) => !isBlank(cells[column] ?? null))
    const sparse = filled.length <= Math.max(1, mapped.length / 2)
    if (sparse && words.some((word) => TOTAL.test(word))) return 'total'
    if (sparse && FOOTER.test(words[0] ?? '')) return 'footer'
    if (words.slice(0, 2).some((word) => EXAMPLE.test(word))) return 'example'
    const repeats = ({ column }: { column: number }) => titles.get(column)?.includes(bareTitle(cells[column] ?? null)) === true
    if (filled[0] && repeats(filled[0])) {
      const repeated = filled.filter(repeats).length
      if (repeated >= 2 && repeated * 2 >= filled.length) return 'header'
    }
    return /^[(（]?[01][)）]?$/.test(words[0] ?? '') && isNumbering(cells) ? 'numbering' : null
  }
}

/** Nothing to read: empty, blanks, or a dash or stroke put in so that no cell stays empty. */
export function isBlank(cell: Cell): boolean {
  if (typeof cell !== 'string') return cell === null
  const first = cell.charCodeAt(0)
  // Digits, letters and Chinese characters, nearly every cell there is, need no pattern.
  if ((first > 0x2f && first < 0x5c) || (first > 0x60 && first < 0x7f) || (first > 0x3000 && first < 0xe000)) return false
  return /^[\s\u200b\ufeff\-—–_/\\]*$/.test(cell)
}

/** Under printed headers there is often a row 1, 2, 3, 4 … or (1), (2), (3) … */
function isNumbering(cells: readonly Cell[]): boolean {
  const numbers = cells.flatMap((cell) => (isBlank(cell) ? [] : [Number(String(cell).replace(/[\s()（）]/g, ''))]))
  return numbers.length >= 4 && numbers.every((n, i) => n === numbers[0]! + i)
}
