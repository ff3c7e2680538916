import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'

/** Where a workbook lies: a path on this machine, or its bytes. */
export type Source = string | Uint8Array

/** Size in bytes. */
export async function sizeOf(source: Source): Promise<number> {
  return typeof source === 'string' ? (await stat(source)).size : source.byteLength
}

/** Exactly the bytes [start, start + length), fewer at the end of the file. */
export async function bytesAt(source: Source, start: number, length: number): Promise<Buffer> {
  if (typeof source !== 'string') {
    return Buffer.from(source.buffer, source.byteOffset + start, Math.max(0, Math.min(length, source.byteLength - start)))
  }
  const file = await open(source)
  try {
    const buffer = Buffer.alloc(length)
    const { bytesRead } = await file.read(buffer, 0, length, start)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** The bytes [start, end) in pieces, so that a large file is never in memory whole. */
export function streamOf(source: Source, start: number, end: number): AsyncIterable<Buffer> {
  if (end <= start) return none()
  return typeof source === 'string'
    ? createReadStream(source, { start, end: end - 1, highWaterMark: 65_536 })
    : pieces(source, start, end)
}

async function* pieces(bytes: Uint8Array, start: number, end: number) {
  for (let at = start; at < end; at += 65_536) {
    // Bytes in memory never wait, so others are let in by hand.
    await setImmediate()
    yield Buffer.from(bytes.subarray(at, Math.min(end, at + 65_536)))
  }
}

async function* none(): AsyncGenerator<Buffer> {}
