import type { Day } from '#kit/dates'

type Basis = {
  law: readonly { id: string; says: string; cite: string; isLaw: boolean; period: string }[]
  lastDay: Day
  reading?: string
}
type Counted = { since: Day; dueOn: Day; isEstimate: boolean; basis: Basis }

/** How the last day was worked out: 起算日 → 期限 → 届满 → 到期日, each with the rule it follows. */
export function stepsOf({ since, dueOn, isEstimate, basis }: Counted) {
  const [rule] = basis.law
  const isPeriod = /^\d/.test(rule?.period ?? '')
  const steps = [
    { label: '起算日', value: isPeriod ? `${since}，当日不计入` : since, cite: isPeriod ? '《民法典》第二百零一条' : null },
    { label: '期限', value: rule?.period || '按记录中的日期', cite: rule?.cite ?? null },
  ]
  if (basis.reading) steps.push({ label: '算法', value: basis.reading, cite: null })
  if (basis.lastDay !== dueOn)
    steps.push({ label: '届满', value: `${basis.lastDay} 是休息日，顺延到之后的第一个工作日`, cite: '《民法典》第二百零三条' })
  const note = isEstimate ? '（当年的放假安排尚未公布，公布后重算）' : ''
  return [...steps, { label: '到期日', value: `${dueOn}${note}`, cite: null }]
}
