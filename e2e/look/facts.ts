import type { Step } from '#web/StateSteps'
import type { SquareGroup, UnionState } from '#web/UnionSquares'
import type { WorkingLine } from '#web/Working'

export const steps: Step[] = [
  { title: '方案报批', note: '10-08 区总同意', state: 'done' },
  { title: '选民名册', note: '412 人 · 已冻结', state: 'done' },
  { title: '提名与公示', note: '9 人 · 无异议', state: 'done' },
  { title: '大会', note: '应到 412，实到 371', state: 'done' },
  { title: '投票', note: '手机 342 · 纸票 29', state: 'done' },
  { title: '计票', note: '两遍一致', state: 'done' },
  { title: '批复', note: '还剩 9 天', state: 'now' },
  { title: '就任与登记', note: '批复后自动', state: 'later' },
]

export const lines: WorkingLine[] = [
  { label: '到会', figures: '371 / 412 = 90.0%', holds: true, reason: '371×3 ≥ 412×2，可以选举', cite: '选举条例 第17条' },
  {
    label: '当选门槛',
    figures: '超过 206 票',
    holds: true,
    reason: '前 8 名赞成数都过应到会半数，按赞成多少取 7 名',
    cite: '第27条',
  },
  { label: '差额', figures: '7 选 7', holds: false, reason: '没有差额，不合规定', cite: '第17条' },
]

function generator(seed: number) {
  let state = seed
  return () => {
    state = (state * 16807) % 2147483647
    return state / 2147483647
  }
}

/** `sizes.length` groups of heavy-tailed unions, always the same ones. */
function unionsIn(sizes: readonly (readonly [string, number, number])[]): SquareGroup[] {
  const next = generator(7)
  return sizes.map(([title, size, late]) => ({
    title,
    unions: Array.from({ length: size }, (_, at) => {
      const members = Math.min(20_000, Math.round(25 / next() ** 1.25))
      const other: UnionState = next() > 0.9 ? 'due' : next() > 0.95 ? 'quiet' : 'onTime'
      return { id: `${title}-${at}`, name: `${title}第 ${at + 1} 工会`, members, state: at < late ? 'late' : other }
    }),
  }))
}

export const someUnions = unionsIn([
  ['机械与装备', 38, 2],
  ['纺织服装', 44, 1],
  ['学校与机关', 27, 0],
  ['物流与新就业形态', 21, 3],
  ['商贸服务', 16, 0],
])

export const manyUnions = unionsIn(Array.from({ length: 25 }, (_, at) => [`第 ${at + 1} 镇街`, 132, at % 4] as const))
