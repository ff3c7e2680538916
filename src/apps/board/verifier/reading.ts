/** Where something is wrong, in words for the screen. `line` counts from 1 as an editor does; 0 is the whole file. */
export type Fault = { line: number; place: string; problem: string }

export type Parsed = { line: number; text: string; value: Record<string, unknown> }

const order = ['ballot', 'roll', 'cast', 'paper', 'counts', 'results', 'seal', 'elector']
export type Sections = Record<string, Parsed[]>

/** The lines by kind. Each must be JSON as JSON.stringify writes it, and the kinds must follow in order. */
export function sectionsOf(text: string, fault: (fault: Fault) => void): Sections {
  const sections: Sections = Object.fromEntries(order.map((kind) => [kind, []]))
  const lines = text.split('\n')
  if (lines.pop() !== '') fault({ line: 0, place: '文件', problem: '最后一行没有结束，文件可能不完整' })
  let reached = 0
  lines.forEach((line, at) => {
    const value = parsed(line)
    const kind = typeof value?.t === 'string' ? order.indexOf(value.t) : -1
    if (!value || kind < 0) return fault({ line: at + 1, place: '文件', problem: '这一行读不出来，或不是规定的写法' })
    if (kind < reached) fault({ line: at + 1, place: '文件', problem: '这一行的位置不对' })
    reached = Math.max(reached, kind)
    sections[order[kind]!]!.push({ line: at + 1, text: line, value })
  })
  for (const kind of ['ballot', 'counts', 'results', 'seal'])
    if (sections[kind]!.length !== 1)
      fault({ line: 0, place: '文件', problem: `应有一行 ${kind}，实有 ${sections[kind]!.length} 行` })
  if (sections.paper!.length > 1) fault({ line: 0, place: '文件', problem: 'paper 多于一行' })
  return sections
}

function parsed(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    // Written in any other way, two programs could read it differently.
    return value !== null && typeof value === 'object' && JSON.stringify(value) === line
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** Unpadded base64url of exactly `length` bytes, written the one right way; `null` otherwise. */
export function bytesIn(text: unknown, length?: number): Uint8Array<ArrayBuffer> | null {
  if (typeof text !== 'string' || !/^[A-Za-z0-9_-]*$/.test(text)) return null
  try {
    const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
    const again = btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
    return again === text && (length === undefined || bytes.length === length) ? bytes : null
  } catch {
    return null
  }
}

export function concat(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

export async function sha256(data: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', data))
}

export const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export const sha256Hex = async (text: string) => hex(await sha256(utf8(text)))

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Fifteen bytes as 24 letters in groups of four. */
export function codeIn(bytes: Uint8Array): string {
  let [text, held, bits] = ['', 0, 0]
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += LETTERS[(held >> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  return text.match(/.{1,4}/g)!.join('-')
}
