import { addDays, type Day, daysBetween } from '#kit/dates'
import { isLayoffSoon } from './rules/warnings.ts'
import { firstOf, refuse, type Verdict } from '#law/verdict'
import {
  citeFor,
  kindFacts,
  type Kind,
  type Outcome,
  type Side,
  type Stage,
  stageNames,
  stages,
  stageWords,
  type Vote,
} from './rules/names.ts'

export * from './rules/names.ts'
export { isLayoffSoon }

/** Answers of fewer people than this are not told apart: the convention of the platform's statistics. */
export const FLOOR = 5

export type MatterFacts = {
  kind: Kind
  opinionsUntil: string | null
  positionOn: string | null
  metOn: string | null
  unionVote: Vote | null
  decidedOn: string | null
  outcome: Outcome | null
  feedbackOn: string | null
  tasks: number
  openTasks: number
  skipped: readonly Stage[]
  closedOn: string | null
}
export type StageState = 'done' | 'skipped' | 'now' | 'later'

const isDone = (facts: MatterFacts, stage: Stage): boolean =>
  ({
    consult: facts.positionOn !== null,
    deliberate: facts.metOn !== null,
    feedback: facts.feedbackOn !== null,
    share: facts.tasks > 0,
  })[stage]
const isPassed = (facts: MatterFacts, stage: Stage) => isDone(facts, stage) || facts.skipped.includes(stage)

/** How each of the four stages stands; the first that is neither done nor passed over is where the matter is now. */
export function stageStates(facts: MatterFacts): Record<Stage, StageState> {
  const now = facts.closedOn ? undefined : stages.find((stage) => !isPassed(facts, stage))
  const state = (stage: Stage): StageState =>
    facts.skipped.includes(stage) ? 'skipped' : isDone(facts, stage) ? 'done' : stage === now ? 'now' : 'later'
  return { consult: state('consult'), deliberate: state('deliberate'), feedback: state('feedback'), share: state('share') }
}

/** Whether the union had its part in all four stages (DEC-01). */
export const hasFullPart = (facts: MatterFacts) => stages.every((stage) => isDone(facts, stage))

/** Each side acts for its own unit: a superior sees, and answers elsewhere. */
export const mayAct = (side: Side | null, isOwn: boolean): Verdict =>
  !side
    ? refuse('decisions.side', '登记和办理由单位行政经办人或者工会负责人进行')
    : isOwn
      ? null
      : refuse('decisions.own', '上级只看不办：由本单位的行政方和工会办理')

const open = ({ closedOn }: Pick<MatterFacts, 'closedOn'>): Verdict =>
  closedOn ? refuse('decisions.closed', '这件事项已经办结') : null

/** Whoever has the draft may speak until the last day, that day included. */
export function maySay(
  facts: Pick<MatterFacts, 'opinionsUntil' | 'positionOn' | 'decidedOn' | 'closedOn'>,
  today: string,
): Verdict {
  if (!facts.opinionsUntil) return refuse('decisions.notAsked', '这件事项没有向职工征求意见')
  if (facts.opinionsUntil < today || facts.positionOn || facts.decidedOn || facts.closedOn)
    return refuse('decisions.over', `征求意见已于 ${facts.opinionsUntil} 截止`)
  return null
}

/** The union's position comes after the workers have spoken, and before the decision. */
export function mayPosition(facts: MatterFacts, side: Side, today: string): Verdict {
  if (side !== 'union') return refuse('decisions.unionOnly', '书面意见由工会提出')
  if (facts.positionOn) return refuse('decisions.twice', '工会已经提出书面意见')
  if (facts.decidedOn) return refuse('decisions.decided', '已经作出决定，不能再补决策前的意见')
  if (facts.opinionsUntil && facts.opinionsUntil >= today)
    return refuse('decisions.asking', `职工还在提意见，${facts.opinionsUntil} 截止后再提出书面意见`)
  return open(facts)
}

/** The matter does not move on without the union's position or a stated reason (DEC-02). */
export function mayMeet(facts: MatterFacts, metOn: string, today: string): Verdict {
  if (facts.metOn) return refuse('decisions.twice', '会议已经记录')
  if (facts.decidedOn) return refuse('decisions.decided', '已经作出决定')
  if (metOn > today) return refuse('decisions.future', '会议日期不能晚于今天')
  return firstOf(before(facts, 'consult'), open(facts))
}

/** A union that voted against, or asked for something else, is answered with the decision (DEC-03). */
export function mayDecide(facts: MatterFacts, said: { answer: string | null; isDiffering: boolean }): Verdict {
  if (facts.decidedOn) return refuse('decisions.twice', '已经登记决定')
  const verdict = firstOf(before(facts, 'consult'), before(facts, 'deliberate'), open(facts))
  if (verdict) return verdict
  return said.isDiffering && !said.answer ? refuse('decisions.answer', '工会有不同意见，请写明答复和理由') : null
}

