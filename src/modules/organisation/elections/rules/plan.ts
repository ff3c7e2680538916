import { addMonths, type Day } from '#kit/dates'
import { leastOf } from '#law/quorum'
import { bandOf, type Place, statuteOn } from '#law/statutes'
import { type Finding, judge } from './findings.ts'
import { judgeDelegates } from './seats.ts'
import type { Assembly, ContestPost, Electorate, ElectionKind, TieBreak, Way } from './names.ts'

/** What the platform holds of a union: the plan is drafted from it, and judged by it. */
export type Facts = {
  members: number
  women: number
  isEnterprise: boolean
  hasOwnAccounts: boolean
  branches: number
  termEndsOn: Day | null
  /** An approved delay: the last day allowed. */
  delayedUntil: Day | null
  hasRehearsed: boolean
  /** The chair left within the term and nobody has been elected since. */
  isChairVacant?: boolean
}

export type Contest = {
  post: ContestPost
  title: string
  seats: number
  candidatesWanted: number
  electorate: Electorate
  unitId?: string | null | undefined
  unitName?: string | null | undefined
}

export type Plan = {
  assembly: Assembly
  termNumber: number
  termYears: number
  ways: readonly Way[]
  tieBreak: TieBreak
  hasPrimary: boolean
  meetingOn: Day | null
  place: string
  lead: string
  note: string
}

export type Proposal = { plan: Plan; contests: Contest[] }

/** How many candidates the law asks for at least: one more in a contested election, and its share (ELEC-12). */
export function candidatesNeeded(post: ContestPost, seats: number, day: Day, place?: Place): number {
  const share = { committee: 'ELEC-12.members', standing: 'ELEC-12.standing', delegate: 'ELEC-38.contested' } as const
  if (!(post in share)) return seats
  const { value } = statuteOn(share[post as keyof typeof share], day, place)
  return seats + Math.max(1, leastOf(seats, value, 1000))
}

const odd = (n: number) => (n % 2 ? n : n - 1)

/** A size within the band, odd where it may be, growing with the membership inside the band. */
export function proposedSeats(members: number, day: Day, place?: Place): number {
  const band = bandOf(statuteOn('ELEC-04.committeeSize', day, place).value, members)!
  const span = band.to === null ? 0 : (members - band.from) / (band.to - band.from + 1)
  return Math.max(band.least, odd(band.least + Math.round((band.most - band.least) * span)))
}

/** The plan a union would start from, drafted from its own facts. */
export function proposalFor(kind: ElectionKind, facts: Facts, day: Day, place?: Place): Proposal {
  const mustMeet = facts.members < statuteOn('ELEC-10.assembly', day, place).value
  const plan: Plan = {
    ...{
      assembly: mustMeet || facts.members <= 200 ? 'assembly' : 'congress',
      termNumber: 1,
      termYears: 3,
      ways: ['paper'],
      tieBreak: 'runOff',
    },
    ...{ hasPrimary: false, meetingOn: null, place: '', lead: '', note: '' },
  }
  return { plan, contests: contestsFor(kind, facts, day, place) }
}

function contestsFor(kind: ElectionKind, facts: Facts, day: Day, place?: Place): Contest[] {
  const contest = (post: ContestPost, title: string, seats: number, electorate: Electorate, more = 0): Contest => ({
    ...{ post, title, seats, electorate, candidatesWanted: Math.max(candidatesNeeded(post, seats, day, place), seats + more) },
  })
  if (kind === 'byElection')
    return [
      facts.isChairVacant ? contest('chair', '主席（补选）', 1, 'assembly') : contest('committee', '委员（补选）', 1, 'assembly'),
    ]
  if (kind !== 'term' && kind !== 'first') return []
  const seats = proposedSeats(facts.members, day, place)
  const chairMore = facts.isEnterprise ? 1 : 0
  const all = [contest('committee', '工会委员会委员', seats, 'assembly')]
  if (facts.members >= 25) all.push(contest('audit', '经费审查委员会委员', 3, 'assembly'))
  if (facts.women >= statuteOn('ORG-08.womenCommittee', day, place).value)
    all.push(contest('women', '女职工委员会委员', 3, 'assembly'))
  all.push(contest('chair', '主席', 1, 'committee', chairMore))
  if (seats >= 5) all.push(contest('viceChair', '副主席', 1, 'committee'))
  if (facts.members >= 25) all.push(contest('auditChair', '经费审查委员会主任', 1, 'audit'))
  if (all.some(({ post }) => post === 'women')) all.push(contest('womenChair', '女职工委员会主任', 1, 'women'))
  return all
}

