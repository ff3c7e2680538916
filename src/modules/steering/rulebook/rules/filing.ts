import { refuse, type Verdict } from '#law/verdict'

/** A document is ended by the union that filed it, once, and not before it began. */
export function mayEnd(document: { fromOn: string; endsOn: string | null }, endsOn: string): Verdict {
  if (document.endsOn) return refuse('rulebook.ended', '已经登记过废止日期')
  return endsOn < document.fromOn ? refuse('rulebook.order', '废止日期不能早于施行日期') : null
}
