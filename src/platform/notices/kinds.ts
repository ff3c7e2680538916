import type { Db } from '#platform/db'

/** Which of these subjects are done by now. Asked just before something leaves, with the whole region's eyes, reading only. */
export type IsDone = (db: Db, subjects: readonly string[]) => Promise<readonly string[]>

/** A kind of notice. `title` is what the person reads in his preferences; what the law binds to may not be muted (`mayMute: false`). */
export type NoticeKind = { title: string; mayMute: boolean; isDone?: IsDone }

const kinds = new Map<string, NoticeKind>()

/** A module declares its kinds of notice when it is loaded: `noticeKind('transfers.arrived', { title: '会员转入', mayMute: true })`. */
export function noticeKind(name: string, kind: NoticeKind) {
  if (!/^[a-zA-Z]+\.[a-zA-Z]+$/.test(name)) throw new Error(`a kind of notice is named module.word: ${name}`)
  kinds.set(name, kind)
}

/** Every kind that modules have declared, by name. */
export const noticeKinds = (): ReadonlyMap<string, NoticeKind> => kinds
