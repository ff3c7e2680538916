import { pipeline } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { unreadable } from './refusals.ts'
import { bytesAt, type Source, sizeOf, streamOf } from './source.ts'

/** One part of the package: where its bytes lie and what they must amount to. */
export type Part = { name: string; method: number; packed: number; size: number; crc: number; offset: number }

export type Zip = { source: Source; parts: Map<string, Part> }

const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const HEADER = 0x02014b50
const FULL = 0xffffffff
const PARTS_AT_MOST = 10_000

/** Reads the list of parts at the end of the package; nothing is unpacked yet. */
export async function openZip(source: Source, unpackedBytes: number): Promise<Zip> {
  const size = await sizeOf(source)
  const tail = await bytesAt(source, Math.max(0, size - 65_577), Math.min(size, 65_577))
  const at = tail.lastIndexOf('PK\x05\x06')
  if (at < 0 || at + 22 > tail.length) throw unreadable('corrupt')
  const { count, length, start } = await directoryAt(source, tail, at)
  if (count > PARTS_AT_MOST || length > 16 * 2 ** 20) throw unreadable('bomb')
  const directory = await bytesAt(source, start, length)
  if (directory.length < length) throw unreadable('corrupt')
  const parts = partsIn(directory, count)
  const unpacked = [...parts.values()].reduce((sum, part) => sum + part.size, 0)
  if (unpacked > unpackedBytes) throw unreadable('bomb')
  return { source, parts }
}

async function directoryAt(source: Source, tail: Buffer, at: number) {
  const plain = { count: tail.readUInt16LE(at + 10), length: tail.readUInt32LE(at + 12), start: tail.readUInt32LE(at + 16) }
  if (tail.readUInt32LE(at) !== END) throw unreadable('corrupt')
  if (plain.count !== 0xffff && plain.length !== FULL && plain.start !== FULL) return plain
  if (at < 20 || tail.readUInt32LE(at - 20) !== LOCATOR_64) return plain
  const end = await bytesAt(source, Number(tail.readBigUInt64LE(at - 12)), 56)
  if (end.length < 56 || end.readUInt32LE(0) !== END_64) throw unreadable('corrupt')
  const [count, length, start] = [32, 40, 48].map((offset) => Number(end.readBigUInt64LE(offset)))
  return { count: count!, length: length!, start: start! }
}

function partsIn(directory: Buffer, count: number): Map<string, Part> {
  const parts = new Map<string, Part>()
  for (let i = 0, at = 0; i < count; i++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== HEADER) throw unreadable('corrupt')
    if (directory.readUInt16LE(at + 8) & 1) throw unreadable('encrypted')
    const [name, extra, comment] = [28, 30, 32].map((offset) => directory.readUInt16LE(at + offset)) as [number, number, number]
    const part: Part = {
      name: directory.toString('utf8', at + 46, at + 46 + name),
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    }
    widen(part, directory.subarray(at + 46 + name, at + 46 + name + extra))
    parts.set(keyOf(part.name), part)
    at += 46 + name + extra + comment
  }
  return parts
}

/** Writers that always use ZIP64 put the real figures, in this order, into an extra field. */
function widen(part: Part, extra: Buffer) {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let from = at + 4
    for (const field of ['size', 'packed', 'offset'] as const) {
      if (part[field] !== FULL || from + 8 > extra.length) continue
      part[field] = Number(extra.readBigUInt64LE(from))
      from += 8
    }
  }
}

/** Part names compare without regard to case, slash direction or a leading slash (ECMA-376 part 2). */
export const keyOf = (name: string) => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase()

/** A part unpacked piece by piece; refused when it is longer than it said (zip bomb) or does not match its checksum. */
export async function* unpack({ source }: Zip, part: Part): AsyncGenerator<Buffer> {
  const local = await bytesAt(source, part.offset, 30)
  if (local.length < 30 || local.readUInt32LE(0) !== 0x04034b50) throw unreadable('corrupt')
  const start = part.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
  const packed = streamOf(source, start, start + part.packed)
  let [size, crc] = [0, 0]
  for await (const piece of part.method === 0 ? packed : inflated(packed, part.method)) {
    size += piece.length
    if (size > part.size) throw unreadable('bomb')
    crc = crc32(piece, crc)
    yield piece
  }
  if (size !== part.size || crc !== part.crc) throw unreadable('corrupt')
}

async function* inflated(packed: AsyncIterable<Buffer>, method: number): AsyncGenerator<Buffer> {
  if (method !== 8) throw unreadable('corrupt')
  const inflate = createInflateRaw({ chunkSize: 65_536 })
  pipeline(packed, inflate, () => undefined)
  try {
    for await (const piece of inflate) yield piece as Buffer
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('Z_')) throw unreadable('corrupt')
    throw error
  }
}

/** A small part as text; a part beyond the given size is refused. */
export async function textOf(zip: Zip, name: string, limitBytes = 16 * 2 ** 20): Promise<string | null> {
  const part = zip.parts.get(keyOf(name))
  if (!part) return null
  if (part.size > limitBytes) throw unreadable('bomb')
  const pieces: Buffer[] = []
  for await (const piece of unpack(zip, part)) pieces.push(piece)
  return decoded(Buffer.concat(pieces))
}

/** XML is UTF-8 unless a byte order mark says UTF-16. */
export function decoded(bytes: Buffer): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/** A part as pieces of text; a character is never cut in two. */
export async function* textsOf(zip: Zip, part: Part): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  for await (const piece of unpack(zip, part)) {
    decoder ??= new TextDecoder(piece[0] === 0xff && piece[1] === 0xfe ? 'utf-16le' : 'utf-8')
    yield decoder.decode(piece, { stream: true })
  }
  if (decoder) yield decoder.decode()
}
