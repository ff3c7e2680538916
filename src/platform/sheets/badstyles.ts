import { BAD_FILL, styles } from './frame.ts'

/** A styles part in which every cell format also exists in light red, and how to get from one to the other. */
export type BadStyles = { xml: string; badOf: (style: number) => number }

// Excel refuses a workbook with more than 64,000 cell formats.
const FORMATS_AT_MOST = 30_000

/** Adds the light-red twins behind the formats that are there; a workbook without formats gets ours. */
export function badStyles(xml: string | null): BadStyles {
  const fills = /<((?:[\w.-]+:)?)fills(?=[\s>])[^>]*>([\s\S]*?)<\/\1fills>/.exec(xml ?? '')
  const formats = /<((?:[\w.-]+:)?)cellXfs(?=[\s>])[^>]*>([\s\S]*?)<\/\1cellXfs>/.exec(xml ?? '')
  if (xml === null || !fills || !formats) return badStyles(styles)
  const p = formats[1] ?? ''
  const fill = countOf(fills[2]!, `${p}fill`)
  const twins = itemsOf(formats[2]!, `${p}xf`)
  const few = twins.length <= FORMATS_AT_MOST
  const bad = (few ? twins : twins.slice(0, 1)).map((twin) => filledWith(twin, fill))
  const marked = xml
    .replace(fills[0], () => `<${p}fills count="${fill + 1}">${fills[2]}${BAD_FILL.replace(/<(\/?)/g, `<$1${p}`)}</${p}fills>`)
    .replace(formats[0], () => `<${p}cellXfs count="${twins.length + bad.length}">${formats[2]}${bad.join('')}</${p}cellXfs>`)
  return { xml: marked, badOf: (style) => twins.length + (few && style < twins.length ? style : 0) }
}

const countOf = (xml: string, name: string) => [...xml.matchAll(new RegExp(`<${name}(?=[\\s/>])`, 'g'))].length

function itemsOf(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<${name}(?=[\\s/>])[^>]*?(?:/>|>[\\s\\S]*?</${name}>)`, 'g')) ?? []
}

function filledWith(twin: string, fill: number): string {
  const bare = twin.replace(/\s(fillId|applyFill)\s*=\s*("[^"]*"|'[^']*')/g, '')
  return bare.replace(/^(<[\w.:-]+)/, `$1 fillId="${fill}" applyFill="1"`)
}
