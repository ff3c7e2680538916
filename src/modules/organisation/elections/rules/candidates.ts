import { addDays, type Day } from '#kit/dates'
import type { Calendar } from '#law/calendar'
import { due } from '#law/deadlines'
import { citeOf, type Place, statuteOn } from '#law/statutes'
import { refuse, type Verdict } from '#law/verdict'
import { type Finding, judge } from './findings.ts'
import type { ContestPost } from './names.ts'
import { candidatesNeeded } from './plan.ts'

/** What a candidate is at the employer, as far as the law excludes it; declared and checked before the list goes up. */
export type Ties = {
  isHead: boolean
  isRelativeOfHead: boolean
  isPersonnelHead: boolean
  isForeign: boolean
  handlesMoney: boolean
}
export type Candidate = {
  name: string
  sex: 'male' | 'female' | null
  isFrontLine: boolean
  isModel: boolean
  isManager: boolean
  ties: Ties
}
const committee: readonly ContestPost[] = ['committee', 'standing', 'chair', 'viceChair']
const audit: readonly ContestPost[] = ['audit', 'auditChair']

/** Who may not stand, by the texts read (ORG-10, ORG-12) and those that are not (ORG-11, AUD-04). */
export function exclusionsOf(
  post: ContestPost,
  { name, ties }: Candidate,
  isEnterprise: boolean,
  day: Day,
  place?: Place,
): Finding[] {
  const by = judge(day, place)
  const found: Finding[] = []
  const isCommittee = committee.includes(post)
  if (isCommittee && isEnterprise && ties.isRelativeOfHead)
    found.push(by('ORG-10.relatives', 'relative', false, `${name}是企业主要负责人的近亲属，不得作为委员会成员人选`))
  if (isCommittee && ties.isHead) found.push(by('ORG-11.heads', 'head', false, `${name}是行政主要负责人、法定代表人或合伙人`))
  if (post === 'chair' && isEnterprise && (ties.isHead || ties.isRelativeOfHead || ties.isPersonnelHead || ties.isForeign))
    found.push(
      by(
        'ORG-12.chair',
        'chair',
        false,
        `${name}不得作为企业工会主席候选人（行政负责人、合伙人及其近亲属、人力资源部门负责人、外籍职工）`,
      ),
    )
  if (audit.includes(post) && ties.handlesMoney)
    found.push(by('AUD-04.incompatible', 'money', false, `${name}经管财务，不担任经费审查委员会委员`))
  return found
}

/** Whether the list of a contest is long enough and made up as it should be (ELEC-07, ELEC-12, ELEC-37). */
export function compositionOf(
  post: ContestPost,
  title: string,
  seats: number,
  list: readonly Candidate[],
  day: Day,
  place?: Place,
): Finding[] {
  const by = judge(day, place)
  const needed = candidatesNeeded(post, seats, day, place)
  const found = [
    by(
      needed > seats ? contested[post as keyof typeof contested] : 'ELEC-07.nominated',
      'few',
      list.length >= needed,
      `${title}应选 ${seats} 人，候选人至少 ${needed} 人，现有 ${list.length} 人`,
    ),
  ]
  if (post === 'committee') {
    const has = (is: (one: Candidate) => boolean) => list.filter(is).length
    const [women, front, models] = [
      has(({ sex }) => sex === 'female'),
      has(({ isFrontLine }) => isFrontLine),
      has(({ isModel }) => isModel),
    ]
    found.push(
      by(
        'ELEC-07.shares',
        'shares',
        women > 0 && front > 0 && models > 0,
        `候选人 ${list.length} 人：女 ${women}，一线职工 ${front}，劳模（先进）${models}`,
      ),
    )
  }
  if (post === 'delegate' || post === 'deputy') {
    const managers = list.filter(({ isManager }) => isManager).length
    const { value } = statuteOn('ELEC-37.managers', day, place)
    found.push(
      by(
        'ELEC-37.managers',
        'managers',
        managers * 1000 <= list.length * value,
        `候选人 ${list.length} 人，其中中层正职以上 ${managers} 人，一般不超过 ${value / 10}%`,
      ),
    )
  }
  return found
}
const contested = { committee: 'ELEC-12.members', standing: 'ELEC-12.standing', delegate: 'ELEC-38.contested' } as const

/** The last day of the public notice: five working days, seven days where an enterprise's chair stands (ELEC-09). The day it is put up does not count. */
export function noticeUntil(
  on: Day,
  { hasChair, isEnterprise }: { hasChair: boolean; isEnterprise: boolean },
  calendar: Calendar,
  place?: Place,
): Day {
  const members = statuteOn('ELEC-09.notice', on, place)
  const committeeDay = due(on, { n: members.value, unit: members.unit as 'workingDay' }, calendar)
  if (!hasChair || !isEnterprise) return committeeDay
  const chairDay = addDays(on, statuteOn('ELEC-09.chairNotice', on, place).value)
  return chairDay > committeeDay ? chairDay : committeeDay
}

/** A notice may be longer than the law asks, and not shorter; objections are answered before it counts as over. */
export function mayNotice(until: Day, least: Day, on: Day, place?: Place): Verdict {
  return until >= least ? null : refuse('elections.notice', `公示至少到 ${least}`, citeOf(statuteOn('ELEC-09.notice', on, place)))
}

export type Standing = { status: string; isEmployee: boolean }

/** Who has the vote: members, not those whose membership rests; deputies of the workers' congress are elected by all workers (ELEC-02, WC-09). */
export function mayVote(status: string, electsDeputies: boolean): Verdict {
  if (status === 'member' || (electsDeputies && status === 'worker')) return null
  if (status === 'retained')
    return refuse('elections.retained', '保留会籍期间没有选举权、被选举权和表决权', '《工会基层组织选举工作条例》第四条')
  return refuse(
    'elections.elector',
    electsDeputies ? '不是本单位的在职职工' : '不是会员，没有选举权',
    '《工会基层组织选举工作条例》第四条',
  )
}

/** A recommendation comes from a branch or a group, once for one person. */
export function mayRecommend(isListed: boolean, name: string): Verdict {
  return isListed
    ? null
    : refuse('elections.notListed', `${name}不在选民名册上，没有被选举权`, '《工会基层组织选举工作条例》第四条')
}
