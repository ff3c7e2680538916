import type { Day } from '#kit/dates'
import { guardOf, type Place } from '#law/statutes'
import { firstOf, refuse, type Verdict } from '#law/verdict'
import type { Body, Capacity, ItemState, Kind, Role, Side, VersionState } from './contract/shapes.ts'

export * from './rules/names.ts'
export { horizonOf, type Occurrence, occurrences } from './rules/periods.ts'

const kindOfUnit: Record<string, Kind> = {
  stateEnterprise: 'works',
  privateEnterprise: 'works',
  school: 'school',
  institution: 'institution',
  office: 'office',
  town: 'office',
}
/** What open affairs are called in a type of unit (DEM-14). */
export const kindFor = (unitType: string): Kind => kindOfUnit[unitType] ?? 'works'

/** A unit opens its affairs at its own basic union, by the kind of unit it is; a union's own openness at every union but a branch or group. */
export function mayPlan(kind: Kind, union: { kind: string; unitType: string }): Verdict {
  if (['branch', 'group'].includes(union.kind))
    return refuse('disclosure.level', '分会、小组不单独制定公开方案，由基层工会统一制定')
  if (kind === 'union') return null
  if (!['basic', 'joint', 'newEmployment'].includes(union.kind))
    return refuse('disclosure.level', '单位的公开方案由该单位的基层工会登记；这一级只制定工会自己的会务公开方案')
  return kind === kindFor(union.unitType) ? null : refuse('disclosure.kind', '公开的名称和目录按单位类型确定，请核对单位类型')
}

export function mayAdopt(plan: { adoptedOn: Day | null }, on: Day, today: Day): Verdict {
  if (plan.adoptedOn) return refuse('disclosure.adopted', '这份方案已经通过；调整目录请逐条修改并写明理由')
  return on > today ? refuse('disclosure.future', '通过日期不能晚于今天') : null
}

/** An adopted catalogue is adjusted line by line, each with its reason. */
export function mayAdjust(plan: { adoptedOn: Day | null; replacedOn: Day | null }, reason: string | null): Verdict {
  if (plan.replacedOn) return refuse('disclosure.replaced', '这份方案已被新方案代替')
  return plan.adoptedOn && !reason ? refuse('disclosure.reason', '方案已通过，调整目录要写明理由') : null
}

type Seated = { body: Body; role: Role; capacity: Capacity }
/** What a group still lacks (DEM-15, DEM-16): shown, and never a bar. */
export function gapsOf(seats: readonly Seated[]): string[] {
  const has = (body: Body, role: Role, capacity: Capacity) =>
    seats.some((seat) => seat.body === body && seat.role === role && seat.capacity === capacity)
  const count = (body: Body) => seats.filter((seat) => seat.body === body).length
  return [
    !has('leading', 'head', 'partySecretary') && '领导小组缺组长（党组织书记）',
    !has('leading', 'deputy', 'unionChair') && '领导小组缺副组长（工会主席）',
    !seats.some(({ body, capacity }) => body === 'leading' && capacity === 'administration') && '领导小组缺行政负责人',
    count('leading') < 3 && '领导小组不足 3 人',
    !has('supervision', 'head', 'unionChair') && '监督小组缺组长（工会主席）',
    !seats.some(({ body, capacity }) => body === 'supervision' && capacity === 'unionCommittee') && '监督小组缺工会委员',
    count('supervision') < 3 && '监督小组不足 3 人',
  ].filter((gap) => gap !== false)
}

type Standing = {
  dueOn: Day
  publishedOn: Day | null
  isVoid: boolean
  droppedOn: Day | null
  version: VersionState | null
}
/** How an item stands on a day, from its records alone. */
export function stateOf({ dueOn, publishedOn, isVoid, droppedOn, version }: Standing, today: Day): ItemState {
  if (isVoid) return 'void'
  if (publishedOn) return 'published'
  if (droppedOn) return 'dropped'
  if (today > dueOn) return 'overdue'
  return version ? 'underWay' : 'waiting'
}

/** Who writes: the side the catalogue names; the union's office may enter what came on paper from the employer. */
export function mayDraft(
  item: { side: Side; droppedOn: Day | null; isVoid: boolean },
  as: Side,
  last: { state: VersionState } | null,
  reason: string | null,
): Verdict {
  if (item.droppedOn) return refuse('disclosure.dropped', '这一项已不再公开')
  if (as === 'employer' && item.side === 'union') return refuse('disclosure.side', '工会自己的公开事项由工会起草')
  if (last?.state === 'handed' || last?.state === 'approved') return refuse('disclosure.handed', '已经送审，等批准、核查后再改')
  return last?.state === 'published' && !reason
    ? refuse('disclosure.correct', '已公开的原文不改；更正另出新版，请写明更正的原因')
    : null
}