/** Everything that bears on a plan. */
export function judgePlan(
  kind: ElectionKind,
  plan: Plan,
  contests: readonly Contest[],
  facts: Facts,
  day: Day,
  place?: Place,
): Finding[] {
  const by = judge(day, place)
  const isWhole = kind === 'term' || kind === 'first'
  return [
    ...assemblyOf(plan, facts, day, place),
    ...(isWhole ? committeeOf(contests, facts, day, place) : []),
    ...contests.flatMap((contest) => contestedOf(contest, facts, day, place)),
    ...(isWhole ? [termOf(plan, day, place)] : []),
    ...(kind === 'delegates'
      ? [
          judgeDelegates(
            facts.members,
            contests.reduce((sum, { seats }) => sum + seats, 0),
            day,
            place,
          ),
        ]
      : []),
    ...(contests.some(({ electorate }) => electorate === 'assembly' || electorate === 'unit')
      ? []
      : [
          {
            code: 'elections.assembly',
            level: 'BLOCK' as const,
            ok: false,
            says: '至少有一项由大会或者选举单位选举',
            cite: '《中国工会章程》',
          },
        ]),
    ...(kind === 'term' ? timingOf(plan, facts, day, place) : []),
    ...(plan.ways.includes('online') ? onlineOf(facts, by) : []),
    by(
      'ELEC-03.lead',
      'lead',
      plan.lead.trim() !== '',
      plan.lead.trim() ? `由${plan.lead}和上一级工会领导` : '请写明由哪个党组织领导；没有党组织的写上一级工会',
    ),
    ...(plan.tieBreak === 'fewerAgainst'
      ? [by('ELEC-20.tie', 'tieBreak', false, '本单位办法：得票相等时反对票少的当选；条例是就票数相等的人重新投票')]
      : []),
  ]
}

function assemblyOf({ assembly }: Plan, { members }: Facts, day: Day, place?: Place): Finding[] {
  const by = judge(day, place)
  const least = statuteOn('ELEC-10.assembly', day, place).value
  const isSmall = members < least
  const found = [
    by(
      'ELEC-10.assembly',
      'assembly',
      !(isSmall && assembly === 'congress'),
      isSmall ? `会员 ${members} 人，不足 ${least} 人，应当召开会员大会` : `会员 ${members} 人，可以开会员大会或会员代表大会`,
    ),
  ]
  if (members === 100 && least === 100 && assembly === 'congress') found.push(by('ELEC-10.atHundred', 'hundred', false))
  return found
}

function committeeOf(contests: readonly Contest[], { members, women }: Facts, day: Day, place?: Place): Finding[] {
  const by = judge(day, place)
  const seatsOf = (post: ContestPost) => contests.find((one) => one.post === post)?.seats
  const band = bandOf(statuteOn('ELEC-04.committeeSize', day, place).value, members)!
  const size = seatsOf('committee')
  const found: Finding[] = []
  if (size !== undefined)
    found.push(
      by(
        'ELEC-04.committeeSize',
        'size',
        size >= band.least && size <= band.most,
        `会员 ${members} 人，委员 ${band.least} 至 ${band.most} 人，方案 ${size} 人`,
      ),
    )
  else
    found.push(
      by(
        'ORG-01.committee',
        'committee',
        members < 25,
        members < 25 ? '会员不足 25 人，可以选举主席或组织员一人' : '会员满 25 人，应当选举委员会',
      ),
    )
  const standing = seatsOf('standing')
  const [low, high] = statuteOn('ELEC-06.standing', day, place).value as [number, number]
  if (standing !== undefined)
    found.push(
      by(
        'ELEC-06.standing',
        'standing',
        standing >= low && standing <= high,
        `常务委员 ${low} 至 ${high} 人，须经上一级工会批准，方案 ${standing} 人`,
      ),
    )
  const audit = seatsOf('audit')
  const [few, many] = statuteOn('AUD-03.size', day, place).value as [number, number]
  found.push(by('ORG-09.together', 'audit', audit !== undefined))
  if (audit !== undefined)
    found.push(
      by('AUD-03.size', 'auditSize', audit >= few && audit <= many, `经费审查委员会 ${few} 至 ${many} 人，方案 ${audit} 人`),
    )
  const enough = statuteOn('ORG-08.womenCommittee', day, place).value
  if (women >= enough)
    found.push(
      by('ORG-08.womenCommittee', 'women', seatsOf('women') !== undefined, `女会员 ${women} 人，应当同时选举女职工委员会`),
    )
  return found
}

