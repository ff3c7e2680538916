import { unreadable } from './refusals.ts'
import { unescapeXml } from './xml.ts'
import { type Part, textsOf, type Zip } from './zip.ts'

/** Excel holds no longer text in one cell. */
export const TEXT_AT_MOST = 32_767
const ITEM_AT_MOST = 2 ** 20

/** The workbook's table of texts; cells point into it by number. */
export async function sharedStrings(zip: Zip, part: Part): Promise<string[]> {
  const strings: string[] = []
  let rest = ''
  for await (const text of textsOf(zip, part)) {
    const buffer = rest + text
    rest = buffer.slice(takeItems(buffer, strings))
    if (rest.length > ITEM_AT_MOST) throw unreadable('bomb')
  }
  return strings
}

/** Takes the whole `<si>` items in the buffer; returns where the first unfinished one begins. */
function takeItems(buffer: string, strings: string[]): number {
  const pattern = /<(?:([\w.-]+):)?si(?:\s*\/>|>)/g
  let done = 0
  for (let found = pattern.exec(buffer); found; found = pattern.exec(buffer)) {
    if (found[0].endsWith('/>')) {
      strings.push('')
      done = pattern.lastIndex
      continue
    }
    const close = found[1] ? `</${found[1]}:si>` : '</si>'
    const end = buffer.indexOf(close, pattern.lastIndex)
    if (end < 0) return found.index
    strings.push(runsIn(buffer, pattern.lastIndex, end))
    done = pattern.lastIndex = end + close.length
  }
  return Math.max(done, buffer.lastIndexOf('<'))
}

/** The text of a plain or rich string between two places; readings (拼音, `<rPh>`) are not part of it. */
export function runsIn(xml: string, start: number, end: number): string {
  const open = xml.indexOf('>', start)
  if (xml.startsWith('<t', start) && open < end && xml.charCodeAt(open - 1) !== 47) {
    const close = xml.indexOf('<', open)
    if (close + 4 === end && xml.startsWith('</t>', close)) return clip(unescapeXml(xml.slice(open + 1, close)))
  }
  return clip(joined(xml, start, end))
}

// Walked tag by tag: patterns that look ahead for a closing tag take quadratic time on a file made to hurt.
function joined(xml: string, start: number, end: number): string {
  let [text, inReading] = ['', false]
  for (let at = xml.indexOf('<', start); at >= 0 && at < end; at = xml.indexOf('<', at + 1)) {
    const close = xml.indexOf('>', at)
    if (close < 0 || close >= end) break
    const name = /^<(\/?)(?:[\w.-]+:)?(\w+)/.exec(xml.slice(at, Math.min(close, at + 60)))
    if (name?.[2] === 'rPh') inReading = name[1] === '' && xml[close - 1] !== '/'
    if (name?.[2] !== 't' || name[1] !== '' || inReading || xml[close - 1] === '/') continue
    const data = xml.startsWith('<![CDATA[', close + 1)
    const stop = xml.indexOf(data ? ']]>' : '<', close + 1)
    if (stop < 0 || stop >= end) break
    text += data ? xml.slice(close + 10, stop) : unescapeXml(xml.slice(close + 1, stop))
    at = stop - 1
  }
  return text
}

const clip = (text: string) => (text.length > TEXT_AT_MOST ? text.slice(0, TEXT_AT_MOST) : text)
