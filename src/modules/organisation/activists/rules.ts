import type { Day } from '#kit/dates'
import { refuse, type Verdict } from '#law/verdict'

export * from './rules/names.ts'

/** How many open nominations one person may have at once: it is a word for a colleague, not a campaign. */
export const MOST_OPEN = 5

export function mayNominate(isMember: boolean, open: number, isOwnName: boolean): Verdict {
  if (!isMember) return refuse('activists.member', '还没有与您对上的职工档案，请先申请入会或请工会核对')
  if (isOwnName) return refuse('activists.own', '请推荐别的同事；想为工会做事，可以直接找工会小组长')
  return open >= MOST_OPEN ? refuse('activists.many', `您还有 ${open} 件推荐没有答复，请等工会答复后再推荐`) : null
}

export const mayDecide = (nomination: { withdrawnAt: Date | null; decidedAt: Date | null }): Verdict =>
  nomination.withdrawnAt || nomination.decidedAt ? refuse('activists.decided', '这件推荐已经办过或撤回') : null

export const mayAdd = (isActivist: boolean, isCadre: boolean): Verdict =>
  isActivist
    ? refuse('activists.twice', '已经是积极分子')
    : isCadre
      ? refuse('activists.cadre', '已经是工会干部，不再登记为积极分子')
      : null

/** What is filed of an activist lies between the day he was found and today, while he is one. */
export function mayFile(activist: { foundOn: Day; endedOn: Day | null }, onDay: Day, today: Day): Verdict {
  if (activist.endedOn) return refuse('activists.ended', '已经不是积极分子')
  return onDay > today ? refuse('activists.day', '还没有到这一天') : null
}

export const mayClose = (row: { doneOn?: Day | null; decidedOn?: Day | null }): Verdict =>
  row.doneOn || row.decidedOn ? refuse('activists.closed', '已经办过') : null
