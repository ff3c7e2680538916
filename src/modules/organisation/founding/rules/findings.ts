import type { UnitType } from '#contracts/organisation/unions'
import { bandOf, citeOf, type Level, type Place, type Statute, statuteOn } from '#law/statutes'
import type { Candidate, Finding } from '../contract.ts'
import type { Body, Form, Item, Relation } from './names.ts'
import { seatNames } from './names.ts'

export type Facts = {
  form: Form
  unitType: UnitType
  body: Body
  name: string
  plan: string
  electionOn: string | null
  units: readonly { name: string; creditCode: string | null; headcount: number; women: number | null }[]
  candidates: readonly Candidate[]
  /** Who has signed, and how many of them are known to be women. */
  supporters: number
  womenSupporters: number
  sides: readonly string[]
}

const enterprises: readonly UnitType[] = ['stateEnterprise', 'privateEnterprise']
const heads: readonly Relation[] = ['head', 'partner']
const chairExcluded: readonly Relation[] = ['head', 'deputy', 'partner', 'relative', 'personnel', 'foreign']
const ownSeats = ['chair', 'viceChair', 'member'] as const

const by = (statute: Statute, item: Item, ok: boolean, says = statute.says, level: Level = statute.level): Finding => ({
  ...{ code: statute.id, item, level, ok, says, cite: citeOf(statute) },
})
const ours = (code: string, item: Item, ok: boolean, says: string): Finding => ({
  ...{ code, item, level: 'INFO', ok, says, cite: '平台默认值，可以调整' },
})

/** The name that a union of this unit usually has (ORG-17). */
export const nameFor = (unitName: string) => `${unitName}工会委员会`

/** All rules that bear on a project, kept or not, in the order of the page. Only a BLOCK that is not kept stops the filing. */
export function findingsOf(facts: Facts, day: string, place: Place): Finding[] {
  return [
    ...ofForm(facts, day, place),
    ...ofName(facts, day, place),
    ...ofGroup(facts, day, place),
    ...ofCandidates(facts, day, place),
    ...ofWomen(facts, day, place),
    ...ofPlan(facts),
  ]
}

/** From 25 members on a committee of its own; below, a choice (ORG-01). Members of the future union are those who signed. */
function ofForm({ form, body, units, supporters }: Facts, day: string, place: Place): Finding[] {
  const committee = statuteOn('ORG-01.committee', day, place)
  const joint = statuteOn('ORG-01.joint', day, place)
  const isMany = supporters >= committee.value
  const all = [
    by(
      committee,
      'form',
      !isMany || body === 'committee',
      isMany
        ? `已有 ${supporters} 人签名，${committee.says}`
        : `已有 ${supporters} 人签名，不足 ${committee.value} 人：可以单独建、联合建，或者选举组织员`,
    ),
  ]
  if (form === 'joint')
    all.push(by(joint, 'form', units.length >= joint.value, `联合建会要有 ${joint.value} 个以上单位，现有 ${units.length} 个`))
  const together = statuteOn('ORG-51.founders', day, place)
  all.push(by(together, 'supporters', supporters >= together.value, `签名 ${supporters} 人。${together.says}`))
  return all
}

function ofName({ form, name, units }: Facts, day: string, place: Place): Finding[] {
  const rule = statuteOn('ORG-17.name', day, place)
  const wanted = nameFor(units[0]?.name ?? '')
  const ok = form === 'unit' ? name === wanted : /工会(委员会|联合会)?$|工会联合会$/.test(name)
  return [
    by(
      rule,
      'name',
      ok,
      form === 'unit' && !ok ? `${rule.says}，应为“${wanted}”` : rule.says,
      rule.level === 'BLOCK' ? 'WARN' : rule.level,
    ),
  ]
}

/** The Party organisation of the level and workers' representatives make the group; the superior may send people (ORG-13). */
function ofGroup({ sides }: Facts, day: string, place: Place): Finding[] {
  const rule = statuteOn('ORG-13.preparatory', day, place)
  const ok = sides.includes('party') && (sides.includes('workers') || sides.includes('head'))
  return [by(rule, 'group', ok, ok ? rule.says : `${rule.says}；单位没有党组织的，由上级工会派人参加`)]
}

/** Who may not be proposed, by what he declares (ORG-10, 11, 12). */
function ofCandidates({ candidates, unitType, supporters }: Facts, day: string, place: Place): Finding[] {
  const isEnterprise = enterprises.includes(unitType)
  const wrong = (rule: Statute, whom: readonly Candidate[]) =>
    by(
      rule,
      'candidates',
      whom.length === 0,
      whom.length ? `${whom.map(({ name, seat }) => `${name}（${seatNames[seat]}）`).join('、')}：${rule.says}` : rule.says,
    )
  const seated = candidates.filter(({ seat }) => (ownSeats as readonly string[]).includes(seat))
  const all: Finding[] = []
  const relatives = seated.filter(({ relation }) => relation === 'relative')
  if (isEnterprise) all.push(wrong(statuteOn('ORG-10.relatives', day, place), relatives))
  const excluded = seated.filter(({ relation }) => heads.includes(relation) || (!isEnterprise && relation === 'relative'))
  all.push(wrong(statuteOn('ORG-11.heads', day, place), excluded))
  const chairs = candidates.filter(({ seat, relation }) => seat === 'chair' && chairExcluded.includes(relation))
  if (isEnterprise) all.push(wrong(statuteOn('ORG-12.chair', day, place), chairs))
  return [...all, ...ofSize(seated.length, supporters, day, place)]
}

/** So many seats by the number of members; an odd number so that votes do not tie, a custom of practice. */
function ofSize(size: number, supporters: number, day: string, place: Place): Finding[] {
  if (size === 0) return []
  const rule = statuteOn('ELEC-04.committeeSize', day, place)
  const { least, most } = bandOf(rule.value, supporters) ?? { least: 3, most: 5 }
  const fits = size >= least && size <= most
  return [
    by(rule, 'candidates', fits, `${rule.says}：${least} 至 ${most} 人，现提名 ${size} 人`),
    ours('size.odd', 'candidates', size % 2 === 1, `委员会人数一般为单数，现为 ${size} 人`),
  ]
}

/** A women's committee from so many women on, an officer below that (ORG-08); the base is members or employees, by the local text. */
function ofWomen({ units, womenSupporters, candidates }: Facts, day: string, place: Place): Finding[] {
  const rule = statuteOn('ORG-08.womenCommittee', day, place)
  const employees = units.reduce((sum, { women }) => sum + (women ?? 0), 0)
  const women = rule.unit === 'womanEmployee' ? employees : womenSupporters
  if (women === 0) return []
  const proposed = candidates.filter(({ seat }) => seat === 'women').length
  const what = women >= rule.value ? `女性 ${women} 人，应建立女职工委员会` : `女性 ${women} 人，应设女职工委员`
  return [by(rule, 'candidates', proposed >= (women >= rule.value ? 3 : 1), `${what}，现提名 ${proposed} 人`)]
}

const ofPlan = ({ plan, electionOn }: Facts): Finding[] => [
  ours('plan', 'plan', plan.length >= 10 && electionOn !== null, '筹备计划写明怎样发展会员、什么时候选举'),
]
