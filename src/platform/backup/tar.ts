import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'

const BLOCK = 512
const CHUNK = 1 << 20
const OCTAL_LIMIT = 8 ** 11

/** One member of a tar as it was written: its size in bytes and the SHA-256 of its content. */
export type Written = { size: number; sha256: string }

/** A tar being written. Members may be streams of unknown length. */
export type TarWriter = { add(name: string, content: AsyncIterable<Buffer>): Promise<Written>; close(): Promise<void> }

/** Where a member's content lies in a tar. */
export type Member = { offset: number; size: number }

/** Starts a tar (POSIX ustar, pax for long or Chinese names) at `file`, which must not exist; readable by its owner alone. */
export async function createTar(file: string): Promise<TarWriter> {
  const handle = await open(file, 'wx', 0o600)
  let end = 0
  const add = async (name: string, content: AsyncIterable<Buffer>) => {
    const isPlain = name.length <= 100 && /^[\x20-\x7e]+$/.test(name)
    const long = isPlain ? Buffer.alloc(0) : padded(paxRecord('path', name))
    const start = end + (isPlain ? 0 : BLOCK + long.length)
    const written = await pour(content, handle, start + BLOCK)
    // Only now is the size known that stands before the content.
    if (!isPlain)
      await handle.write(Buffer.concat([header('pax', paxRecord('path', name).length, 'x'), long]), 0, BLOCK + long.length, end)
    await handle.write(header(isPlain ? name : 'member', written.size, '0'), 0, BLOCK, start)
    const padding = -written.size & (BLOCK - 1)
    if (padding) await handle.write(Buffer.alloc(padding), 0, padding, start + BLOCK + written.size)
    end = start + BLOCK + written.size + padding
    return written
  }
  const close = async () => {
    await handle.write(Buffer.alloc(2 * BLOCK), 0, 2 * BLOCK, end)
    await handle.sync()
    await handle.close()
  }
  return { add, close }
}

/** The regular files in a tar by name. Throws on anything that is not one. */
export async function indexTar(file: string): Promise<Map<string, Member>> {
  const handle = await open(file, 'r')
  try {
    const members = new Map<string, Member>()
    let name: string | undefined
    for (let at = 0; ; ) {
      const block = await readAt(handle, at, BLOCK)
      if (block.every((byte) => byte === 0)) return members
      checkSum(block, file, at)
      const size = sizeIn(block)
      if (block.toString('latin1', 156, 157) === 'x') name = pathIn(await readAt(handle, at + BLOCK, size))
      else {
        members.set(name ?? textIn(block, 0, 100), { offset: at + BLOCK, size })
        name = undefined
      }
      at += BLOCK + size + (-size & (BLOCK - 1))
    }
  } finally {
    await handle.close()
  }
}

/** The content of a member as a stream. */
export const readMember = (file: string, { offset, size }: Member): Readable =>
  size === 0 ? Readable.from([]) : createReadStream(file, { start: offset, end: offset + size - 1, highWaterMark: CHUNK })

async function pour(content: AsyncIterable<Buffer>, handle: FileHandle, start: number): Promise<Written> {
  const hash = createHash('sha256')
  let [size, held, waiting] = [0, 0, [] as Buffer[]]
  const flush = async () => {
    if (held === 0) return
    await handle.writev(waiting, start + size - held)
    waiting = []
    held = 0
  }
  for await (const chunk of content) {
    hash.update(chunk)
    waiting.push(chunk)
    size += chunk.length
    held += chunk.length
    if (held >= CHUNK || waiting.length >= 512) await flush()
  }
  await flush()
  return { size, sha256: hash.digest('hex') }
}

function header(name: string, size: number, type: '0' | 'x'): Buffer {
  const block = Buffer.alloc(BLOCK)
  const put = (text: string, at: number) => block.write(text, at, 'latin1')
  put(name, 0)
  put('0000600\0', 100)
  put('0000000\0'.repeat(2), 108)
  if (size < OCTAL_LIMIT) put(`${size.toString(8).padStart(11, '0')}\0`, 124)
  else {
    block.writeUInt8(0x80, 124)
    block.writeBigUInt64BE(BigInt(size), 128)
  }
  put(
    `${Math.floor(Date.now() / 1000)
      .toString(8)
      .padStart(11, '0')}\0`,
    136,
  )
  put(type, 156)
  put('ustar\x0000', 257)
  put(`${sumOf(block).toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

/** The sum of a header's bytes, its own field counted as blanks. */
const sumOf = (block: Buffer) => block.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0)

function checkSum(block: Buffer, file: string, at: number): void {
  if (parseInt(textIn(block, 148, 8), 8) !== sumOf(block)) throw new Error(`${file} is damaged at byte ${at}`)
  const type = block.toString('latin1', 156, 157)
  if (!['0', '\0', 'x'].includes(type)) throw new Error(`${file} holds something that is not a plain file (${type})`)
}

const textIn = (block: Buffer, start: number, length: number) =>
  block.toString('utf8', start, start + length).replace(/[\0 ].*$/s, '')

function sizeIn(block: Buffer): number {
  return block.readUInt8(124) & 0x80 ? Number(block.readBigUInt64BE(128)) : parseInt(textIn(block, 124, 12), 8)
}

function paxRecord(key: string, value: string): Buffer {
  const rest = ` ${key}=${value}\n`
  const bytes = Buffer.byteLength(rest)
  // The length counts its own digits.
  const length = bytes + String(bytes + String(bytes).length).length
  return Buffer.from(`${length}${rest}`)
}

function pathIn(records: Buffer): string {
  for (let at = 0; at < records.length; ) {
    const length = parseInt(records.toString('latin1', at), 10)
    const [key, ...value] = records
      .toString('utf8', at, at + length - 1)
      .replace(/^\d+ /, '')
      .split('=')
    if (key === 'path') return value.join('=')
    at += length
  }
  throw new Error('a pax header without a path')
}

const padded = (content: Buffer) => Buffer.concat([content, Buffer.alloc(-content.length & (BLOCK - 1))])

async function readAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at)
  if (bytesRead !== length) throw new Error('the file ends too early: it is not a whole backup')
  return buffer
}