export function mayFeedBack(facts: MatterFacts): Verdict {
  if (!facts.decidedOn) return refuse('decisions.undecided', '还没有作出决定')
  if (facts.feedbackOn) return refuse('decisions.twice', '已经向职工反馈')
  return facts.skipped.includes('feedback') ? refuse('decisions.skipped', '这一步已经略过') : open(facts)
}

/** A stage passed over takes a reason and stands on the list of decisions taken without the union for good (DEC-06). */
export function maySkip(facts: MatterFacts, stage: Stage): Verdict {
  if (isPassed(facts, stage)) return refuse('decisions.passed', `${stageWords[stage]}已经完成或略过`)
  if (stageStates(facts)[stage] === 'later') return refuse('decisions.order', '还没有办到这一步')
  if ((stage === 'feedback' || stage === 'share') && !facts.decidedOn) return refuse('decisions.undecided', '还没有作出决定')
  return open(facts)
}

/** What the one who passes over a stage is told beforehand: the article it breaks, if one binds. */
export const skipWarning = (kind: Kind, stage: Stage, day: Day): string | null =>
  kindFacts[kind].lawful.includes(stage) ? `${citeFor(kind, day)}要求${stageWords[stage]}，略过违反规定` : null

export function mayAddTask(facts: MatterFacts): Verdict {
  if (!facts.decidedOn) return refuse('decisions.undecided', '作出决定后再分工')
  if (facts.outcome === 'dropped') return refuse('decisions.dropped', '事项不再实行，不需要分工')
  return open(facts)
}

/** Either side says how it goes; only whose task it is ends it. */
export const mayFinishTask = (task: { side: Side; doneOn: string | null }, side: Side): Verdict =>
  task.doneOn
    ? refuse('decisions.done', '任务已经完成')
    : task.side === side
      ? null
      : refuse('decisions.otherSide', '由承担任务的一方登记完成')

export function mayReact(facts: Pick<MatterFacts, 'feedbackOn'>): Verdict {
  return facts.feedbackOn ? null : refuse('decisions.notYet', '决定反馈后才能评价')
}

export function mayClose(facts: MatterFacts): Verdict {
  const verdict = open(facts)
  if (verdict) return verdict
  if (!facts.decidedOn) return refuse('decisions.undecided', '还没有作出决定')
  if (facts.openTasks > 0) return refuse('decisions.openTasks', `还有 ${facts.openTasks} 项任务没有完成`)
  const left = stages.find((stage) => !isPassed(facts, stage) && !(stage === 'share' && facts.outcome === 'dropped'))
  return left ? refuse('decisions.stage', `${stageWords[left]}还没有完成，也没有说明略过的理由`) : null
}

const before = (facts: MatterFacts, stage: Stage): Verdict =>
  isPassed(facts, stage)
    ? null
    : refuse(`decisions.${stage}`, `先完成${stageWords[stage]}，或者说明略过${stageNames[stage]}的理由`)

/** Opinions need days: the last day lies ahead of the day of asking. */
export const mayAsk = (opinionsUntil: string | null, plannedOn: string | null, today: string): Verdict =>
  opinionsUntil && opinionsUntil < today
    ? refuse('decisions.until', '截止日不能早于今天')
    : opinionsUntil && plannedOn && plannedOn <= opinionsUntil
      ? refuse('decisions.planned', '实施日期要在征求意见截止以后')
      : null

/** Days the union had the draft before the meeting; null while no meeting was held. */
export const noticeDays = (registeredOn: string, metOn: string | null) => (metOn ? daysBetween(registeredOn, metOn) : null)

export type Group = { name: string; count: number }
/**
 * Answers by group of work, so that no group under `FLOOR` can be read off, neither directly nor by subtracting the others from the total:
 * small groups stand together, and when together they are still too few, the smallest large one joins them.
 */
export function grouped(counts: readonly Group[]): Group[] {
  const sorted = counts.toSorted((a, b) => b.count - a.count)
  const shown = sorted.filter(({ count }) => count >= FLOOR)
  let rest = sorted.filter(({ count }) => count < FLOOR).reduce((sum, { count }) => sum + count, 0)
  if (rest > 0 && rest < FLOOR) rest += shown.pop()?.count ?? 0
  if (rest > 0 && rest < FLOOR) return []
  return rest > 0 ? [...shown, { name: '其他', count: rest }] : shown
}

/** Marks are told apart only when enough people gave one. */
export const isTold = (answers: number) => answers >= FLOOR

export const mayReply = (instrument: { replied: boolean }): Verdict =>
  instrument.replied ? refuse('decisions.replied', '已经答复') : null

/** An item is in the plan when both sides have said so (DEC-09). */
export function mayAgree(item: { answer: string | null; agreedOn: string | null }): Verdict {
  if (!item.answer) return refuse('decisions.unanswered', '行政方还没有答复')
  if (item.answer === 'refused') return refuse('decisions.refused', '行政方没有同意列入')
  return item.agreedOn ? refuse('decisions.twice', '双方已经确认') : null
}

/** The day by which a reply is asked when nobody says otherwise. */
export const replyBy = (today: string, days: number) => addDays(today, days)
