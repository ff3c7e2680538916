import type { UnionKind } from '#contracts/organisation/unions'
import { citeOf, statuteOn } from '#law/statutes'
import { refuse, type Verdict } from '#law/verdict'
import { kindsBelow } from '#rules/organisation/unions'
import type { Election, Finding } from './contract.ts'
import type { Form, State } from './rules/names.ts'

export * from './rules/names.ts'
export { type Facts, findingsOf, nameFor } from './rules/findings.ts'
export { approvalPaper, type Paper, requestPaper } from './rules/papers.ts'

/** Which kind of union a founding of this form makes. */
export const kindOf: Record<Form, UnionKind> = {
  unit: 'basic',
  joint: 'joint',
  regional: 'regional',
  trade: 'trade',
  newEmployment: 'newEmployment',
  community: 'regional',
}

/** Which kinds of union may decide on a founding of this form. */
export const superiorsOf = (form: Form) =>
  (['federation', 'town', 'trade', 'regional'] as const).filter((kind) => kindsBelow(kind).includes(kindOf[form]))

/** A founding goes to the next-higher union: one that still exists and may have such a union below it (工会法 12). */
export function maySuperior(form: Form, superior: { kind: UnionKind; state: string }, day: string): Verdict {
  if (superior.state !== 'active') return refuse('founding.superior', '所选的上级工会还没有成立或已经撤销，请另选')
  if ((superiorsOf(form) as readonly UnionKind[]).includes(superior.kind)) return null
  const reason = '所选的工会不能作为它的上一级，请选择镇街、行业、区域工会或总工会'
  return refuse('founding.superior', reason, citeOf(statuteOn('ORG-02.approval', day)))
}

/** The group may change a project until it is filed, and again when it was returned. */
export const mayEdit = (state: State): Verdict =>
  state === 'drafted' || state === 'returned'
    ? null
    : refuse('founding.state', '已经报送，不能再修改；要改请先撤回，或等上级退回')

/** Tasks, meetings and signatures go on while the superior reads. */
export const mayWork = (state: State): Verdict =>
  state === 'registered' || state === 'withdrawn' ? refuse('founding.state', '这个建会项目已经办结') : null

export const maySign = (state: State): Verdict =>
  state === 'drafted' || state === 'filed' || state === 'returned'
    ? null
    : refuse('founding.closed', '这个建会项目不再收集签名；已经批准的，请直接申请入会')

/** A person signs once, on the phone or on paper. */
export const onceOnly = (isNew: boolean): Verdict =>
  isNew ? null : refuse('founding.signed', '这个身份证号已经签过名了，一人只算一次')

type Readiness = { hasHead: boolean; isHeadSigned: boolean; supporters: number; codes: number; units: number }

/** What must be there before anybody can judge the project: who leads it, who wants it, and for which unit. */
export function mayFile(state: State, facts: Readiness, findings: readonly Finding[]): Verdict {
  if (state !== 'drafted' && state !== 'returned') return refuse('founding.state', '已经报送过了，等上级批复')
  if (!facts.hasHead) return refuse('founding.head', '请先在“筹备组”里定一位负责人')
  if (!facts.isHeadSigned) return refuse('founding.head', '负责人也要签名，批准后才能登记为会员和筹备组负责人')
  if (facts.codes < facts.units) return refuse('founding.code', '请填齐每个单位的统一社会信用代码，上级要据此核对')
  return blockOf(findings)
}

/** The first binding rule that is not kept. */
export function blockOf(findings: readonly Finding[]): Verdict {
  const block = findings.find(({ level, ok }) => level === 'BLOCK' && !ok)
  return block ? refuse(`founding.${block.code}`, block.says, block.cite) : null
}

export const mayDecide = (state: State): Verdict =>
  state === 'filed' ? null : refuse('founding.state', '不在待批复状态，可能已由同事办过，请刷新')

export const mayWithdraw = (state: State): Verdict =>
  state === 'drafted' || state === 'filed' || state === 'returned' ? null : refuse('founding.state', '已经批复，不能撤回')

/** The term that the approval names (ELEC-25). */
export function mayApproveTerm(years: number, day: string): Verdict {
  const statute = statuteOn('ELEC-25.basicTerm', day)
  return statute.value.includes(years) ? null : refuse('founding.term', statute.says, citeOf(statute))
}

/** Quorum of a basic union's assembly: two thirds of those expected (选举条例; not read, so it warns and does not stop). */
export const isQuorate = ({ expected, present }: Pick<Election, 'expected' | 'present'>) => present * 3 >= expected * 2

export function mayReport(state: State, election: Election, approvedOn: string, today: string): Verdict {
  if (state !== 'approved') return refuse('founding.state', '上级批准以后，才能报告选举结果')
  if (election.electedOn > today) return refuse('founding.day', '选举日期不能晚于今天')
  if (election.electedOn < approvedOn)
    return refuse('founding.day', '先经上级批准，再选举', citeOf(statuteOn('ORG-02.approval', today)))
  return election.present > election.expected ? refuse('founding.present', '实到人数不能多于应到人数') : null
}

export const mayConfirm = (state: State): Verdict =>
  state === 'elected' ? null : refuse('founding.state', '还没有收到选举结果，或已经登记过')

/** One project a unit: the second is told which superior has the first, and since when. */
export function mayOpen(taken: { unitName: string; superiorName: string; openedOn: string; state: State } | undefined): Verdict {
  if (!taken) return null
  const { unitName, superiorName, openedOn } = taken
  return refuse('founding.taken', `“${unitName}”已在 ${openedOn} 发起建会，报${superiorName}，请与它联系加入筹备，不要重复发起`)
}

/** A unit that has a union already is joined, not founded again. */
export const mayCover = (unitName: string, unionName: string | null): Verdict =>
  unionName ? refuse('founding.covered', `“${unitName}”已有工会：${unionName}，请直接申请入会`) : null

/** Whoever shall lead is not a member elsewhere: a membership is transferred, not had twice. */
export const mayLead = (elsewhere: string | null): Verdict =>
  elsewhere === null
    ? null
    : refuse(
        'founding.head-elsewhere',
        `筹备组负责人的会籍在“${elsewhere}”，请先办理会籍转移，再批准`,
        '《工会会员会籍管理办法》',
      )

/** A surname, for whoever only holds the link. */
export const surnameOf = (name: string) => `${[...name][0]}师傅`

/** The middle one of a list of numbers, half-way between the two middle ones; `null` of none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b)
  const at = sorted.length / 2
  if (!sorted.length) return null
  return Number.isInteger(at) ? (sorted[at - 1]! + sorted[at]!) / 2 : sorted[Math.floor(at)]!
}
