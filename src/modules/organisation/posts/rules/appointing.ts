import { addDays, addMonths, addYears, type Day } from '#kit/dates'
import type { Power } from '#kit/powers'
import { citeOf, type Level, type Statute, statuteOn, type Place } from '#law/statutes'
import { type Refusal, refuse, type Verdict } from '#law/verdict'
import type { UnionKind, UnitType } from '#contracts/organisation/unions'
import type { Came, Ended, Ties } from '../contract.ts'
import { isAdministration, isEmployerSide, type Kind, postKinds } from './kinds.ts'

/** What a rule found wrong, and how binding the text behind it is: BLOCK refuses, anything less is said and left to the person. */
export type Finding = Refusal & { level: Level }

export type Appointing = {
  kind: Kind
  came: Came
  fromOn: Day
  untilOn?: Day | undefined
  hasBasis: boolean
  ties: Ties
  isSubstitute: boolean
  union: { kind: UnionKind; unitType: UnitType; members: number }
  person: { id: string; isMember: boolean; sex: 'male' | 'female' | null; otherKinds: readonly Kind[] }
  actor: { person?: string | undefined; powers: readonly string[]; actsFromAbove: boolean; isRoot: boolean }
  /** What the federation made of the kind's authority list. */
  powers: readonly Power[]
  /** The present term of the committee that a by-election fills up, if known. */
  committeeUntil?: Day | undefined
  /** Whose rules hold beside the national ones. */
  place?: Place
}

const found = (level: Level, code: string, reason: string, cite?: string): Finding => ({ level, ...refuse(code, reason, cite) })
const by = (statute: Statute, code: string, reason = statute.says): Finding => found(statute.level, code, reason, citeOf(statute))

const enterprises: readonly UnitType[] = ['stateEnterprise', 'privateEnterprise']
const leaders: readonly Kind[] = ['chair', 'viceChair', 'fullTimeViceChair']
const committee: readonly Kind[] = [...leaders, 'standingMember', 'member', 'secretaryGeneral']
const moneyHands: readonly Kind[] = ['chair', 'standingMember', 'treasurer']
const federations: readonly UnionKind[] = ['federation', 'town', 'trade']

/** All that stands against an appointment, the binding first. An empty list: nothing does. */
export function findings(facts: Appointing): Finding[] {
  return [...ourRules(facts), ...exclusions(facts), ...termOf(facts)].sort(
    (a, b) => Number(b.level === 'BLOCK') - Number(a.level === 'BLOCK'),
  )
}

/** The first binding finding as a verdict. */
export function bindingOf(all: readonly Finding[]): Verdict {
  const first = all.find(({ level }) => level === 'BLOCK')
  return first ? { code: first.code, reason: first.reason, cite: first.cite } : null
}

function ourRules({ kind, came, hasBasis, person, actor, powers, isSubstitute }: Appointing): Finding[] {
  const all: Finding[] = []
  if (isAdministration(kind)) all.push(found('BLOCK', 'posts.administrator', '平台管理员只能由安全管理员任命'))
  if (isEmployerSide(kind) && came !== 'appointed')
    all.push(found('BLOCK', 'posts.employerSide', '行政方人员由单位指派，产生方式请选“任命”'))
  const bothSides = person.otherKinds.some((other) => isEmployerSide(other) !== isEmployerSide(kind))
  if (bothSides) all.push(found('WARN', 'posts.bothSides', '同一人既办理工会事务又代表行政方，协商、答复、评议时应当回避'))
  const gained = powers.filter((power) => !actor.powers.includes(power))
  if (actor.person === person.id && gained.length)
    all.push(found('BLOCK', 'posts.ownPowers', '不能给自己登记带有您现在没有的权限的职务，请由他人办理'))
  if (leaders.includes(kind) && !isSubstitute && !actor.actsFromAbove && !actor.isRoot)
    all.push(
      found(
        'BLOCK',
        'posts.superior',
        '主席、副主席的选举结果报上一级工会批准后，由上一级工会登记',
        '《中国工会章程》第二十七条（2013 版条号）',
      ),
    )
  if (came !== 'appointed' && !hasBasis)
    all.push(found('BLOCK', 'posts.basis', '选举、补选、增补产生的，请写明选举结果批复的文号或会议', '《工会法》第十二条'))
  if (!person.isMember && came !== 'appointed')
    all.push(found('BLOCK', 'posts.member', '选举产生的职务须由工会会员担任，请先办理入会', '《中国工会章程》第三条'))
  return all
}

