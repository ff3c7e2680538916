import { type Limits, unreadable } from './refusals.ts'
import type { Cell, Row } from './rows.ts'
import { type Source, sizeOf, streamOf } from './source.ts'

/** How a text file is written and parted. */
export type Dialect = { encoding: 'utf-8' | 'utf-16le' | 'gb18030'; separator: string }

/** Tells UTF-8 (with or without mark), UTF-16 and GB18030 apart by trying, and finds the separator in the first lines. */
export async function dialectOf(source: Source): Promise<Dialect> {
  const size = await sizeOf(source)
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let encoding: Dialect['encoding'] = 'utf-8'
  let head: Buffer | undefined
  for await (const piece of streamOf(source, 0, size)) {
    head ??= piece
    if (head[0] === 0xff && head[1] === 0xfe) encoding = 'utf-16le'
    if (encoding !== 'utf-16le' && piece.includes(0)) throw unreadable('foreign')
    if (encoding === 'utf-8' && !decodes(utf8, piece)) encoding = 'gb18030'
  }
  const text = new TextDecoder(encoding).decode(head ?? Buffer.alloc(0))
  if (/^\s*(?:<\?xml|<!doctype|<html|<table|<meta|mime-version:)/i.test(text)) throw unreadable('web')
  return { encoding, separator: separatorIn(text) }
}

function decodes(decoder: TextDecoder, piece: Buffer): boolean {
  try {
    decoder.decode(piece, { stream: true })
    return true
  } catch {
    return false
  }
}

function separatorIn(text: string): string {
  const lines = text
    .split(/\r?\n/, 20)
    .join('\n')
    .replace(/"[^"]*"/g, '')
  const count = (separator: string) => lines.split(separator).length
  return [',', '\t', ';', '，'].reduce((best, each) => (count(each) > count(best) ? each : best))
}

/** The rows of a text file; quoted fields may hold separators and line breaks. */
export async function* csvRows(source: Source, { encoding, separator }: Dialect, limits: Limits): AsyncGenerator<Row> {
  const decoder = new TextDecoder(encoding)
  const reader = new LineReader(separator)
  let count = 0
  for await (const piece of streamOf(source, 0, await sizeOf(source))) {
    for (const row of reader.take(decoder.decode(piece, { stream: true }), false)) {
      if (++count > limits.rows) throw unreadable('rows', `最多 ${limits.rows} 行`)
      yield row
    }
  }
  yield* reader.take(decoder.decode(), true)
}

class LineReader {
  private rest = ''
  private number = 0
  private readonly separator: string

  constructor(separator: string) {
    this.separator = separator
  }

  *take(text: string, last: boolean): Generator<Row> {
    const buffer = this.rest + text
    let start = 0
    for (let line = lineAt(buffer, start, last); line; line = lineAt(buffer, start, last)) {
      start = line.after
      this.number++
      const cells = fieldsOf(buffer.slice(line.start, line.end), this.separator)
      while (cells.length > 0 && cells.at(-1) === null) cells.pop()
      if (cells.length > 0) yield { number: this.number, cells, hidden: false }
    }
    this.rest = buffer.slice(start)
    if (this.rest.length > 1_000_000) throw unreadable('corrupt', '有一行长得不正常，可能是引号没有成对')
  }
}

function lineAt(buffer: string, start: number, last: boolean) {
  let quoted = false
  for (let at = start; at < buffer.length; at++) {
    const code = buffer.charCodeAt(at)
    if (code === 34) quoted = !quoted
    else if (quoted || (code !== 10 && code !== 13)) continue
    else if (code === 13 && at + 1 === buffer.length && !last) return null
    else return { start, end: at, after: code === 13 && buffer.charCodeAt(at + 1) === 10 ? at + 2 : at + 1 }
  }
  return last && start < buffer.length ? { start, end: buffer.length, after: buffer.length } : null
}

function fieldsOf(line: string, separator: string): Cell[] {
  if (!line.includes('"')) return line.split(separator).map(plain)
  const fields: Cell[] = []
  for (let at = 0; at <= line.length; ) {
    const opening = /^\s*=?"/.exec(line.slice(at, at + 20))?.[0]
    if (opening === undefined) {
      const end = line.indexOf(separator, at)
      fields.push(plain(line.slice(at, end < 0 ? line.length : end)))
      at = end < 0 ? line.length + 1 : end + 1
      continue
    }
    let text = ''
    at += opening.length
    for (let end = line.indexOf('"', at); ; end = line.indexOf('"', at)) {
      text += line.slice(at, end < 0 ? line.length : end)
      at = end < 0 ? line.length : end + 1
      if (end < 0 || line[at] !== '"') break
      text += '"'
      at++
    }
    fields.push(plain(text))
    const next = line.indexOf(separator, at)
    at = next < 0 ? line.length + 1 : next + 1
  }
  return fields
}

/** Some programs write `="0123"` or a tab behind the digits so that Excel leaves them alone. */
function plain(text: string): Cell {
  const bare = text.replace(/\t+$/, '').replace(/^="(.*)"$/, '$1')
  return bare.trim() === '' ? null : bare
}