const statuteFor = { committee: 'ELEC-12.members', standing: 'ELEC-12.standing', delegate: 'ELEC-38.contested' } as const

function contestedOf(
  { post, title, seats, candidatesWanted }: Contest,
  { isEnterprise }: Facts,
  day: Day,
  place?: Place,
): Finding[] {
  const by = judge(day, place)
  if (post in statuteFor) {
    const needed = candidatesNeeded(post, seats, day, place)
    return [
      by(
        statuteFor[post as keyof typeof statuteFor],
        'contested',
        candidatesWanted >= needed,
        `${title}应选 ${seats} 人，候选人至少 ${needed} 人，方案 ${candidatesWanted} 人`,
      ),
    ]
  }
  if (post === 'chair' && isEnterprise) return [by('ELEC-13.enterprise', 'chairContested', candidatesWanted > seats)]
  return []
}

function termOf({ termYears }: Plan, day: Day, place?: Place): Finding {
  const years = statuteOn('ELEC-25.basicTerm', day, place).value as readonly number[]
  return judge(day, place)(
    'ELEC-25.basicTerm',
    'term',
    years.includes(termYears),
    `每届任期${years.map((n) => ` ${n} 年`).join('或')}，方案 ${termYears} 年`,
  )
}

/** Early or late: both take the superior's approval; a delay is usually no longer than six months (ELEC-26). */
export function timingOf(
  { meetingOn }: Pick<Plan, 'meetingOn'>,
  { termEndsOn, delayedUntil }: Pick<Facts, 'termEndsOn' | 'delayedUntil'>,
  day: Day,
  place?: Place,
): Finding[] {
  if (!meetingOn || !termEndsOn) return []
  const by = judge(day, place)
  const last = addMonths(termEndsOn, statuteOn('ELEC-26.delay', day, place).value)
  if (meetingOn > termEndsOn) {
    const isApproved = delayedUntil !== null && meetingOn <= delayedUntil
    const found = [
      by(
        'ELEC-26.delay',
        'delay',
        isApproved,
        isApproved ? `上级批准延期到 ${delayedUntil}` : `本届 ${termEndsOn} 届满，之后开会须先报上级批准延期`,
      ),
    ]
    if (meetingOn > last) found.push(by('ELEC-26.delay', 'delayLong', false, `本届 ${termEndsOn} 届满，延期一般不超过 ${last}`))
    return found
  }
  const isEarly = meetingOn < addMonths(termEndsOn, -EARLY_MONTHS)
  return isEarly
    ? [by('ELEC-26.delay', 'early', false, `本届 ${termEndsOn} 届满，提前 ${EARLY_MONTHS} 个月以上换届须经上一级工会批准`)]
    : []
}

/** No text says from when on a re-election is early; earlier than the second reminder it is taken for one. */
const EARLY_MONTHS = 3

function onlineOf({ hasRehearsed }: Facts, by: ReturnType<typeof judge>): Finding[] {
  const law = by('ELEC-15.online', 'online', false)
  return [
    { ...law, ok: law.level === 'INFO' },
    {
      code: 'elections.rehearsal',
      level: 'BLOCK',
      ok: hasRehearsed,
      says: hasRehearsed ? '已经演练过手机投票' : '本工会第一次用手机投票，要先办一次演练选举',
      cite: '平台规定',
    },
  ]
}
