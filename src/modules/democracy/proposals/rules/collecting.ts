import type { Day } from '#kit/dates'
import { firstOf, refuse, type Verdict } from '#law/verdict'
import { type Audience, longest, type State } from '../contract/words.ts'

const PRACTICE = '职代会提案工作的通行做法'
type Open = { opensOn: Day; closesOn: Day; audience: Audience }

/** Collected from its first to its last day; by right from deputies, from any worker where the unit opened it to all (PROP-03, 04). */
export function maySubmit(window: Open, isDeputy: boolean, today: Day): Verdict {
  return firstOf(
    today < window.opensOn ? refuse('proposals.closed', `征集从 ${window.opensOn} 开始`, PRACTICE) : null,
    today > window.closesOn
      ? refuse('proposals.closed', `这次征集到 ${window.closesOn} 截止了，下次职代会前还会征集`, PRACTICE)
      : null,
    window.audience === 'deputies' && !isDeputy
      ? refuse('proposals.deputies', '这次只收职工代表的提案，请把想法告诉您的职工代表，由他提出', PRACTICE)
      : null,
  )
}

type Said = { title: string; wrong: string; proposed: string; benefit?: string | null }

/** A proposal says what is wrong and what to do about it (PROP-02); a voice note may say it instead. */
export function isWhole({ title, wrong, proposed, benefit }: Said, hasVoice: boolean): Verdict {
  if (title.trim().length > longest.title)
    return refuse('proposals.long', `一句话最多 ${longest.title} 个字，请把细节写到“哪里不对”`)
  const isLong = wrong.trim().length > longest.wrong || proposed.trim().length > longest.proposed
  if (isLong || (benefit ?? '').trim().length > longest.benefit) return refuse('proposals.long', '有一栏写得太长，请缩短后再交')
  if (title.trim().length < 2) return refuse('proposals.title', '请用一句话说是什么事')
  if (hasVoice) return null
  return firstOf(
    wrong.trim().length >= 5 ? null : refuse('proposals.wrong', '请写哪里不对，至少 5 个字；不方便打字可以录一段话', PRACTICE),
    proposed.trim().length >= 5
      ? null
      : refuse('proposals.proposed', '请写您建议怎么办，至少 5 个字；不方便打字可以录一段话', PRACTICE),
  )
}

/** Somebody else seconds, once, until the committee has examined it. */
export function maySecond(
  proposal: { isOwn: boolean; isSeconded: boolean; state: State },
  window: Open,
  isDeputy: boolean,
): Verdict {
  return firstOf(
    proposal.isOwn ? refuse('proposals.own', '不能附议自己的提案', PRACTICE) : null,
    proposal.isSeconded ? refuse('proposals.twice', '您已经附议过这件提案') : null,
    proposal.state === 'collected' ? null : refuse('proposals.examined', '这件提案已经审查，不再附议'),
    window.audience === 'deputies' && !isDeputy ? refuse('proposals.deputies', '由职工代表附议', PRACTICE) : null,
  )
}

/** The author changes his words while they wait, or when they came back to him. */
export const mayRevise = (isOwn: boolean, state: State): Verdict =>
  firstOf(
    isOwn ? null : refuse('proposals.author', '只有提案人可以改'),
    state === 'collected' || state === 'returned' ? null : refuse('proposals.examined', '已经审查的提案不能再改'),
  )

/** Taken back before it is given to anybody. */
export const mayWithdraw = (isOwn: boolean, state: State): Verdict =>
  firstOf(
    isOwn ? null : refuse('proposals.author', '只有提案人可以撤回'),
    ['collected', 'returned', 'advice', 'filed'].includes(state)
      ? null
      : refuse('proposals.assigned', '已经交办或并案的提案不能撤回'),
  )

/** A voice note of at most two minutes, or a picture. `size` in bytes. */
export function mayAttach(kind: 'voice' | 'photo', type: string, size: number, kept: number): Verdict {
  const allowed = kind === 'voice' ? /^audio\/(webm|mp4|ogg|mpeg|aac)/ : /^image\/(jpeg|png|webp)$/
  return firstOf(
    allowed.test(type)
      ? null
      : refuse('proposals.file', kind === 'voice' ? '录音的格式不认识，请重录' : '只收 JPEG、PNG、WebP 图片'),
    size > 0 && size <= 2_000_000 ? null : refuse('proposals.file', '单个文件不超过 2 MB'),
    kept < 6 ? null : refuse('proposals.files', '最多附 6 个录音和照片'),
  )
}

export const mayOpen = ({ opensOn, closesOn }: Pick<Open, 'opensOn' | 'closesOn'>, today: Day): Verdict =>
  firstOf(
    closesOn >= opensOn ? null : refuse('proposals.window', '截止日不能在开始日之前'),
    closesOn >= today ? null : refuse('proposals.window', '截止日已经过了'),
  )
