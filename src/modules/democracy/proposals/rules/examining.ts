import type { Day } from '#kit/dates'
import { firstOf, refuse, type Verdict } from '#law/verdict'
import type { Finding, State } from '../contract/words.ts'

const PRACTICE = '职代会提案工作的通行做法'

/** The committee is that of the unit itself; who stands above may read and urge. */
export const isHere = (postUnion: string, unionId: string): Verdict =>
  postUnion === unionId ? null : refuse('proposals.elsewhere', '提案由本单位的提案委员会办理，上级可以查看和督办')

type Examined = { state: State; seconders: number; secondersNeeded: number; hasWords: boolean }

/** Examined once it is in; a return or a refusal is never without its reason (PROP-05), nor is filing with fewer seconders than the rule asks. */
export function mayExamine(
  { state, seconders, secondersNeeded, hasWords }: Examined,
  finding: Finding,
  reason: string | null,
): Verdict {
  const why = (reason ?? '').trim().length >= 4
  return firstOf(
    state === 'collected' || state === 'advice' || (state === 'returned' && finding !== 'returned')
      ? null
      : refuse('proposals.state', '这件提案已经审查过了'),
    finding === 'filed' || why ? null : refuse('proposals.reason', '不立案或退回的，要把理由告诉提案人', PRACTICE),
    finding !== 'filed' || seconders >= secondersNeeded || why
      ? null
      : refuse('proposals.seconders', `附议 ${seconders} 人，不到 ${secondersNeeded} 人；要立案请写明理由`, PRACTICE),
    finding !== 'filed' || hasWords ? null : refuse('proposals.words', '录音还没有整理成文字，请提案人补充，或退回补充'),
  )
}

type Side = { id: string; unionId: string; state: State; mergedCount: number; effects: number }

/** Two of one unit about one thing become one; nothing that has others in it, or money to its name, is put into another. */
export function mayMerge(from: Side, into: Side): Verdict {
  return firstOf(
    from.id === into.id ? refuse('proposals.merge', '不能并入自己') : null,
    from.unionId === into.unionId ? null : refuse('proposals.merge', '只能并入本单位的提案'),
    from.state === 'collected' || from.state === 'filed'
      ? null
      : refuse('proposals.merge', '只有待审查和已立案还没有交办的提案可以并入别的提案'),
    ['collected', 'filed', 'assigned'].includes(into.state) ? null : refuse('proposals.merge', '要并入的提案已经答复或没有立案'),
    from.mergedCount === 0 ? null : refuse('proposals.merge', '这件提案里已经并入了别的，请先拆开'),
    from.effects === 0 ? null : refuse('proposals.merge', '这件提案已经报过经济效益，不能再并入别的'),
  )
}

/** Taken apart again as long as no answer speaks for both. */
export const mayUnmerge = (state: State, intoAnsweredOn: Day | null): Verdict =>
  firstOf(
    state === 'merged' ? null : refuse('proposals.merge', '这件提案没有并案'),
    intoAnsweredOn ? refuse('proposals.answered', '主案已经答复，答复对并案的各件都有效，不能再拆开') : null,
  )

export function mayAssign(state: State, lead: string, others: readonly string[], today: Day, dueOn: Day): Verdict {
  return firstOf(
    state === 'filed' ? null : refuse('proposals.state', '立案以后才能交办，每轮交办一次'),
    new Set([lead, ...others]).size === others.length + 1 ? null : refuse('proposals.handlers', '主办和协办不能是同一个部门'),
    dueOn >= today ? null : refuse('proposals.due', '期限不能在今天之前'),
  )
}
