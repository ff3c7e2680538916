import { addYears, type Day } from '#kit/dates'
import { isAtLeastHalf, isAtLeastTwoThirds, isMoreThanHalf, leastOf, mostOf } from '#law/quorum'
import { citeOf, leastBy, type Level, type Place, statuteOn, type StatuteId } from '#law/statutes'
import { refuse, type Verdict } from '#law/verdict'

export const congressScopes = ['unit', 'regional', 'trade'] as const
export type CongressScope = (typeof congressScopes)[number]
export const congressScopeNames: Record<CongressScope, string> = { unit: '本单位', regional: '区域', trade: '行业' }

export const endings = ['recalled', 'left', 'transferred', 'resigned', 'died', 'mistaken'] as const
export type Ending = (typeof endings)[number]
export const endingNames: Record<Ending, string> = {
  recalled: '罢免',
  left: '离开本单位',
  transferred: '调离选举单位',
  resigned: '辞去代表',
  died: '去世',
  mistaken: '登记有误',
}

/** A vote of an electoral unit: all its staff, who was present, who was in favour; why it counts although a norm was not kept. */
export type Vote = { staff: number; present: number; inFavour: number; why?: string | null | undefined }
/** A rule that bears on the case, kept or not, with its figures. */
export type Finding = { code: string; level: Level; ok: boolean; label: string; figures: string; says: string; cite: string }
export type Workforce = { staff: number; women: number; scope: CongressScope }
/** Who sits, counted. */
export type Composition = { seats: number; filled: number; managers: number; women: number; frontLine: number }

/** How many deputies the place asks for at least (WC-04 to WC-06). */
export function seatsNeeded(staff: number, day: Day, place?: Place): { needed: number; working: string } {
  const { needed, base, steps, more } = leastBy(statuteOn('WC-04.number', day, place).value, staff)
  const isSum = more > 0 && needed === base + steps * more
  return { needed, working: `${isSum ? `${base} + ${steps} × ${more} = ` : ''}${needed}（职工 ${staff} 人）` }
}

const judge =
  (day: Day, place: Place | undefined) =>
  (id: StatuteId, label: string, ok: boolean, figures: string): Finding => {
    const law = statuteOn(id, day, place)
    return { code: `deputies.${id}`, level: law.level, ok, label, figures, says: law.says, cite: citeOf(law) }
  }

/** What the rules of the place say of a number of seats and of who holds them, each with its working. */
export function judgeComposition(force: Workforce, seated: Composition, day: Day, place?: Place): Finding[] {
  const by = judge(day, place)
  const { needed, working } = seatsNeeded(force.staff, day, place)
  const found = [by('WC-04.number', '代表人数', seated.seats >= needed, `设 ${seated.seats} 名，至少 ${working}`)]
  if (!seated.filled) return found
  const managers = force.scope === 'unit' ? 'WC-07.managers' : 'WC-07.operators'
  const most = mostOf(seated.filled, statuteOn(managers, day, place).value, 1000)
  found.push(by(managers, '管理人员', seated.managers <= most, `${seated.managers} / ${seated.filled}，至多 ${most} 名`))
  const round = statuteOn('WC-08.womenLeast', day, place).value ? leastOf : mostOf
  const women = round(seated.filled, force.women, Math.max(1, force.staff))
  found.push(
    by('WC-08.women', '女代表', seated.women >= women, `${seated.women} / ${seated.filled}，按女职工比例应有 ${women} 名`),
  )
  const least = leastOf(seated.filled, statuteOn('WC-08.frontLine', day, place).value, 1000)
  found.push(
    by('WC-08.frontLine', '一线职工', seated.frontLine >= least, `${seated.frontLine} / ${seated.filled}，至少 ${least} 名`),
  )
  return found
}

/** A term lasts three to five years (WC-12); another length is the congress's own decision, on record. */
export function termFinding(startsOn: Day, endsOn: Day, day: Day, place?: Place): Finding {
  const [least, most] = statuteOn('WC-12.term', day, place).value as readonly [number, number]
  const ok = endsOn >= addYears(startsOn, least) && endsOn <= addYears(startsOn, most)
  return judge(day, place)('WC-12.term', '任期', ok, `${startsOn} 至 ${endsOn}`)
}

/** What is not kept needs a reason on record; what blocks cannot be reasoned away. */
export function mayOpenTerm(findings: readonly Finding[], reason: string | null): Verdict {
  const block = findings.find(({ ok, level }) => !ok && level === 'BLOCK')
  if (block) return refuse(block.code, block.says, block.cite)
  const open = findings.find(({ ok, level }) => !ok && level === 'WARN')
  if (open && (reason ?? '').trim().length < 4)
    return refuse('deputies.reason', `与规定不一致，请写明理由：${open.label}，${open.figures}`, open.cite)
  return null
}

/** A union has one term of a number. */
export function mayNumber(number: number, isTaken: boolean): Verdict {
  return isTaken ? refuse('deputies.number', `第 ${number} 届已经登记，请核对届次`) : null
}

/**
 * The count of a unit's vote is possible, and more than half of all its staff are in favour, or half where the text of the place says so
 * (WC-10). Where nobody has read the rule it warns: a lesser vote is filed with its reason.
 */
export function mayVoteIn({ staff, present, inFavour, why }: Vote, day: Day, place?: Place): Verdict {
  if (present > staff || inFavour > present) return refuse('deputies.count', '到会不能多于本单位职工，赞成不能多于到会')
  const count = statuteOn('WC-10.half', day, place).value ? isAtLeastHalf : isMoreThanHalf
  const { met, working } = count(inFavour, staff)
  const law = statuteOn('WC-10.majority', day, place)
  if (met || (law.level !== 'BLOCK' && (why ?? '').trim().length >= 4)) return null
  const needs = law.level === 'BLOCK' ? '' : '；仍要登记的，请写明理由'
  return refuse('deputies.majority', `赞成没有达到规定的票数：${working}${needs}`, citeOf(law))
}

/** Two thirds of the unit's staff present (WC-10): a warning where it is not kept. */
export function presenceFinding({ staff, present }: Vote, day: Day, place?: Place): Finding {
  const { met, working } = isAtLeastTwoThirds(present, staff)
  return judge(day, place)('WC-10.presence', '到会', met, working)
}

export function maySeat(unit: { seats: number; filled: number }): Verdict {
  return unit.filled < unit.seats ? null : refuse('deputies.full', `这个选举单位的 ${unit.seats} 个名额已满，出缺后才能补选`)
}

export function mayEnd(deputy: { since: Day; until: Day | null }, on: Day, today: Day): Verdict {
  if (deputy.until) return refuse('deputies.ended', '这名代表的资格已经终止')
  if (on > today) return refuse('deputies.future', '日期不能晚于今天')
  return on < deputy.since ? refuse('deputies.day', '日期不能早于当选之日') : null
}

/** Heads of special committees are deputies (WC-25); a committee has one head. */
export function mayForm(members: readonly { memberId: string; isHead: boolean }[], deputyIds: ReadonlySet<string>): Verdict {
  const heads = members.filter(({ isHead }) => isHead)
  if (heads.length !== 1) return refuse('deputies.head', '请指定一名负责人')
  return deputyIds.has(heads[0]!.memberId)
    ? null
    : refuse('deputies.headDeputy', '专门委员会（小组）负责人由职工代表担任', '企业民主管理规定 第十一条')
}
