import { addressOf } from './address.ts'
import { unreadable } from './refusals.ts'
import type { Row } from './rows.ts'
import { tagsOf } from './xml.ts'
import { type Part, unpack, type Zip } from './zip.ts'

/** A merged block: rows counted from 1, columns from 0, all inclusive. */
export type Merge = { top: number; bottom: number; left: number; right: number }

const TAIL_AT_MOST = 32 * 2 ** 20

/**
 * The merged blocks of a sheet. They stand behind its rows, so the part is unpacked once without being parsed, which also proves
 * it whole before the first row is used.
 */
export async function mergesOf(zip: Zip, part: Part, limit: number): Promise<Merge[]> {
  let carry = Buffer.alloc(0)
  let tail: Buffer[] | undefined
  let length = 0
  for await (const piece of unpack(zip, part)) {
    if (!tail) {
      const window = Buffer.concat([carry, piece])
      const end = endOfRows(window)
      carry = window.subarray(Math.max(0, window.length - 48))
      if (end >= 0) tail = [window.subarray(end)]
    } else if (length < TAIL_AT_MOST) tail.push(piece)
    length = tail ? length + piece.length : 0
  }
  const text = Buffer.concat(tail ?? []).toString('utf8')
  const merges = tagsOf(text, 'mergeCell').flatMap(({ ref }) => blockOf(ref ?? '') ?? [])
  if (merges.length > limit) throw unreadable('cells', '合并单元格太多')
  return merges.sort((a, b) => a.top - b.top)
}

function endOfRows(window: Buffer): number {
  for (let at = window.indexOf('sheetData>'); at >= 0; at = window.indexOf('sheetData>', at + 1)) {
    if (/<\/(?:[\w.-]+:)?$/.test(window.toString('latin1', Math.max(0, at - 36), at))) return at + 10
  }
  return -1
}

function blockOf(ref: string): Merge | null {
  const [from, to] = ref.split(':').map(addressOf)
  return from && to ? { top: from.row, bottom: to.row, left: from.column, right: to.column } : null
}

/** Gives each row of a block merged downwards the block's value, as the reader of the sheet sees it; rows come in order. */
export function fillDown(merges: readonly Merge[]): (row: Row) => void {
  const tall = merges.filter(({ top, bottom }) => bottom > top)
  const open = new Map<number, { bottom: number; value: Row['cells'][number] }>()
  let next = 0
  return (row) => {
    for (const [column, { bottom, value }] of open) {
      if (row.number > bottom) open.delete(column)
      else if ((row.cells[column] ?? null) === null) put(row, column, value)
    }
    for (; next < tall.length && tall[next]!.top <= row.number; next++) {
      const { top, bottom, left } = tall[next]!
      if (top === row.number && row.cells[left] != null) open.set(left, { bottom, value: row.cells[left] })
    }
  }
}

function put(row: Row, column: number, value: Row['cells'][number]) {
  while (row.cells.length < column) row.cells.push(null)
  row.cells[column] = value
}
