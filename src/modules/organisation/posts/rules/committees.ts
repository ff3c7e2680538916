import type { Day } from '#kit/dates'
import { bandOf, citeOf, type Place, statuteOn } from '#law/statutes'
import type { UnionKind, UnitType } from '#contracts/organisation/unions'
import type { Committee, CommitteeState } from '../contract.ts'
import { type Body, type Kind, postKinds } from './kinds.ts'

/** Who holds or held a post of a body, as far as completeness asks. `lastDay`: when the latest of those past left it. */
export type Holders = {
  kind: Kind
  people: number
  name: string | null
  title: string | null
  since: Day | null
  until: Day | null
  left: Day | null
}
export type BodyFacts = {
  kind: UnionKind
  unitType: UnitType
  members: number
  women: number
  employees: number | null
  ownFinance: boolean
  /** Whose rules hold beside the national ones. */
  place?: Place
  holders: readonly Holders[]
}

type Need = { head: boolean; least: number; reason: string; cite: string }
const five = ['union', 'audit', 'women', 'mediation', 'protection'] as const satisfies readonly Body[]
const enterprises: readonly UnitType[] = ['stateEnterprise', 'privateEnterprise']

/** Bodies above the basic level: the table of committee sizes (选举条例 第8条) is not for them. */
const higher: readonly UnionKind[] = ['federation', 'town', 'trade', 'regional']

/** The five committees of a union on a day: which must be there, which are, since when, and why (ORG-09). */
export const committeesOf = (facts: BodyFacts, on: Day): Committee[] => five.map((body) => stateOf(body, facts, on))

/** Complete: nothing that must be there is vacant or was never set up. */
export const isComplete = (committees: readonly Committee[]) =>
  committees.every(({ state }) => state !== 'vacant' && state !== 'never')

function stateOf(body: Body, facts: BodyFacts, on: Day): Committee {
  const need = needOf(body, facts, on)
  const holders = facts.holders.filter(({ kind }) => postKinds[kind].body === body && belongs(kind))
  const heads = holders.filter(({ kind }) => 'head' in postKinds[kind] && postKinds[kind].head)
  const head = heads.find(({ people }) => people > 0)
  const people = holders.reduce((sum, each) => sum + each.people, 0)
  const isThere = need.head ? head !== undefined : people > 0
  const left =
    (need.head ? heads : holders)
      .flatMap((each) => (each.left ? [each.left] : []))
      .sort()
      .at(-1) ?? null
  const leading = head ?? (isThere ? holders.find((each) => each.people > 0) : undefined)
  return {
    body,
    state: judge(need, isThere, people, left !== null),
    head: leading?.name ?? null,
    headTitle: leading ? (leading.title ?? postKinds[leading.kind].title) : null,
    people,
    since: leading?.since ?? null,
    until: leading?.until ?? null,
    vacantSince: isThere ? null : left,
    reason: need.reason,
    cite: need.cite,
  }
}

function judge(need: Need, isThere: boolean, people: number, wasThere: boolean): CommitteeState {
  if (isThere) return people < need.least ? 'thin' : 'complete'
  if (need.least === 0) return 'notNeeded'
  return wasThere ? 'vacant' : 'never'
}

/** Posts that make a committee: an officer, a treasurer or an instructor works for it and is not of it. */
const belongs = (kind: Kind) =>
  !['organisationOfficer', 'treasurer', 'instructor', 'preparatoryHead', 'branchChair', 'groupLeader'].includes(kind)

function needOf(body: Body, facts: BodyFacts, on: Day): Need {
  const threshold = statuteOn('ORG-01.committee', on, facts.place)
  const isSmall = facts.members < threshold.value && !higher.includes(facts.kind)
  if (body === 'union' && higher.includes(facts.kind))
    return { head: true, least: 1, reason: '由会员代表大会民主选举产生', cite: '《工会法》第十条' }
  if (body === 'union') {
    const size = statuteOn('ELEC-04.committeeSize', on, facts.place)
    const least = isSmall ? 1 : (bandOf(size.value, facts.members)?.least ?? 3)
    const reason = isSmall
      ? `会员 ${facts.members} 人，可由主席或组织员一人主持`
      : `会员 ${facts.members} 人，委员会至少 ${least} 人`
    return { head: true, least, reason, cite: citeOf(isSmall ? threshold : size) }
  }
  if (body === 'audit') {
    const law = statuteOn('AUD-01.committee', on, facts.place)
    if (!facts.ownFinance) return { head: false, least: 0, reason: '没有独立的工会财务，由上级经审会审查', cite: citeOf(law) }
    if (isSmall) return { head: false, least: 1, reason: '会员不足 25 人，至少一名经审委员', cite: citeOf(law) }
    const size = statuteOn('AUD-03.size', on, facts.place)
    return {
      head: true,
      least: size.value[0]!,
      reason: `独立财务的工会应有经审会，一般至少 ${size.value[0]} 人`,
      cite: citeOf(law),
    }
  }
  if (body === 'women') return womenNeed(facts, on)
  if (body === 'mediation') {
    const law = statuteOn('MED-03.committee', on, facts.place)
    const isAsked = enterprises.includes(facts.unitType) && !isSmall
    return {
      head: true,
      least: isAsked ? 1 : 0,
      reason: isAsked ? '企业应有劳动争议调解组织' : '机关、学校和小微企业可以不设',
      cite: citeOf(law),
    }
  }
  const law = statuteOn('SAFE-04.committee', on, facts.place)
  if (facts.kind === 'federation' || facts.kind === 'town')
    return { head: true, least: 0, reason: '在用人单位的工会设立', cite: citeOf(law) }
  return {
    head: !isSmall,
    least: 1,
    reason: isSmall ? '人数少的设检查员' : '基层工会设劳动保护监督检查委员会',
    cite: citeOf(law),
  }
}

function womenNeed(facts: BodyFacts, on: Day): Need {
  const { women } = facts
  const law = statuteOn('ORG-08.womenCommittee', on, facts.place)
  const cite = citeOf(law)
  if (women >= law.value) return { head: true, least: 1, reason: `女会员 ${women} 人，应建立女职工委员会`, cite }
  if (women > 0) return { head: false, least: 1, reason: `女会员 ${women} 人，不足 ${law.value} 人的设女职工委员`, cite }
  return { head: false, least: 0, reason: '没有女会员', cite }
}