function exclusions({ kind, fromOn, ties, union, person, place }: Appointing): Finding[] {
  const all: Finding[] = []
  const law = <Id extends Parameters<typeof statuteOn>[0]>(id: Id) => statuteOn(id, fromOn, place)
  const isEnterprise = enterprises.includes(union.unitType)
  if (isEnterprise && ties.isRelativeOfHead && committee.includes(kind)) all.push(by(law('ORG-10.relatives'), 'posts.relative'))
  else if ((ties.isHead || ties.isRelativeOfHead) && committee.includes(kind)) all.push(by(law('ORG-11.heads'), 'posts.head'))
  if (isEnterprise && kind === 'chair' && (ties.isHead || ties.isRelativeOfHead || ties.isPersonnelHead || ties.isForeign))
    all.push(by(law('ORG-12.chair'), 'posts.chair'))
  const isAudit = kind === 'auditChair' || kind === 'auditMember'
  const clash = isAudit ? moneyHands : moneyHands.includes(kind) ? (['auditChair', 'auditMember'] as const) : []
  if (person.otherKinds.some((other) => (clash as readonly Kind[]).includes(other)))
    all.push(by(law('AUD-04.incompatible'), 'posts.audit'))
  if (postKinds[kind].body === 'women' && person.sex === 'male')
    all.push(found('WARN', 'posts.women', '女职工委员会由女会员组成，请核对性别'))
  if (kind === 'organiser' && union.members >= law('ORG-01.committee').value)
    all.push(by(law('ORG-01.committee'), 'posts.organiser', '会员已达 25 人，应当建立基层工会委员会，不再由组织员主持'))
  return all
}

/** Terms of three or five years, five for federations, from the day of the election; who fills up a seat serves what is left. */
function termOf({ kind, came, fromOn, untilOn, union, committeeUntil, place }: Appointing): Finding[] {
  if (untilOn && untilOn < fromOn) return [found('BLOCK', 'posts.order', '任期的终止日不能早于起始日')]
  if (came === 'appointed' || !committee.includes(kind)) return []
  if (!untilOn)
    return [
      found('BLOCK', 'posts.term', '选举产生的职务须写明任期至哪一天', citeOf(statuteOn('ELEC-25.basicTerm', fromOn, place))),
    ]
  if (came === 'byElection' || came === 'coOpted') {
    const rule = statuteOn('ELEC-31.remainder', fromOn, place)
    return committeeUntil && untilOn > committeeUntil ? [{ ...by(rule, 'posts.remainder'), level: 'WARN' }] : []
  }
  const isFederation = federations.includes(union.kind)
  const law = isFederation ? statuteOn('ELEC-25.federationTerm', fromOn, place) : statuteOn('ELEC-25.basicTerm', fromOn, place)
  const years = typeof law.value === 'number' ? [law.value] : law.value
  if (years.some((n) => isTerm(fromOn, untilOn, n))) return []
  const isLonger = untilOn > addYears(fromOn, Math.max(...years))
  return [{ ...by(law, 'posts.termLength'), level: isLonger ? law.level : 'WARN' }]
}

/** The last day of a term of `years` is the day before the anniversary; papers often name the anniversary itself. */
const isTerm = (fromOn: Day, untilOn: Day, years: number) => {
  const anniversary = addYears(fromOn, years)
  return untilOn === anniversary || untilOn === addDays(anniversary, -1)
}

/** A delayed re-election: the superior's consent, usually no more than six months. */
export function extending(
  untilOn: Day | null,
  to: Day,
  on: Day,
  actor: { actsFromAbove: boolean; isRoot: boolean },
  place?: Place,
): Finding[] {
  if (!untilOn) return [found('BLOCK', 'posts.open', '这个任职没有写明任期，不需要延长')]
  if (to <= untilOn) return [found('BLOCK', 'posts.order', '延长后的日期应晚于原来的任期')]
  const law = statuteOn('ELEC-26.delay', on, place)
  if (!actor.actsFromAbove && !actor.isRoot)
    return [found('BLOCK', 'posts.delay', '延期换届须经上一级工会批准，由上一级工会登记', citeOf(law))]
  return to > addMonths(untilOn, law.value) ? [{ ...by(law, 'posts.delayLong'), level: 'WARN' }] : []
}

/** Moving a chair or vice-chair away before the term ends takes two consents; a recall takes the vote of all members. */
export function mayEnd(facts: {
  kind: Kind
  why: Ended
  hasBasis: boolean
  isDuringTerm: boolean
  on: Day
  fromOn: Day
}): Verdict {
  if (isAdministration(facts.kind)) return refuse('posts.administrator', '平台管理员的任免由安全管理员办理')
  if (facts.on < facts.fromOn) return refuse('posts.order', '卸任日期不能早于到任日期')
  if (!leaders.includes(facts.kind) || !facts.isDuringTerm || facts.hasBasis) return null
  if (facts.why === 'moved')
    return refuse(
      'posts.consent',
      '任期未满调动主席、副主席，须经本级工会委员会和上一级工会同意，请写明两项同意的依据',
      citeOf(statuteOn('ORG-31.consent', facts.on)),
    )
  if (facts.why === 'recalled')
    return refuse('posts.recall', '罢免须经会员大会或会员代表大会全体过半数通过，请写明会议和表决结果', '《工会法》第十八条')
  return null
}

/** Who takes over must be in office at the same union, and another appointment. */
export function mayHandOver(
  from: { id: string; unionId: string; handedOverTo: string | null; kind: Kind },
  to: { id: string; unionId: string; state: string },
): Verdict {
  if (from.id === to.id) return refuse('posts.same', '请选择接手的人')
  if (isAdministration(from.kind)) return refuse('posts.administrator', '平台管理员的任免由安全管理员办理')
  if (from.unionId !== to.unionId) return refuse('posts.otherUnion', '只能交接给同一工会的任职人')
  if (to.state !== 'inOffice') return refuse('posts.notInOffice', '接手的人还没有到任或已经卸任')
  return from.handedOverTo ? refuse('posts.handedOver', '这个职务已经交接过') : null
}
