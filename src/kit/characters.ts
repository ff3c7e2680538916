const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** Full-width letters, digits, punctuation and blanks (全角) as their half-width twins; Chinese text stays as it is. */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ')
}

/** Drops the marks nobody sees but Excel, WeChat and address books leave behind (zero-width, direction, byte order). */
export function dropInvisible(text: string): string {
  return text.replace(INVISIBLE, '')
}

/** One blank where there were several of any kind (tabs, line breaks, 全角), none at either end. */
export function collapseBlanks(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** A cell or field as a person meant it: half-width, visible, single-spaced. Not for prose: 全角 punctuation turns half-width. */
export function tidy(text: string): string {
  return collapseBlanks(dropInvisible(toHalfWidth(text)))
}
