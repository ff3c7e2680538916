import type { QuestionResult } from '#kit/ballots'
import type { Day } from '#kit/dates'
import { citeOf, guardOf, type Place, statuteOn } from '#law/statutes'
import { refuse, type Verdict } from '#law/verdict'

export const kinds = ['leaders', 'cadres', 'unionWork'] as const
export type Kind = (typeof kinds)[number]
export const electorates = ['deputies', 'workers'] as const
export type Electorate = (typeof electorates)[number]
export const kindNames: Record<Kind, string> = { leaders: '单位领导人员', cadres: '工会干部', unionWork: '工会工作' }
export const electorateNames: Record<Electorate, string> = { deputies: '职工代表', workers: '全体职工' }

/** What is marked by default; a union may say otherwise when it makes the appraisal. */
export const usualItems: Record<Kind, readonly string[]> = {
  leaders: ['履行职责', '联系职工', '廉洁自律', '总体评价'],
  cadres: ['服务职工', '维护权益', '工作作风', '总体评价'],
  unionWork: ['维权服务', '民主管理', '组织活动', '经费公开', '总体评价'],
}
/** The grades of an appraisal form (DOC-24), best first. */
export const grades = ['优秀', '称职', '基本称职', '不称职'] as const
export const workGrades = ['满意', '基本满意', '不满意'] as const
export const gradesOf = (kind: Kind): readonly string[] => (kind === 'unionWork' ? workGrades : grades)

export type AppraisalFacts = {
  ballotId: string | null
  countedOn: string | null
  isWithheld: boolean
  reportedOn: string | null
  publishedOn: string | null
}
export const states = ['made', 'open', 'counted', 'withheld', 'reported', 'published'] as const
export type State = (typeof states)[number]
export const stateNames: Record<State, string> = {
  made: '待开始',
  open: '评议中',
  counted: '已计票',
  withheld: '人数过少，不公布',
  reported: '已报告职代会',
  published: '已公布',
}
export const stateOf = (facts: AppraisalFacts): State =>
  facts.publishedOn
    ? 'published'
    : facts.isWithheld
      ? 'withheld'
      : facts.reportedOn
        ? 'reported'
        : facts.countedOn
          ? 'counted'
          : facts.ballotId
            ? 'open'
            : 'made'

const once = (state: State, wanted: State, words: string): Verdict =>
  state === wanted ? null : refuse('appraisals.state', `${words}，现在是“${stateNames[state]}”`)

/** Few appraisers are no protection: nobody asks them. */
export function mayOpen(facts: AppraisalFacts, electors: number, closesOn: Day, today: Day, place?: Place): Verdict {
  const floor = guardOf('PI-90.appraisal', today, place)
  const verdict = once(stateOf(facts), 'made', '评议只能开始一次')
  if (verdict) return verdict
  if (closesOn < today) return refuse('appraisals.closes', '截止日不能早于今天')
  return electors < floor
    ? refuse(
        'appraisals.few',
        `参加评议的只有 ${electors} 人，少于 ${floor} 人看得出是谁，不能无记名评议`,
        citeOf(statuteOn('PI-90.appraisal', today, place)),
      )
    : null
}

export const mayClose = (facts: AppraisalFacts): Verdict => once(stateOf(facts), 'open', '评议中才能截止')
export const mayReport = (facts: AppraisalFacts): Verdict => once(stateOf(facts), 'counted', '计票后才能报告')
/** The result goes to the congress first, then to everybody. */
export const mayPublish = (facts: AppraisalFacts): Verdict => once(stateOf(facts), 'reported', '先向职工代表大会报告，再公布')
export function mayImprove(facts: AppraisalFacts): Verdict {
  return facts.countedOn && !facts.isWithheld ? null : refuse('appraisals.uncounted', '有了评议结果再列改进事项')
}
export const mayFinish = (improvement: { doneOn: string | null }): Verdict =>
  improvement.doneOn ? refuse('appraisals.done', '已经改进完成') : null

/** Whether marks may be told: enough came. */
export const isTold = (returned: number, day: Day, place?: Place) => returned >= guardOf('PI-90.appraisal', day, place)

export type Mark = { item: string; counts: { grade: string; count: number }[]; valid: number; bestShare: number | null }

/** A question's count as marks per item: how many gave each grade, and the share of the best two grades in per cent of those who marked it. */
export function marksFrom(result: Pick<QuestionResult, 'lines'>, items: readonly string[], names: readonly string[]): Mark[] {
  return items.map((item, at) => {
    const given = result.lines[at]?.counts ?? {}
    const counts = names.map((grade, n) => ({ grade, count: given[String(n)] ?? 0 }))
    const valid = counts.reduce((sum, { count }) => sum + count, 0)
    const best = counts.slice(0, 2).reduce((sum, { count }) => sum + count, 0)
    return { item, counts, valid, bestShare: valid ? Math.round((best / valid) * 1000) / 10 : null }
  })
}
