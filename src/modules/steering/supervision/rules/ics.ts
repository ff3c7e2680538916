import { addDays, type Day } from '#kit/dates'

/** One all-day event. */
export type Entry = { id: string; day: Day; title: string; text: string }

const OCTETS = 75
const bytes = new TextEncoder()

/** A calendar of all-day events as RFC 5545 wants it: CRLF, lines folded at 75 octets and never within a character, text escaped. */
export function calendarText(entries: readonly Entry[], now: Date): string {
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
  const events = entries.flatMap(({ id, day, title, text }) => [
    'BEGIN:VEVENT',
    `UID:${id}@gongqiao`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${addDays(day, 1).replaceAll('-', '')}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ])
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gongqiao//duties//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:工会应办事项',
  ]
  return [...head, ...events, 'END:VCALENDAR', ''].map(folded).join('\r\n')
}

const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

function folded(line: string): string {
  const parts: string[] = []
  let [part, size] = ['', 0]
  for (const character of line) {
    const width = bytes.encode(character).length
    // A continued line begins with a blank, which counts.
    if (size + width > OCTETS - (parts.length ? 1 : 0)) {
      parts.push(part)
      ;[part, size] = ['', 0]
    }
    part += character
    size += width
  }
  return [...parts, part].join('\r\n ')
}