type Hand = { state: VersionState; byPerson: string | null; approvedBy: string | null }
const own = (person: string | null, other: string | null, code: string, reason: string): Verdict =>
  person !== null && person === other ? refuse(code, reason) : null

/** The leading group decides on what was handed in, and nobody on his own draft. Secrets keep an item from being approved (DISC-02). */
export function mayApprove(
  version: Hand,
  by: { person: string | null; isSeated: boolean },
  { isApproved, hasNoSecrets, note }: { isApproved: boolean; hasNoSecrets: boolean; note: string },
): Verdict {
  return firstOf(
    version.state === 'handed' ? null : refuse('disclosure.notHanded', '这一稿没有在等批准'),
    by.isSeated ? null : refuse('disclosure.seat', '批准由公开领导小组成员办理'),
    own(by.person, version.byPerson, 'disclosure.own', '起草人不能批准自己的稿件'),
    isApproved && !hasNoSecrets ? refuse('disclosure.secrets', '含国家秘密、商业秘密的不能批准公开，请退回删去') : null,
    !isApproved && note.length < 4 ? refuse('disclosure.why', '退回要写明意见，至少 4 个字') : null,
  )
}

/** The supervision group checks truth, completeness, legality (DEM-16): neither the drafter nor who approved. */
export function mayCheck(
  version: Hand,
  by: { person: string | null; isSeated: boolean },
  found: { isTrue: boolean; isComplete: boolean; isLawful: boolean; note: string },
): Verdict {
  const isFault = !(found.isTrue && found.isComplete && found.isLawful)
  return firstOf(
    version.state === 'approved' ? null : refuse('disclosure.notApproved', '这一稿没有在等核查'),
    by.isSeated ? null : refuse('disclosure.seat', '核查由公开监督小组成员办理'),
    own(by.person, version.byPerson, 'disclosure.own', '起草人不能核查自己的稿件'),
    own(by.person, version.approvedBy, 'disclosure.sameHand', '批准人不能核查同一稿件，请监督小组其他成员核查'),
    isFault && found.note.length < 4 ? refuse('disclosure.why', '核查不通过要写明问题，至少 4 个字') : null,
  )
}

/** Taken down before its time it counts as not published (D28), so only a published one on the board can be. */
export function mayTakeDown(item: { publishedOn: Day | null; takenDownOn: Day | null }): Verdict {
  if (!item.publishedOn) return refuse('disclosure.notShown', '这一项还没有公开')
  return item.takenDownOn ? refuse('disclosure.down', '这一项已经撤下') : null
}
/** Whether taking it down today makes it void: it stays at least so long. */
export const isTooEarly = (shownUntil: Day | null, today: Day) => shownUntil !== null && today < shownUntil

export function mayAnswer(question: { side: Side; answer: string | null; kind: string }, as: Side, outcome: string): Verdict {
  if (question.answer !== null) return refuse('disclosure.answered', '这一条已经答复')
  if (as === 'employer' && question.side === 'union') return refuse('disclosure.side', '对工会公开事项的意见由工会答复')
  return question.kind !== 'question' && outcome === 'explained'
    ? refuse('disclosure.outcome', '对异议和存疑要写明是否成立')
    : null
}

export function mayReopen(question: { answer: string | null; kind: string }, isSeated: boolean): Verdict {
  if (!isSeated) return refuse('disclosure.seat', '由公开监督小组成员退回重办')
  return question.answer === null ? refuse('disclosure.unanswered', '这一条还没有答复') : null
}

/** How far an item reached, told so that nobody can be told from the figure or from its change (no name of who did not read). */
export function reachOf(
  readers: number,
  audience: number,
  day: Day,
  place?: Place,
): { audience: number; readers: number | null; says: string } {
  const step = guardOf('PI-90.step', day, place)
  if (audience < guardOf('PI-90.reach', day, place)) return { audience, readers: null, says: '人数少，不显示阅读人数' }
  const rounded = Math.floor(Math.min(readers, audience) / step) * step
  return {
    audience,
    readers: rounded,
    says: rounded ? `应知 ${audience} 人，确认已读 ${rounded} 人以上` : `应知 ${audience} 人，确认已读不足 ${step} 人`,
  }
}
