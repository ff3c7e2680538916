import { refuse, type Verdict } from '#law/verdict'
import type { InformationState, Way } from './rules/names.ts'

export * from './rules/names.ts'

/** Hours after which who has not opened it is reminded, once. */
export const REMIND_AFTER_HOURS = 24
/** Days before the day asked for on which who has not answered is reminded, once. */
export const REPLY_REMIND_DAYS = 2

/**
 * 党政机关公文处理工作条例 (2012) 第十四条: 一般不得越级行文，特殊情况需要越级行文的，应当同时抄送被越过的机关. It binds Party and government
 * offices, unions follow it by custom: so a reason is asked for and a copy sent, and nothing is forbidden.
 */
export const PASSING = '党政机关公文处理工作条例 第十四条'

type Target = { way: Way; to: number; isPassing: boolean; reason: string }

/** It goes somewhere, and past a superior only with a reason. */
export function mayAddress({ way, to, isPassing, reason }: Target): Verdict {
  if (to === 0)
    return refuse(
      'information.nobody',
      way === 'up'
        ? '本级已是平台内最上一级，没有上级可报'
        : way === 'peers'
          ? '没有同级工会可发'
          : '没有符合条件的下级工会，请放宽范围',
    )
  if (isPassing && reason.trim().length < 4)
    return refuse('information.passing', '一般不越级；确需越级的请写明理由，同时抄送被越过的上级', PASSING)
  return null
}

/** What is not out yet may be changed by the union that writes it. */
export const mayEdit = (state: InformationState): Verdict =>
  state === 'draft' || state === 'refused' ? null : refuse('information.sent', '已经送审或发布，不能直接改；发布以后请用“更正”')

/** A day to answer by lies ahead. */
export const mayAskBy = (replyBy: string | null, today: string): Verdict =>
  replyBy && replyBy < today ? refuse('information.past', '回复期限不能早于今天') : null

type Decision = { hasWaiting: boolean; author: string | null; approver: string | undefined }

/** A second person agrees: what waits, and not by who wrote it. */
export function mayDecide({ hasWaiting, author, approver }: Decision): Verdict {
  if (!hasWaiting) return refuse('information.decided', '没有待审签的稿子，可能已经审过')
  if (author && author === approver) return refuse('information.self', '自己起草的由别人审签')
  return null
}

/** A correction follows a release, and one at a time. */
export function mayCorrect(state: InformationState, isUnderWay: boolean): Verdict {
  if (state !== 'released') return refuse('information.unreleased', '只有已发布的才需要更正')
  return isUnderWay ? refuse('information.correcting', '已有一份更正在审签，请先办完') : null
}

export const mayWithdraw = (state: InformationState): Verdict =>
  state === 'withdrawn' ? refuse('information.withdrawn', '已经撤回') : null

/** Only who may speak for one of the two unions answers, and not to what was withdrawn. */
export function mayReply(state: InformationState, isParty: boolean): Verdict {
  if (!isParty) return refuse('information.outsider', '只有发送方和接收方可以回复')
  return state === 'released' ? null : refuse('information.closed', '已撤回的不再回复')
}

/** Whether a union's information wants a second person's word is said by who may give it, for his own union. */
export const maySet = (unionId: string, own: string): Verdict =>
  unionId === own ? null : refuse('information.foreign', '只能设置本工会的')
