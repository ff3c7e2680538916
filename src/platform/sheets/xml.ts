const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text between tags as it was meant: character references, and Excel's `_x000D_` for characters XML has no room for. */
export function unescapeXml(text: string): string {
  const plain = text.includes('&')
    ? text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => character(name) ?? whole)
    : text
  return plain.includes('_x')
    ? plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : plain
}

function character(name: string): string | undefined {
  if (!name.startsWith('#')) return NAMED[name]
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}

// Characters XML 1.0 forbids; a workbook that carries one does not open.
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text made safe for an element or a double-quoted attribute; what XML cannot carry is dropped. */
export function escapeXml(text: string): string {
  const marked = text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, '_x005F_x$1_') : text
  return marked
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>"]/g, (c) => ESCAPES[c] ?? c)
}

/** The attributes of one tag, by name. */
export function attributesOf(tag: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name, double, single] of tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes[name!] = unescapeXml(double ?? single ?? '')
  }
  return attributes
}

/** Every tag of a local name, opening or self-closing, whatever its namespace prefix. */
export function tagsOf(xml: string, name: string): Record<string, string>[] {
  return [...xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])([^>]*)>`, 'g'))].map(([, inside]) =>
    attributesOf(inside!),
  )
}
