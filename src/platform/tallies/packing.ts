/** Pairs of a code and a number, sorted by code; packed, 8 bytes a pair. */
export type Pairs = Int32Array

export const CELLS = 1024
/** A day, in numbers that rise with the days (not by one at a month's end), and a cell make one code. */
export const codeOf = (dayNumber: number, cell: number) => dayNumber * CELLS + cell
export const cellIn = (code: number) => code % CELLS
export const dayIn = (code: number) => Math.floor(code / CELLS)

/** A code with +1 or −1 as one number, so that millions of them sort fast. */
export const signed = (code: number, sign: number) => code * 2 + (sign > 0 ? 1 : 0)

/** Adds lists of signed codes up to pairs. */
export function pairsOf(lists: readonly (readonly number[])[]): Pairs {
  const sorted = new Float64Array(lists.reduce((length, list) => length + list.length, 0))
  let filled = 0
  for (const list of lists) {
    sorted.set(list, filled)
    filled += list.length
  }
  sorted.sort()
  const pairs = new Int32Array(sorted.length * 2)
  let length = 0
  for (let at = 0; at < sorted.length; ) {
    const code = Math.floor(sorted[at]! / 2)
    let sum = 0
    for (; at < sorted.length && Math.floor(sorted[at]! / 2) === code; at++) sum += sorted[at]! % 2 ? 1 : -1
    if (sum === 0) continue
    pairs[length++] = code
    pairs[length++] = sum
  }
  return pairs.slice(0, length)
}

/** The sum of two lists of pairs; pairs that come to nothing fall out. */
export function added(a: Pairs, b: Pairs): Pairs {
  const sum = new Int32Array(a.length + b.length)
  let [i, j, length] = [0, 0, 0]
  while (i < a.length || j < b.length) {
    const isA = j >= b.length || (i < a.length && a[i]! <= b[j]!)
    const isB = i >= a.length || (j < b.length && b[j]! <= a[i]!)
    const code = isA ? a[i]! : b[j]!
    const value = (isA ? a[i + 1]! : 0) + (isB ? b[j + 1]! : 0)
    if (isA) i += 2
    if (isB) j += 2
    if (value === 0) continue
    sum[length++] = code
    sum[length++] = value
  }
  return sum.slice(0, length)
}

/** Calls `each` with code and number of every pair. */
export function everyPair(pairs: Pairs, each: (code: number, value: number) => unknown) {
  for (let at = 0; at < pairs.length; at += 2) each(pairs[at]!, pairs[at + 1]!)
}

/** Adds to `sums`, by cell, what happened after one day and not after another: the codes are in the order of days. */
export function addBetween(events: Pairs, [after, upTo]: readonly [number, number], sums: Int32Array, sign: number) {
  const end = codeOf(upTo + 1, 0)
  for (let at = firstFrom(events, codeOf(after + 1, 0)); at < events.length && events[at]! < end; at += 2)
    sums[events[at]! % CELLS]! += sign * events[at + 1]!
}

/** Where the first pair stands whose code is not less. */
function firstFrom(pairs: Pairs, code: number) {
  let [low, high] = [0, pairs.length / 2]
  while (low < high) {
    const middle = (low + high) >> 1
    if (pairs[middle * 2]! < code) low = middle + 1
    else high = middle
  }
  return low * 2
}

/** What changes from day to day come to, by cell; only those of days that `isIn` takes. */
export function netOf(events: Pairs, isIn: (dayNumber: number) => boolean = () => true): Pairs {
  const sums = new Map<number, number>()
  everyPair(events, (code, value) => isIn(dayIn(code)) && sums.set(cellIn(code), (sums.get(cellIn(code)) ?? 0) + value))
  return fromMap(sums)
}

/** Pairs of a map of code to number, without what is nought. */
function fromMap(sums: ReadonlyMap<number, number>): Pairs {
  const kept = [...sums].filter(([, value]) => value !== 0).sort(([a], [b]) => a - b)
  return Int32Array.from(kept.flat())
}

/** As the database keeps them. */
export const pack = (pairs: Pairs) => Buffer.from(pairs.buffer, pairs.byteOffset, pairs.byteLength)
export function unpack(bytes: Buffer): Pairs {
  // A copy, because a Buffer may begin anywhere and an Int32Array may not.
  return new Int32Array(new Uint8Array(bytes).buffer)
}
